import Records
import Testing

@testable import Intake

@Suite struct XMLFaultTests {
  struct Code: CustomTestStringConvertible {
    let fault: XMLFault
    let code: String
    var testDescription: String { code }
  }

  @Test(arguments: [
    Code(fault: .doctype(line: 7), code: "xml-doctype"), Code(fault: .tooDeep(line: 7), code: "xml-depth"),
    Code(fault: .tagTooLong(line: 7), code: "xml-tag-length"), Code(fault: .tooManyNames(line: 7), code: "xml-names"),
    Code(fault: .recordTooLarge(line: 7), code: "xml-record-size"),
    Code(fault: .malformed(line: 7, message: "x"), code: "xml-malformed"),
    Code(fault: .truncated(line: 7), code: "xml-truncated"), Code(fault: .encoding(line: 7), code: "xml-encoding"),
  ])
  func `codes are stable and every fault has its line`(_ example: Code) {
    #expect(example.fault.message.code == example.code)
    #expect(example.fault.line == 7)
  }

  @Test func `memory has no line`() {
    #expect(XMLFault.outOfMemory.line == nil)
    #expect(XMLFault.outOfMemory.message.code == "xml-memory")
  }

  @Test func `a field that is too long has the code that it has in CSV`() {
    #expect(XMLRowFault.fieldTooLong(column: 3).message.code == "field-too-long")
  }
}
