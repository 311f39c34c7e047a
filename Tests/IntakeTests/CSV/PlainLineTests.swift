import Testing

@testable import Intake

@Suite("Lines that libcsv need not see")
struct PlainLineTests {
  private struct Split: Equatable {
    var outcome: CSVSplitter.Outcome
    var fields: [String] = []
  }

  private func split(_ line: [UInt8], _ delimiter: UInt8, plain: Bool) -> Split {
    let splitter = CSVSplitter(delimiter: delimiter, takesPlainLines: plain)
    let outcome = line.withUnsafeBufferPointer { splitter.read($0, isTerminated: line.last == 0x0A) }
    guard outcome == .row else { return Split(outcome: outcome) }
    return Split(outcome: outcome, fields: (0..<splitter.row.fieldCount).map { splitter.row.string($0) })
  }

  @Test("are split as libcsv splits them, whatever they hold", arguments: [0x2C, 0x3B, 0x09, 0x7C] as [UInt8])
  func agreesWithLibcsv(delimiter: UInt8) {
    var random = Seeded(UInt64(delimiter))
    let alphabet: [UInt8] = [delimiter, delimiter, 0x22, 0x22, 0x20, 0x09, 0x61, 0x62, 0x63, 0x27, 0xC3, 0xA9]
    let bare: [UInt8] = [delimiter, 0x61, 0x62, 0x20, 0x31]
    var rows = 0
    for turn in 0..<60_000 {
      let letters = turn.isMultiple(of: 2) ? alphabet : bare
      var line = random.bytes(Int.random(in: 1...40, using: &random), from: letters)
      line += [[0x0A], [0x0D, 0x0A], []][Int.random(in: 0...2, using: &random)]
      let expected = split(line, delimiter, plain: false)
      #expect(split(line, delimiter, plain: true) == expected, "\(String(decoding: line, as: UTF8.self))")
      if expected.outcome == .row { rows += 1 }
    }
    #expect(rows > 20_000)
  }

  @Test(
    "may have quotes from end to end of a field",
    arguments: [
      ("a;b\n", true), ("\"a\";\"b;c\"\r\n", true), (" \"a\" ; b \n", true), ("\"\";\"\"", true), (";;\n", true),
      ("\"a\"\"b\";c\n", false), ("a\"b;c\n", false), ("\"a;b\n", false), ("\"a\"x;b\n", false), ("\n", false),
    ])
  func takesQuotedFields(line: String, isPlain: Bool) {
    var row = GatheredRow()
    defer { row.free() }
    let answer = line.bytes.withUnsafeBufferPointer { PlainLine($0, delimiter: 0x3B)?.split(into: &row) }
    #expect(answer == isPlain)
  }
}
