import Records
import Testing

@testable import Intake

@Suite struct WordReaderTests {
  private func answer(_ word: String) -> WordReader.Answer { WordReader.answer(word.bytes.span) }

  private func isCompany(_ word: String) -> Bool? { WordReader.isCompany(word.bytes.span) }

  private func isKin(_ word: String) -> Bool { WordReader.isKin(word.bytes.span) }

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

  @Test(arguments: [
    "1", "true", "TRUE", "ya", "Y", "yes", "Pemenang", "menang", "x", "X", "v", "won", "1.0", "\u{2713}",
    "\u{2714}\u{FE0F}",
    "Pemenang Berkontrak", "pemenang terverifikasi",
  ])
  func `a flag is set by any of some words`(_ word: String) {
    #expect(answer(word) == .yes)
  }

  @Test(arguments: ["", "0", "false", "tidak", "n", "bukan pemenang", "0.0", "kalah", "Gugur", "Tidak Menang"])
  func `others say that it is not`(_ word: String) {
    #expect(answer(word) == .no)
  }

  @Test(arguments: ["2", "CV Contoh", "?", "pemenang pertama kali", "\u{2717}"])
  func `a word for neither says neither`(_ word: String) {
    #expect(answer(word) == .unclear)
  }

  @Test(arguments: ["T", "t"])
  func `a T is no beside Y and true beside F`(_ word: String) {
    #expect(answer(word) == .letterT)
  }

  @Test func `tells companies from persons among holders`() {
    for word in [
      "02", "2", "Badan Hukum", "BADAN USAHA", "Perusahaan", "company", "entity", "PT", "CV", "Koperasi", "Yayasan",
      "Perseroan Terbatas (PT)", "Badan Usaha Swasta", "BUMD",
    ] {
      #expect(isCompany(word) == true, "\(word)")
    }
    for word in ["01", "1", "Perorangan", "person", "Orang Perseorangan", "WNI"] {
      #expect(isCompany(word) == false, "\(word)")
    }
    for word in ["", "-", "Saham", "A", "lain-lain"] {
      #expect(isCompany(word) == nil, "\(word)")
    }
  }

  @Test func `knows terms of kinship by their first word`() {
    for word in ["ISTRI", "Anak ke-2", "orang tua", "Saudara Kandung", "wife"] {
      #expect(isKin(word), "\(word)")
    }
    for word in ["", "Kristiani", "Orang", "Ibukota", "PNS", "1"] {
      #expect(!isKin(word), "\(word)")
    }
  }

  @Test func `reads any bytes without stopping`() {
    var random = Seeded(9)
    for _ in 0..<10_000 {
      let bytes = random.bytes(Int.random(in: 0...12, using: &random))
      _ = WordReader.sex(bytes.span)
      _ = WordReader.isAlive(bytes.span)
      _ = WordReader.answer(bytes.span)
      _ = WordReader.isKin(bytes.span)
      _ = CodeReader(bytes.span)
      _ = WordReader.isCompany(bytes.span)
    }
  }
}
