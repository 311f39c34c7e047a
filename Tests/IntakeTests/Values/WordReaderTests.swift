import Records
import Testing

@testable import Intake

@Suite struct WordReaderTests {
  private func isTrue(_ word: String) -> Bool { WordReader.isTrue(word.bytes.span) }

  private func isCompany(_ word: String) -> Bool { WordReader.isCompany(word.bytes.span) }

  @Test(arguments: [
    (["L", "l", "Laki-laki", "LAKI-LAKI", "Lk", "Lk.", "Pria", "pria", "M", "Male", "1"], Sex.male),
    (["P", "p", "Perempuan", "PEREMPUAN", "Wanita", "W", "F", "Female", "2"], .female),
  ])
  func `reads a sex`(_ words: [String], _ sex: Sex) {
    for word in words { #expect(WordReader.sex(word.bytes.span) == sex, "\(word)") }
  }

  @Test(arguments: ["Pr", "PR", "Pr."])
  func `Pr is perempuan's short form beside Lk, not pria's`(_ word: String) {
    #expect(WordReader.sex(word.bytes.span) == .female)
  }

  @Test(arguments: ["", "-", "0", "3", "12", "21", "X", "Putra", "Married", "Foo", "?"])
  func `anything else is no sex`(_ word: String) {
    #expect(WordReader.sex(word.bytes.span) == nil)
  }

  @Test(arguments: [
    (["Hidup", "hidup", "H", "Ya", "Y", "1", "Masih hidup", "alive", "true"], true),
    (["Meninggal", "meninggal dunia", "Wafat", "Alm.", "Almarhumah", "Tidak", "0", "deceased", "false"], false),
  ])
  func `reads whether a relative lives`(_ words: [String], _ lives: Bool) {
    for word in words { #expect(WordReader.isAlive(word.bytes.span) == lives, "\(word)") }
  }

  @Test(arguments: ["", "-", "?", "PNS", "Dinas", "belum diketahui"])
  func `anything else leaves open whether a relative lives`(_ word: String) {
    #expect(WordReader.isAlive(word.bytes.span) == nil)
  }

  @Test(arguments: ["1", "true", "TRUE", "ya", "Y", "yes", "Pemenang", "menang", "x", "X", "v", "won", "t", "1.0"])
  func `a flag is set by any of some words`(_ word: String) {
    #expect(isTrue(word))
  }

  @Test(arguments: ["", "0", "false", "tidak", "n", "bukan pemenang", "2", "-", "0.0", "kalah"])
  func `and by nothing else`(_ word: String) {
    #expect(!isTrue(word))
  }

  @Test func `tells companies among holders`() {
    for word in ["02", "2", "Badan Hukum", "BADAN USAHA", "Perusahaan", "company", "entity"] {
      #expect(isCompany(word), "\(word)")
    }
    for word in ["", "01", "1", "Perorangan", "person", "-"] { #expect(!isCompany(word), "\(word)") }
  }

  @Test func `reads any bytes without stopping`() {
    var random = Seeded(9)
    for _ in 0..<10_000 {
      let bytes = random.bytes(Int.random(in: 0...12, using: &random))
      _ = WordReader.sex(bytes.span)
      _ = WordReader.isAlive(bytes.span)
      _ = WordReader.isTrue(bytes.span)
      _ = WordReader.isCompany(bytes.span)
    }
  }
}
