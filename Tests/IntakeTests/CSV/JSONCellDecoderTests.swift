import Testing

@testable import Intake

@Suite struct JSONCellDecoderTests {
  private func decode(_ text: String) -> String {
    var decoder = JSONCellDecoder()
    return text.bytes.withUnsafeBufferPointer { line in decoder.decode(line) { String(decoding: $0, as: UTF8.self) } }
  }

  struct Row: CustomTestStringConvertible {
    let json: String
    let csv: String
    var testDescription: String { json }
  }

  @Test(arguments: [
    Row(json: "1,2\n", csv: "1,2\n"), Row(json: "1,\"a\"\n", csv: "1,\"a\"\n"), Row(json: "null,null\n", csv: ",\n"),
    Row(json: "1,null\r\n", csv: "1,\r\n"), Row(json: "1,null", csv: "1,"),
    Row(json: "\"null\",1\n", csv: "\"null\",1\n"),
    Row(json: "\"a,null,b\",1\n", csv: "\"a,null,b\",1\n"), Row(json: "nullx,null\n", csv: "nullx,\n"),
    Row(json: "xnull,null\n", csv: "xnull,\n"), Row(json: "\"a \\\"b\\\"\"\n", csv: "\"a \"\"b\"\"\"\n"),
    Row(json: "\"a\\\\\",null\n", csv: "\"a\\\",\n"), Row(json: "\"a\\\\\\\"b\",1\n", csv: "\"a\\\"\"b\",1\n"),
    Row(json: "\"http:\\/\\/a.b\"\n", csv: "\"http://a.b\"\n"), Row(json: "\"a\\r\\n\\tb\"\n", csv: "\"a\r\n\tb\"\n"),
    Row(json: "\"\\b\\f\"\n", csv: "\"\u{8}\u{C}\"\n"), Row(json: "\"\\u00e9\\u2019\"\n", csv: "\"\u{E9}\u{2019}\"\n"),
    Row(json: "\"\\ud83d\\ude00\"\n", csv: "\"\u{1F600}\"\n"), Row(json: "\"\\ud83dx\"\n", csv: "\"\u{FFFD}x\"\n"),
    Row(json: "\"\\ude00\"\n", csv: "\"\u{FFFD}\"\n"), Row(json: "\"\\ud83d\\u0041\"\n", csv: "\"\u{FFFD}A\"\n"),
    Row(json: "\"\\u12\"\n", csv: "\"\\u12\"\n"), Row(json: "\"\\uzzzz\"\n", csv: "\"\\uzzzz\"\n"),
    Row(json: "\"\\q\"\n", csv: "\"\\q\"\n"), Row(json: "\"a\"\"b\",null\n", csv: "\"a\"\"b\",\n"),
    Row(json: "a\\tb,null\n", csv: "a\\tb,\n"),
  ])
  func `turns JSON literals into CSV`(_ row: Row) {
    #expect(decode(row.json) == row.csv)
  }

  @Test(arguments: ["\"\\u0022\",1\n", "\"a\\u0022b\",null\n"])
  func `a quote that JSON writes as a number is doubled too`(_ json: String) throws {
    let file = try CSVFile("a,b\n1,\"x\"\n" + json)
    #expect(file.dialect.hasJSONCells)
    #expect(file.rows.count == 2)
    #expect(file.rows.last?.fields.first?.contains("\"") == true)
  }

  @Test(arguments: ["\"\\u+041\"\n", "\"\\u-041\"\n"])
  func `a sign is no hexadecimal digit`(_ json: String) {
    #expect(decode(json) == json)
  }

  @Test func `any bytes are decoded without stopping`() {
    var random = Seeded(18)
    var decoder = JSONCellDecoder()
    for turn in 0..<10_000 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = turn.isMultiple(of: 2) ? random.bytes(count) : random.bytes(count, from: "\\\"unlrt0dD83e,\n".bytes)
      let size = bytes.withUnsafeBufferPointer { line in decoder.decode(line) { $0.count } }
      #expect(size <= count * 3 + 3)
    }
  }
}
