import Testing

@testable import Intake

@Suite struct XMLRecordReaderTests {
  static let documents = (XMLShapeTests.exports + XMLShapeTests.nests).map(\.text)

  @Test(arguments: documents, [1, 7, 4096])
  func `the pieces in which a file comes make no difference`(_ text: String, _ step: Int) {
    #expect(XMLReading(text, step: step) == XMLReading(text, step: 1 << 20))
  }

  /// Several slices of the parser, in which markup and characters fall on every kind of border.
  @Test(arguments: [1000, 4096, 65_536])
  func `the same holds for a long file`(_ step: Int) {
    var text = "<?xml version='1.0'?>\r\n<r>\r\n"
    for number in 0..<9000 {
      text += "<p no=\"\(number)>\"><n>Ñusa &amp; 🍦 \(number)</n><!-- \(number) < -->"
      text += "<m><![CDATA[]] \(number) ]>]]></m></p>\r\n"
    }
    text += "</r>"
    let whole = XMLReading(text, step: 1 << 22)
    #expect(whole.rows.count == 9000)
    #expect(whole.fault == nil)
    #expect(whole.rows.last == "r/p @9002 #8999 p/no=8999> p/n=Ñusa & 🍦 8999 p/m=]] 8999 ]>")
    #expect(XMLReading(text, step: step) == whole)
  }

  @Test func `lines beyond 65,535 are exact`() {
    var text = "<r>\n"
    var lines: [Int] = []
    var line = 2
    for number in 0..<30_000 {
      lines.append(line + 1)
      text += "<p\na='\(number)'>\n<n>x</n>\(number % 3 == 0 ? "\n" : "")</p>\n"
      line += number % 3 == 0 ? 4 : 3
    }
    let reading = XMLReading(text + "</r>")
    let found = reading.rows.map { row in Int(row.split(separator: " ")[1].dropFirst()) ?? 0 }
    #expect(found == lines)
    #expect(found.last.map { $0 > 65_535 } == true)
  }

  @Test func `a file cut short gives the outermost records that are complete`() {
    let text = "<r>\n<p><k>1</k><b><v>x</v></b></p>\n<p><k>2</k><b><v>y</v></b>\n"
    let reading = XMLReading(text)
    #expect(reading.rows == ["r/p @2 #0 p/k=1", "r/p/b @2 #1 b/v=x p/k=1"])
    #expect(reading.fault == .truncated(line: 4))
  }

  @Test(arguments: [
    "<r><p><k>1</k></p></r", "<r><p><k>1</k></p><!-- ", "<r><p><k>1</k></p><![CDATA[ ", "<r><p><k>1</k></p>&am",
    "<r><p><k>1</k></p>",
  ])
  func `an end inside of markup is an end too early`(_ text: String) {
    let reading = XMLReading(text)
    #expect(reading.rows == ["r/p @1 #0 p/k=1"])
    #expect(reading.fault == .truncated(line: 1))
  }

