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
