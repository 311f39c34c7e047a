import Records
import Testing

@testable import Intake

/// What holds of every file, whatever its bytes.
@Suite struct CSVPropertyTests {
  private static let alphabets: [[UInt8]] = [
    "ab,\"\n".bytes, "ab12,;\"\n\r |\t".bytes, "a,\n\"\"\"\r\n".bytes, "xyz,,,\n\n\"".bytes + [0x00, 0xE9, 0xC3, 0xA9],
    "1,\"a\"\\n\nul".bytes, "a;\"\r".bytes, "abcdefghij klmno,,,\n\n\n".bytes,
  ]

  @Test(arguments: 0..<7)
  func `rows read are rows accepted and rows set aside, each with its place`(_ alphabet: Int) throws {
    var random = Seeded(UInt64(100 + alphabet))
    for _ in 0..<80 {
      var bytes = "a,b,c\n".bytes
      bytes += random.bytes(Int.random(in: 0...1_500, using: &random), from: Self.alphabets[alphabet])
      let dialect = CSVDialect(
        encoding: Bool.random(using: &random) ? .utf8 : .windows1252, delimiter: 0x2C,
        hasJSONCells: Bool.random(using: &random), headerOffset: 0, headerLine: 1)
      try CSVFile(bytes, as: dialect).checkPlaces(bytes)
    }
  }

  @Test func `a second thread that splits lines ahead changes nothing`() throws {
    var random = Seeded(150)
    for turn in 0..<24 {
      var bytes = "a,b,c\n".bytes
      // Long enough for the ring of batches to come round.
      bytes += random.bytes(turn.isMultiple(of: 6) ? 40_000 : 900, from: Self.alphabets[turn % 7])
      let dialect = CSVDialect(
        encoding: turn.isMultiple(of: 2) ? .utf8 : .windows1252, delimiter: 0x2C, hasJSONCells: false,
        headerOffset: 0, headerLine: 1)
      let (alone, ahead) = (try CSVFile(bytes, as: dialect), try CSVFile(bytes, as: dialect, ahead: true))
      #expect(ahead.rows == alone.rows)
      #expect(ahead.aside.map(\.offset) == alone.aside.map(\.offset))
      #expect(ahead.aside.map(\.message.code) == alone.aside.map(\.message.code))
      #expect(ahead.aside.map(\.accepted) == alone.aside.map(\.accepted))
      #expect(ahead.foreignLines == alone.foreignLines)
      #expect(ahead.counts == alone.counts)
    }
  }

  @Test func `so are those of random bytes with a dialect of their own, or the file has no header`() throws {
    var random = Seeded(200)
    var read = 0
    for turn in 0..<300 {
      let count = Int.random(in: 1...800, using: &random)
      let bytes = turn.isMultiple(of: 3) ? random.bytes(count) : random.bytes(count, from: Self.alphabets[turn % 7])
      do {
        let file = try CSVFile(bytes)
        file.checkPlaces(bytes)
        read += 1
      } catch is CSVReader.HeaderFault {
        continue
      } catch is ExpectationFailedError {
        Issue.record("no dialect")
      }
    }
    #expect(read > 50)
  }

  @Test func `so are those of UTF-16`() throws {
    var random = Seeded(300)
    for turn in 0..<150 {
      let text = "a;b;c\n" + String(decoding: random.bytes(400, from: Self.alphabets[turn % 3]), as: UTF8.self)
      var bytes = CSVSnifferTests.utf16(text, isLittle: turn.isMultiple(of: 2))
      if turn.isMultiple(of: 5) { bytes.removeLast() }
      try CSVFile(bytes).checkPlaces(bytes)
    }
  }

  @Test func `tables written as CSV come back as they were`() throws {
    var random = Seeded(400)
    let letters = Array("ab,;\"\n\r\t \u{E9}|=".unicodeScalars)
    for _ in 0..<25 {
      let width = Int.random(in: 2...6, using: &random)
      let header = (0..<width).map { "kolom\($0)" }
      let rows = (0..<Int.random(in: 1...40, using: &random)).map { number in
        (0..<width).map { column in
          var text = column == 0 ? "\(number)" : ""
          for _ in 0..<Int.random(in: 0...8, using: &random) {
            text.unicodeScalars.append(letters[Int.random(in: letters.indices, using: &random)])
          }
          return text
        }
      }
      func quoted(_ text: String) -> String {
        var doubled = ""
        for scalar in text.unicodeScalars { doubled += scalar == "\"" ? "\"\"" : String(scalar) }
        return "\"\(doubled)\""
      }
      for delimiter in [",", ";", "\t", "|"] {
        for end in ["\n", "\r\n", "\r"] {
          let table = ([header] + rows).map { $0.map(quoted).joined(separator: delimiter) + end }.joined()
          let dialect = CSVDialect(
            encoding: .utf8, delimiter: delimiter.utf8.first ?? 0x2C, hasJSONCells: false, headerOffset: 0,
            headerLine: 1)
          let file = try CSVFile(table.bytes, as: dialect)
          #expect(file.fields.map { $0.map(\.bytes) } == rows.map { $0.map(\.bytes) })
          #expect(file.aside.isEmpty)
          file.checkPlaces(table.bytes)
        }
      }
    }
  }

  struct Flood: CustomTestStringConvertible {
    let line: String
    let byteCount: Int
    var testDescription: String { "\(byteCount) bytes of \(line.debugDescription)" }
  }

  /// Each of these made some reader of CSV quadratic. A second is plenty; the bound leaves room for slow machines.
  @Test(
    arguments: [
      Flood(line: "a,\"\n", byteCount: 5_000_000), Flood(line: "a,\"b\n", byteCount: 2_000_000),
      Flood(line: "\"\n", byteCount: 2_000_000), Flood(line: "a,b\r", byteCount: 5_000_000),
      Flood(line: "a,\"x\n" + String(repeating: "y\n", count: 1_000), byteCount: 5_000_000),
    ])
  func `files made to be slow are read in seconds`(_ flood: Flood) throws {
    let clock = ContinuousClock()
    let count = flood.byteCount / flood.line.utf8.count
    let bytes = "a,b\n".bytes + [[UInt8]](repeating: flood.line.bytes, count: count).joined()
    let taken = try clock.measure {
      let file = try CSVFile(bytes)
      #expect(file.counts.read == file.counts.accepted + file.counts.quarantined)
    }
    #expect(taken < .seconds(30))
  }

  @Test func `stray quotes cost no more in a file with CR ends than in one with LF ends`() throws {
    let clock = ContinuousClock()
    func taken(_ end: String) throws -> Duration {
      let bytes = "a,b\(end)".bytes + [[UInt8]](repeating: "a,b\"\(end)".bytes, count: 250_000).joined()
      return try clock.measure { _ = try CSVFile(bytes) }
    }
    let (feeds, returns) = (try taken("\n"), try taken("\r"))
    #expect(returns < feeds * 3)
  }
}
