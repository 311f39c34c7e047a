import Foundation
import Records
import Testing

@testable import Casework
@testable import benturan

/// A case's trail alone is enough to work its verdict out again.
@Suite struct TrailCheckTests {
  /// Inputs of the rules' fixtures that give a case, found by their names.
  static let inputs: [String] = {
    let rules = (try? FileManager.default.contentsOfDirectory(atPath: Fixtures.rules)) ?? []
    return rules.sorted().flatMap { rule in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(Fixtures.rules)/\(rule)")) ?? []).sorted()
        .filter { $0.hasPrefix("flags-") }.map { "\(rule)/\($0)" }
    }
  }()

  /// Levels rebuilt from `evidence.jsonl`, held against the two lists.
  private func check(_ published: PublishedFolder) throws {
    let findings = try published.table("findings.csv").rows
    let pairs = try published.table("flagged-pairs.csv").rows
    let records = try published.bytes("evidence.jsonl").split(separator: 0x0A).map {
      try #require(JSONText.value(EvidenceRecord.self, from: $0))
    }
    #expect(!records.isEmpty && records.count == pairs.count)
    var rebuilt: [[String]] = []
    for (record, pair) in zip(records, pairs) {
      #expect(TrailCheck(record).faults() == [])
      #expect(record.case.id == pair["id_kasus"])
      let levels = record.findings.map { TrailCheck(record).level(of: $0) }
      #expect(levels.compactMap(\.self).max()?.name == pair["tingkat"])
      for (finding, level) in zip(record.findings, levels) {
        rebuilt.append([record.case.id, finding.rule, finding.package?.code ?? "", level?.name ?? "?"])
      }
    }
    let written = findings.map { row in ["id_kasus", "aturan", "kode_paket", "tingkat"].map { row[$0] ?? "" } }
    let order = { (one: [String], other: [String]) in one.lexicographicallyPrecedes(other) }
    #expect(rebuilt.sorted(by: order) == written.sorted(by: order))
  }

  @Test func `of every case of the province, in both languages`() throws {
    try check(Province.masked.get().published)
    let english = try Province.english.get().published
    for line in try english.bytes("evidence.jsonl").split(separator: 0x0A) {
      let record = try #require(JSONText.value(EvidenceRecord.self, from: line))
      #expect(TrailCheck(record).faults() == [])
    }
  }

  @Test(arguments: inputs)
  func `of every fixture's case`(_ input: String) throws {
    let workspace = try Workspace()
    let arguments = [
      "run", "--input", "\(Fixtures.rules)/\(input)/input", "--output", "output", "--as-of", Fixtures.asOf,
    ]
    #expect(try workspace.program.run(arguments + ["--quiet"]).status == 0)
    try check(PublishedFolder(workspace.path("output")))
  }

  @Test func `there are fixtures to check`() { #expect(Self.inputs.count > 40) }

  struct Change: CustomTestStringConvertible, Sendable {
    let what: String
    let apply: @Sendable (inout EvidenceRecord) -> Void
    let fault: String
    var testDescription: String { what }
  }

  @Test(arguments: [
    Change(what: "nothing", apply: { _ in }, fault: ""),
    Change(what: "a comparison's bits", apply: { $0.links[0].comparisons[0].bits += 1 }, fault: "do not add up"),
    Change(what: "the prior", apply: { $0.links[0].priorBits -= 0.5 }, fault: "do not add up"),
    Change(what: "a comparison left out", apply: { $0.links[0].comparisons.removeFirst() }, fault: "do not add up"),
    Change(what: "a finding's level", apply: { $0.findings[0].level = "rendah" }, fault: "the level does not follow"),
    Change(what: "the case's level", apply: { $0.case.level = "rendah" }, fault: "has not the case's level"),
    Change(what: "the power", apply: { $0.findings[0].power = "elsewhere" }, fault: "the level does not follow"),
    Change(what: "the outcome", apply: { $0.findings[0].outcome = "mendaftar" }, fault: "the level does not follow"),
    Change(what: "an unknown word", apply: { $0.findings[0].nearness = "kin" }, fault: "the level does not follow"),
    Change(
      what: "a cap", apply: { $0.findings[0].strengths.hadPower.cap = "rendah" }, fault: "cap is not the policy's"),
    Change(
      what: "the cap of all", apply: { $0.findings[0].strengths.cap = "rendah" }, fault: "cap is not the policy's"),
    Change(
      what: "a strength's fact", apply: { $0.findings[0].strengths.heldOnTheDay.fact = "signatory" },
      fault: "the level does not follow"),
    Change(what: "the grade", apply: { $0.links[0].grade = "D" }, fault: "is not the link's grade"),
    Change(what: "the overlap", apply: { $0.findings[0].from = "2001-01-01" }, fault: "the overlap does not follow"),
    Change(
      what: "a step's dates", apply: { $0.findings[0].path[3].from = "2026-03-15" },
      fault: "the overlap does not follow"
    ),
  ])
  func `says what does not follow from the rest`(_ change: Change) throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
    let bytes = try PublishedFolder(workspace.path("output")).bytes("evidence.jsonl")
    var record = try #require(JSONText.value(EvidenceRecord.self, from: bytes.prefix { $0 != 0x0A }))
    try #require(record.findings[0].path.count > 3 && record.findings[0].path[3].step == "holding")
    change.apply(&record)
    let faults = TrailCheck(record).faults()
    #expect(change.fault.isEmpty ? faults.isEmpty : faults.contains { $0.contains(change.fault) }, "\(faults)")
  }
}
