import Records
import Testing

@testable import Casework

@Suite struct CSVTableTests {
  private func text(_ cells: [String], _ delimiter: CaseworkSettings.Delimiter = .semicolon) -> String {
    let columns = cells.indices.map { Column("k\($0)", "c\($0)") }
    var table = CSVTable(columns, language: .indonesian, delimiter: delimiter)
    table.add(cells)
    return String(decoding: table.bytes, as: UTF8.self)
  }

  struct Cell: CustomTestStringConvertible {
    let value: String
    let written: String
    var testDescription: String { value.debugDescription }

    init(_ value: String, _ written: String) {
      self.value = value
      self.written = written
    }
  }

  @Test(arguments: [
    Cell("CV Mitra", "CV Mitra"), Cell("", ""), Cell("a;b", "\"a;b\""), Cell("a,b", "a,b"),
    Cell("dua\nbaris", "\"dua\nbaris\""), Cell("kata \"itu\"", "\"kata \"\"itu\"\"\""),
    Cell("=1+1", "'=1+1"), Cell("+62", "'+62"), Cell("-5", "'-5"), Cell("@a", "'@a"), Cell("\ta", "'\ta"),
    Cell("\ra", "\"'\ra\""), Cell("=\"x;y\"", "\"'=\"\"x;y\"\"\""), Cell("a=1", "a=1"),
  ])
  func `quotes where needed and neutralises formulas`(_ cell: Cell) {
    #expect(text([cell.value, "z"]) == "\u{FEFF}k0;k1\r\n\(cell.written);z\r\n")
  }

  @Test(arguments: CaseworkSettings.Delimiter.allCases)
  func `the delimiter is a setting`(_ delimiter: CaseworkSettings.Delimiter) {
    let sign = String(Unicode.Scalar(delimiter.rawValue))
    #expect(text(["a\(sign)b", "c"], delimiter) == "\u{FEFF}k0\(sign)k1\r\n\"a\(sign)b\"\(sign)c\r\n")
  }

  @Test func `reads back what it wrote`() {
    let cells = ["a;b", "kata \"itu\"", "dua\r\nbaris", "", "é"]
    var table = CSVTable(cells.map { Column($0, $0) }, language: .english, delimiter: .semicolon)
    table.add(cells)
    #expect(CSVTable.lines(of: table.bytes, delimiter: .semicolon) == [cells, cells])
    #expect(CSVTable.lines(of: Array(table.bytes.dropLast(3)), delimiter: .semicolon) == nil)
  }

  @Test(arguments: [(";", CaseworkSettings.Delimiter.semicolon), ("\t", .tab)])
  func `a configured delimiter is one of four characters`(text: String, delimiter: CaseworkSettings.Delimiter) {
    #expect(CaseworkSettings.Delimiter(text: text) == delimiter)
    #expect(CaseworkSettings.Delimiter(text: text + text) == nil)
    #expect(CaseworkSettings.Delimiter(text: ".") == nil)
  }
}
