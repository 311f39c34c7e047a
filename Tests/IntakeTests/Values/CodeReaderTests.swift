import Records
import Testing

@testable import Intake

@Suite struct CodeReaderTests {
  @Test(arguments: [
    ("10018467000", "10018467000"), ("'10018467000", "10018467000"), ("\u{2019}1001", "1001"),
    ("10018467000.0", "10018467000"), ("1001,00", "1001"), ("=\"10018467000\"", "10018467000"),
    ("=\"'1001.0\"", "1001"), ("PKT-12/2026", "PKT-12/2026"), ("1.03.2.15", "1.03.2.15"), ("12E5", "12E5"),
    ("1001.5", "1001.5"), ("1001.000", "1001.000"), ("1,0018467E+10", ""), ("1E+10", ""), ("1.0018467e10", ""),
  ])
  func `reads a code as it was before a spreadsheet had it`(_ text: String, _ code: String) {
    let bytes = text.bytes
    let found = CodeReader(bytes.span)
    #expect(String(decoding: bytes[found.range], as: UTF8.self) == code)
    #expect(found.isFloat == code.isEmpty)
  }

  @Test func `codes that were damaged and whole ones are the same package and vendor`() throws {
    let table = try SmallTable(
      """
      Kode Tender;Kode Penyedia;Nama Penyedia
      10018467000;1001;CV Contoh
      '10018467000;1001.0;CV Contoh
      10018467000.0;'1001;CV Contoh
      ="10018467000";="1001";CV Contoh
      1,0018467E+10;1001;CV Contoh

      """)
    #expect(Set(table.tables.bids.map { table.text($0.package.code) }) == ["10018467000"])
    #expect(Set(table.tables.bids.map { table.text($0.vendor.code) }) == ["1001"])
    #expect(table.aside == ["code-damaged@6"])
    #expect(table.warnings == ["code-damaged Kode Tender"])
  }
}
