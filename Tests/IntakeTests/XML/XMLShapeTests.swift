import Testing

@testable import Intake

@Suite struct XMLShapeTests {
  struct Shape: CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [String]
    var testDescription: String { name }
  }

  static let exports = [
    Shape(
      name: "Oracle: ROWSET of ROW",
      text: """
        <?xml version="1.0"?>
        <ROWSET>
         <ROW num="1"><NIP>197804122003122001</NIP><NAMA>Maria</NAMA></ROW>
         <ROW num="2"><NIP>197905132004011002</NIP></ROW>
        </ROWSET>
        """,
      rows: [
        "ROWSET/ROW @3 #0 ROW/num=1 ROW/NIP=197804122003122001 ROW/NAMA=Maria",
        "ROWSET/ROW @4 #1 ROW/num=2 ROW/NIP=197905132004011002",
      ]),
    Shape(
      name: "SQL Developer: COLUMN NAME with CDATA",
      text: """
        <RESULTS>
        \t<ROW>
        \t\t<COLUMN NAME="NIP"><![CDATA[1978]]></COLUMN>
        \t\t<COLUMN NAME="NAMA"><![CDATA[CV "A & B" <x>]]></COLUMN>
        \t</ROW>
        \t<ROW>
        \t\t<COLUMN NAME="NIP"><![CDATA[]]></COLUMN>
        \t\t<COLUMN NAME="NAMA"><![CDATA[PT C]]></COLUMN>
        \t</ROW>
        </RESULTS>
        """,
      rows: [
        #"RESULTS/ROW @2 #0 ROW/NIP=1978 ROW/NAMA=CV "A & B" <x>"#,
        "RESULTS/ROW @6 #1 ROW/NAMA=PT C",
      ]),
    Shape(
      name: "phpMyAdmin: one table element per row",
      text: """
        <?xml version="1.0" encoding="utf-8"?>
        <pma_xml_export version="1.0" xmlns:pma="https://www.phpmyadmin.net/some_doc_url/">
          <pma:structure_schemas>
            <pma:database name="simpeg" collation="utf8"><pma:table name="pegawai">CREATE TABLE x;</pma:table></pma:database>
          </pma:structure_schemas>
          <database name="simpeg">
            <!-- Table pegawai -->
            <table name="pegawai">
              <column name="nip">1978</column>
              <column name="nama_lengkap">Siti</column>
              <column name="alamat" null="true"></column>
            </table>
            <table name="keluarga"><column name="nip">1978</column><column name="hubungan">istri</column></table>
          </database>
        </pma_xml_export>
        """,
      rows: [
        "pma_xml_export/structure_schemas/database @4 #0 database/collation=utf8 database/table=CREATE TABLE x;"
          + " pma_xml_export/version=1.0",
        "pma_xml_export/database/table[pegawai] @8 #1 table/nip=1978 table/nama_lengkap=Siti pma_xml_export/version=1.0",
        "pma_xml_export/database/table[keluarga] @13 #2 table/nip=1978 table/hubungan=istri pma_xml_export/version=1.0",
      ]),
    Shape(
      name: "mysqldump: field name with xsi:nil",
      text: """
        <?xml version="1.0"?>
        <mysqldump xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <database name="sikap">
        \t<table_data name="penyedia">
        \t<row>
        \t\t<field name="npwp">01</field>
        \t\t<field name="nama" xsi:nil="true" />
        \t</row>
        \t</table_data>
        \t<table_data name="pemilik"><row><field name="nama" xsi:nil="true"/></row></table_data>
        </database>
        </mysqldump>
        """,
      rows: [
        "mysqldump/database/table_data[penyedia]/row @5 #0 row/npwp=01",
        "mysqldump/database/table_data[pemilik]/row @10 #1",
      ]),
    Shape(
      name: "mysql -X: resultset, prefix not declared",
      text: """
        <resultset statement="select 1"><row><field name="nip">1</field><field name="x" xsi:nil="true"/></row></resultset>
        """,
      rows: ["resultset/row @1 #0 row/nip=1 resultset/statement=select 1"]),
    Shape(
      name: "SQL Server: attributes, several roots",
      text: """
        <row nip="1978" nama="Siti &amp; Maria"/><row nip="1979"/>
        <row nama="Yohanes"/>
        """,
      rows: ["row @1 #0 row/nip=1978 row/nama=Siti & Maria", "row @1 #1 row/nip=1979", "row @2 #2 row/nama=Yohanes"]),
    Shape(
      name: "SQL Server: elements, several roots, xsi:nil",
      text: """
        <row xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><nip>1</nip><nama xsi:nil="true"/></row>
        <row><nip>2</nip><nama>B</nama></row>
        """,
      rows: ["row @1 #0 row/nip=1", "row @2 #1 row/nip=2 row/nama=B"]),
    Shape(
      name: "Navicat: RECORDS of RECORD",
      text: "<RECORDS>\r\n<RECORD>\r\n<nip>1</nip>\r\n<nama></nama>\r\n</RECORD>\r\n</RECORDS>\r\n",
      rows: ["RECORDS/RECORD @2 #0 RECORD/nip=1"]),
    Shape(
      name: "Access: names with _x0020_",
      text: """
        <dataroot xmlns:od="urn:schemas-microsoft-com:officedata">
        <Data_x0020_Pegawai><Nama_x0020_Lengkap>Siti</Nama_x0020_Lengkap><No_x002E__x005F_x>7</No_x002E__x005F_x>
        </Data_x0020_Pegawai>
        </dataroot>
        """,
      rows: ["dataroot/Data Pegawai @2 #0 Data Pegawai/Nama Lengkap=Siti Data Pegawai/No._x=7"]),
    Shape(
      name: "default namespace and prefixes",
      text: """
        <e:export xmlns:e="urn:a"><pegawai xmlns="urn:b" xml:lang="id"><nip>1</nip><e:nama e:asal="KTP">A</e:nama></pegawai>
        </e:export>
        """,
      rows: ["export/pegawai @1 #0 pegawai/nip=1 pegawai/nama=A pegawai/nama@asal=KTP"]),
  ]

  @Test(arguments: exports)
  func `reads every exporter's shape`(_ shape: Shape) {
    let reading = XMLReading(shape.text)
    #expect(reading.rows == shape.rows)
    #expect(reading.fault == nil)
  }

  static let nests = [
    Shape(
      name: "bidders before their package's own columns",
      text: """
        <nontender>
        <paket><peserta>
        <penyedia><nama>CV A</nama></penyedia>
        <penyedia npwp="02"/></peserta>
        <kode>P1</kode><nama>Jalan</nama></paket>
        <paket><kode>P2</kode></paket>
        </nontender>
        """,
      rows: [
        "nontender/paket @2 #0 paket/kode=P1 paket/nama=Jalan",
        "nontender/paket/peserta/penyedia @3 #1 penyedia/nama=CV A paket/kode=P1 paket/nama=Jalan",
        "nontender/paket/peserta/penyedia @4 #2 paket/kode=P1 paket/nama=Jalan penyedia/npwp=02",
        "nontender/paket @6 #3 paket/kode=P2",
      ]),
    Shape(
      name: "owners in vendors, three levels",
      text: """
        <r><v kode="1"><pemilik nama="A"><keluarga nama="B"/></pemilik><npwp>01</npwp></v></r>
        """,
      rows: [
        "r/v @1 #0 v/kode=1 v/npwp=01",
        "r/v/pemilik @1 #1 pemilik/nama=A v/kode=1 v/npwp=01",
        "r/v/pemilik/keluarga @1 #2 keluarga/nama=B pemilik/nama=A v/kode=1 v/npwp=01",
      ]),
    Shape(
      name: "an element in its like: the inner one's own columns win",
      text: "<r><u><n>Dinas</n><u><n>Bidang</n></u></u></r>",
      rows: ["r/u @1 #0 u/n=Dinas", "r/u/u @1 #1 u/n=Bidang"]),
    Shape(
      name: "an element in its like: what the inner one leaves out is not the outer one's",
      text: "<r><u><n>A</n><k>1</k><u><n>B</n><k>2</k></u><u><n>C</n></u></u></r>",
      rows: ["r/u @1 #0 u/n=A u/k=1", "r/u/u @1 #1 u/n=B u/k=2", "r/u/u @1 #2 u/n=C"]),
    Shape(
      name: "the root's columns before the first record go to all rows, later ones to none",
      text: """
        <export versi="2"><tanggal>2026-11-01</tanggal>
        <paket><kode>P1</kode></paket><jumlah>2</jumlah>
        <paket><kode>P2</kode></paket></export>
        """,
      rows: [
        "export/paket @2 #0 paket/kode=P1 export/versi=2 export/tanggal=2026-11-01",
        "export/paket @3 #1 paket/kode=P2 export/versi=2 export/tanggal=2026-11-01",
      ]),
    Shape(
      name: "a root without records in it is the record",
      text: "<paket kode=\"P1\"><nama>Jalan</nama></paket>", rows: ["paket @1 #0 paket/kode=P1 paket/nama=Jalan"]),
    Shape(
      name: "containers with attributes are records around records",
      text: "<r><unit kode=\"7\"><pegawai><nip>1</nip></pegawai></unit></r>",
      rows: ["r/unit @1 #0 unit/kode=7", "r/unit/pegawai @1 #1 pegawai/nip=1 unit/kode=7"]),
  ]

  @Test(arguments: nests)
  func `gives nested records the columns around them`(_ shape: Shape) {
    let reading = XMLReading(shape.text)
    #expect(reading.rows == shape.rows)
    #expect(reading.fault == nil)
  }

  static let values = [
    Shape(
      name: "entities and character references", text: "<n>A &amp; B &lt;&#233;&#xE9;&gt;</n>", rows: ["n=A & B <éé>"]),
    Shape(name: "blanks around a value", text: "<n>\n  Jl. El  Tari\t</n>", rows: ["n=Jl. El  Tari"]),
    Shape(
      name: "references in an attribute", text: "<x n='A &amp; B &#38;lt; &lt;&#38;#38;'/>",
      rows: ["n=A & B &lt; <&#38;"]),
    Shape(name: "blanks around an attribute", text: "<x n='  7 '/>", rows: ["n=7"]),
    Shape(name: "CDATA beside text", text: "<n>a<![CDATA[<b>]]>c</n>", rows: ["n=a<b>c"]),
    Shape(name: "a comment within a value", text: "<n>Ma<!-- x -->ria<?pi ?></n>", rows: ["n=Maria"]),
    Shape(name: "repeats are joined", text: "<n>1</n><m>x</m><n>2</n><n/><n>3</n>", rows: ["n=1;2;3 r/m=x"]),
    Shape(name: "an empty first repeat", text: "<n/><n>2</n>", rows: ["n=2"]),
    Shape(name: "an attribute and a child of one name", text: "<n>2</n><n>1</n>", rows: ["n=2;1"]),
    Shape(name: "an attribute beside a value", text: "<n npwp='01'>CV A</n>", rows: ["n=CV A r/n@npwp=01"]),
    Shape(name: "null with other attributes", text: "<n null='true' size='3'/><m>x</m>", rows: ["n@size=3 r/m=x"]),
    Shape(name: "a column called null", text: "<n><m>x</m></n><o>1</o>", rows: ["o=1"]),
    Shape(name: "text between elements is no value", text: "lalu <n>1</n> dan <m>2</m>", rows: ["n=1 r/m=2"]),
  ]

  @Test(arguments: values)
  func `reads values as they are meant`(_ shape: Shape) {
    let text = shape.text.hasPrefix("<x") ? shape.text.replacing("<x", with: "<r") : "<r>\(shape.text)</r>"
    let reading = XMLReading("<d><q>\(text)</q></d>")
    #expect(reading.rows.first == "d/q/r @1 #0 r/" + shape.rows[0])
    #expect(reading.fault == nil)
  }

  @Test func `an empty list or an empty row is no record, and its name is a column all the same`() {
    let reading = XMLReading("<r><paket><peserta/></paket><paket/><paket><kode>1</kode><peserta/></paket></r>")
    #expect(reading.rows == ["r/paket @1 #0 paket/kode=1"])
    let columns = ["paket/kode", "paket/peserta"]
    #expect(reading.kinds == [XMLRecordKind(path: "r/paket", columns: columns, isOwn: [true, true])])
  }

  @Test func `columns that turn up later stand at the end, and earlier rows lack them`() throws {
    let text = "<r><p><a>1</a><c>3</c></p><p><b>2</b><c>4</c></p></r>"
    var counts: [Int] = []
    let reader = try XMLRecordReader()
    try Array(text.utf8).withUnsafeBytes { try reader.read($0) { _, row in counts.append(row.fieldCount) } }
    try reader.finish { _, row in counts.append(row.fieldCount) }
    #expect(counts == [2, 3])
    #expect(reader.kinds == [XMLRecordKind(path: "r/p", columns: ["p/a", "p/c", "p/b"], isOwn: [true, true, true])])
  }
}
