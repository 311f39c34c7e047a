import Foundation
import Testing

@testable import benturan

/// Configurations changed at random: each is taken or refused, and a refusal names file, line, key and remedy.
///
/// `BENTURAN_FUZZ_SECONDS` makes the test go on for so long, with seeds that begin at `BENTURAN_FUZZ_SEED`.
@Suite struct ConfigurationMutationTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["BENTURAN_FUZZ_SECONDS"].flatMap { Double($0) }
  private static let firstSeed = environment["BENTURAN_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
  /// Turns of each file where no time is set.
  private static let turns = 400
  /// A changed file takes thousandths of it in a debug build.
  private static let longest = Duration.seconds(5)

  struct Whole: CustomTestStringConvertible {
    let testDescription: String
    let text: String
  }

  private static let wholes = [
    Whole(testDescription: "the starter", text: StarterConfiguration().text),
    Whole(
      testDescription: "the starter with every setting in force",
      text: StarterConfiguration().text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("#") && !$0.hasPrefix("# ") ? $0.dropFirst() : $0 }.joined(separator: "\n")),
    Whole(
      testDescription: "mappings",
      text: """
        incomplete_files = "warn"
        output = { delimiter = "|", language = "en" }
        drift.nights = 20
        screening."flag_threshold" = 0.75

        [[source]]
        file = "kepegawaian/**/pegawai?.csv"
        dataset = "officials"
        delimiter = "\\t"
        header_line = 3
        columns = { "Nomor Induk" = "nip", "Nama" = "name", "Tgl. Lahir" = "birth_date" }

        [[source]] # keluarga
        file = 'keluarga*.xlsx'
        date_order = "mdy"
        encoding = "windows-1252"
        [source.relations]
        20 = "istri"
        "30" = "anak"
        [source.constants]
        unit = "Dinas Contoh"

        [[source]]
        file = "*.json"
        [source.columns]
        'Hubungan Keluarga' = "relation"

        """),
  ]

  @Test(.timeLimit(.minutes(60)), arguments: wholes)
  func `any change leaves a configuration that is taken or refused`(_ whole: Whole) throws {
    let workspace = try Workspace()
    let path = workspace.path("benturan.toml")
    let clock = ContinuousClock()
    let start = clock.now
    var (turn, taken, refused) = (UInt64(0), 0, 0)
    while Self.seconds.map({ start.duration(to: clock.now) < .seconds($0) }) ?? (turn < Self.turns) {
      let seed = Self.firstSeed + turn
      turn += 1
      var random = Seeded(seed)
      let bytes = ConfigurationChange.changed(whole.text, &random)
      try workspace.write(bytes, to: "benturan.toml")
      let begin = clock.now
      let comment: Comment = "\(whole.testDescription), seed \(seed)"
      do throws(Configuration.Faults) {
        let found = try Configuration(file: path)
        let again = try Configuration(file: path)
        #expect(found.sources == again.sources && found.keptSettings == again.keptSettings, comment)
        taken += 1
      } catch {
        check(error.lines, bytes, path, comment)
        refused += 1
      }
      #expect(begin.duration(to: clock.now) < Self.longest, comment)
    }
    // Changes must neither spare every file nor break every one.
    #expect(taken > Int(turn) / 50 && refused > Int(turn) / 50, "\(whole.testDescription): \(taken), \(refused)")
    if Self.seconds != nil { print("\(whole.testDescription): \(turn) configurations, \(taken) taken") }
  }

  @Test(arguments: wholes)
  func `unchanged, each of them is taken`(_ whole: Whole) throws {
    #expect(throws: Never.self) { try Configuration(text: whole.text, path: "benturan.toml") }
  }

  private func check(_ faults: [String], _ bytes: [UInt8], _ path: String, _ comment: Comment) {
    #expect(!faults.isEmpty, comment)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let text = String(decoding: bytes, as: UTF8.self)
    // Escapes and texts of several lines may hide where a key stands.
    let isPlain = !text.contains("\\u") && !text.contains("\"\"\"") && !text.contains("'''") && !text.contains("\r")
    for fault in faults {
      let parts = fault.components(separatedBy: "\n  remedy: ")
      #expect(parts.count == 2 && !(parts.last?.isEmpty ?? true), "\(comment): \(fault)")
      #expect(!fault.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(comment): \(fault.debugDescription)")
      #expect(fault.count(where: \.isNewline) == 1, "\(comment): \(fault.debugDescription)")
      guard let found = parts[0].wholeMatch(of: /.*benturan\.toml:([0-9]+):(?:(.*):)? error: .* \[(config-[a-z]+)\]/),
        let line = Int(found.1)
      else {
        Issue.record("\(comment): \(fault.debugDescription)")
        continue
      }
      #expect(lines.indices.contains(line - 1), "\(comment): \(fault)")
      #expect((found.3 == "config-syntax" || found.3 == "config-encoding") == (found.2 == nil), "\(comment): \(fault)")
      // A key stands on its line, or its table does.
      guard isPlain, let key = found.2, !key.hasSuffix("."), !key.contains("\u{FFFD}"), lines.indices.contains(line - 1)
      else { continue }
      let names = key.split(separator: ".")
      #expect(
        names.isEmpty || names.contains { lines[line - 1].contains($0) }, "\(comment): \(fault) | \(lines[line - 1])")
    }
  }
}

