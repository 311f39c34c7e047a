import Testing

/// A small whole file of one form, with words that mean something in that form; everyone in it is invented.
struct SmallFile: CustomTestStringConvertible, CustomStringConvertible {
  let description: String
  let bytes: [UInt8]
  let words: [String]
  /// Whether the changed bytes are packed, and the packed ones changed as well now and then.
  var isGzip = false

  var testDescription: String { description }

  /// The bytes as the file has them.
  func packed(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    guard isGzip else { return bytes }
    let packed = Gzip.pack(bytes)
    return Bool.random(using: &random) ? packed : Mutation.changed(packed, with: words, &random)
  }

  static let all = [
    csv, tabs, jsonCells, plainXML, nestedXML, list, lines, page, releases, statements, book2003, html, workbook,
    packedCSV, packedXML,
  ]

  private static let people = [
    ("197904122005011001", "Melkianus Contoh", "12-04-1979"), ("198011052006041003", "Paulus \u{E9}ngka", "05/11/1980"),
    ("197512242001121001", "Kornelis, S.T.", "1975-12-24"),
  ]
  private static let csvWords = [
    ";", "\"", "\"\"", "\n", "\r\n", "\r", ",", "\t", "|", "sep=,\n", "\0", "nip;nama", "=1+1",
  ]
  private static let xmlWords = [
    "<", ">", "</", "/>", "&", "&amp;", "&#0;", "&#x1F600;", "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>", "'", "\"",
    "<!DOCTYPE r>", "<nip>", "</r>", "xmlns='x'", "xsi:nil='true'", "\0",
  ]
  private static let jsonWords = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "1e999", "-0", "\"nip\":", "[[[[[[",
    "{\"a\":", "\n", "\0",
  ]
  private static let htmlWords = [
    "<table>", "</table>", "<tr>", "<td>", "<td colspan=99999>", "<th rowspan=9999>", "&nbsp;", "<!--", "<script>",
    "</html>", "<input type=password>", "<p>", "&#999999999;", "\0",
  ]

  private static let table =
    "nip;nama;tanggal_lahir\n" + people.map { "\($0.0);\"\($0.1)\";\($0.2)\n" }.joined()
  private static let csv = SmallFile(description: "CSV", bytes: table.bytes, words: csvWords)
  private static let tabs = SmallFile(
    description: "CSV in UTF-16", bytes: table.replacing(";", with: "\t").wideBytes, words: csvWords)
  private static let jsonCells = SmallFile(
    description: "CSV of JSON cells",
    bytes: "nip,nama,tanggal_lahir\n".bytes
      + people.map { "\"\($0.0)\",\"\($0.1.replacing("S", with: "\\\"S"))\",null\n" }.joined().bytes, words: csvWords)
  private static let plainXML = SmallFile(
    description: "XML",
    bytes: ("<?xml version='1.0'?>\n<r>\n"
      + people.map { "<p><nip>\($0.0)</nip><nama>\($0.1)</nama><tanggal_lahir>\($0.2)</tanggal_lahir></p>\n" }
      .joined() + "</r>\n").bytes, words: xmlWords)
  private static let nestedXML = SmallFile(
    description: "nested XML",
    bytes: """
      <data><paket kd_tender='9001' nama_paket='Meja &amp; kursi'><peserta kd_penyedia='5001'><nilai_penawaran>95000\
      </nilai_penawaran></peserta><peserta kd_penyedia='5002'/></paket><paket kd_tender='9002' nama_paket='Jalan'>\
      <peserta kd_penyedia='5001'/></paket></data>
      """.bytes, words: xmlWords)

  private static let objects = people.map { "{\"nip\":\"\($0.0)\",\"nama\":\"\($0.1)\",\"tanggal_lahir\":\"\($0.2)\"}" }
  private static let list = SmallFile(
    description: "JSON", bytes: "{\"status\":1,\"data\":[\n\(objects.joined(separator: ",\n"))\n]}".bytes,
    words: jsonWords)
  private static let lines = SmallFile(
    description: "JSON lines", bytes: (objects.joined(separator: "\n") + "\n").bytes, words: jsonWords)
  private static let page = SmallFile(
    description: "SPSE's list",
    bytes: """
      {"draw":1,"recordsTotal":2,"recordsFiltered":2,"data":[["9001","Meja","Pemprov Contoh","Selesai","1 Jt","a","b",\
      "c","Barang - TA 2020","4","Rp 1 Jt",null,null,"0"],["9002","Jalan <span class='label'>Ulang</span>","Kab. Contoh",\
      "Batal","2 M","a","b","c","Konstruksi - TA 2021","4","Nilai Kontrak belum dibuat",null,null,"0"]]}
      """.bytes, words: jsonWords)
  private static let releases = SmallFile(
    description: "OCDS",
    bytes: """
      {"releases":[{"ocid":"ocds-contoh-1","date":"2026-03-01T00:00:00Z","tender":{"id":"9001","title":"Meja","value":\
      {"amount":100,"currency":"IDR"}},"parties":[{"id":"5001","name":"CV Contoh","roles":["supplier"]}],"bids":\
      {"details":[{"id":"1","tenderers":[{"id":"5001","name":"CV Contoh"}],"value":{"amount":95}}]},"awards":[{"id":"1",\
      "status":"active","suppliers":[{"id":"5001","name":"CV Contoh"}]}]}]}
      """.bytes, words: jsonWords)
  private static let statements = SmallFile(
    description: "BODS",
    bytes: """
      [{"statementId":"1","recordId":"e","recordType":"entity","recordDetails":{"name":"PT Contoh","entityType":{"type":\
      "registeredEntity"}}},{"statementId":"2","recordId":"p","recordType":"person","recordDetails":{"names":[{"fullName":\
      "Melkianus Contoh"}],"birthDate":"1979-04-12"}},{"statementId":"3","recordId":"r","recordType":"relationship",\
      "recordDetails":{"subject":"e","interestedParty":"p","interests":[{"type":"shareholding","share":{"exact":60}}]}}]
      """.bytes, words: jsonWords)

  private static let book2003 = SmallFile(
    description: "XML Spreadsheet 2003",
    bytes: ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"a\">"
      + "<Worksheet ss:Name=\"A\"><Table><Row><Cell><Data ss:Type=\"String\">NIP</Data></Cell><Cell><Data>Nama</Data>"
      + "</Cell></Row>"
      + people.map {
        "<Row><Cell><Data ss:Type=\"String\">\($0.0)</Data></Cell><Cell><Data>\($0.1)</Data></Cell></Row>"
      }.joined() + "</Table></Worksheet></Workbook>").bytes,
    words: xmlWords + ["ss:Index=\"99999\"", "ss:MergeAcross=\"99999\"", "ss:Span=\"9\"", "<Row>", "<Cell>"])
  private static let html = SmallFile(
    description: "HTML",
    bytes: ("<html><body><table border=1><tr><th>NIP<th>Nama"
      + people.map { "<tr><td>\($0.0)<td>\($0.1)" }.joined() + "</table></body></html>").bytes, words: htmlWords)
  private static let workbook = SmallFile(
    description: "XLSX",
    bytes: WorkbookMaker(
      sheets: [("A", WorkbookMaker.row("NIP", "Nama") + people.map { WorkbookMaker.row($0.0, $0.1) }.joined())],
      strings: ["<t>x</t>"]
    ).bytes, words: xmlWords + ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}"])
  private static let packedCSV = SmallFile(
    description: "packed CSV", bytes: table.bytes, words: csvWords, isGzip: true)
  private static let packedXML = SmallFile(
    description: "packed XML", bytes: plainXML.bytes, words: xmlWords, isGzip: true)
}
