import Records
import Testing

@testable import Intake

@Suite struct PlainTableTests {
  private func table(_ bytes: some Sequence<UInt8>) throws -> PlainTable {
    let folder = try ScratchFolder()
    return try PlainTable(reading: folder.write(bytes, to: "table.csv"))
  }

  private func table(_ text: String) throws -> PlainTable { try table(Array(text.utf8)) }

  private func reason(_ bytes: [UInt8]) throws -> String? {
    do throws(PlainTable.Fault) {
      let folder = try? ScratchFolder()
      _ = try PlainTable(reading: (try? folder?.write(bytes, to: "table.csv")) ?? "")
      return nil
    } catch { return error.reason }
  }

  @Test(arguments: [";", ",", "\t", "|"])
  func `delimiters are found`(_ delimiter: String) throws {
    let lines = [["nama", "jumlah"], ["Maria", "1"], ["Petrus", "2"]]
    let table = try table(lines.map { $0.joined(separator: delimiter) }.joined(separator: "\n") + "\n")
    #expect(table.columns == ["nama", "jumlah"])
    #expect(table.rows.map(\.fields) == [["Maria", "1"], ["Petrus", "2"]])
    #expect(table.rows.map(\.line) == [2, 3])
    #expect(table.setAside == 0)
  }

  struct Form: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Form(name: "a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array("nama;jumlah\nNoël;1\n".utf8)),
    Form(name: "CRLF", bytes: Array("nama;jumlah\r\nNoël;1\r\n".utf8)),
    Form(name: "no last line end", bytes: Array("nama;jumlah\nNoël;1".utf8)),
    Form(name: "capitals in the header", bytes: Array("NAMA;Jumlah\nNoël;1\n".utf8)),
    Form(name: "quotes", bytes: Array("\"nama\";\"jumlah\"\n\"Noël\";\"1\"\n".utf8)),
    Form(name: "blank lines", bytes: Array("nama;jumlah\n\nNoël;1\n\n".utf8)),
    Form(name: "Windows-1252", bytes: Array("nama;jumlah\nNo".utf8) + [0xEB] + Array("l;1\n".utf8)),
    Form(
      name: "UTF-16",
      bytes: [0xFF, 0xFE] + "nama;jumlah\nNoël;1\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
  ])
  func `the form of a file does not matter`(_ form: Form) throws {
    let table = try table(form.bytes)
    #expect(table.columns == ["nama", "jumlah"])
    #expect(table.rows.map(\.fields) == [["Noël", "1"]])
  }

  @Test func `quotes keep delimiters, quotes and line ends`() throws {
    let table = try table("nama;jumlah\n\"a;b \"\"c\"\"\";1\n\"two\nlines\";2\nlast;3\n")
    #expect(table.rows.map(\.fields) == [["a;b \"c\"", "1"], ["two\nlines", "2"], ["last", "3"]])
    #expect(table.rows.map(\.line) == [2, 3, 5])
  }

  @Test func `a header alone is a table without rows`() throws {
    let table = try table("nama;jumlah\n")
    #expect(table.columns == ["nama", "jumlah"] && table.rows.isEmpty && table.setAside == 0)
  }

  @Test func `rows that cannot be read are counted, and the others read`() throws {
    let table = try table("nama;jumlah\nMaria;1\nPetrus\nPaulus;1;2\nYosef;\"x\nAna;4\n")
    #expect(table.rows.map { $0.fields[0] } == ["Maria", "Ana"])
    #expect(table.setAside == 3)
  }

  @Test func `the first column is found that has one of the names`() throws {
    let table = try table("name;nama;jumlah\nx;y;1\n")
    #expect(table.column("nama", "name") == 1)
    #expect(table.column("name") == 0)
    #expect(table.column("count", "jumlah") == 2)
    #expect(table.column("count") == nil)
    #expect(table.column() == nil)
  }

  @Test func `an empty file says so`() throws {
    #expect(try reason([]) == "the file is empty")
    #expect(try reason(Array("\n\n".utf8)) == "the file is empty")
    #expect(try reason(Array("nama;\"jumlah\n".utf8)) == "its header cannot be read")
  }

  @Test func `a file that is not there says so, with its path`() throws {
    let folder = try ScratchFolder()
    for path in ["\(folder.path)/missing.csv", folder.path] {
      let fault = try #require(throws: PlainTable.Fault.self) { try PlainTable(reading: path) }
      #expect(fault.path == path)
      #expect(!fault.reason.isEmpty)
    }
  }

  @Test func `a ragged table's rows may lack fields at their end, or have empty ones behind`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Array("nama;jumlah;\nMaria\nPetrus;1;;;\nPaulus;1;;2\nAna;3".utf8), to: "table.csv")
    let table = try PlainTable(reading: path, isRagged: true)
    #expect(table.rows.map(\.fields) == [["Maria", "", ""], ["Petrus", "1", ""]])
    #expect(table.refused.map(\.line) == [4, 5])
    #expect(table.refused.map(\.message.code) == ["too-many-fields", "torn-line"])
  }

  @Test(arguments: ["23/11/2026", "23-11-2026", "2026-11-23", "46349", "23/11/26", " 23/11/2026 00:00 ", "23 Nov 2026"])
  func `a cell is read as a day in every form that spreadsheets write`(_ cell: String) throws {
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    #expect(PlainTable.day(cell, asOf: day) == .day(day))
  }

  @Test func `a cell without a day is none, and one with another text is unreadable`() throws {
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    #expect(PlainTable.day("", asOf: day) == .none && PlainTable.day(" ", asOf: day) == .none)
    #expect(PlainTable.day("kemarin", asOf: day) == .unreadable)
    #expect(PlainTable.day("11/23/2026", asOf: day) == .unreadable)
  }
}
