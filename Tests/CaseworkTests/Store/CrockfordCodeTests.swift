import Testing

@testable import Casework

@Suite struct CrockfordCodeTests {
  struct Written: CustomTestStringConvertible {
    let value: UInt64
    let text: String?
    var testDescription: String { text ?? "\(value)" }
  }

  // The check symbol is the value modulo 37; 32 to 36 are the signs * ~ $ = U, which have no code here.
  @Test(arguments: [
    Written(value: 0, text: "0000-0000-0"),
    Written(value: 1, text: "0000-0001-1"),
    Written(value: 31, text: "0000-000Z-Z"),
    Written(value: 32, text: nil),
    Written(value: 36, text: nil),
    Written(value: 37, text: "0000-0015-0"),
    Written(value: 0xFF_FFFF_FFFF, text: "ZZZZ-ZZZZ-F"),
  ])
  func `writes eight symbols and the check symbol`(_ example: Written) {
    #expect(CrockfordCode(example.value)?.text == example.text)
  }

  @Test(arguments: ["0000-0015-0", "000000150", "oooo-ooi5-O", "0000 00L5 0"])
  func `reads a code as people type it`(_ typed: String) {
    #expect(CrockfordCode(typed: typed)?.text == "0000-0015-0")
  }

  @Test(arguments: ["0000-0015-1", "0000-0051-0", "0000-0015", "0000-001U-0", ""])
  func `refuses a slip of the pen`(_ typed: String) {
    #expect(CrockfordCode(typed: typed) == nil)
  }
}
