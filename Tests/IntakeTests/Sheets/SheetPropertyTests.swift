import Records
import Testing

@testable import Intake

/// Whatever the bytes, nothing crashes and the counts add up.
@Suite struct SheetPropertyTests {
  private static let cells = [
    WorkbookMaker.row("DAFTAR"), WorkbookMaker.row("NIP", "Nama", "Tgl Lahir", "NIK"),
    "<row r='9'><c r='A9'><v>197904122005011001</v></c><c r='B9' t='s'><v>0</v></c><c s='1' r='C9'><v>28957</v></c></row>",
    WorkbookMaker.row("198011052006041003", "Paulus", "05/11/1980", "5302010511800001"),
    WorkbookMaker.row("", "tanpa NIP"),
  ]
  private static let page = """
    <html><body><h1>x</h1><table border=1><tr><th rowspan=2>NIP<th colspan=2>Nama<tr><td>a&nbsp;b<td>c
    <tr><td>197904122005011001<td>Mel<td>x<table><tr><td>1<td>2</table></table><table><tr><td>nip<td>nama
    <tr><td>198011052006041003<td>Paulus</table></body></html>
    """
  private static let book2003 = """
    <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="a"><Worksheet \
    ss:Name="A"><Table><Row><Cell><Data ss:Type="String">NIP</Data></Cell><Cell ss:Index="3"><Data>Nama</Data></Cell>\
    </Row><Row ss:Index="4"><Cell ss:MergeAcross="1"><Data ss:Type="Number">197904122005011001</Data></Cell><Cell>\
    <Data ss:Type="String">Mel</Data></Cell></Row></Table></Worksheet></Workbook>
    """

  private static func workbook(_ sheet: String) -> WorkbookMaker {
    WorkbookMaker(
      sheets: [("A", sheet), ("B", sheet)], strings: ["<t>Mel</t>"], formats: ["General", "dd/mm/yyyy"])
  }

  private func mutated(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0...4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: random.bytes(3, from: "<>/'\"= 9A&;".bytes), at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<4)
  func `any damage leaves rows read = accepted + set aside`(_ seed: Int) throws {
    var random = Seeded(UInt64(seed) + 77)
    let whole = Self.workbook(Self.cells.joined()).bytes
    for _ in 0..<40 {
      let sheet = String(decoding: mutated(Self.cells.joined().bytes, &random), as: UTF8.self)
      let inputs = [
        mutated(whole, &random), Self.workbook(sheet).bytes, mutated(Self.page.bytes, &random),
        mutated(Self.book2003.bytes, &random),
      ]
      for bytes in inputs {
        let read = try SheetReading(bytes)
        #expect(read.addsUp)
        #expect(read.reading.byteCount == bytes.count)
        #expect(read.reading.counts.quarantined == read.reading.quarantine.count)
      }
    }
  }

  @Test func `unharmed, all three say the same`() throws {
    #expect(try SheetReading(Self.workbook(Self.cells.joined()).bytes).counts == "6=4+2 0")
    #expect(try SheetReading(Self.page).counts == "3=2+1 0")
    #expect(try SheetReading(Self.book2003).counts == "1=1+0 0")
  }
}
