import Records
import Testing

@Suite struct PhoneNumberTests {
  struct Spellings: CustomTestStringConvertible {
    let texts: [String]
    let value: UInt64
    var testDescription: String { texts[0] }
  }

  @Test(arguments: [
    Spellings(
      texts: [
        "081238001234", "+62 812-3800-1234", "6281238001234", "(0812) 3800 1234", "81238001234", "'081238001234",
      ],
      value: 81_238_001_234),
    Spellings(texts: ["(0380) 821-234", "+62 380 821234", "0380821234"], value: 380_821_234),
    Spellings(texts: ["0812345678901", "+62812345678901"], value: 812_345_678_901),
  ])
  func `spellings of one number are one`(_ spellings: Spellings) {
    for text in spellings.texts { #expect(PhoneNumber(parsing: text.bytes.span)?.value == spellings.value, "\(text)") }
  }

  @Test func `the type's own example holds: seven national digits with and without the country code`() {
    #expect(PhoneNumber(parsing: "0812 3456".bytes.span)?.value == 8_123_456)
    #expect(PhoneNumber(parsing: "+62 812-3456".bytes.span)?.value == 8_123_456)
  }

  @Test(arguments: [
    "", "-", "tidak ada", "0", "000000000", "999999999", "08123", "123456", "01234567890123456",
    "12345678901234567890123",
  ])
  func `refuses what is no number`(_ text: String) {
    #expect(PhoneNumber(parsing: text.bytes.span) == nil)
  }

  @Test func `reads any bytes without stopping`() {
    var random = Seeded(8)
    for _ in 0..<5_000 {
      let bytes = random.bytes(Int.random(in: 0...40, using: &random))
      if let number = PhoneNumber(parsing: bytes.span) { #expect(number.value < 10_000_000_000_000) }
    }
    #expect(PhoneNumber(value: 0) == nil)
  }
}
