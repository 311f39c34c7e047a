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
