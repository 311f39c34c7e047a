import Records
import Testing

@testable import Intake

@Suite struct CSVReaderTests {
  struct Broken: CustomTestStringConvertible {
    let why: String
    let text: String
    /// `code@line` of each row that is set aside.
    let reasons: [String]
    /// The first field of each row that is accepted.
    let accepted: [String]
    var testDescription: String { why }
  }

  private static let kib64 = String(repeating: "k", count: 65_537)

  @Test(arguments: [
    Broken(why: "fewer fields", text: "a,b,c\n1,2\n2,3,4\n", reasons: ["too-few-fields@2"], accepted: ["2"]),
    Broken(why: "more fields", text: "a,b,c\n1,2,3,4\n2,3,4\n", reasons: ["too-many-fields@2"], accepted: ["2"]),
    Broken(why: "a stray quote", text: "a,b\n1,x\"y\n2,z\n", reasons: ["stray-quote@2"], accepted: ["2"]),
    Broken(why: "text behind a quote", text: "a,b\n1,\"x\"y\n2,z\n", reasons: ["stray-quote@2"], accepted: ["2"]),
    Broken(
      why: "a quote never closed", text: "a,b\n1,\"x\n2,y\n3,z\n", reasons: ["open-quote@2"], accepted: ["2", "3"]),
    Broken(why: "a NUL byte", text: "a,b\n1,x\u{0}y\n2,z\n", reasons: ["nul-byte@2"], accepted: ["2"]),
    Broken(why: "a field over 64 KiB", text: "a,b\n1,\(kib64)\n2,z\n", reasons: ["field-too-long@2"], accepted: ["2"]),
    Broken(
      why: "a quoted field over 64 KiB", text: "a,b\n1,\"\(kib64)\"\n2,z\n", reasons: ["field-too-long@2"],
      accepted: ["2"]),
    Broken(
      why: "a repeated header", text: "a,b\n1,2\na,b\n3,4\n", reasons: ["repeated-header@3"], accepted: ["1", "3"]),
    Broken(
      why: "a repeated header, quoted", text: "a,b\n\"a\",\"b\"\n3,4\n", reasons: ["repeated-header@2"], accepted: ["3"]
    ),
    Broken(why: "a torn last line", text: "a,b,c\n1,2,3\n4,5", reasons: ["torn-line@3"], accepted: ["1"]),
    Broken(why: "a last line torn in a quote", text: "a,b\n1,2\n4,\"5", reasons: ["torn-line@3"], accepted: ["1"]),
    Broken(why: "a whole last line without its end", text: "a,b\n1,2\n4,5", reasons: [], accepted: ["1", "4"]),
    Broken(
      why: "a last line with more fields and no end", text: "a,b\n1,2\n4,5,6", reasons: ["too-many-fields@3"],
      accepted: ["1"]),
    Broken(
      why: "one broken row of each kind", text: "a,b\n1\n1,2,3\nx\"y,1\na,b\n\u{0},1\n7,8\n9",
      reasons: [
        "too-few-fields@2", "too-many-fields@3", "stray-quote@4", "repeated-header@5", "nul-byte@6", "torn-line@8",
      ], accepted: ["7"]),
  ])
  func `sets a row aside for its reason and reads on`(_ broken: Broken) throws {
    let file = try CSVFile(broken.text)
    #expect(file.reasons == broken.reasons)
    #expect(file.rows.map(\.fields.first) == broken.accepted)
    file.checkPlaces(broken.text.bytes)
  }

  @Test func `an open quote that meets a later one costs its first line only`() throws {
    let text = "a,b\n1,\"x\n2,\"y\"\n3,z\n"
    let file = try CSVFile(text)
    #expect(file.aside.map(\.line) == [2])
    #expect(file.fields == [["2", "y"], ["3", "z"]])
    file.checkPlaces(text.bytes)
  }

  @Test func `a stray quote on a last line without an end is not a torn line`() throws {
    #expect(try CSVFile("a,b\n1,2\n3,\"x\"y").reasons == ["stray-quote@3"])
    #expect(try CSVFile("a,b\n1,2\n3,x\"y").reasons == ["stray-quote@3"])
  }

  @Test func `a row without its required fields is set aside with the message it is given`() throws {
    let message = Diagnostic.Message(code: "missing-required", problem: "p", remedy: "r")
    let bytes = "a,b\n1,2\n,4\n5,6\n".bytes
    let file = try CSVFile(bytes) { $0[0].isEmpty ? message : nil }
    #expect(file.reasons == ["missing-required@3"])
    #expect(file.fields == [["1", "2"], ["5", "6"]])
    file.checkPlaces(bytes)
  }

  @Test(arguments: [998, 999, 1_000, 1_500])
  func `a quoted field goes on for a thousand lines and no more`(_ more: Int) throws {
    let inner = String(repeating: "x\n", count: more)
    let text = "a,b\n1,\"\(inner)\"\n2,y\n"
    let file = try CSVFile(text)
    // The row takes one line more than there are line ends in it.
    if more + 1 <= 1_000 {
      #expect(file.reasons.isEmpty)
      #expect(file.fields == [["1", inner], ["2", "y"]])
    } else {
      #expect(file.reasons.first == "open-quote@2")
      #expect(file.rows.last?.fields == ["2", "y"])
      #expect(file.rows.last?.line == more + 3)
    }
    file.checkPlaces(text.bytes)
  }

