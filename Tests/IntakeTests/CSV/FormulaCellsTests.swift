import Records
import Testing

@testable import Intake

/// Text kept by formulas whose quotes nobody quoted.
@Suite struct FormulaCellsTests {
  @Test(arguments: [
    ("=\"5371\";Ana", ["=\"5371\"", "Ana"]), ("1; =\"53;71\" ;\"a;b\"", ["1", "=\"53;71\"", "a;b"]),
    ("x;=\"\"", ["x", "=\"\""]), ("\"a \"\"b\"\"\";=\"1\"", ["a \"b\"", "=\"1\""]),
  ])
  func `a formula is a field with its text`(_ row: String, _ fields: [String]) throws {
    let text = (0..<fields.count).map { "k\($0)" }.joined(separator: ";") + "\n\(row)\n"
    let file = try CSVFile(text)
    #expect(file.fields == [fields] && file.reasons == [])
    file.checkPlaces(text.bytes)
  }

  @Test(arguments: ["a\"b;c", "=\"1\"2;c", "=1\";c"])
  func `another stray quote stays one`(_ row: String) throws {
    #expect(try CSVFile("k0;k1\n\(row)\nx;y\n").reasons == ["stray-quote@2"])
  }

  @Test func `numbers kept so are read, also without a line end`() throws {
    let table = try SmallTable("NIP;Nama;NIK\n=\"198001012005011001\";Ana;=\"5371014707810001\"")
    #expect(table.tables.officials.map { $0.nationalID?.value } == [5_371_014_707_810_001])
  }
}
