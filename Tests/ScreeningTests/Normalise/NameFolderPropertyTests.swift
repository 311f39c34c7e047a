import Records
import Testing

@testable import Screening

@Suite struct NameFolderPropertyTests {
  @Test func `folds its own result to itself, whatever the name is made of`() {
    var folder = NameFolder()
    var names = InventedNames(seed: 20_261_123)
    for _ in 0..<20_000 {
      let written = names.next()
      let once = folder.words(written)
      // Initials may read as the article of a Balinese name or an abbreviation of one, once their dots are gone.
      guard !once.contains("i"), !once.contains("a") else { continue }
      #expect(folder.words(once.joined(separator: " ")) == once, "\(written)")
    }
  }

  /// 60,000 strings, as a debug build takes ten seconds for 200,000, which found nothing more.
  @Test func `is total on any bytes, and leaves at most so many words of so many letters`() {
    var folder = NameFolder()
    var random = Seeded(7)
    for _ in 0..<60_000 {
      let text = AnyBytes.next(&random)
      let name = folder.fold(text.span)
      guard name.tokens.count <= NameFolder.mostTokens, name.patronym <= name.tokens.count else {
        Issue.record("\(text)")
        return
      }
    }
    let letters = folder.table.letters
    for token in 0..<UInt32(folder.table.count) {
      let word = letters.range(token)
      let isWord = (1...64).contains(word.count) && letters.bytes[word].allSatisfy { $0 &- 0x61 < 26 }
      if !isWord { Issue.record("\(letters.string(token))") }
    }
    #expect(folder.table.count > 10_000)
  }

  @Test(arguments: [
    "Maâ€™u Noël", "Drs. H. Yohanes Bria, M.Si", "Abdul Rahman bin Abdul Aziz", "Soetjipto Djojohadikoesoemo",
    "Ny. Petrus Klau", "(Alm.) Paulus Mau", "Tan Lim alias Budi", "I Wyn. Suta", "Ida Bgs. Oka", "A. A. Gde",
    "Ir.H. Ahmad Fallo, ST.MM", "St. Aisyah, S.T.", "M.Y. Lay", "Joao da Costa", "H. Bin", "Riwu-Kore", "d'Silva",
  ])
  func `folds a hard name's result to itself`(_ written: String) {
    var folder = NameFolder()
    let once = folder.words(written)
    #expect(folder.words(once.joined(separator: " ")) == once)
    #expect(folder.words(once.joined(separator: " ").uppercased()) == once)
  }
}

/// Names assembled from the words of the tables of titles and spellings, and what stands between words.
struct InventedNames {
  private var random: Seeded
  private let words: [String]

  init(seed: UInt64) {
    random = Seeded(seed)
    let rows = [PackageResources.titles_csv, PackageResources.spelling_csv].flatMap { KnowledgeTable($0).rows }
    words = rows.flatMap { row in
      row.dropLast().filter { word in !Self.leftOut.contains { word.hasPrefix($0) || row[row.count - 1].contains($0) } }
    }
  }

  mutating func next() -> String {
    var name = random.pick(words)
    for _ in 0..<random.below(6) { name += random.pick(Self.between) + random.pick(words) }
    return random.below(4) == 0 ? name.uppercased() : name
  }

  /// Abbreviations of Balinese names, whose words are titles once they are written out; an old spelling of a title; and
  /// a variant of the second word of a pair that is looked up before the variant is.
  private static let leftOut = ["bali", "III", "II", "NJ", "Nj", "nj", "Dr. (H.C.)", "Dr. H.C.", "Rochman"]
  private static let between = [" ", " ", " ", "  ", ", ", ",", ".", ". ", "-", "' ", " ’", " / ", " bin ", " alias "]
}
