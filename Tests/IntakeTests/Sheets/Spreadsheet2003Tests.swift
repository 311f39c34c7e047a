import Records
import Testing

@testable import Intake

@Suite struct Spreadsheet2003Tests {
  private func book(_ sheets: String) -> String {
    """
    <?xml version="1.0"?>
    <?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
    <Styles><Style ss:ID="s1"><NumberFormat ss:Format="@"/></Style></Styles>\(sheets)</Workbook>
    """
  }

  private func cell(_ text: String, _ attributes: String = "", type: String = "String") -> String {
    "<Cell \(attributes)><Data ss:Type=\"\(type)\">\(text)</Data></Cell>"
  }

  private var header: String { "<Row>\(cell("NIP"))\(cell("Nama"))\(cell("Tgl Lahir"))\(cell("NIK"))</Row>" }

  @Test func `gaps of rows and cells, merged cells and types are understood`() throws {
    let read = try SheetReading(
      book(
        """
        <Worksheet ss:Name="Pegawai"><Table>
        <Row>\(cell("DAFTAR &amp; REKAP", "ss:MergeAcross=\"3\""))</Row>
        \(header)
        <Row ss:Index="5">\(cell("197904122005011001", type: "Number"))\(cell("Mel", "ss:MergeAcross=\"1\""))\
        \(cell("5.371021703790003E15", type: "Number"))</Row>
        <Row>\(cell("198011052006041003"))<Cell><ss:Data ss:Type="String"><B>Pau</B><Font>lus</Font></ss:Data>\
        <Comment><ss:Data>catatan</ss:Data></Comment></Cell>\(cell("1980-11-05T00:00:00.000", type: "DateTime"))</Row>
        <Row/>
        <Row>\(cell("197512242001121001"))\(cell("Kornelis"))\(cell("#REF!", type: "Error"))\
        <Cell ss:Formula="=A1"/></Row>
        <Row><Cell ss:Index="2"><Data ss:Type="String">tanpa NIP</Data></Cell></Row>
        </Table></Worksheet>
        """))
    #expect(read.fault == nil)
    #expect(read.reading.form.description == "xml-spreadsheet-2003")
    #expect(read.officials == ["5 Mel -", "6 Paulus 1980-11-05", "8 Kornelis -"])
    #expect(
      read.warnings == [
        "above-header  [1]", "cell-error Tgl Lahir [8]", "cell-no-value NIK [8]", "nik-damaged NIK [5]",
      ])
    #expect(read.setAside == ["missing-required 9"])
    #expect(read.counts == "4=3+1 1")
  }

  struct Percent: CustomTestStringConvertible {
    let testDescription: String
    var styles = ""
    var table = ""
    var columns = ""
    var row = ""
    var cell = ""
    var amount = "0.3"
    var isPercent = true
  }

  private static let style = #"<Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style>"#
  private static let plain = #"<Style ss:ID="n"><NumberFormat ss:Format="0.00"/></Style>"#

  @Test(arguments: [
    Percent(testDescription: "the cell's style", styles: style, cell: #"ss:StyleID="p""#),
    Percent(
      testDescription: "the format Percent", styles: #"<Style ss:ID="q"><NumberFormat ss:Format="Percent"/></Style>"#,
      cell: #"ss:StyleID="q""#),
    Percent(
      testDescription: "the parent of the cell's style",
      styles: style + #"<Style ss:ID="k" ss:Parent="p"><Font/></Style>"#, cell: #"ss:StyleID="k""#),
    Percent(testDescription: "the row's style", styles: style, row: #"ss:StyleID="p""#),
    Percent(
      testDescription: "the column's style", styles: style,
      columns: #"<Column ss:Index="2" ss:Span="1"/><Column ss:StyleID="p"/>"#),
    Percent(testDescription: "the table's style", styles: style, table: #"ss:StyleID="p""#),
    Percent(
      testDescription: "the style of all cells",
      styles: #"<Style ss:ID="Default"><NumberFormat ss:Format="0%"/></Style>"#),
    Percent(
      testDescription: "another style of the cell", styles: style + plain, row: #"ss:StyleID="p""#,
      cell: #"ss:StyleID="n""#, isPercent: false),
    Percent(
      testDescription: "parents that go round",
      styles: #"<Style ss:ID="a" ss:Parent="b"/><Style ss:ID="b" ss:Parent="a"/>"#, cell: #"ss:StyleID="a""#,
      isPercent: false),
  ])
  func `a format of percentages counts, wherever it is set`(_ example: Percent) throws {
    let names = ["Nama Penyedia", "NPWP", "Nama Pemilik", "Porsi Saham"].map { cell($0) }.joined()
    let read = try SheetReading(
      """
      <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
       xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>\(example.styles)</Styles>
      <Worksheet ss:Name="A"><Table \(example.table)>\(example.columns)<Row>\(names)</Row>
      <Row \(example.row)>\(cell("CV Lontar"))\(cell("01.417.094.8-922.000"))\(cell("Esau Mau"))\
      \(cell(example.amount, example.cell, type: "Number"))</Row></Table></Worksheet></Workbook>
      """)
    let share = example.isPercent ? Share(notation: .ofWhole, amount: 300_000) : Share(notation: .bare, amount: 300_000)
    #expect(read.reading.tables.vendorPeople.map(\.share) == [share])
  }

  @Test func `several sheets are several tables, a hidden one is said`() throws {
    let read = try SheetReading(
      book(
        """
        <Worksheet ss:Name="A"><Table>\(header)<Row>\(cell("197904122005011001"))\(cell("Mel"))</Row></Table></Worksheet>
        <Worksheet ss:Name="B"><Table><Row>\(cell("nip"))\(cell("hubungan"))\(cell("nama"))</Row>
        <Row>\(cell("197904122005011001"))\(cell("istri"))\(cell("Orpa"))</Row></Table>
        <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
        """))
    #expect(read.reading.datasets == [.officials, .relatives])
    #expect(read.warnings == ["hidden-sheet B [1]"])
    #expect(read.reading.tables.relatives.map(\.source.line) == [2])
  }

  @Test func `a file cut short gives its complete rows and its fault`() throws {
    let whole = book(
      """
      <Worksheet ss:Name="A"><Table>\(header)<Row>\(cell("197904122005011001"))\(cell("Mel"))</Row>
      <Row>\(cell("198011052006041003"))\(cell("Paulus"))</Row></Table></Worksheet>
      """)
    let end = try #require(whole.firstRange(of: "Paulus"))
    let read = try SheetReading(String(whole[..<end.lowerBound]))
    #expect(read.fault == "xml-truncated")
    #expect(read.officials == ["2 Mel -"])
  }

  @Test func `a row's number is no way to fill the memory`() throws {
    let read = try SheetReading(
      book(
        """
        <Worksheet ss:Name="A"><Table>\(header)<Row ss:Index="999999999"><Cell ss:Index="999999999" \
        ss:MergeAcross="999999999"><Data ss:Type="String">x</Data></Cell>\(cell("y"))</Row></Table></Worksheet>
        """))
    #expect(read.fault == nil)
    #expect(read.counts == "0=0+0 1")
  }

  @Test func `in UTF-16 too`() throws {
    let text = book(
      "<Worksheet ss:Name=\"A\"><Table>\(header)<Row>\(cell("197904122005011001"))\(cell("Mél"))</Row></Table></Worksheet>"
    )
    #expect(try SheetReading(text.wideBytes).officials == ["2 Mél -"])
  }
}
