import ArgumentParser
import Casework
import Foundation
import Records
import Testing

@testable import benturan

/// A list goes out, through a spreadsheet, and comes back.
@Suite struct ReviewRoundTripTests {
  /// What auditors and registers write, some of it a trial for quoting.
  static let texts = [
    "akta dibaca", "=SUM(A1:A2)", "-", "+ dua surat", "@kantor", "beda; lihat \"akta\", halaman dua", "dua\nbaris",
    "Noël Contoh, S.E.", "tab\tdi tengah", "'kutip'", "kata \"itu\"", "no. 0012", "a,b;c", "1/2",
  ]
  static let verdicts = Verdict.allCases

  /// A casebook of which some cases were decided before.
  static func store(_ random: inout Seeded, cases: Int = 25) -> MemoryStore {
    MemoryStore(
      MemoryStore.ids.prefix(cases).enumerated().map { number, id in
        let row = (0..<40).map {
          $0 == 0 ? id : $0 == 2 ? String(number + 1) : texts.randomElement(using: &random) ?? ""
        }
        let level = Level.allCases.randomElement(using: &random) ?? .low
        let decisions = Int.random(in: 0..<3, using: &random) == 0 ? [decision(id, &random, by: "Ana Contoh")] : []
        return MemoryStore.matter(id, level, row, decisions)
      })
  }

  static func decision(_ id: String, _ random: inout Seeded, by: String) -> Decision {
    let day = CalendarDate(
      year: 2026, month: Int.random(in: 1...10, using: &random), day: Int.random(in: 1...28, using: &random))
    return Decision(
      caseID: id, verdict: verdicts.randomElement(using: &random) ?? .handled,
      reason: texts.randomElement(using: &random) ?? "", note: Bool.random(using: &random) ? "" : texts[6], by: by,
      on: day ?? CalendarDate(packed: 1)!)
  }

  /// The list of a store, filled by a second auditor here and there.
  static func filled(
    _ store: MemoryStore, _ random: inout Seeded
  ) throws -> (header: [String], rows: [[String]], decisions: [Decision]) {
    let workspace = try Workspace()
    try run(ReviewExportCommand.self, ["--out", workspace.path("out.csv"), "--all"], on: store)
    let table = Table(try workspace.bytes("out.csv"))
    var (rows, decisions): ([[String]], [Decision]) = ([], [])
    for line in table.lines {
      var line = line
      if Bool.random(using: &random) {
        let decision = decision(line[0], &random, by: "Beni Contoh")
        line.replaceSubrange(
          (line.count - 5)...,
          with: [decision.verdict.rawValue, decision.reason, decision.note, decision.by, decision.on.description])
        decisions.append(decision)
      }
      rows.append(line)
    }
    return (table.header, rows, decisions)
  }

  static func run<Step: ReviewStep>(_ step: Step.Type, _ arguments: [String], on store: MemoryStore) throws {
    try Step.parse(arguments).run(on: store)
  }

  @Test(arguments: 0..<60)
  func `whatever a spreadsheet does to a list, its decisions come back and nothing else`(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let store = Self.store(&random)
    let list = try Self.filled(store, &random)
    let form = SpreadsheetForm(columns: list.header.count, &random)
    let workspace = try Workspace()
    try workspace.write(form.bytes(list.header, list.rows), to: "back.csv")
    let arguments = [workspace.path("back.csv"), "--as-of", "2026-11-23", "--quiet"]
    try Self.run(ReviewImportCommand.self, arguments, on: store)
    #expect(store.appended == list.decisions, "\(form)")
    #expect(!list.decisions.isEmpty)
    try Self.run(ReviewImportCommand.self, arguments, on: store)
    #expect(store.appended.count == list.decisions.count, "a list that comes in twice is recorded once")
  }

  @Test(.enabled(if: Program.find("soffice", "libreoffice") != nil, "LibreOffice is not installed"))
  func `LibreOffice gives a list back through a workbook`() throws {
    var random = Seeded(7)
    let store = Self.store(&random)
    let list = try Self.filled(store, &random)
    let workspace = try Workspace()
    var plain = SpreadsheetForm(columns: list.header.count, &random)
    while plain.capitals || plain.encoding != .utf8 || plain.delimiter != ";" {
      plain = SpreadsheetForm(columns: list.header.count, &random)
    }
    // What an auditor types as a formula comes back as its result; as text it has an apostrophe before it.
    let rows = list.rows.map { $0.map { $0.hasPrefix("=") ? "'\($0)" : $0 } }
    try workspace.write(plain.bytes(list.header, rows), to: "daftar.csv")
    let office = try #require(Program.find("soffice", "libreoffice"))
    let program = Program(in: workspace.folder, environment: ["HOME": workspace.folder])
    // 59 ; 34 " 76 UTF-8: how the list is read, and how it is saved again.
    for step in [
      ["--infilter=CSV:59,34,76,1,,1057,false,true", "--convert-to", "xlsx", "daftar.csv"],
      ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,1057,false,true", "daftar.xlsx", "--outdir", "."],
    ] { #expect(try program.run(office, ["--headless"] + step).status == 0) }
    try Self.run(
      ReviewImportCommand.self, [workspace.path("daftar.csv"), "--as-of", "2026-11-23", "--quiet"], on: store)
    #expect(store.appended == list.decisions)
  }
}
