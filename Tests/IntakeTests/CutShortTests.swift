import Records
import Testing

@testable import Intake

/// Files that hold less than they seem to.
@Suite struct CutShortTests {
  private static func page(of stated: String) -> String {
    let row = #"["9001","Meja","Contoh","Selesai","1 Jt","a","b","c","Barang - TA 2020","4","Rp 1 Jt",null,null,"0"]"#
    return #"{"draw":1,"recordsTotal":\#(stated),"data":[\#(row)]}"#
  }

  @Test(arguments: ["40", "\"40\""])
  func `a page of SPSE's list says how many rows are on others`(_ stated: String) throws {
    let read = try JSONReading(Self.page(of: stated))
    #expect(read.counts == [1, 1, 0])
    #expect(read.warnings == ["json-page  [1]"])
    #expect(read.reading.warnings.sorted.first?.message.problem.contains("1 of 40 rows") == true)
  }

  @Test func `a list that is all there says nothing`() throws {
    #expect(try JSONReading(Self.page(of: "1")).warnings.isEmpty)
  }

  @Test func `a page that ends in a row sets that row aside and is named`() throws {
    let read = try SheetReading(
      "<html><table><tr><th>nip<th>nama<tr><td>197904122005011001<td>Mel<tr><td>198011052006041003<td>Pau")
    #expect(read.fault == "html-truncated")
    #expect(read.setAside == ["torn-line 3"])
    #expect(read.counts == "2=1+1 0")
  }

  struct Torn: CustomTestStringConvertible {
    let testDescription: String
    let end: String
    let line: Int
    let text: String
  }

  @Test(arguments: [
    Torn(testDescription: "in a value", end: "<pegawai><nip>1980", line: 3, text: "<pegawai><nip>1980"),
    Torn(
      testDescription: "in a start tag", end: "<pegawai><nip>1980</nip><na", line: 3,
      text: "<pegawai><nip>1980</nip><na"),
    Torn(testDescription: "behind a record's start tag", end: "<pegawai>", line: 3, text: "<pegawai>"),
    Torn(testDescription: "in a record's start tag", end: "<pega", line: 3, text: "<pega"),
    Torn(
      testDescription: "in a nested record", end: "<pegawai><nip>1</nip>\n<anak><nama>A</nama></anak><anak><na",
      line: 3, text: "<pegawai><nip>1</nip>\n<anak><nama>A</nama></anak><anak><na"),
    Torn(testDescription: "between records", end: "\n", line: 0, text: ""),
  ])
  func `an XML file that ends in a record sets it aside and is named`(_ torn: Torn) throws {
    let read = try SheetReading(
      "<data>\n<pegawai><nip>197904122005011001</nip><nama>Mel</nama></pegawai>\n\(torn.end)")
    #expect(read.fault == "xml-truncated")
    #expect(read.setAside == (torn.line > 0 ? ["torn-line \(torn.line)"] : []))
    #expect(read.reading.quarantine.map(\.text) == (torn.line > 0 ? [torn.text] : []))
    #expect(read.counts == (torn.line > 0 ? "2=1+1 0" : "1=1+0 0"))
  }

  @Test func `a packed workbook is refused as such`() throws {
    let book = WorkbookMaker(sheets: [("A", WorkbookMaker.row("NIP", "Nama"))]).bytes
    #expect(try SheetReading(Gzip.pack(book)).fault == "archive-packed")
  }

  @Test func `cells beyond the last column are told`() throws {
    let read = try SheetReading(
      "<table><tr><td>nip<td>nama<tr><td>197904122005011001<td>Mel"
        + String(repeating: "<td colspan=1000>", count: 17) + "<td>x</table>")
    #expect(read.warnings.contains { $0.hasPrefix("columns-beyond ") })
    #expect(read.counts == "1=1+0 0")
  }

  @Test func `a damaged packed page keeps the reason that its packing gives`() throws {
    let packed = Gzip.pack("<table><tr><td>nip<td>nama<tr><td>197904122005011001<td>Mel</table>".bytes)
    #expect(try SheetReading(Array(packed.dropLast(9))).fault == "gzip-truncated")
  }
}
