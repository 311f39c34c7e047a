import Testing

@testable import Intake

@Suite struct XMLEncodingTests {
  struct Encoded: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }
  }

  private static let body = "<r><p><n>Ñusa José 🍦</n></p></r>"

  private static func wide(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
  }

  static let encodings = [
    Encoded(name: "UTF-8", bytes: Array(body.utf8)),
    Encoded(name: "UTF-8 with a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array(body.utf8)),
    Encoded(
      name: "UTF-8 with a byte order mark and a declaration that errs",
      bytes: [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='windows-1252'?>\(body)".utf8)),
    Encoded(
      name: "UTF-8 that is declared as UTF-16", bytes: Array("<?xml version='1.0' encoding='utf-16'?>\(body)".utf8)),
    Encoded(name: "UTF-16, little end first", bytes: [0xFF, 0xFE] + wide(body, isBigEndian: false)),
    Encoded(name: "UTF-16, big end first", bytes: [0xFE, 0xFF] + wide(body, isBigEndian: true)),
    Encoded(
      name: "UTF-16 with a declaration",
      bytes: [0xFF, 0xFE] + wide("<?xml version='1.0' encoding='UTF-16'?>\(body)", isBigEndian: false)),
    Encoded(name: "UTF-16 without a byte order mark", bytes: wide(body, isBigEndian: true)),
    Encoded(name: "blank lines before the declaration", bytes: Array("\n\n <?xml version='1.0'?>\(body)".utf8)),
  ]

  @Test(arguments: encodings, [1, 3, 4096])
  func `reads UTF-8 and UTF-16`(_ example: Encoded, _ step: Int) {
    let reading = XMLReading(example.bytes, step: step)
    let line = example.name.hasPrefix("blank") ? 3 : 1
    #expect(reading.rows == ["r/p @\(line) #0 p/n=Ñusa José 🍦"])
    #expect(reading.fault == nil)
  }

  @Test(arguments: ["ISO-8859-1", "iso-8859-15", "windows-1252", "Windows-1252", "cp1252", "latin1"])
  func `reads what is declared of one byte a character`(_ encoding: String) {
    let begin = "<?xml version='1.0' encoding='\(encoding)'?><r><p><n>Jos"
    let text = Array(begin.utf8) + [0xE9] + Array("</n></p></r>".utf8)
    #expect(XMLReading(text).rows == ["r/p @1 #0 p/n=José"])
  }

  @Test func `windows-1252 has its quotes and dashes`() {
    let bytes: [UInt8] = [0x93, 0x96, 0x94]
    let text = Array("<?xml version='1.0' encoding='windows-1252'?><r><p><n>".utf8) + bytes + Array("</n></p></r>".utf8)
    #expect(XMLReading(text).rows == ["r/p @1 #0 p/n=“–”"])
  }

  @Test func `bytes that are not UTF-8 end the reading at their line`() {
    let text = Array("<r>\n<p><n>Ana</n></p>\n<p><n>Jos".utf8) + [0xE9] + Array("</n></p></r>".utf8)
    let reading = XMLReading(text)
    #expect(reading.rows == ["r/p @2 #0 p/n=Ana"])
    #expect(reading.fault == .encoding(line: 3))
  }

  /// In these a byte below 128 may be part of a letter, and what the scan sees is not what the parser would see.
  @Test(arguments: ["UTF-7", "IBM037", "EBCDIC-US", "ISO-2022-JP", "Shift_JIS", "GBK", "UCS-4", "x-unknown"])
  func `refuses encodings that hide markup`(_ encoding: String) {
    let reading = XMLReading("<?xml version='1.0' encoding='\(encoding)'?>\n<r><p><n>Ana</n></p></r>")
    #expect(reading.rows.isEmpty)
    #expect(reading.fault == .encoding(line: 1))
  }

  @Test(arguments: [
    Encoded(name: "UTF-32 with a mark", bytes: [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0]),
    Encoded(name: "UTF-32", bytes: [0, 0, 0, 0x3C, 0, 0, 0, 0x72]),
    Encoded(name: "EBCDIC", bytes: [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40]),
    Encoded(
      name: "a lone surrogate", bytes: [0xFF, 0xFE] + wide("<r>", isBigEndian: false) + [0x00, 0xDC, 0x3C, 0x00]),
  ])
  func `refuses what is no text here`(_ example: Encoded) {
    #expect(XMLReading(example.bytes).fault == .encoding(line: 1))
  }

  @Test func `half a character at the end is an end too early`() {
    let bytes = [0xFF, 0xFE] + Self.wide("<r/>", isBigEndian: false) + [0x0A]
    #expect(XMLReading(bytes).fault == .truncated(line: 1))
  }

  @Test func `a long file in UTF-16 keeps its lines`() {
    var text = "<r>\r\n"
    for number in 0..<5000 { text += "<p><n>Ñ🍦 \(number)</n></p>\r\n" }
    let reading = XMLReading([0xFE, 0xFF] + Self.wide(text + "</r>", isBigEndian: true), step: 4095)
    #expect(reading.rows.count == 5000)
    #expect(reading.rows.last == "r/p @5001 #4999 p/n=Ñ🍦 4999")
  }
}
