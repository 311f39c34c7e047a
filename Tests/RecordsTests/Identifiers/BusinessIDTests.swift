import Records
import Testing

@Suite struct BusinessIDTests {
  @Test func `reads thirteen digits, and twelve as those with a lost zero`() throws {
    #expect(try BusinessID(parsing: "9120000100231".bytes.span).digits == "9120000100231")
    #expect(try BusinessID(parsing: "'9120 0001 00231".bytes.span).digits == "9120000100231")
    #expect(try BusinessID(parsing: "220000100231".bytes.span).digits == "0220000100231")
    #expect(
      try BusinessID(parsing: "220000100231".bytes.span) == (try BusinessID(parsing: "0220000100231".bytes.span)))
    #expect(BusinessID(value: 0) == nil)
  }

  struct Unusable: CustomTestStringConvertible {
    let text: String
    let fault: BusinessID.Fault
    var testDescription: String { text }
  }

  @Test(arguments: [
    Unusable(text: "", fault: .notDigits),
    Unusable(text: "503/12/SIUP/2011", fault: .notDigits),
    Unusable(text: "9,12E+12", fault: .notDigits),
    Unusable(text: "0000000000000", fault: .placeholder),
    Unusable(text: "91200001002", fault: .wrongLength(11)),
    Unusable(text: "91200001002310", fault: .wrongLength(14)),
  ])
  func `tells why a text is no usable NIB`(_ unusable: Unusable) {
    #expect(throws: unusable.fault) { try BusinessID(parsing: unusable.text.bytes.span) }
  }
}
