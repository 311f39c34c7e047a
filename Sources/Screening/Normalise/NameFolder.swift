import Records

/// Folds names as registries write them into ``FoldedName``.
///
/// Registries repeat a few ten thousand words, so everything about a word is found once, when it is first seen; a name
/// then costs one look-up a word. Its words are parted by place and shape: titles stand behind a comma, or before the
/// name, or carry dots.
struct NameFolder {
  private let titles = TitleTable()
  private let spelling = SpellingTable()
  private(set) var table = TokenTable()
  private var letters = Letters()
  private var words = ByteTable()
  private var facts: [WordFacts] = []
  /// Canonical tokens of all words, one word after another.
  private var canonical: [UInt32] = []
  private var numbers: [UInt32] = []
  private var name = FoldedName()

  /// A name has at most so many tokens; what stands behind is no name any more.
  static let mostTokens = 12

  /// What is known of a written word wherever it stands.
  private struct WordFacts {
    var role: Role = []
    var steps: FoldingSteps = []
    var start: UInt32 = 0
    var end: UInt32 = 0
  }

  /// What a word may be besides a name.
  private struct Role: OptionSet {
    let rawValue: UInt16
    static let front = Self(rawValue: 1)
    static let back = Self(rawValue: 2)
    static let deceased = Self(rawValue: 4)
    static let patronym = Self(rawValue: 8)
    static let alias = Self(rawValue: 16)
    static let husband = Self(rawValue: 32)
    /// The first word of a spelling of two.
    static let pair = Self(rawValue: 64)
    static let hasDot = Self(rawValue: 128)
    static let single = Self(rawValue: 256)
  }

  private static let patronyms: Set<String> = ["bin", "binti", "bt", "bte", "ibn"]
  private static let aliases: Set<String> = ["alias", "als", "al", "dh", "dahulu"]

  init() {
    for (short, full) in spelling.shortForms.sorted(by: { $0.key < $1.key }) {
      let tokens = (canonicalTokens(short).tokens, canonicalTokens(full).tokens)
      guard tokens.0.count == 1, tokens.1.count == 1, tokens.0 != tokens.1 else { continue }
      table.noteShortForm(tokens.0[0], of: tokens.1[0])
    }
  }

  /// Folds a name.
  ///
  /// - Parameter text: The name as written, in UTF-8 or any bytes at all.
  mutating func fold(_ text: Span<UInt8>) -> FoldedName {
    letters.read(text)
    name.tokens.removeAll(keepingCapacity: true)
    name.steps = letters.steps
    name.patronym = Self.mostTokens
    numbers.removeAll(keepingCapacity: true)
    var roles: Role = []
    for word in letters.words {
      let number = self.number(of: word)
      numbers.append(number)
      roles.formUnion(facts[Int(number)].role)
    }
    let hasComma = letters.words.last.map { $0.part > 0 } ?? false
    if !hasComma, roles.isDisjoint(with: [.front, .back, .deceased, .patronym, .alias, .husband, .pair]) {
      for number in numbers { append(number) }
    } else {
      foldParts()
    }
    if name.tokens.count > Self.mostTokens { name.tokens.removeLast(name.tokens.count - Self.mostTokens) }
    name.patronym = min(name.patronym, name.tokens.count)
    return name
  }

  private mutating func append(_ number: UInt32) {
    let word = facts[Int(number)]
    name.tokens.append(contentsOf: canonical[Int(word.start)..<Int(word.end)])
    name.steps.formUnion(word.steps)
  }

  private mutating func foldParts() {
    if let first = numbers.first, facts[Int(first)].role.contains(.husband), numbers.count > 1 {
      name.steps.insert(.husband)
    }
    let kept = withoutTitles()
    var index = kept.startIndex
    while index < kept.endIndex {
      let role = facts[Int(numbers[kept[index]])].role
      let isFirst = index == kept.startIndex
      // A second name after "alias" is another name of the same person; the first stands for both.
      if !isFirst, role.contains(.alias) {
        name.steps.insert(.alias)
        break
      }
      if !isFirst, role.contains(.patronym), index + 1 < kept.endIndex {
        name.steps.insert(.patronym)
        name.patronym = min(name.patronym, name.tokens.count)
        index += 1
        continue
      }
      if role.contains(.pair), index + 1 < kept.endIndex, let both = pair(kept[index], kept[index + 1]) {
        for part in both { name.tokens += canonicalTokens(part).tokens }
        name.steps.insert(.pair)
        index += 2
        continue
      }
      append(numbers[kept[index]])
      index += 1
    }
  }

  /// The canonical words of two words that are one name, in the spelling of the table or in their own canonical one.
  private func pair(_ first: Int, _ second: Int) -> [String]? {
    if let both = spelling.canonical(word(first).letters, word(second).letters) { return both }
    guard let one = onlyToken(first), let other = onlyToken(second) else { return nil }
    return spelling.canonical(one, other)
  }

  private func onlyToken(_ place: Int) -> String? {
    let known = facts[Int(numbers[place])]
    return known.end - known.start == 1 ? table.text(canonical[Int(known.start)]) : nil
  }

