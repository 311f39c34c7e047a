import Intake
import Records
import Testing

@testable import benturan

/// The `[[source]]` tables of a configuration.
@Suite struct SourceTablesTests {
  private func faults(_ text: String) -> [String] {
    do throws(Configuration.Faults) {
      _ = try Configuration(text: text, path: "c.toml")
      return []
    } catch {
      return error.lines
    }
  }

  struct Bad: CustomTestStringConvertible {
    let text: String
    let place: String
    let says: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Bad(text: "[[source]]\nfile = \"a\"\nfiles = \"b\"", place: "c.toml:3:source.files:", says: "source.file?"),
    Bad(text: "[[source]]\ndataset = \"bids\"", place: "c.toml:1:source:", says: "file = "),
    Bad(text: "[[source]]\nfile = 3", place: "c.toml:2:source.file:", says: "file = "),
    Bad(
      text: "[[source]]\nfile = \"a\"\ndataset = \"official\"", place: "c.toml:3:source.dataset:",
      says: "\"officials\"?"),
    Bad(text: "[[source]]\nfile = \"a\"\ndelimiter = \"::\"", place: "c.toml:3:source.delimiter:", says: "; , |"),
    Bad(text: "[[source]]\nfile = \"a\"\nencoding = \"latin1\"", place: "c.toml:3:source.encoding:", says: "utf-8"),
    Bad(text: "[[source]]\nfile = \"a\"\nheader_line = 0", place: "c.toml:3:source.header_line:", says: "from 1"),
    Bad(text: "[[source]]\nfile = \"a\"\ndate_order = \"dym\"", place: "c.toml:3:source.date_order:", says: "dmy"),
    Bad(
      text: "[[source]]\nfile = \"a\"\ncolumns = { \"X\" = \"nikk\" }", place: "c.toml:3:source.columns.X:",
      says: "nik?"
    ),
    Bad(
      text: "[[source]]\nfile = \"a\"\n[source.columns]\n\"A\" = \"nip\"\n\"B\" = \"nama\"",
      place: "c.toml:5:source.columns.B:", says: "did you mean name?"),
    Bad(
      text: "[[source]]\nfile = \"a\"\ndataset = \"units\"\ncolumns = { \"X\" = \"nip\" }",
      place: "c.toml:4:source.columns.X:", says: "units has no such field"),
    Bad(text: "[[source]]\nfile = \"a\"\ncolumns = 3", place: "c.toml:3:source.columns:", says: "columns = {"),
    Bad(
      text: "[[source]]\nfile = \"a\"\nrelations = { \"20\" = 3 }", place: "c.toml:3:source.relations.20:",
      says: "quotes"
    ),
    Bad(
      text: "[[source]]\nfile = \"a\"\nconstants = { hobi = \"x\" }", place: "c.toml:3:source.constants.hobi:",
      says: "[config-field]"),
    Bad(text: "[source]\nfile = \"a\"", place: "c.toml:1:source:", says: "[[source]]"),
    Bad(text: "source = [1]", place: "c.toml:1:source:", says: "[[source]]"),
    Bad(
      text: "[[source]]\nfile = \"a\"\n\n[[source]]\nfile = \"b\"\nencoding = 8", place: "c.toml:6:source.encoding:",
      says: "utf-8"),
    Bad(text: "sources = 1", place: "c.toml:1:sources:", says: "source?"),
  ])
  func `a fault has its line, its key and a remedy`(_ bad: Bad) {
    let found = faults(bad.text + "\n")
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasPrefix(bad.place) && $0.contains("\n  remedy: ") && $0.contains(bad.says) })
  }

  @Test func `all faults are told at once`() {
    let found = faults(
      "quarantine_limits = 1\n[[source]]\ndataset = \"x\"\ncolumns = { \"A\" = \"b\", \"C\" = \"d\" }\n")
    #expect(found.count == 5)
  }

  @Test func `what is written is understood`() throws {
    let configuration = try Configuration(
      text: """
        [[source]]
        file = "pegawai/*.csv"
        dataset = "relatives"
        delimiter = "\\t"
        encoding = "utf-16le"
        header_line = 4
        date_order = "mdy"
        columns = { "Kode \\"X\\"" = "nip", Nama = "name" }
        relations = { "20" = "istri" }
        constants = { occupation = "PNS", row_id = 7 }
        [[source]]
        file = "lain.csv"
        """, path: "c.toml")
    let source = try #require(configuration.sources.first)
    #expect(configuration.sources.map(\.files.text) == ["pegawai/*.csv", "lain.csv"])
    #expect(source.dataset == .relatives && source.delimiter == .tab && source.encoding == .utf16LittleEndian)
    #expect(source.headerLine == 4 && source.dateOrder == .monthFirst)
    #expect(source.columns == ["Kode \"X\"": .nip, "Nama": .name])
    #expect(source.relations == ["20": "istri"])
    #expect(source.constants == [.occupation: "PNS", .key: "7"])
  }

  @Test(arguments: ["[", "[=]", "[[", " [ \t", "[[[a]]]", "[\u{e9}]", "a = 1\n[#]", "[\r\n"])
  func `a table without a name is refused before the library sees it`(_ text: String) {
    #expect(faults(text).count == 1)
    #expect(faults(text).allSatisfy { $0.contains("[config-syntax]") })
  }

  @Test func `any text is taken or refused, never fatal`() {
    var random = Linear(state: 17)
    let good = """
      [[source]]
      file = "a*.csv"
      dataset = "officials"
      columns = { "NIP \\u0041" = "nip", "B" = "name" }
      [source.relations]
      "20" = "istri"
      [source.constants]
      unit = "Dinas"

      """
    let pieces = [
      "[[source]]\n", "[source]\n", "[source.columns]\n", "columns = {", "\"", "=", "}", "\n", "[", "]", "\\u0000", "'",
      "file", "1e9999", "nan", "2020-01-01", ".", "\u{FEFF}", "é", "#", "{}", "[[]]", "true", "source", "\"\"\"",
    ]
    for _ in 0..<1_500 {
      var letters = Array(good.unicodeScalars)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0...letters.count, using: &random)
        if Bool.random(using: &random), place < letters.count {
          letters.remove(at: place)
        } else if let piece = pieces.randomElement(using: &random) {
          letters.insert(contentsOf: piece.unicodeScalars, at: place)
        }
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: letters)
      for fault in faults(text) { #expect(fault.contains("remedy: "), "\(text)") }
    }
  }

  /// Pseudo-random numbers that are the same on every run (Knuth's MMIX generator).
  private struct Linear: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      var value: UInt64 = 0
      for _ in 0..<2 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        value = value << 32 | state >> 32
      }
      return value
    }
  }
}
