import Testing

@testable import Intake

@Suite struct CSVSplitterTests {
  private func read(_ splitter: CSVSplitter, _ line: String, isTerminated: Bool = true) -> CSVSplitter.Outcome {
    line.bytes.withUnsafeBufferPointer { splitter.read($0, isTerminated: isTerminated) }
  }

  private func fields(_ splitter: CSVSplitter) -> [String] {
    (0..<splitter.row.fieldCount).map { splitter.row.string($0) }
  }

  struct Row: CustomTestStringConvertible {
    let line: String
    let fields: [String]
    var testDescription: String { line.debugDescription }
  }

  @Test(arguments: [
    Row(line: "a,b\n", fields: ["a", "b"]), Row(line: "a,b\r\n", fields: ["a", "b"]),
    Row(line: "a,b\r", fields: ["a", "b"]),
    Row(line: "a,b", fields: ["a", "b"]), Row(line: ",\n", fields: ["", ""]), Row(line: "a,", fields: ["a", ""]),
    Row(line: "\"\"\n", fields: [""]), Row(line: "\"a,b\",c\n", fields: ["a,b", "c"]),
    Row(line: "\"a \"\"b\"\"\",c\n", fields: ["a \"b\"", "c"]), Row(line: "\" a \",b\n", fields: [" a ", "b"]),
    Row(line: " a , b \n", fields: ["a", "b"]), Row(line: "\"a\" ,b\n", fields: ["a", "b"]),
    Row(line: "a;b,c|d\te\n", fields: ["a;b", "c|d\te"]),
  ])
  func `splits a line into fields`(_ row: Row) {
    let splitter = CSVSplitter(delimiter: 0x2C)
    #expect(read(splitter, row.line, isTerminated: row.line.hasSuffix("\n") || row.line.hasSuffix("\r")) == .row)
    #expect(fields(splitter) == row.fields)
    #expect(!splitter.isOpen)
  }

  @Test(arguments: CSVDialect.delimiters)
  func `splits by each delimiter`(_ delimiter: UInt8) {
    let splitter = CSVSplitter(delimiter: delimiter)
    let mark = String(UnicodeScalar(delimiter))
    #expect(read(splitter, "a\(mark)\"b\(mark)c\"\(mark)\n") == .row)
    #expect(fields(splitter) == ["a", "b\(mark)c", ""])
  }

  @Test func `a quoted field goes on over lines`() {
    let splitter = CSVSplitter(delimiter: 0x2C)
    #expect(read(splitter, "a,\"b\r\n") == .open)
    #expect(splitter.isOpen)
    #expect(read(splitter, "\r\n") == .open)
    #expect(read(splitter, "c\",d\r\n") == .row)
    #expect(fields(splitter) == ["a", "b\r\n\r\nc", "d"])
    #expect(read(splitter, "e,f\n") == .row)
    #expect(fields(splitter) == ["e", "f"])
  }

  @Test(arguments: ["a\"b,c\n", "\"a\"b,c\n", "a,b\"\n", "\"a\"\"b\" \"c\"\n"])
  func `a stray quote is told, and the next line is read afresh`(_ line: String) {
    let splitter = CSVSplitter(delimiter: 0x2C)
    #expect(read(splitter, line) == .strayQuote)
    #expect(read(splitter, "c,d\n") == .row)
    #expect(fields(splitter) == ["c", "d"])
  }

  @Test func `a quote still open where the file ends is told`() {
    let splitter = CSVSplitter(delimiter: 0x2C)
    #expect(read(splitter, "a,\"b", isTerminated: false) == .openAtEnd)
    #expect(read(splitter, "c,d", isTerminated: false) == .row)
    #expect(fields(splitter) == ["c", "d"])
  }

  @Test(arguments: [65_535, 65_536])
  func `a field may be 64 KiB long`(_ count: Int) {
    let splitter = CSVSplitter(delimiter: 0x2C)
    let text = String(repeating: "k", count: count)
    #expect(read(splitter, "1,\(text),2\n") == .row)
    #expect(fields(splitter) == ["1", text, "2"])
  }

  @Test(arguments: [65_537, 70_000, 74_000, 500_000])
  func `and no longer`(_ count: Int) {
    let splitter = CSVSplitter(delimiter: 0x2C)
    let text = String(repeating: "k", count: count)
    #expect(read(splitter, "1,\(text),2\n") == .fieldTooLong)
    #expect(read(splitter, "1,\"\(text)\",2\n") == .fieldTooLong)
    #expect(read(splitter, "1,2\n") == .row)
    #expect(fields(splitter) == ["1", "2"])
  }

  @Test func `what is forgotten leaves nothing behind`() {
    let splitter = CSVSplitter(delimiter: 0x2C)
    #expect(read(splitter, "a,\"b\n") == .open)
    splitter.reset()
    #expect(!splitter.isOpen)
    #expect(read(splitter, "c,d\n") == .row)
    #expect(fields(splitter) == ["c", "d"])
  }
}
