import Records
import Testing

@testable import Intake

@Suite struct XLSXAttackTests {
  private static let rows =
    WorkbookMaker.row("NIP", "Nama") + WorkbookMaker.row("197904122005011001", "Mel")
    + WorkbookMaker.row("198011052006041003", "Paulus")
  private static let book = WorkbookMaker(sheets: [("Pegawai", rows)])

  struct Attack: CustomTestStringConvertible {
    let why: String
    let code: String
    let bytes: [UInt8]
    var testDescription: String { why }
  }

  private static func with(_ change: (inout ZipMaker) -> Void) -> [UInt8] {
    var zip = book.zip
    change(&zip)
    return zip.bytes
  }

  private static func alone(_ name: String, _ text: String = "<x/>") -> [UInt8] {
    var zip = ZipMaker()
    zip.add(name, text.bytes)
    return zip.bytes
  }

  private static func replacing(_ name: String, _ text: String) -> [UInt8] {
    var zip = ZipMaker()
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let parts = [
      "xl/workbook.xml": "<workbook><sheets><sheet name='A' id='a'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships><Relationship Id='a' Type='\(types)/worksheet' Target='a.xml'/></Relationships>",
      "xl/a.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
    ]
    for (part, content) in parts.sorted(by: { $0.key < $1.key }) {
      zip.add(part, (part == name ? text : content).bytes)
    }
    return zip.bytes
  }

  @Test(arguments: [
    Attack(why: "a path upwards", code: "archive-path", bytes: with { $0.add("xl/../../etc/x", []) }),
    Attack(why: "a path from the root", code: "archive-path", bytes: with { $0.add("/etc/x", []) }),
    Attack(why: "a drive", code: "archive-path", bytes: with { $0.add("C:\\x", []) }),
    Attack(why: "two parts of one name", code: "archive-path", bytes: with { $0.add("XL/Workbook.xml", []) }),
    Attack(why: "an encrypted part", code: "archive-encrypted", bytes: encrypted),
    Attack(why: "no end", code: "archive-broken", bytes: book.bytes.dropLast(30)),
    Attack(why: "a Word document", code: "file-kind", bytes: alone("word/document.xml")),
    Attack(why: "OpenDocument", code: "file-kind", bytes: alone("content.xml")),
    Attack(why: "files in a ZIP", code: "file-kind", bytes: alone("pegawai.csv")),
    Attack(why: "no parts at all", code: "file-kind", bytes: ZipMaker().bytes),
    Attack(why: "no list of relationships", code: "archive-part", bytes: alone("xl/workbook.xml")),
    Attack(
      why: "an entity", code: "xml-doctype", bytes: replacing("xl/a.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")),
    Attack(why: "broken XML", code: "xml-malformed", bytes: replacing("xl/a.xml", "<worksheet></sheetData>")),
    Attack(why: "a sheet cut short", code: "xml-truncated", bytes: replacing("xl/a.xml", "<worksheet><sheetData>")),
    Attack(
      why: "a last column in each row", code: "sheet-size",
      bytes: replacing(
        "xl/a.xml",
        "<worksheet><sheetData>" + String(repeating: "<row><c r='XFD1'><v>1</v></c></row>", count: 400)
          + "</sheetData></worksheet>")),
  ])
  func `is refused with its reason`(_ attack: Attack) throws {
    let read = try SheetReading(attack.bytes)
    #expect(read.fault == attack.code)
    #expect(read.reading.byteCount == attack.bytes.count)
    #expect(read.addsUp)
  }

  private static var encrypted: [UInt8] {
    var zip = ZipMaker()
    zip.add("xl/workbook.xml", Array("<workbook/>".utf8), flags: 1)
    return zip.bytes
  }

  @Test func `a part made to swell is refused while it is unpacked`() throws {
    var zip = ZipMaker()
    zip.addSwollen("xl/workbook.xml", "<workbook>", blanks: 66 << 20)
    #expect(zip.bytes.count < 1 << 20)
    #expect(try SheetReading(zip.bytes).fault == "archive-size")
  }

  @Test func `a part that is not what its checksum says is refused`() throws {
    let whole = Self.book.bytes
    let place = try #require(whole.indices.first { whole[$0...].starts(with: "Paulus".bytes) })
    var damaged = whole
    damaged[place] = 0x50 ^ 0x20
    let read = try SheetReading(damaged)
    #expect(read.fault == "archive-broken")
    #expect(read.addsUp)
  }

  @Test func `a part beyond the workbook is never asked for`() throws {
    let read = try SheetReading(
      Self.replacing(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='a' Type='x/worksheet' Target='http://x.invalid/' TargetMode='External'/></Relationships>"
      ))
    #expect(read.fault == "no-rows")
    #expect(read.counts == "0=0+0 0")
  }
}
