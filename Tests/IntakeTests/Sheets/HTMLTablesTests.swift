import Foundation
import Records
import Testing

@testable import Intake

@Suite struct HTMLTablesTests {
  @Test func `what PHP scripts write is a table: nothing closed, nothing quoted`() throws {
    let read = try SheetReading(
      """
      <table border=1 cellpadding=2>
      <tr><td colspan=4 align=center><b>DAFTAR PEGAWAI<br>TAHUN&nbsp;2026</b>
      <tr bgcolor=#ccc><th>NIP<th>Nama &amp; Gelar<th>Nama<th>Tgl<br/>Lahir
      <tr><td>&nbsp;197904122005011001<td>x<td>Melkianus&nbsp;  Ndaumanu,<br>S.T.<td>12-04-1979
      <tr><td>198011052006041003<td><td>Pa&uuml;lus <i>Sonbay</i> < 5<td>
      <tr><td>&nbsp;<td>&nbsp;
      <tr><td colspan=2>Jumlah<td>2
      </table>
      """)
    #expect(read.fault == nil)
    #expect(read.reading.form.description == "html")
    #expect(read.officials == ["3 Melkianus Ndaumanu, S.T. 1979-04-12", "4 Paülus Sonbay < 5 -"])
    #expect(read.warnings == ["above-header  [1]"])
    #expect(read.setAside == ["nip-digits 6"])
    #expect(read.counts == "3=2+1 1")
  }

  @Test func `cells over several rows and columns leave the places that they cover empty`() throws {
    let read = try SheetReading(
      """
      <html><head><title>x</title><style>td {a:b}</style></head><body><p>Laporan</p><table><thead>
      <tr><th rowspan="2">No</th><th>NIP</th><th>Nama</th></tr></thead><tbody>
      <tr><td>197904122005011001</td><td>Mel</td></tr>
      <tr><td rowspan=2>2</td><td>198011052006041003</td><td>Paulus</td></tr>
      <tr><td>197512242001121001</td><td>Kornelis<script>var a = "<td>";</script></td></tr></tbody></table></body></html>
      """)
    #expect(read.officials == ["2 Mel -", "3 Paulus -", "4 Kornelis -"])
    #expect(read.counts == "3=3+0 0")
  }

  @Test func `several tables, one of them in another's cell, are tables of their own`() throws {
    let read = try SheetReading(
      """
      <html><body><table><tr><td>Menu<td>
        <table><tr><th>NIP<th>Nama<tr><td>197904122005011001<td>Mel</table>
      </table>
      <table><tr><td>nip<td>hubungan<td>nama<tr><td>197904122005011001<td>istri<td>Orpa</table>
      """)
    #expect(read.form?.tables.map(\.name) == ["table 1", "table 2", "table 3"])
    #expect(read.officials == ["3 Mel -"])
    #expect(read.reading.tables.relatives.map(\.source.line) == [5])
    #expect(read.reading.tables.relatives.map(\.source.position) == [2 << 32 | 5])
  }

  @Test func `encodings are told by the bytes, whatever the page declares`() throws {
    let page = "<html><meta charset=utf-16><table><tr><td>NIP<td>Nama<tr><td>197904122005011001<td>Mél Ω</table>"
    #expect(try SheetReading(page).officials == ["2 Mél Ω -"])
    #expect(try SheetReading([0xEF, 0xBB, 0xBF] + page.bytes).officials == ["2 Mél Ω -"])
    #expect(try SheetReading(page.wideBytes).officials == ["2 Mél Ω -"])
    let latin = page.replacing("él Ω", with: "\u{1}l").bytes.map { $0 == 1 ? 0xE9 : $0 }
    #expect(try SheetReading(latin).officials == ["2 Mél -"])
  }

  @Test func `a long page reads as a short one, wherever its chunks end`() throws {
    var page = "<TABLE><TR><TD>NIP</TD><TD>Nama</TD></TR>"
    for number in 0..<5_000 {
      page += "<TR><TD>19790412\(200_501)\(1_001 + number % 8)</TD><TD>Mél\(number)€</TD></TR>\n"
    }
    let read = try SheetReading(page + "</TABLE>")
    #expect(read.counts == "5000=5000+0 0")
    #expect(read.officials[4_321] == "4323 Mél4321€ -")
  }