extension Configuration {
  /// All settings but those of sources, whose tables have no order.
  fileprivate var keptSettings: String {
    var kept = self
    kept.sources = []
    return "\(kept)"
  }
}

/// Random changes of a configuration.
private enum ConfigurationChange {
  private static let values = [
    "0", "-1", "1e400", "99999999999999999999999999", "0x7FFFFFFFFFFFFFFF", "9223372036854775807", "nan", "-inf",
    "true",
    "\"\"", "\"fail\"", "\"warn\"", "\"\\u0000\"", "\"\\uD800\"", "'''\n\n'''", "\"\"\"\na\"\"\"", "[]", "[[], [{}]]",
    "{}", "{ a = 1 }",
    "2026-11-23", "2026-11-23T00:00:00Z", "07:32:00", "9999-99-99", "0.5.5", "\"tak tertutup", "{ a = 1", "[1, 2",
    "{ \"a.b\" = \"nip\" }", "1_000", "+0.1", "\"\\q\"", "\"\u{202E}abc\"",
  ]
  private static let lines = [
    "[", "]", "[]", "[[]]", "[[source]]", "[source]", "[drift]", "[output]", "[[output]]", "[[drift.nights]]",
    "[a.b.c]",
    "= 1", "a", "a =", "\"\" = 1", "\"a\\nb\" = 1", "\"\\u001B[31m\" = 2", "a.b = 1", "a.b.c = 2",
    "quarantine_limit.x = 1", "\t", "\0",
    "#\u{1}", "\u{FEFF}", "file = 1", "source = 1", "source = [1, {}]", "source = [{ file = \"a\", x = 1 }]", "\"\"\"",
    "'''",
    "quarantine_limit = 0.1", "nights = 0", "columns.nip = 3", "[source.columns.x]", "drift.nights.x.y = 1",
  ]

  static func changed(_ text: String, _ random: inout Seeded) -> [UInt8] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      // Lines that set something, else any.
      let telling = lines.indices.filter { !lines[$0].hasPrefix("# ") && !lines[$0].isEmpty }
      guard let place = telling.randomElement(using: &random) ?? lines.indices.randomElement(using: &random) else {
        break
      }
      let other = lines.indices.randomElement(using: &random) ?? place
      switch Int.random(in: 0...10, using: &random) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[place], at: other)
      case 2: lines.swapAt(place, other)
      case 3, 4: lines[place] = withValue(lines[place], &random)
      case 5, 6: lines[place] = misspelt(lines[place], &random)
      case 7: lines.insert(Self.lines.randomElement(using: &random) ?? "", at: other)
      case 8:
        lines[place] = lines[place].replacing(
          ["\"", "'", "=", "]", "}"].randomElement(using: &random) ?? "\"", with: "")
      case 9: lines[place] = String(repeating: lines[place].first.map(String.init) ?? "[", count: 2_000) + lines[place]
      default: lines[place] += lines[other]
      }
    }
    var bytes = Array(lines.joined(separator: "\n").utf8)
    if Int.random(in: 0..<4, using: &random) == 0, let place = bytes.indices.randomElement(using: &random) {
      switch Int.random(in: 0...3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place...)
      case 2: bytes.insert(contentsOf: [0xE9, 0x0A], at: place)
      default: bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
      }
    }
    return bytes
  }

  private static func withValue(_ line: String, _ random: inout Seeded) -> String {
    let key = line.prefix { $0 != "=" }
    let text = key.hasPrefix("#") ? key.dropFirst() : key
    return text + "= " + (values.randomElement(using: &random) ?? "0")
  }

  /// The line without its comment mark, and with one letter of its key another, twice or away.
  private static func misspelt(_ line: String, _ random: inout Seeded) -> String {
    var letters = Array(line.hasPrefix("#") ? line.dropFirst() : line[...])
    let count = letters.firstIndex(of: "=") ?? letters.count
    guard count > 0 else { return line }
    let place = Int.random(in: 0..<count, using: &random)
    switch Int.random(in: 0...2, using: &random) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    default: letters[place] = "aexz_-.".randomElement(using: &random) ?? "x"
    }
    return String(letters)
  }
}
