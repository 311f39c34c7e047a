import Records
import Testing

@testable import Intake

@Suite struct XLSXFileTests {
  private let header = WorkbookMaker.row("NIP", "Nama", "Tanggal Lahir", "NIK")

  private func sheet(_ rows: String) throws -> SheetReading {
    try SheetReading(WorkbookMaker(sheets: [("Pegawai", rows)]).bytes)
  }

  @Test func `shared, own and formulas' texts are read, pronunciation and formats are not`() throws {
    var book = WorkbookMaker()
    book.strings = [
      "<t>NIP</t>", "<r><rPr><b/></rPr><t>Na</t></r><r><t>ma</t></r>", "<t>Mel</t><rPh sb='0' eb='1'><t>XX</t></rPh>",
      "<t>Paulus_x000D_ _x0041_</t>",
    ]
    book.sheets = [
      (
        "Pegawai",
        """
        <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>
        <row r='2'><c r='A2' t='str'><f>A9</f><v>197904122005011001</v></c><c r='B2' t='s'><v>2</v></c></row>
        <row r='3'><c r='A3'><v>198011052006041003</v></c><c r='B3' t='s'><v>3</v></c></row>
        <row r='4'><c r='A4'><v>197512242001121001</v></c><c r='B4' t='inlineStr'><is><r><t>Kor</t></r><r><t>nelis</t></r></is></c></row>
        """
      )
    ]
    let read = try SheetReading(book.bytes)
    #expect(read.fault == nil)
    #expect(read.officials == ["2 Mel -", "3 Paulus\r A -", "4 Kornelis -"])
    #expect(read.counts == "3=3+0 0")
    #expect(read.reading.form.description == "xlsx")
  }

  @Test func `rows and cells without references follow each other, gaps leave cells empty`() throws {
    let read = try sheet(
      """
      \(header)<row/><row r='7'><c r='D7' t='inlineStr'><is><t>5302010511800001</t></is></c>\
      <c r='A7'><v>198011052006041003</v></c><c t='inlineStr'><is><t>Paulus</t></is></c></row>\
      <row><c><v>197512242001121001</v></c><c t='inlineStr'><is><t>Kornelis</t></is></c></row>
      """)
    #expect(read.officials == ["7 Paulus -", "8 Kornelis -"])
    #expect(read.reading.tables.officials[0].nationalID != nil)
    #expect(read.counts == "2=2+0 1")
  }

  @Test func `long numbers stay as written, so that their damage is seen`() throws {
    let read = try sheet(
      """
      \(header)<row><c><v>1.9790412200501101E17</v></c><c t='inlineStr'><is><t>A</t></is></c></row>\
      <row><c><v>197904122005011001</v></c><c t='inlineStr'><is><t>B</t></is></c><c/><c><v>5.371021703790003E15</v></c></row>\
      <row><c><v>198011052006041003</v></c><c t='inlineStr'><is><t>C</t></is></c><c/><c><v>5302010511800000</v></c></row>
      """)
    #expect(read.setAside == ["nip-damaged 2"])
    #expect(read.warnings == ["nik-damaged NIK [3]", "nik-rounded NIK [4]"])
  }

  @Test(arguments: [false, true])
  func `numbers with a day's format are days, in both ways to count`(_ countsFrom1904: Bool) throws {
    var book = WorkbookMaker(countsFrom1904: countsFrom1904)
    book.formats = ["General", "dd/mm/yyyy", "[$-421]dd mmmm yyyy;@", "\"dy\"0.00_d"]
    let day = countsFrom1904 ? 42_922 : 44_384
    book.sheets = [
      (
        "Pegawai",
        header
          + WorkbookMaker.row("197904122005011001", "A").replacing("</row>", with: "<c s='1'><v>\(day)</v></c></row>")
          + WorkbookMaker.row("198011052006041003", "B").replacing(
            "</row>", with: "<c s='2'><v>\(day).75</v></c></row>")
          + WorkbookMaker.row("197512242001121001", "C").replacing("</row>", with: "<c s='3'><v>7</v></c></row>")
      )
    ]
    let read = try SheetReading(book.bytes)
    #expect(read.officials == ["2 A 2021-07-07", "3 B 2021-07-07", "4 C -"])
    #expect(read.warnings == ["date-unreadable Tanggal Lahir [4]"])
  }