  /// The places of the words that are the name.
  private mutating func withoutTitles() -> ArraySlice<Int> {
    func role(_ place: Int) -> Role { facts[Int(numbers[place])].role }
    var kept = Array(letters.words.indices)[...]
    let living = kept.filter { !role($0).contains(.deceased) }
    if living.count < kept.count {
      name.steps.insert(.deceased)
      if !living.isEmpty { kept = living[...] }
    }
    let whole = kept.count
    // Behind the first comma stand titles if all of it is; then the next comma, and so on.
    while let last = kept.last, letters.words[last].part > 0 {
      let part = letters.words[last].part
      let start = kept.lastIndex { letters.words[$0].part != part }.map { $0 + 1 } ?? kept.startIndex
      guard start > kept.startIndex else { break }
      let behind = kept[start...]
      guard behind.allSatisfy({ role($0).contains(.back) }) || titles.areBack(behind.map(word)) else { break }
      kept = kept[..<start]
    }
    while kept.count > 1, let first = kept.first, role(first).contains(.front) { kept = kept.dropFirst() }
    // Without a comma a trailing word is a title only if it has a dot inside, or two stand there in capitals.
    var isAmongTitles = false
    while kept.count > 1, let last = kept.last, letters.words[last].part == 0, role(last).contains(.back) {
      let isPair = kept.count > 3 && role(kept[kept.endIndex - 2]).contains(.back)
      let isDotted = role(last).contains(.hasDot) && !role(last).contains(.single)
      guard isDotted || (isPair || isAmongTitles && kept.count > 2) && letters.words[last].isCapitals else { break }
      isAmongTitles = true
      kept = kept.dropLast()
    }
    if kept.count < whole { name.steps.insert(.titles) }
    return kept
  }

  private func word(_ place: Int) -> WrittenWord { WrittenWord(Array(letters.bytes[letters.words[place].range])) }

  private mutating func number(of word: Letters.Word) -> UInt32 {
    let bytes = letters.bytes
    let number = words.number(of: bytes.span.extracting(word.range))
    if Int(number) == facts.count { facts.append(facts(of: WrittenWord(Array(letters.bytes[word.range])))) }
    return number
  }

  private mutating func facts(of word: WrittenWord) -> WordFacts {
    let written = word.letters
    var known = WordFacts()
    if titles.isFront(word) { known.role.insert(.front) }
    if titles.isBack(word) { known.role.insert(.back) }
    if titles.isDeceased(word) { known.role.insert(.deceased) }
    if Self.patronyms.contains(written) { known.role.insert(.patronym) }
    if Self.aliases.contains(written) { known.role.insert(.alias) }
    if written == "ny" || written == "nyonya" { known.role.insert(.husband) }
    if spelling.firstWords.contains(written) { known.role.insert(.pair) }
    if word.hasDot { known.role.insert(.hasDot) }
    if written.utf8.count == 1 { known.role.insert(.single) }
    known.start = UInt32(canonical.count)
    // Initials fused by dots are several: `A.A.` and `M.Y.`.
    let pieces = word.pieces
    let isBalinese = written.hasPrefix("i") && spelling.canonical(written) != nil
    if pieces.count > 1, pieces.allSatisfy({ $0.utf8.count == 1 }), !isBalinese {
      for piece in pieces { canonical.append(table.number(of: Array(piece.utf8))) }
      known.steps.insert(.initials)
    } else {
      let found = canonicalTokens(written)
      canonical += found.tokens
      known.steps.formUnion(found.steps)
    }
    known.end = UInt32(canonical.count)
    return known
  }

  /// A word in canonical and new spelling; the way ends where neither table nor rule changes it any more, so that
  /// every way to a name ends at the same tokens.
  private mutating func canonicalTokens(_ word: String) -> (tokens: [UInt32], steps: FoldingSteps) {
    if word.utf8.count == 1 { return ([table.number(of: Array(word.utf8))], []) }
    var steps: FoldingSteps = []
    var parts = [word]
    // Two rounds settle all of the table's chains; the bound only guards against a circle in it.
    for _ in 0..<4 {
      let next = parts.flatMap { part -> [String] in
        if let usual = spelling.canonical(part) { return usual }
        let modern = String(decoding: spelling.modernised(Array(part.utf8)), as: UTF8.self)
        return spelling.canonical(modern) ?? [modern]
      }.map { String(decoding: spelling.modernised(Array($0.utf8)), as: UTF8.self) }
      if next == parts { break }
      parts = next
    }
    if parts != [word] {
      let modern = String(decoding: spelling.modernised(Array(word.utf8)), as: UTF8.self)
      steps = parts == [modern] ? .oldSpelling : .variant
    }
    return (parts.map { table.number(of: Array($0.utf8)) }, steps)
  }
}

extension NameFolder {
  /// Hands over the tokens, once all names were folded and counted.
  mutating func finished(_ count: (inout TokenTable) -> Void) -> Vocabulary {
    count(&table)
    return Vocabulary(table)
  }
}