  struct Malformed: CustomTestStringConvertible {
    let text: String
    let line: Int
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Malformed(text: "<r>\n<p></q></r>", line: 2, message: "Opening and ending tag mismatch: p line 2 and q"),
    Malformed(text: "<r>\n\n<n>PT A & B</n></r>", line: 3, message: "xmlParseEntityRef: no name"),
    Malformed(text: "<r><n>&nbsp;</n></r>", line: 1, message: "Entity 'nbsp' not defined"),
    Malformed(text: "<r>\n<n a=\"x>1</n></r>", line: 2, message: "Unescaped '<' not allowed in attributes values"),
    Malformed(text: "<r>\n<n a=1>1</n></r>", line: 2, message: "AttValue: \" or ' expected"),
    Malformed(text: "<r a='1' a='2'/>", line: 1, message: "Attribute a redefined"),
    Malformed(text: "<r>\n</r>\nsisa", line: 3, message: "Text outside of the elements"),
    Malformed(text: "", line: 1, message: "No element found"),
    Malformed(text: "  \n ", line: 2, message: "No element found"),
    Malformed(text: "nip;nama\n1;2\n", line: 1, message: "Document is empty"),
    Malformed(text: "<r>\n<n>a\u{1}b</n></r>", line: 2, message: "PCDATA invalid Char value 1"),
    Malformed(text: "<r>\n<n>a\u{0}b</n></r>", line: 2, message: "NUL byte"),
  ])
  func `says where and why a file is not well-formed`(_ example: Malformed) {
    #expect(XMLReading(example.text).fault == .malformed(line: example.line, message: example.message))
  }

  @Test func `records before a fault are delivered, and the fault stays`() throws {
    let reader = try XMLRecordReader()
    let text = Array("<r><p><k>1</k></p><p><k>2</k></q></r>".utf8)
    var count = 0
    #expect(throws: XMLFault.self) {
      try text.withUnsafeBytes { try reader.read($0) { _, _ in count += 1 } }
      try reader.finish { _, _ in count += 1 }
    }
    #expect(count == 1)
    #expect(throws: XMLFault.self) { try text.withUnsafeBytes { try reader.read($0) { _, _ in count += 1 } } }
    #expect(throws: XMLFault.self) { try reader.finish { _, _ in count += 1 } }
    #expect(count == 1)
  }

  struct Long: CustomTestStringConvertible {
    let name: String
    let field: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Long(name: "text", field: "<n>\(String(repeating: "éxx", count: 100_000))</n>"),
    Long(name: "CDATA", field: "<n><![CDATA[\(String(repeating: "é]]", count: 100_000))]]></n>"),
    Long(name: "many pieces", field: "<n>\(String(repeating: "<![CDATA[é]]>&amp;", count: 100_000))</n>"),
    Long(name: "repeats", field: String(repeating: "<n>éé</n>", count: 100_000)),
  ])
  func `a field over 64 KiB sets its record aside and no other`(_ example: Long) throws {
    let reading = XMLReading("<r><p><k>1</k>\(example.field)</p><p><k>2</k></p></r>")
    #expect(reading.fault == nil)
    #expect(reading.rejected == [0])
    #expect(reading.rows.count == 2)
    #expect(try #require(reading.rows.first).contains("é\u{FFFD}") == false)
    #expect(reading.rows.last == "r/p @1 #1 p/k=2")
  }

  @Test func `a field of 64 KiB is taken`() {
    let field = String(repeating: "x", count: 65_536)
    #expect(XMLReading("<r><p><k>\(field)</k></p></r>").rejected.isEmpty)
    #expect(XMLReading("<r><p><k>\(field)x</k></p></r>").rejected == [0])
    #expect(XMLReading("<r><p><k>\(field)</k><k>1</k></p></r>").rejected == [0])
  }

  @Test func `a field over 64 KiB is not given to the records inside`() {
    let long = String(repeating: "x", count: 70_000)
    let reading = XMLReading("<r><p><k>1</k><n>\(long)</n><v><m>2</m></v></p></r>")
    #expect(reading.rejected == [0])
    #expect(reading.rows.last == "r/p/v @1 #1 v/m=2 p/k=1")
  }

  /// As in a dump: 30,000 rows within elements of which nobody knows whether columns follow.
  @Test func `tables around more rows than can wait are read like others`() {
    var text = "<dump><database name='x'><table_data name='t' jumlah='30000'>"
    for number in 0..<30_000 { text += "<row><field name='nip'>\(number)</field></row>" }
    text += "</table_data><table_data name='u'><row><field name='a'>1</field></row></table_data></database></dump>"
    let reading = XMLReading(text)
    #expect(reading.fault == nil)
    #expect(reading.rows.count == 30_002)
    #expect(reading.rows.first == "dump/database/table_data[t] @1 #0 table_data/jumlah=30000")
    #expect(
      reading.rows.suffix(2) == [
        "dump/database/table_data[t]/row @1 #30000 row/nip=29999 table_data/jumlah=30000",
        "dump/database/table_data[u]/row @1 #30001 row/a=1",
      ])
  }

  @Test(arguments: ["<p/>", "<p></p>\n", "<p><k/><b><v/></b></p>"])
  func `empty rows do not wait, however many they are`(_ row: String) {
    let reading = XMLReading("<r>\(String(repeating: row, count: 300_000))<p><k>1</k></p></r>")
    #expect(reading.fault == nil)
    #expect(reading.rows.count == 1)
    #expect(reading.rows.first?.hasSuffix("#0 p/k=1") == true)
  }

  @Test func `a record with more than 10,000 records in it is refused, not read by halves`() {
    let bidders = String(repeating: "<v><n>x</n></v>", count: 10_001)
    let before = XMLReading("<r>\n<p><k>1</k></p>\n<p><k>2</k>\(bidders)</p></r>")
    #expect(before.rows == ["r/p @2 #0 p/k=1"])
    #expect(before.fault == .recordTooLarge(line: 3))
    let after = XMLReading("<r>\n<p>\(bidders)<k>2</k></p></r>")
    #expect(after.fault == .recordTooLarge(line: 2))
  }

  @Test func `10,000 records in a record are read`() {
    let bidders = String(repeating: "<v><n>x</n></v>", count: 10_000)
    let reading = XMLReading("<r><p>\(bidders)<k>2</k></p></r>")
    #expect(reading.rows.count == 10_001)
    #expect(reading.rows.last == "r/p/v @1 #10000 v/n=x p/k=2")
  }
}