  @Test func `a quoted field of many lines is bounded at 64 KiB, and reading goes on with the next line`() throws {
    let long = String(repeating: "k", count: 1_000)
    let text = "a,b\n1,\"\(long)\n" + (2...90).map { "\($0),\(long)\n" }.joined() + "91,\"z\"\n"
    let file = try CSVFile(text)
    #expect(file.reasons == ["open-quote@2"])
    #expect(file.rows.map(\.fields.first) == (2...91).map { String($0) })
    #expect(file.rows.map(\.line) == Array(3...92))
    file.checkPlaces(text.bytes)
  }

  @Test func `each of many quotes that are never closed costs its own row`() throws {
    var text = "a,b\n"
    for number in 1...40 { text += "\(number),\"x\n" + String(repeating: "y,z\n", count: 1_100) }
    let file = try CSVFile(text)
    #expect(file.counts.quarantined == 40)
    #expect(file.counts.accepted == 40 * 1_100)
    file.checkPlaces(text.bytes)
  }

  @Test func `blank lines and rows of empty cells are counted and no rows`() throws {
    let text = "a,b\n\n1,2\n   \n\r\n,\n\"\",\"\"\n3,4\n\n"
    let file = try CSVFile(text)
    #expect(file.counts.blank == 6)
    #expect(file.fields == [["1", "2"], ["3", "4"]])
    #expect(file.rows.map(\.line) == [3, 8])
    #expect(file.counts.read == 2)
    file.checkPlaces(text.bytes)
  }

  @Test(arguments: ["\t", " \t ", "\t\t"])
  func `a line of tabs is blank too`(_ blank: String) throws {
    let text = "a,b\n1,2\n\(blank)\n3,4\n\(blank)\n"
    let file = try CSVFile(text)
    #expect(file.fields == [["1", "2"], ["3", "4"]])
    #expect(file.rows.map(\.line) == [2, 4])
    #expect(file.counts.blank == 2)
    #expect(file.reasons.isEmpty)
  }

  @Test func `a line of blanks inside a quoted field belongs to it`() throws {
    let text = "a,b\n1,\"x\n\n \ny\"\n"
    let file = try CSVFile(text)
    #expect(file.fields == [["1", "x\n\n \ny"]])
    #expect(file.counts.blank == 0)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `reads on beyond line 65,536 with exact places`(_ end: String) throws {
    let count = 70_000
    let text = "a,b\(end)" + (1...count).map { "\($0),x\(end)" }.joined() + "y\(end)"
    let file = try CSVFile(text)
    #expect(file.rows.count == count)
    #expect(file.rows[65_535].line == 65_537)
    #expect(file.rows.last?.fields == ["70000", "x"])
    #expect(file.rows.last?.line == 70_001)
    #expect(file.reasons == ["too-few-fields@70002"])
    var offset = "a,b\(end)".utf8.count
    for row in file.rows {
      if row.offset != offset { Issue.record("line \(row.line) is misplaced") }
      offset += "\(row.fields[0]),x\(end)".utf8.count
    }
  }

  @Test func `a line of three mebibytes costs itself`() throws {
    let text = "a,b\n1,2\n3," + String(repeating: "x", count: 3 << 20) + "\n4,5\n"
    let file = try CSVFile(text)
    #expect(file.reasons == ["line-too-long@3"])
    #expect(file.fields == [["1", "2"], ["4", "5"]])
    #expect(file.rows.last?.line == 4)
    file.checkPlaces(text.bytes)
  }

  @Test func `a long line inside an open quote costs the row that opened it, then itself`() throws {
    let text = "a,b\n1,\"2\n3," + String(repeating: "x", count: 3 << 20) + "\n4,5\n"
    let file = try CSVFile(text)
    #expect(file.aside.map(\.line) == [2, 3])
    #expect(file.fields == [["4", "5"]])
  }

  @Test func `lines with foreign bytes are told and read as Windows-1252`() throws {
    let bytes = "a,b\n1,caf\u{E9}\n2,Ma\u{2019}u\n3,Ma".bytes + [0x92] + "u\n4,x\n".bytes
    let file = try CSVFile(bytes)
    #expect(file.dialect.encoding == .utf8)
    #expect(file.foreignLines == [4])
    #expect(file.fields == [["1", "caf\u{E9}"], ["2", "Ma\u{2019}u"], ["3", "Ma\u{2019}u"], ["4", "x"]])
    file.checkPlaces(bytes)
  }

  @Test func `a line with foreign bytes is told once, also where it is read twice`() throws {
    let bytes = "a,b\n1,caf\u{E9} Ma\u{2019}u \u{E9}\n2,\"x\n3,Ma".bytes + [0x92] + "u\n4,y\n".bytes
    let file = try CSVFile(bytes)
    #expect(file.reasons == ["open-quote@3"])
    #expect(file.foreignLines == [4])
  }

