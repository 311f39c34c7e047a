import Glibc
import Records
import Testing

@testable import Casework

@Suite(.serialized) struct CasebookTests {
  private func publish(
    _ world: Invented, in output: String, _ change: (inout CaseworkSettings) -> Void = { _ in }
  ) throws -> PublishedRun {
    var settings = Invented.settings()
    change(&settings)
    return try Casebook(output: output, settings: settings).publish(world.night)
  }

  @Test func `latest points at a run that is whole and as recorded`() throws {
    try withFolder { folder in
      let output = "\(folder)/out"
      let run = try publish(Invented.twoCases, in: output)
      #expect(Disk.target(of: "\(output)/latest") == "runs/\(run.id)")
      #expect(run.id.hasPrefix("2026-11-23-") && run.id.count == 19)
      #expect(run.verifyOutputs().isEmpty)
      #expect(
        Disk.names(in: run.folder) == [
          "coverage.csv", "evidence.jsonl", "findings.csv", "flagged-pairs.csv", "person-links.csv",
          "quarantine.csv", "recheck.csv", "run.json",
        ])
      #expect(Disk.names(in: output) == [".lock", "casebook.sqlite", "key", "latest", "runs"])
      #expect(run.manifest.outputs.map(\.rows) == [2, 4, 2, 2, 1, 1, 0])
      #expect(
        run.manifest.cases
          == .init(
            found: 2, listed: 2, leftOut: 0, levels: ["kritis": 1, "tinggi": 0, "sedang": 0, "rendah": 1],
            statuses: ["baru": 2], fresh: ["kritis": 1, "rendah": 1], closed: 0))
      #expect(run.manifest.previous == nil)
    }
  }

  @Test(arguments: [mode_t(0), 0o077])
  func `files are the owner's alone whatever the umask`(_ mask: mode_t) throws {
    try withFolder { folder in
      let output = "\(folder)/out"
      let old = umask(mask)
      defer { umask(old) }
      let run = try publish(Invented.twoCases, in: output)
      for path in [output, "\(output)/runs", run.folder] { #expect(Disk.mode(of: path) == 0o700, "\(path)") }
      let files = Disk.names(in: run.folder).map { "\(run.folder)/\($0)" } + ["\(output)/key", "\(output)/.lock"]
      for path in files { #expect(Disk.mode(of: path) == 0o600, "\(path)") }
    }
  }

  @Test func `a folder with other things in it keeps its mode`() throws {
    try withFolder { folder in
      try Disk.write([], to: "\(folder)/letter.txt")
      chmod(folder, 0o755)
      _ = try publish(Invented.twoCases, in: folder)
      #expect(Disk.mode(of: folder) == 0o755)
    }
  }

  @Test func `the same night again changes no byte, not even the timings`() throws {
    try withFolder { folder in
      let first = try publish(Invented.twoCases, in: folder)
      let before = try Disk.read("\(first.folder)/run.json")
      var later = Invented.twoCases.shuffled()
      later.judgement.coverage.reverse()
      let second = try publish(later, in: folder)
      #expect(second.id == first.id)
      #expect(try Disk.read("\(second.folder)/run.json") == before)
      #expect(Disk.names(in: "\(folder)/runs") == [first.id])
    }
  }

  @Test func `two output folders with one key hold the same bytes, timings apart`() throws {
    try withFolder { folder in
      let one = try publish(Invented.twoCases, in: "\(folder)/one")
      let other = try publish(Invented.twoCases, in: "\(folder)/other") { $0.keyFile = "\(folder)/one/key" }
      #expect(one.manifest.withoutTimings == other.manifest.withoutTimings)
      #expect(one.manifest.timings["read"] == 12)
    }
  }

  @Test func `each run's manifest holds the digest of the one before`() throws {
    try withFolder { folder in
      let first = try publish(Invented.twoCases, in: folder)
      let digest = RunManifest.seal(of: try Disk.read("\(first.folder)/run.json"))
      let second = try publish(Invented.twoCases, in: folder) { $0.language = .english }
      #expect(second.id != first.id)
      #expect(second.manifest.previous == digest)
      #expect(try PublishedRun(opening: folder).id == second.id)
      // Going back to the first night's settings keeps its manifest, so that the chain still fits.
      let again = try publish(Invented.twoCases, in: folder)
      #expect(again.manifest.previous == nil)
      #expect(RunManifest.seal(of: try Disk.read("\(again.folder)/run.json")) == digest)
      // Readers stay at the run that was filed last, as the review does.
      #expect(again.newer == second.id)
      #expect(try PublishedRun(opening: folder).id == second.id)
    }
  }

  @Test func `a run of the same name that was changed is replaced`() throws {
    try withFolder { folder in
      let first = try publish(Invented.twoCases, in: folder)
      let path = "\(first.folder)/flagged-pairs.csv"
      try Disk.remove(file: path)
      try Disk.write(Array("lain".utf8), to: path)
      #expect(first.verifyOutputs().count == 1)
      #expect(try publish(Invented.twoCases, in: folder).verifyOutputs().isEmpty)
      #expect(Disk.names(in: "\(folder)/runs") == [first.id])
      #expect(Disk.names(in: folder) == [".lock", "casebook.sqlite", "key", "latest", "runs"])
    }
  }

  @Test func `runs without the casebook that they were filed in are refused, and nothing is written`() throws {
    try withFolder { folder in
      let run = try publish(Invented.twoCases, in: folder)
      let book = "\(folder)/\(CaseStore.fileName)"
      let old = try Disk.read(book)
      let later = try publish(Invented.twoCases, in: folder) { $0.asOf = Invented.date(2026, 11, 24) }
      func isRefused(_ fault: CaseworkFault, _ breaks: [RunChain.Break]) throws {
        let names = Disk.names(in: folder)
        #expect(throws: fault) {
          try publish(Invented.twoCases, in: folder) { $0.asOf = Invented.date(2026, 11, 25) }
        }
        #expect(Disk.names(in: folder) == names && Disk.names(in: "\(folder)/runs") == [run.id, later.id])
        #expect(try RunChain(output: folder).walk().breaks == breaks)
        #expect(Set(CasebookHealth.strangers(in: folder) ?? []).isSuperset(of: [later.id]))
      }
      try Disk.remove(file: book)
      try isRefused(.casebookLost(output: folder, runs: 2), [.lost(2)])
      try Disk.write([], to: book)
      #expect(throws: CaseworkFault.casebookLost(output: folder, runs: 2)) {
        try publish(Invented.twoCases, in: folder)
      }
      try Disk.remove(file: book)
      try Disk.write(old, to: book)
      try isRefused(.casebookBehind(latest: "\(folder)/latest", run: later.id), [.unknown(later.id), .latest(run.id)])
    }
  }

  @Test func `a late night is filed and leaves latest at the newer one`() throws {
    try withFolder { folder in
      let newer = try publish(Invented.twoCases, in: folder)
      let late = try publish(Invented.twoCases, in: folder) { $0.asOf = Invented.date(2026, 11, 20) }
      #expect(late.newer == newer.id && newer.newer == nil)
      #expect(late.verifyOutputs().isEmpty)
      #expect(try PublishedRun(opening: folder).id == newer.id)
      #expect(try RunChain(output: folder).walk().breaks == [])
      // Told again, it moves nothing either.
      #expect(try publish(Invented.twoCases, in: folder) { $0.asOf = Invented.date(2026, 11, 20) }.newer == newer.id)
      #expect(try PublishedRun(opening: folder).id == newer.id)
    }
  }

  @Test func `a late night whose term is over is still there to be read`() throws {
    try withFolder { folder in
      for day in [21, 22, 23] {
        _ = try publish(Invented.twoCases, in: folder) { $0.asOf = Invented.date(2026, 11, day) }
      }
      let late = try publish(Invented.twoCases, in: folder) {
        $0.asOf = Invented.date(2026, 11, 20)
        $0.retention.nights = 2
      }
      #expect(late.verifyOutputs().isEmpty && Disk.names(in: "\(folder)/runs").count == 3)
    }
  }

  @Test func `a run whose folder was lost takes its old place when its night is told again`() throws {
    try withFolder { folder in
      var runs: [PublishedRun] = []
      func tell(_ day: Int) throws -> PublishedRun {
        try publish(Invented.twoCases, in: folder) { $0.asOf = Invented.date(2026, 11, day) }
      }
      for day in [21, 22, 23] { runs.append(try tell(day)) }
      let digest = try #require(runs[1].manifestDigest)
      try Disk.remove(folder: runs[1].folder)
      #expect(try RunChain(output: folder).walk().breaks == [.missing(runs[1].id)])
      #expect(try tell(22).newer == runs[2].id)
      #expect(runs[1].manifestDigest == digest)
      let walk = try RunChain(output: folder).walk()
      #expect(walk.breaks == [] && walk.runs == 3)
    }
  }

  @Test(
    arguments: [
      { (settings: inout CaseworkSettings) in settings.language = .english }, { $0.budget = 1 },
      { $0.delimiter = .comma }, { $0.unmaskReason = "Surat Tugas 12" },
    ] as [@Sendable (inout CaseworkSettings) -> Void])
  func `what changes the output changes the run's id`(_ change: @Sendable (inout CaseworkSettings) -> Void) {
    var settings = Invented.settings()
    let id = RunFolders.id(of: Invented.twoCases.night, settings: settings)
    change(&settings)
    #expect(RunFolders.id(of: Invented.twoCases.night, settings: settings) != id)
  }

  @Test func `leftovers of killed runs are removed`() throws {
    try withFolder { folder in
      try Disk.makeFolder("\(folder)/.staging-2026-11-22-00000000")
      try Disk.write([1], to: "\(folder)/.staging-2026-11-22-00000000/run.json")
      symlink("runs/none", "\(folder)/latest.new")
      _ = try publish(Invented.twoCases, in: folder)
      #expect(Disk.names(in: folder) == [".lock", "casebook.sqlite", "key", "latest", "runs"])
    }
  }

  @Test func `a night whose counts contradict each other is not published`() throws {
    try withFolder { folder in
      let first = try publish(Invented.twoCases, in: folder)
      var world = Invented.twoCases
      world.quarantine = []
      let fault = #expect(throws: CaseworkFault.self) { try publish(world, in: folder) }
      #expect(fault == .checkFailed(["keluarga.csv: the rows set aside are not as many as were counted"]))
      #expect(try PublishedRun(opening: folder).id == first.id)
      #expect(Disk.names(in: folder) == [".lock", "casebook.sqlite", "key", "latest", "runs"])
    }
  }

  @Test func `the exit status can tell that a case of some level is new`() throws {
    try withFolder { folder in
      let run = try publish(Invented.twoCases, in: folder) { $0.budget = 0 }
      #expect(run.hasNewCase(atOrAbove: .critical) && run.hasNewCase(atOrAbove: .low))
      var quiet = Invented.twoCases
      quiet.judgement.findings.removeAll { $0.level > .low }
      let other = try publish(quiet, in: "\(folder)/quiet")
      #expect(!other.hasNewCase(atOrAbove: .medium) && other.hasNewCase(atOrAbove: .low))
    }
  }

  @Test func `rows to read again are those of findings and their links`() {
    let rows = Casebook.rows(citedBy: Invented.twoCases.judgement)
    #expect(rows.count == 10 && rows == rows.sorted() && rows.contains(RowReference(.roles, 1)))
  }
}
