import GRDB
import Records
import Testing

@testable import Casework

/// The casebook over several nights, in a real database.
@Suite struct CaseHistoryTests {
  private func settings(_ day: Int) -> CaseworkSettings {
    var settings = Invented.settings()
    settings.asOf = CalendarDate(year: 2026, month: 11, day: day) ?? settings.asOf
    return settings
  }

  private func file(_ world: Invented, on day: Int, in output: String) throws -> PublishedRun {
    try Casebook(output: output, settings: settings(day)).publish(world.night)
  }

  private func statuses(_ run: PublishedRun) -> [String: String] { run.flaggedRows().mapValues { $0[1] } }

  /// The same world without the findings of one vendor.
  private func without(_ vendor: Int, _ world: Invented) -> Invented {
    var world = world
    world.judgement.findings.removeAll { $0.vendor == vendor }
    return world
  }

  @Test func `a case is new, stays, goes once and comes back`() throws {
    try withFolder { output in
      let world = Invented.twoCases
      let lasting = try #require(world.judgement.findings.first).vendor
      let other = try #require(world.judgement.findings.first { $0.vendor != lasting }).vendor
      let first = try file(world, on: 20, in: output)
      #expect(Set(statuses(first).values) == ["baru"])
      #expect(Set(statuses(try file(world, on: 21, in: output)).values) == ["tetap"])
      let third = try file(without(other, world), on: 22, in: output)
      #expect(statuses(third).values.sorted() == ["hilang", "tetap"])
      #expect(third.manifest.cases.statuses == ["hilang": 1, "tetap": 1])
      // The night before is shown once more, with the reason.
      let gone = try #require(third.flaggedRows().values.first { $0[1] == "hilang" })
      #expect(gone.contains { $0.hasPrefix("Tidak lagi ditandai malam ini: ") })
      #expect(statuses(try file(without(other, world), on: 23, in: output)).values.sorted() == ["tetap"])
      let back = try file(world, on: 24, in: output)
      #expect(statuses(back).values.sorted() == ["dibuka_kembali", "tetap"])
      #expect(Set(statuses(back).keys) == Set(statuses(first).keys))
    }
  }

  @Test func `a night told again says the same, and a late night harms none`() throws {
    try withFolder { output in
      let world = Invented.twoCases
      let first = try file(world, on: 20, in: output)
      let bytes = try Disk.read("\(first.folder)/flagged-pairs.csv")
      let last = try file(world, on: 24, in: output)
      let again = try file(world, on: 20, in: output)
      #expect(try Disk.read("\(again.folder)/flagged-pairs.csv") == bytes)
      #expect(again.manifest == first.manifest)
      // A night between the two is compared with the one before it, and the next with the newest.
      let late = try file(world, on: 22, in: output)
      #expect(late.manifest.casebook?.predecessor == first.id)
      let next = try file(world, on: 25, in: output)
      #expect(next.manifest.casebook?.predecessor == last.id)
      #expect(Set(statuses(next).values) == ["tetap"])
    }
  }

  @Test func `a decision closes a case until a fact that it rests on changes`() throws {
    try withFolder { output in
      let world = Invented.twoCases
      let first = try file(world, on: 20, in: output)
      let id = try #require(first.flaggedRows().values.first { $0[3] == "rendah" })[0]
      let decisions = CaseDecisions(output: output)
      let day = settings(20).asOf
      try decisions.append([
        Decision(caseID: id, verdict: .handled, reason: "panitia diganti", note: "", by: "Auditor Satu", on: day)
      ])
      let second = try file(world, on: 21, in: output)
      let row = try #require(second.flaggedRows()[id])
      #expect(row.suffix(5) == ["sudah_ditangani", "panitia diganti", "", "Auditor Satu", "2026-11-20"])
      #expect(row[2] == "2")
      #expect(second.manifest.cases.closed == 1)
      #expect(second.manifest.casebook?.decisions == 1)
      #expect(try decisions.cases().first { $0.id == id }?.isClosed == true)
      let third = try file(raised(world), on: 22, in: output)
      #expect(try #require(third.flaggedRows()[id])[1] == "dibuka_kembali")
      #expect(third.manifest.cases.fresh == ["sedang": 1])
    }
  }