  @Test func `a percentage is one, truth is a word, an error is empty`() throws {
    var book = WorkbookMaker()
    book.formats = ["General", "0.0%"]
    let name = WorkbookMaker.row("PT Contoh", "Mel", "Direktur")
    book.sheets = [
      (
        "Saham",
        WorkbookMaker.row("nama_perusahaan", "nama", "jabatan", "saham")
          + name.replacing("</row>", with: "<c s='1'><v>0.3</v></c></row>")
          + name.replacing("</row>", with: "<c s='0'><v>0.3</v></c></row>")
          + name.replacing("</row>", with: "<c t='e'><f>1/0</f><v>#DIV/0!</v></c></row>")
          + name.replacing("</row>", with: "<c><f>SUM(1)</f></c></row>")
          + name.replacing("</row>", with: "<c t='b'><v>1</v></c></row>")
          + name.replacing("</row>", with: "<c t='s'><v>99</v></c></row>")
      )
    ]
    let read = try SheetReading(book.bytes)
    #expect(
      read.reading.tables.vendorPeople.map { $0.share.notation } == [.ofWhole, .bare, .none, .none, .none, .none])
    #expect(
      read.warnings == ["cell-error saham [4, 7]", "cell-no-value saham [5]", "share-unreadable saham [6]"])
  }

  @Test func `titles above the header and a row of column numbers below it are passed over and said`() throws {
    let read = try sheet(
      WorkbookMaker.row("DAFTAR PEGAWAI") + "<row/>" + WorkbookMaker.row("Keadaan:", "November 2026") + header
        + WorkbookMaker.row("(1)", "(2)", "(3)", "(4)") + WorkbookMaker.row("197904122005011001", "Mel") + header
        + WorkbookMaker.row("Kupang, 23 November 2026"))
    #expect(read.form?.tables.map(\.headerRow) == [4])
    #expect(read.officials == ["6 Mel -"])
    #expect(read.warnings == ["above-header  [1, 3]", "column-numbers  [5]"])
    #expect(read.setAside == ["repeated-header 7", "nip-digits 8"])
    #expect(read.counts == "3=1+2 1")
  }

  @Test func `each sheet is a table of its own, hidden ones too`() throws {
    var book = WorkbookMaker(hidden: ["Keluarga"])
    book.sheets = [
      ("Pegawai", header + WorkbookMaker.row("197904122005011001", "Mel")),
      (
        "Keluarga",
        WorkbookMaker.row("nip", "hubungan", "nama", "hobi")
          + WorkbookMaker.row("197904122005011001", "istri", "Orpa", "")
          + WorkbookMaker.row("5371", "anak", "Imanuel", "x")
      ),
      ("Kosong", ""),
      ("Catatan", WorkbookMaker.row("hanya catatan")),
    ]
    let read = try SheetReading(book.bytes)
    #expect(read.form?.tables.map(\.name) == ["Pegawai", "Keluarga", "Kosong", "Catatan"])
    #expect(read.reading.datasets == [.officials, .relatives])
    #expect(read.reading.tables.relatives.map(\.source.position) == [1 << 32 | 2])
    #expect(read.warnings == ["hidden-sheet Keluarga [1]"])
    #expect(read.reading.form.unknownColumns == ["Keluarga!hobi", "Catatan!hanya catatan"])
    #expect(read.counts == "3=2+1 0")
    let scratch = try ScratchFolder()
    let path = try scratch.write(book.bytes, to: "buku.xlsx")
    let file = InputFolder.File(path: path, name: "buku.xlsx", byteCount: book.bytes.count)
    let inspection = Inspection(read.reading, of: file, night: try #require(CalendarDate(iso: "2026-11-23")))
    #expect(inspection.tables.map(\.sheet) == ["Pegawai", "Keluarga"])
    #expect(inspection.sheets.map(\.isHidden) == [false, true, false, false])
    #expect(inspection.sheets.map(\.headerRow) == [1, 1, 0, 1])
    #expect(inspection.tables.last?.columns.first?.column == "Keluarga!nip")
  }

  @Test func `a table that is no dataset has its fullest row for the header`() throws {
    let read = try sheet(
      WorkbookMaker.row("REKAP") + WorkbookMaker.row("satu", "dua", "tiga") + WorkbookMaker.row("1", "2", "4"))
    #expect(read.form?.tables.first?.columns == ["satu", "dua", "tiga"])
    #expect(read.counts == "1=1+0 0")
  }

  @Test func `a cell too long costs its row`() throws {
    let long = String(repeating: "x", count: 65_537)
    let read = try sheet(
      header + WorkbookMaker.row("197904122005011001", long) + WorkbookMaker.row("198011052006041003", "Paulus"))
    #expect(read.setAside == ["field-too-long 2"])
    #expect(read.officials == ["3 Paulus -"])
  }

  @Test func `a cell beside the table is said`() throws {
    let read = try sheet(header + WorkbookMaker.row("197904122005011001", "Mel", "", "", "", "cek lagi"))
    #expect(read.officials == ["2 Mel -"])
    #expect(read.warnings == ["outside-table  [2]"])
  }

  @Test func `evidence finds the rows of every sheet again`() throws {
    var book = WorkbookMaker()
    book.sheets = [
      ("Pegawai", header + WorkbookMaker.row("197904122005011001", "Mel")),
      (
        "Keluarga",
        WorkbookMaker.row("Daftar") + WorkbookMaker.row("nip", "hubungan", "nama")
          + WorkbookMaker.row("197904122005011001", "istri", "Orpa")
      ),
    ]
    let folder = try ScratchFolder()
    try folder.write(book.bytes, to: "pegawai.xlsx")
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let reading = try SourceReader(.init(night: night)).read([folder.path])
    let (official, relative) = (RowReference(.officials, 0), RowReference(.relatives, 0))
    let excerpts = reading.archive.excerpts(of: [official, relative], in: reading.registry)
    #expect(excerpts[official]?.fields.map(\.value) == ["197904122005011001", "Mel", "", ""])
    #expect(excerpts[relative]?.fields.map(\.column) == ["Keluarga!nip", "Keluarga!hubungan", "Keluarga!nama"])
    #expect(excerpts[relative]?.fields.map(\.value) == ["197904122005011001", "istri", "Orpa"])
    #expect(excerpts[relative]?.line == 3)
    #expect(excerpts[relative]?.byteOffset == nil)
  }
}
