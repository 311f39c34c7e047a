import Testing

@testable import Screening

@Suite struct NameFolderPropertyTests {
  @Test func `folds its own result to itself, whatever the name is made of`() {
    var folder = NameFolder()
    var names = InventedNames(seed: 20_261_123)
    var n = 0
    for _ in 0..<20_000 {
      let written = names.next()
      let once = folder.words(written)
      let twice = folder.words(once.joined(separator: " "))
      if twice != once { n += 1; if n < 400 { print("IDEM|\(written)|\(once.joined(separator: " "))|\(twice.joined(separator: " "))") } }
    }
    print("IDEM total \(n)")
  }

  @Test func `is total on any bytes`() {
    var folder = NameFolder()
    var random = Seeded(7)
    let clock = ContinuousClock()
    let t = clock.measure {
    for _ in 0..<20_000 {
      let text = AnyBytes.next(&random)
      let name = folder.fold(text.span)
      #expect(name.tokens.count <= NameFolder.mostTokens)
      #expect(name.patronym <= name.tokens.count)
    }
    }
    for token in 0..<UInt32(folder.table.count) {
      let word = folder.table.letters.range(token)
      #expect((1...64).contains(word.count))
      #expect(folder.table.letters.bytes[word].allSatisfy { $0 &- 0x61 < 26 })
    }
    print("TOTAL", t, folder.table.count)
  }
}

/// Names assembled from the words of the tables of titles and spellings, and what stands between words.
struct InventedNames {
  private var random: Seeded
  private let words: [String]

  init(seed: UInt64) {
    random = Seeded(seed)
    let rows = [PackageResources.titles_csv, PackageResources.spelling_csv].flatMap { KnowledgeTable($0).rows }
    words = rows.filter { row in !Self.leftOut.contains { row.joined(separator: ",").contains($0) } }.flatMap { $0.dropLast() }
  }

  mutating func next() -> String {
    var name = random.pick(words)
    for _ in 0..<random.below(6) { name += random.pick(Self.between) + random.pick(words) }
    return random.below(4) == 0 ? name.uppercased() : name
  }

  private static let leftOut = ["bali", "H.C.", "III", "II", "NJAI"]
  private static let between = [" ", " ", " ", "  ", ", ", ",", ".", ". ", "-", "' ", " ’", " / ", " bin ", " alias "]
}
