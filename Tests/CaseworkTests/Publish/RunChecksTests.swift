import Glibc
import Records
import Testing

@testable import Casework

@Suite struct RunChecksTests {
  /// What the checks say of a run after something was done to it.
  private func faults(
    of world: Invented, _ settings: CaseworkSettings = Invented.settings(),
    after change: (StagedRun) throws -> Void = { _ in }
  ) throws -> [String] {
    var found: [String] = []
    try withFolder { output in
      let reports = Reports(night: world.night, settings: settings, key: SiteKey(bytes: [1]))
      let staging = try StagedRun(id: "2026-11-23-00000001", in: RunFolders(output: output))
      let outputs = try staging.write(reports.files())
      let history = try CaseHistory(of: staging.id, asOf: settings.asOf, in: CaseStore(in: output))
      let manifest = RunManifest(
        of: reports, id: staging.id, outputs: outputs, history: history, previous: nil, reportMilliseconds: 0)
      try staging.write(manifest)
      try change(staging)
      let result = Result { () throws(CaseworkFault) in try RunChecks(reports).run(on: staging, manifest: manifest) }
      if case .failure(.checkFailed(let contradictions)) = result {
        found = contradictions.map { $0.replacing(staging.folder, with: "RUN") }
      }
    }
    return found
  }

  private func overwrite(_ name: String, _ text: String) -> (StagedRun) throws -> Void {
    { staging in
      try Disk.remove(file: "\(staging.folder)/\(name)")
      try Disk.write(Array(text.utf8), to: "\(staging.folder)/\(name)")
    }
  }

  @Test func `a sound run passes`() throws {
    #expect(try faults(of: Invented.twoCases) == [])
    #expect(try faults(of: Invented.twoCases.shuffled()) == [])
  }

  @Test func `a number of someone in the registry is found wherever it stands`() throws {
    #expect(
      try faults(of: Invented.twoCases, after: overwrite("coverage.csv", "\u{FEFF}a;5371 0145 0480 0001\r\n")) == [
        "coverage.csv: the bytes on the disk are not those written",
        "coverage.csv: the rows are not as many as the judgement has",
        "coverage.csv: numbers of persons that are not masked: 1",
      ])
  }

  @Test func `a phrase that holds a number fails the check, unless it was asked for`() throws {
    var world = Invented.twoCases
    world.judgement.remarks = [
      .init(code: "a", phrase: Phrase("NIP 197804122003121001", "NIP 197804122003121001"), count: 1)
    ]
    #expect(try faults(of: world) == ["run.json: numbers of persons that are not masked: 1"])
    var open = Invented.settings()
    open.unmaskReason = "Surat Tugas 12"
    #expect(try faults(of: world, open) == [])
  }

  @Test func `rows read that are neither accepted nor set aside are noticed`() throws {
    var world = Invented.twoCases
    var counts = SourceFile.Counts()
    counts.read = 3
    counts.accepted = 2
    let old = world.registry.sources[0]
    world.registry.sources[0] = SourceFile(
      path: old.path, byteCount: 1, digest: old.digest, form: old.form, datasets: old.datasets, counts: counts,
      warnings: [], unknownColumns: [])
    #expect(try faults(of: world) == ["asn.csv: rows read are not the sum of rows accepted and quarantined"])
  }

  @Test func `answers of a rule that do not add up are noticed`() throws {
    var world = Invented.twoCases
    world.judgement.coverage = [RuleCoverage(rule: "r", packages: 3, clear: 1, flagged: 1, unchecked: [])]
    #expect(try faults(of: world) == ["coverage of r: the three answers do not add up to the packages"])
  }

  @Test func `open modes and other files are noticed`() throws {
    let found = try faults(of: Invented.twoCases) { staging in
      chmod("\(staging.folder)/run.json", 0o644)
      try Disk.write([], to: "\(staging.folder)/other")
    }
    #expect(
      found == [
        "RUN/run.json: others than the owner may use it", "the run's folder holds other files than run.json lists",
      ])
  }

  @Test func `a manifest that reads back differently is noticed`() throws {
    #expect(
      try faults(of: Invented.twoCases, after: overwrite("run.json", "{}")) == [
        "run.json: read back, it says something else"
      ])
  }
}
