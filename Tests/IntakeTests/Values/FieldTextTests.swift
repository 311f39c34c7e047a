import Testing

@testable import Intake

@Suite struct FieldTextTests {
  private func isPlaceholder(_ text: String) -> Bool { FieldText.isPlaceholder(text.bytes.span) }

  private func isDangerous(_ text: String, isPlain: Bool = false) -> Bool {
    FieldText.isDangerous(text.bytes.span, isPlain: isPlain)
  }

  private func isGarbled(_ text: String) -> Bool { FieldText.isGarbled(text.bytes.span) }

  private func equals(_ text: String, _ word: StaticString) -> Bool {
    FieldText.equalsIgnoringCase(text.bytes.span, word)
  }

  struct Trimming: CustomTestStringConvertible {
    let text: String
    let trimmed: String
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Trimming(text: "Kupang", trimmed: "Kupang"), Trimming(text: "  Kupang\t", trimmed: "Kupang"),
    Trimming(text: "\u{A0}\u{A0}Kupang \u{A0}", trimmed: "Kupang"), Trimming(text: "\r\nKupang\r\n", trimmed: "Kupang"),
    Trimming(text: " \u{A0}\t ", trimmed: ""), Trimming(text: "", trimmed: ""), Trimming(text: "Ma u", trimmed: "Ma u"),
    Trimming(text: "caf\u{E9}", trimmed: "caf\u{E9}"), Trimming(text: "\u{E0}", trimmed: "\u{E0}"),
    Trimming(text: "\u{A0}", trimmed: ""),
  ])
  func `takes blanks and no-break spaces off both ends`(_ example: Trimming) {
    let bytes = example.text.bytes
    let range = FieldText.trimmed(0..<bytes.count, in: bytes.span)
    #expect(String(decoding: bytes[range], as: UTF8.self) == example.trimmed)
  }

  @Test func `trims within a part of some bytes only`() {
    let bytes = "  a b  c  ".bytes
    #expect(FieldText.trimmed(1..<7, in: bytes.span) == 2..<5)
    #expect(FieldText.trimmed(5..<7, in: bytes.span).isEmpty)
  }

  @Test(arguments: [
    "", "-", "--", "---", ".", "...", "-.-", "xxx", "XXXX", "xXx", "***", "null", "NULL", "Null", "nil", "None", "N/A",
    "n/a", "NA", "#N/A",
    "tidak ada", "Tidak Ada", "tdk ada", "TIDAKADA", "kosong", "belum ada", "nihil", "(null)", "tidak diisi",
    "Belum diisi",
  ])
  func `words for nothing are placeholders`(_ text: String) {
    #expect(isPlaceholder(text))
  }

  @Test(arguments: [
    "a", "0", "x", "X", "x1", "Nadus", "Nila", "Kosongan", "Tidak ada kakak", "null null", "Bela", "/", "#", "-1",
    "Nuh", "Tidak",
  ])
  func `names and numbers are not`(_ text: String) {
    #expect(!isPlaceholder(text))
  }

  @Test(arguments: [
    "=1+1", "=HYPERLINK(\"x\")", "@SUM(A1)", "+cmd", "-cmd|' /C calc'!A0", "a\u{0}b", "a\u{1B}[31mb", "\u{7F}",
    "a\u{7}",
    "=", "@",
  ])
  func `formulas and control characters are dangerous`(_ text: String) {
    #expect(isDangerous(text))
  }

  @Test(arguments: [
    "Kupang", "+62 812", "-5", "- sejak 2020", "-", "+", "a=b", "a@b.c", "baris\nbaru", "a\tb", "a\r\nb", "Ma\u{2019}u",
  ])
  func `ordinary text is not`(_ text: String) {
    #expect(!isDangerous(text))
  }

  @Test(arguments: ["+62\u{1B}[31m", "-5\u{7}", "- \u{1B}]0;x"])
  func `a control character is dangerous behind a sign too`(_ text: String) {
    #expect(isDangerous(text))
  }

  @Test(arguments: [
    "JosÃ© Contoh", "MarÃ\u{AD}a", "FranÃ§ois", "Pe\u{FFFD}a", "Dâ€™Contoh", "Oâ€˜Contoh", "JosÃ‰", "25Â° C",
    "ZoÅ¡ Ã…ke",
  ])
  func `letters that were encoded twice or are lost are seen`(_ text: String) {
    #expect(isGarbled(text))
  }

  @Test(arguments: [
    "José", "SÃO", "Ângela", "Ã", "Â", "âge", "D’Contoh", "“Contoh”", "Müller", "Ÿ", "Ça", "João â", "ﬁrma", "中文",
    "Ã O",
  ])
  func `letters with marks are not garbled`(_ text: String) {
    #expect(!isGarbled(text))
  }

  @Test func `whether a row is plain agrees with its fields`() {
    var random = Seeded(23)
    for _ in 0..<5_000 {
      let bytes = random.bytes(
        Int.random(in: 1...40, using: &random), from: "abcd=+- ".bytes + [0x1B, 0x7F, 0x09, 0x80])
      let isPlain = bytes.withUnsafeBufferPointer { FieldText.arePlain($0) }
      let careful = FieldText.isDangerous(bytes.span, isPlain: false)
      let quick = FieldText.isDangerous(bytes.span, isPlain: isPlain)
      #expect(careful == quick)
    }
  }

  @Test func `compares with a word whatever the case, and with nothing shorter or longer`() {
    #expect(equals("KuPaNg", "kupang"))
    #expect(!equals("kupan", "kupang"))
    #expect(!equals("kupang ", "kupang"))
    #expect(!equals("@", "`"))
    #expect(equals("", ""))
  }

  @Test func `reads any bytes without stopping`() {
    var random = Seeded(10)
    for _ in 0..<20_000 {
      let bytes = random.bytes(
        Int.random(in: 0...16, using: &random), from: [0x20, 0xC2, 0xA0, 0x2D, 0x3D, 0x6E, 0x61, 0x2F])
      let range = FieldText.trimmed(0..<bytes.count, in: bytes.span)
      #expect(range.lowerBound <= range.upperBound && range.upperBound <= bytes.count)
      _ = FieldText.isPlaceholder(bytes.span)
      if !bytes.isEmpty { _ = FieldText.isDangerous(bytes.span, isPlain: false) }
    }
  }
}