  struct Encoded: CustomTestStringConvertible {
    let why: String
    let bytes: [UInt8]
    var testDescription: String { why }
  }

  private static let table = "nip;nama\r\n1;\"Ma\u{2019}u;\r\nJos\u{E9}\"\r\n\r\n2;x\r\n"

  @Test(arguments: [
    Encoded(why: "UTF-8", bytes: table.bytes), Encoded(why: "UTF-8 with a mark", bytes: "\u{FEFF}".bytes + table.bytes),
    Encoded(why: "UTF-16 LE", bytes: CSVSnifferTests.utf16(table, isLittle: true)),
    Encoded(why: "UTF-16 BE", bytes: CSVSnifferTests.utf16(table, isLittle: false)),
    Encoded(
      why: "Windows-1252",
      bytes: "nip;nama\r\n1;\"Ma".bytes + [0x92] + "u;\r\nJos".bytes + [0xE9] + "\"\r\n\r\n2;x\r\n".bytes),
  ])
  func `the same table is read from each encoding`(_ encoded: Encoded) throws {
    let file = try CSVFile(encoded.bytes)
    #expect(file.header == ["nip", "nama"])
    #expect(file.fields == [["1", "Ma\u{2019}u;\r\nJos\u{E9}"], ["2", "x"]])
    #expect(file.rows.map(\.line) == [2, 5])
    #expect(file.counts.blank == 1)
    #expect(file.foreignLines.isEmpty)
    file.checkPlaces(encoded.bytes)
  }

  @Test func `a letter whose UTF-16 bytes are blanks is no blank line`() throws {
    let bytes = CSVSnifferTests.utf16("nip;nama\n1;x\n\u{0D20}\n", isLittle: false)
    let file = try CSVFile(bytes)
    #expect(file.counts.blank == 0)
    #expect(file.reasons == ["too-few-fields@3"])
  }

  @Test func `JSON cells are read as what they stand for`() throws {
    let text =
      "a,b,c\n2025,\"D \\\"107\\\"\",null\n,\"x\\r\\ny, z\",1399818654.61\nnull,\"\",\"\"\n7,\"l\\u00e9\",\"null\""
    let file = try CSVFile(text)
    #expect(file.dialect.form == "csv , utf-8 json-cells")
    #expect(
      file.fields == [["2025", "D \"107\"", ""], ["", "x\r\ny, z", "1399818654.61"], ["7", "l\u{E9}", "null"]])
    #expect(file.counts.blank == 1)
    #expect(file.reasons.isEmpty)
    file.checkPlaces(text.bytes)
  }

  @Test func `exports with JSON cells that were joined keep their second header out`() throws {
    let text = "a,b,c\n2025,\"D \\\"107\\\"\",null\na,b,c\n2026,\"x\",null\n"
    let file = try CSVFile(text)
    #expect(file.fields == [["2025", "D \"107\"", ""], ["2026", "x", ""]])
    #expect(file.reasons == ["repeated-header@3"])
  }

  @Test func `a sep= line is passed over and counted in line numbers`() throws {
    let text = "sep=;\r\na;b\r\n1,5;2\r\n"
    let file = try CSVFile(text)
    #expect(file.header == ["a", "b"])
    #expect(file.rows == [.init(fields: ["1,5", "2"], line: 3, offset: 12)])
  }

  @Test func `a header may be quoted and go over lines`() throws {
    let text = "\"nama\nlengkap\",b\n1,2\n"
    let file = try CSVFile(text)
    #expect(file.header == ["nama\nlengkap", "b"])
    #expect(file.rows == [.init(fields: ["1", "2"], line: 3, offset: 17)])
  }

  @Test(arguments: [
    ("a,\"b\n1,2\n", CSVReader.HeaderFault.brokenQuote), ("a,b\"c\n1,2\n", .brokenQuote), ("a,\"b", .brokenQuote),
    ("a,b\u{0}c,dddddd\n1,2\n", .nulByte), (String(repeating: "k", count: 70_000) + ",b\n1,2\n", .tooLong),
    (String(repeating: "kolom,", count: 200_000) + "b\n1,2\n", .tooLong),
  ])
  func `a header that cannot be read is a fault of the file`(_ text: String, _ fault: CSVReader.HeaderFault) {
    #expect(throws: fault) { try CSVFile(text) }
  }

  @Test func `a header alone has no rows`() throws {
    for text in ["a,b", "a,b\n", "a,b\r\n\r\n"] {
      let file = try CSVFile(text)
      #expect(file.header == ["a", "b"])
      #expect(file.counts.read == 0)
    }
  }

  @Test func `a row that is no longer there is not found again`() throws {
    let file = try CSVFile("a,b\n1,2\n3,\"4\n")
    for (line, offset) in [(3, 8), (4, 13), (9, 99)] {
      let place = Records.SourceLocation(file: FileID(index: 0), line: UInt32(line), position: UInt64(offset))
      #expect(throws: InputFile.Fault.self) { _ = try CSVReader.row(at: place, in: file.file, dialect: file.dialect) }
    }
  }
}
