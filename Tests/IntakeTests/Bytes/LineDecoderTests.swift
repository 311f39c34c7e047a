import Testing

@testable import Intake

@Suite struct LineDecoderTests {
  private func decode(_ bytes: [UInt8], _ encoding: TextEncoding) -> (text: [UInt8], isForeign: Bool) {
    var decoder = LineDecoder(encoding)
    return bytes.withUnsafeBufferPointer { line in decoder.decode(line) { (Array($0), $1) } }
  }

  struct Line: CustomTestStringConvertible {
    let bytes: [UInt8]
    let encoding: TextEncoding
    let text: String
    var isForeign = false
    var testDescription: String { "\(text) from \(encoding.rawValue)" }
  }

  @Test(arguments: [
    Line(bytes: "Kupang\r\n".bytes, encoding: .utf8, text: "Kupang\r\n"),
    Line(bytes: "Ma\u{2019}u caf\u{E9} \u{1F600}".bytes, encoding: .utf8, text: "Ma\u{2019}u caf\u{E9} \u{1F600}"),
    Line(bytes: "caf\u{E9}".bytes, encoding: .utf8Marked, text: "caf\u{E9}"),
    Line(bytes: [0x4D, 0x61, 0x92, 0x75], encoding: .utf8, text: "Ma\u{2019}u", isForeign: true),
    Line(bytes: "caf\u{E9} ".bytes + [0xE9], encoding: .utf8, text: "caf\u{E9} \u{E9}", isForeign: true),
    Line(bytes: [0xC0, 0x80], encoding: .utf8, text: "\u{C0}\u{20AC}", isForeign: true),
    Line(bytes: [0xED, 0xA0, 0x80], encoding: .utf8, text: "\u{ED}\u{A0}\u{20AC}", isForeign: true),
    Line(bytes: [0xE2, 0x82], encoding: .utf8, text: "\u{E2}\u{201A}", isForeign: true),
    Line(bytes: [0xF5, 0x80, 0x80, 0x80], encoding: .utf8, text: "\u{F5}\u{20AC}\u{20AC}\u{20AC}", isForeign: true),
    Line(bytes: [0x4D, 0x61, 0x92, 0x75, 0xA0], encoding: .windows1252, text: "Ma\u{2019}u\u{A0}"),
    Line(bytes: [0x80, 0x81, 0x9F, 0xFF], encoding: .windows1252, text: "\u{20AC}\u{FFFD}\u{178}\u{FF}"),
    Line(bytes: [0x4B, 0, 0x19, 0x20, 0x0A, 0], encoding: .utf16LittleEndian, text: "K\u{2019}\n"),
    Line(bytes: [0, 0x4B, 0x20, 0x19, 0, 0x0A], encoding: .utf16BigEndian, text: "K\u{2019}\n"),
    Line(bytes: [0x3D, 0xD8, 0x00, 0xDE], encoding: .utf16LittleEndian, text: "\u{1F600}"),
    Line(bytes: [0xD8, 0x3D, 0xDE, 0x00], encoding: .utf16BigEndian, text: "\u{1F600}"),
    Line(bytes: [0x3D, 0xD8, 0x4B, 0], encoding: .utf16LittleEndian, text: "\u{FFFD}K", isForeign: true),
    Line(bytes: [0x00, 0xDE], encoding: .utf16LittleEndian, text: "\u{FFFD}", isForeign: true),
    Line(bytes: [0x4B, 0, 0x4C], encoding: .utf16LittleEndian, text: "K", isForeign: true),
    Line(bytes: [], encoding: .utf8, text: ""),
  ])
  func `turns a line into UTF-8 and marks foreign bytes`(_ line: Line) {
    let decoded = decode(line.bytes, line.encoding)
    #expect(decoded.text == line.text.bytes)
    #expect(decoded.isForeign == line.isForeign)
  }

  @Test func `whatever the bytes, the text is UTF-8, and well-formed UTF-8 is left alone`() {
    var random = Seeded(13)
    for turn in 0..<5_000 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes =
        turn.isMultiple(of: 2)
        ? random.bytes(count) : random.bytes(count, from: [0x61, 0xC2, 0xA0, 0xE2, 0x80, 0x99, 0xF0, 0x9F, 0xED, 0xD8])
      for encoding in TextEncoding.allCases {
        let decoded = decode(bytes, encoding)
        #expect(String(validating: decoded.text, as: UTF8.self) != nil)
        guard encoding == .utf8 else { continue }
        let isWellFormed = String(validating: bytes, as: UTF8.self) != nil
        #expect(decoded.isForeign == !isWellFormed)
        if isWellFormed { #expect(decoded.text == bytes) }
      }
    }
  }
}