  @Test func `a decision that lapses on the first night after it was made brings its case back, with the reason`()
    throws
  {
    try withFolder { output in
      let world = Invented.twoCases
      let first = try file(world, on: 20, in: output)
      let id = try #require(first.flaggedRows().values.first { $0[3] == "rendah" })[0]
      try CaseDecisions(output: output).append([
        Decision(
          caseID: id, verdict: .handled, reason: "panitia diganti", note: "", by: "Auditor Satu", on: settings(20).asOf)
      ])
      let second = try file(raised(world), on: 21, in: output)
      let row = try #require(second.flaggedRows()[id])
      #expect(row[1] == "dibuka_kembali" && row.suffix(5) == ["", "", "", "", ""])
      #expect(row.contains { $0.contains("data: baris lain dalam folder mengubah penilaian") })
      #expect(second.hasNewCase(atOrAbove: .medium) && second.manifest.cases.fresh == ["sedang": 1])
    }
  }

  /// The same world, its lesser case one level higher.
  private func raised(_ world: Invented) throws -> Invented {
    var world = world
    let finding = try #require(world.judgement.findings.last { $0.level == .low })
    world.judgement.findings.removeAll { $0.level == .low }
    world.judgement.findings.append(finding.raised(to: .medium))
    return world
  }

  @Test func `decisions are all taken or none, and only on cases of the last night`() throws {
    try withFolder { output in
      let run = try file(Invented.twoCases, on: 20, in: output)
      let id = try #require(run.flaggedRows().keys.first)
      let decisions = CaseDecisions(output: output)
      let day = settings(20).asOf
      let good = Decision(caseID: id, verdict: .finished, reason: "x", note: "", by: "A", on: day)
      var bad = good
      bad.caseID = "BK-0000-0000-0"
      #expect(throws: CaseworkFault.unknownCase("BK-0000-0000-0")) { try decisions.append([good, bad]) }
      #expect(try decisions.cases().allSatisfy { $0.decisions.isEmpty })
    }
  }

  @Test func `a run that was killed before its folder stood counts for nothing, one behind it counts`() throws {
    try withFolder { output in
      let world = Invented.twoCases
      _ = try file(world, on: 20, in: output)
      let store = try CaseStore(in: output)
      try store.write { try $0.execute(sql: "UPDATE run SET is_staged = 1") }
      store.close()
      // Its folder is whole: it was published, and only the casebook does not know.
      let next = try file(world, on: 21, in: output)
      #expect(Set(statuses(next).values) == ["tetap"])
      let again = try CaseStore(in: output)
      try again.write { try $0.execute(sql: "UPDATE run SET is_staged = 1 WHERE id = ?", arguments: [next.id]) }
      again.close()
      try Disk.remove(folder: next.folder)
      #expect(Set(statuses(try file(world, on: 22, in: output)).values) == ["tetap"])
      let filed = try CaseStore(in: output).read { try FiledRun.all(in: $0).map(\.night) }
      #expect(filed == ["2026-11-20", "2026-11-22"])
    }
  }

  @Test func `a damaged casebook is refused and left as it is`() throws {
    try withFolder { output in
      _ = try file(Invented.twoCases, on: 20, in: output)
      let path = "\(output)/\(CaseStore.fileName)"
      try Disk.remove(file: path)
      try Disk.write(Array("no database at all, and long enough to be looked at as one".utf8), to: path)
      #expect(throws: CaseworkFault.self) { try file(Invented.twoCases, on: 21, in: output) }
      #expect(try PublishedRun(opening: output).id.hasPrefix("2026-11-20"))
    }
  }
}

extension Finding {
  fileprivate func raised(to level: Level) -> Finding {
    Finding(
      rule: rule, level: level, tableLevel: tableLevel, official: official, vendor: vendor, rival: rival,
      package: package, link: link, relation: relation, power: power, kinship: kinship, role: role, outcome: outcome,
      holding: holding, standing: standing, overlap: overlap, value: value, criteria: criteria, strengths: strengths,
      path: path, wouldClear: wouldClear, nextStep: nextStep)
  }
}