  @Test(arguments: [
    "<tr><th rowspan=2>NIP<th rowspan=2>Nama<th colspan=2>Kelahiran<th rowspan=2>Jabatan",
    "<tr><td colspan=5>DAFTAR PEGAWAI<tr><td>NIP<td>Nama<td>Kelahiran<td><td>Jabatan",
  ])
  func `a header of two rows is one, as in other forms`(_ upper: String) throws {
    let lower =
      upper.contains("rowspan")
      ? "<tr><th>Tempat Lahir<th>Tanggal Lahir" : "<tr><td><td><td>Tempat Lahir<td>Tanggal Lahir<td>"
    let read = try SheetReading(
      "<html><table>\(upper)\(lower)<tr><td>197904122005011001<td>Mel<td>Soe<td>12-04-1979<td>Staf</table></html>")
    #expect(read.officials.map { $0.dropFirst() } == [" Mel 1979-04-12"])
    #expect(read.counts == "1=1+0 0")
    #expect(read.warnings.contains { $0.hasPrefix("header-group") })
    #expect(read.reading.tables.officials.map { read.reading.tables.arena.string($0.birthPlace) } == ["Soe"])
  }

  struct Refused: CustomTestStringConvertible {
    let why: String
    let page: String
    let code: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Refused(
      why: "a login",
      page: "<!DOCTYPE html><html><form><table><tr><td>User<td><input><tr><td>Sandi<td><input type='Password'></table>",
      code: "html-login"),
    Refused(why: "an error", page: "<html><h1>404</h1></html>", code: "html-no-table"),
    Refused(why: "a table for layout", page: "<html><table><tr><td>Maaf</table></html>", code: "html-no-table"),
    Refused(
      why: "depth", page: "<html>" + String(repeating: "<div>", count: 1_000) + "<table><tr><td>a<td>b",
      code: "html-depth"),
    Refused(
      why: "attributes", page: "<html><table " + (0..<2_000).map { "a\($0)=1 " }.joined() + "><tr><td>a<td>b",
      code: "html-tag-length"),
    Refused(
      why: "a tag that never ends", page: "<html><td a='" + String(repeating: "x", count: 200_000),
      code: "html-tag-length"),
    Refused(
      why: "tables without end", page: "<html>" + String(repeating: "<table></table>", count: 10_001),
      code: "sheet-count"),
  ])
  func `is refused with its reason`(_ refused: Refused) throws {
    let read = try SheetReading(refused.page)
    #expect(read.fault == refused.code)
    #expect(read.addsUp)
  }

  struct Look: CustomTestStringConvertible {
    let start: String
    let format: SheetFormat?
    var testDescription: String { start }
  }

  @Test(arguments: [
    Look(start: "<html>", format: .html), Look(start: "\n <!DOCTYPE HTML PUBLIC \"\">", format: .html),
    Look(start: "<?xml version='1.0'?><!-- x --><html xmlns='x'>", format: .html),
    Look(start: "<table border=1><TR><td>", format: .html),
    Look(start: "<br />\n<b>Notice</b>: <table><tr>", format: .html),
    Look(start: "<table name='pegawai'><column>x</column>", format: nil),
    Look(start: "<data><td1>x</td1>", format: nil),
    Look(start: "<ROWSET><ROW><NIP>", format: nil), Look(start: "nip,nama\n", format: nil),
    Look(start: "", format: nil),
    Look(start: "<!-- <html>", format: nil), Look(start: "<", format: nil),
    Look(start: "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", format: .spreadsheetML),
    Look(start: "<ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">", format: .spreadsheetML),
    Look(start: "<Workbook xmlns='urn:other'>", format: nil), Look(start: "PK\u{3}\u{4}", format: .xlsx),
  ])
  func `the form is told by the first bytes`(_ look: Look) { #expect(SheetFormat(look.start.bytes) == look.format) }
}
