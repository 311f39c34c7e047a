import Testing

@testable import Intake

@Suite struct CSVSnifferTests {
  private func sniff(_ bytes: [UInt8]) throws -> CSVDialect? {
    let folder = try ScratchFolder()
    let file = try InputFile(opening: folder.write(bytes, to: "table"))
    return try bytes.withUnsafeBufferPointer { try CSVSniffer(file: file).sniff($0) }
  }

  struct Delimited: CustomTestStringConvertible {
    let text: String
    let form: String
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Delimited(text: "a,b\n1,2\n", form: "csv , utf-8"), Delimited(text: "a;b\n1;2\n", form: "csv ; utf-8"),
    Delimited(text: "a\tb\n1\t2\n", form: "csv tab utf-8"), Delimited(text: "a|b\n1|2\n", form: "csv | utf-8"),
    Delimited(text: "a;b\n1,5;2,5\n3,5;4,5\n", form: "csv ; utf-8"),
    Delimited(text: "nip;nama, gelar;unit, bidang\n1;2;3\n", form: "csv ; utf-8"),
    Delimited(text: "nip,nama;gelar,unit\n1,2,3\n", form: "csv , utf-8"),
    Delimited(text: "a,b\n\"x;y\",\"z;w\"\n", form: "csv , utf-8 json-cells"),
    Delimited(text: "nama\nMaria\n", form: "csv , utf-8"), Delimited(text: "a,b", form: "csv , utf-8"),
    Delimited(text: "nip;nama;unit kerja\n", form: "csv ; utf-8"),
    Delimited(text: "nip\tnama\r\n1\tMaria, S.Pd; M.Pd\r\n", form: "csv tab utf-8"),
    Delimited(text: "a;b\r1;2\r", form: "csv ; utf-8"),
  ])
  func `finds each delimiter`(_ example: Delimited) throws {
    #expect(try sniff(example.text.bytes)?.form == example.form)
  }

  @Test func `finds the delimiter also in a file that most rows break`() throws {
    let text = "nip;nama;unit kerja\n" + String(repeating: "1,2,3,4;x\n", count: 40)
    #expect(try sniff(text.bytes)?.delimiter == 0x3B)
  }

  @Test(arguments: [
    Delimited(text: "sep=;\na,b;c\n", form: "csv ; utf-8"),
    Delimited(text: "sep=,\r\na,b;c;d\r\n", form: "csv , utf-8"),
    Delimited(text: "SEP=|\na|b\n", form: "csv | utf-8"), Delimited(text: "sep=\t\na\tb\n", form: "csv tab utf-8"),
    Delimited(text: "\n\nsep=;\n\na;b\n", form: "csv ; utf-8"),
    Delimited(text: "\u{FEFF}sep=;\na;b\n", form: "csv ; utf-8-bom"),
  ])
  func `a spreadsheet's sep= line states the delimiter and is no header`(_ example: Delimited) throws {
    let dialect = try #require(try sniff(example.text.bytes))
    #expect(dialect.form == example.form)
    let header = String(decoding: example.text.bytes[dialect.headerOffset...].prefix(1), as: UTF8.self)
    #expect(header == "a")
  }

  @Test func `the header is the first line that holds something`() throws {
    let dialect = try #require(try sniff("\n  \r\n\t\na;b\n".bytes))
    #expect(dialect.headerOffset == 7)
    #expect(dialect.headerLine == 4)
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "  \n\t\n", "\u{FEFF}", "sep=;\n"])
  func `a file of blank lines has no dialect`(_ text: String) throws {
    #expect(try sniff(text.bytes) == nil)
  }

  static func utf16(_ text: String, isLittle: Bool, isMarked: Bool = true) -> [UInt8] {
    ((isMarked ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
  }

  struct Encoded: CustomTestStringConvertible {
    let bytes: [UInt8]
    let encoding: TextEncoding
    let offset: Int
    let why: String
    var testDescription: String { why }
  }

  private static let table = "nip;nama\n1;Ma\u{2019}u\n2;Jos\u{E9}\n"

  @Test(arguments: [
    Encoded(bytes: table.bytes, encoding: .utf8, offset: 0, why: "UTF-8"),
    Encoded(bytes: "\u{FEFF}".bytes + table.bytes, encoding: .utf8Marked, offset: 3, why: "UTF-8 with a mark"),
    Encoded(bytes: utf16(table, isLittle: true), encoding: .utf16LittleEndian, offset: 2, why: "UTF-16 LE"),
    Encoded(bytes: utf16(table, isLittle: false), encoding: .utf16BigEndian, offset: 2, why: "UTF-16 BE"),
    Encoded(
      bytes: utf16(table, isLittle: true, isMarked: false), encoding: .utf16LittleEndian, offset: 0,
      why: "UTF-16 LE without a mark"),
    Encoded(
      bytes: utf16(table, isLittle: false, isMarked: false), encoding: .utf16BigEndian, offset: 0,
      why: "UTF-16 BE without a mark"),
    Encoded(
      bytes: "nip;nama\n1;Ma".bytes + [0x92] + "u\n2;Jos".bytes + [0xE9, 0x0A], encoding: .windows1252, offset: 0,
      why: "Windows-1252"),
    Encoded(
      bytes: "nip;nama\n1;Jos\u{E9}\n2;Ma\u{2019}u\n3;Ma".bytes + [0x92] + "u\n".bytes, encoding: .utf8, offset: 0,
      why: "UTF-8 with one stray byte"),
    Encoded(bytes: "nip;nama\n1;a\u{0}b\n".bytes, encoding: .utf8, offset: 0, why: "a NUL byte is no UTF-16"),
    Encoded(bytes: "nip;nama\n1;x\n".bytes, encoding: .utf8, offset: 0, why: "ASCII"),
  ])
  func `finds each encoding`(_ example: Encoded) throws {
    let dialect = try #require(try sniff(example.bytes))
    #expect(dialect.encoding == example.encoding)
    #expect(dialect.headerOffset == example.offset)
    #expect(dialect.delimiter == 0x3B)
  }

  @Test func `a letter cut by the end of the sample is no foreign byte`() {
    for cut in 1...3 {
      let bytes = "a;b\n".bytes + Array("\u{1F600}".bytes.prefix(cut))
      #expect(bytes.withUnsafeBufferPointer { TextEncoding.detect($0) } == .utf8)
    }
  }

  struct Cells: CustomTestStringConvertible {
    let text: String
    let hasJSONCells: Bool
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Cells(text: "a,b\n2025,\"D107\"\n", hasJSONCells: true), Cells(text: "a,b\n1,null\n", hasJSONCells: true),
    Cells(text: "a,b\n1,\"x \\\"y\\\"\"\n", hasJSONCells: true), Cells(text: "a,b\n1,\"x\"", hasJSONCells: true),
    Cells(text: "a,b\n-1.5E+3,\"x\"\n,\"y\"\ntrue,\n", hasJSONCells: true),
    Cells(text: "a,b\n1,2\n", hasJSONCells: false), Cells(text: "a,b\n1,\"x, y\"\n", hasJSONCells: false),
    Cells(text: "a,b\nKupang,\"x\"\n", hasJSONCells: false),
    Cells(text: "\"a\",\"b\"\n\"1\",\"x\"\n", hasJSONCells: false),
    Cells(text: "a,b\n1,\"x \"\"y\"\"\"\n", hasJSONCells: false), Cells(text: "a;b\n1;\"x\"\n", hasJSONCells: false),
    Cells(text: "a,b\n1,\"x\ny\"\n", hasJSONCells: false), Cells(text: "a,b\n1,\"x\"y\n", hasJSONCells: false),
    Cells(text: "a,b\n", hasJSONCells: false), Cells(text: "a,b\n2025-01-01,\"x\"\n", hasJSONCells: true),
  ])
  func `finds cells that are JSON literals`(_ example: Cells) throws {
    #expect(try sniff(example.text.bytes)?.hasJSONCells == example.hasJSONCells)
  }

  @Test(arguments: [
    Cells(text: "a,b\n1,\"x\"\na,b\n2,null\n", hasJSONCells: true),
    Cells(text: "a,b\n1,\"x\"\n2,null\n3,\"x", hasJSONCells: true),
    Cells(text: "a,b\n1,\"x \\\"y\\\"\"\n2,\"torn", hasJSONCells: true),
  ])
  func `a repeated header or a torn last line does not hide cells that are JSON literals`(_ example: Cells) throws {
    #expect(try sniff(example.text.bytes)?.hasJSONCells == example.hasJSONCells)
  }

  @Test func `any bytes have a dialect or none`() throws {
    var random = Seeded(17)
    for _ in 0..<150 {
      let bytes = random.bytes(
        Int.random(in: 0...600, using: &random), from: "ab,;|\t\"\n\r \u{0}".bytes + [0xE9, 0xFF, 0xFE])
      if let dialect = try sniff(bytes) { #expect(dialect.headerOffset < bytes.count) }
    }
  }
}
