/// A name reduced to what may be compared: tokens without titles, in canonical spelling.
struct FoldedName: Hashable, Sendable {
  /// Token numbers in the order of the name, from ``TokenTable``; one-letter tokens are initials.
  var tokens: [UInt32] = []
  /// Whether the name is marked as a dead person's (`Alm.`, `(almh.)`).
  var isMarkedDeceased = false
  /// Whether it names a woman by her husband (`Ny. X`), so that it is not hers.
  var isByHusband = false
}

/// Folds names as registries write them into ``FoldedName``.
struct NameFolder {
  private let titles = TitleTable()
  private let spelling = SpellingTable()
  private(set) var table = TokenTable()
  /// Folding of single words is the same every time; registries repeat them a lot.
  private var known: [String: [String]] = [:]

  /// Words between the parts of one name, which tell whose child or which other name.
  private static let links: Set<String> = ["bin", "binti", "bt", "bte", "al", "als", "alias", "dh", "dahulu"]
  private static let otherNames: Set<String> = ["alias", "als", "dh", "dahulu"]

  /// - Parameter text: The name as written, in UTF-8.
  mutating func fold(_ text: Span<UInt8>) -> FoldedName {
    var name = FoldedName()
    var words = Letters.words(of: text)
    name.isMarkedDeceased = words.contains { titles.isDeceased($0) }
    name.isByHusband = words.first.map { $0.string == "ny" || $0.string == "nyonya" } ?? false
    words = withoutTitles(words)
    var tokens: [String] = []
    var index = 0
    for word in words {
      // Initials fused by dots are several: `A.A.` and `M.Y.`.
      let pieces = word.pieces
      if pieces.count > 1, pieces.allSatisfy({ $0.count == 1 }) { tokens += pieces } else { tokens.append(word.string) }
    }
    while index < tokens.count {
      let token = tokens[index]
      // A second name after "alias" is another name of the same person; the first stands for both.
      if index > 0, Self.otherNames.contains(token) { break }
      if index > 0, Self.links.contains(token) {
        index += 1
        continue
      }
      if index + 1 < tokens.count, let both = spelling.canonical(token, tokens[index + 1]) {
        for part in both { append(modernised(part), to: &name) }
        index += 2
        continue
      }
      for part in canonical(token) { append(part, to: &name) }
      index += 1
    }
    return name
  }

  private mutating func append(_ token: String, to name: inout FoldedName) {
    name.tokens.append(table.number(of: token))
  }

  private mutating func canonical(_ token: String) -> [String] {
    if token.utf8.count == 1 { return [token] }
    if let known = known[token] { return known }
    var result = spelling.canonical(token)
    if result == nil {
      let modern = modernised(token)
      result = spelling.canonical(modern) ?? [modern]
    }
    // A canonical name is modernised too, so that every way to it ends at the same token.
    let final = (result ?? [token]).map { modernised($0) }
    known[token] = final
    return final
  }

  private func modernised(_ token: String) -> String {
    String(decoding: spelling.modernised(Array(token.utf8)), as: UTF8.self)
  }

  private func withoutTitles(_ words: [Letters.Word]) -> [Letters.Word] {
    var name = words[...]
    // Behind the first comma stand titles if all of it is; then the next comma, and so on.
    while let part = name.last?.part, part > 0 {
      let last = name.suffix(while: { $0.part == part })
      guard titles.areBack(last), last.count < name.count else { break }
      name = name.dropLast(last.count)
    }
    while name.count > 1, let first = name.first, titles.isFront(first) { name = name.dropFirst() }
    // Without a comma a trailing word is a title only if it has a dot inside, or two stand there in capitals.
    while name.count > 1, let last = name.last, last.part == 0, titles.isBack(last) {
      let pair = name.count > 2 && titles.isBack(name[name.endIndex - 2])
      guard
        last.hasDot && last.letters.count > 1 || pair && last.isCapitals && name.count > 3 || titles.isDeceased(last)
      else { break }
      name = name.dropLast()
    }
    let kept = name.filter { !titles.isDeceased($0) }
    return kept.isEmpty ? Array(name) : Array(kept)
  }
}

extension ArraySlice {
  fileprivate func suffix(while belongs: (Element) -> Bool) -> ArraySlice {
    var start = endIndex
    while start > startIndex, belongs(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
