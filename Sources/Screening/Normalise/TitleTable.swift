/// Degrees, ranks and forms of address that stand before or behind a name and are no part of it.
struct TitleTable: Sendable {
  private var front: Set<String> = []
  private var back: Set<String> = []
  private var deceased: Set<String> = []

  /// Kinds that stay: words of nobility, caste and generation are names as often as titles, and tell people apart.
  private static let kept: Set<String> = [
    "nobility-java", "nobility-other", "nobility-sulawesi", "nobility-minang", "nobility-sumba", "nobility-lombok",
    "nobility-banten", "nobility-aceh-melayu", "caste-bali", "generation",
  ]

  init() {
    for row in KnowledgeTable(PackageResources.titles_csv).rows where row.count >= 3 {
      let form = Self.form(row[0])
      guard !form.isEmpty else { continue }
      // A compound of the table may hold commas of its own, so the kind is the last column and the place before it.
      let (place, kind) = (row[row.count - 2], row[row.count - 1])
      if kind == "deceased" { deceased.insert(form) }
      guard !Self.kept.contains(kind) else { continue }
      if place == "front" { front.insert(form) } else { back.insert(form) }
    }
    // Articles of Balinese names say only the sex.
    front.insert("i")
    front.insert("ni")
  }

  /// A title's letters: `S.Sos.` and `S Sos` are one.
  private static func form(_ title: String) -> String {
    String(
      decoding: title.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: nil
        }
      }, as: UTF8.self)
  }

  func isDeceased(_ word: WrittenWord) -> Bool { deceased.contains(word.letters) }

  /// Whether a word before a name is a title or several fused ones; single letters count only with a dot or as Haji.
  func isFront(_ word: WrittenWord) -> Bool {
    let whole = word.letters
    if whole.count == 1 { return whole == "h" || whole == "i" && !word.hasDot }
    if front.contains(whole) { return true }
    let pieces = word.pieces
    return pieces.count > 1 && pieces.allSatisfy { front.contains($0) && ($0.count > 1 || $0 == "h") }
  }

  func isBack(_ word: WrittenWord) -> Bool {
    let letters = word.letters
    if back.contains(letters) || deceased.contains(letters) || front.contains(letters) { return true }
    // "ST.MM" and "S.Sos.MKP": each stretch of pieces must be a title.
    var rest = word.pieces[...]
    guard rest.count > 1 else { return false }
    while !rest.isEmpty {
      guard let length = (1...rest.count).reversed().first(where: { back.contains(rest.prefix($0).joined()) }) else {
        return false
      }
      rest = rest.dropFirst(length)
    }
    return true
  }

  /// Whether words behind a comma are titles although not each for itself: `S. Sos`, `M. Si`, `Sp. OG`.
  func areBack(_ words: [WrittenWord]) -> Bool {
    if back.contains(words.map(\.letters).joined()) { return true }
    var rest = words[...]
    while !rest.isEmpty {
      if rest.count > 1, back.contains(rest.prefix(2).map(\.letters).joined()) {
        rest = rest.dropFirst(2)
      } else if let first = rest.first, isBack(first) {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return true
  }
}
