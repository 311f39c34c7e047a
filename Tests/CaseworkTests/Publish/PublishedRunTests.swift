import Records
import Testing

@testable import Casework

@Suite struct PublishedRunTests {
  private func withRun(_ body: (String, PublishedRun) throws -> Void) throws {
    try withFolder { folder in
      let casebook = Casebook(output: folder, settings: Invented.settings())
      try body(folder, casebook.publish(Invented.twoCases.night))
    }
  }

  @Test func `a run is opened by output folder, by latest or by its own folder`() throws {
    try withRun { folder, run in
      for path in [folder, "\(folder)/latest", "\(folder)/runs/\(run.id)"] {
        let opened = try PublishedRun(opening: path)
        #expect(opened.id == run.id && opened.folder == run.folder)
      }
    }
  }

  @Test func `a folder without a run is told apart from a damaged run`() throws {
    try withRun { folder, run in
      #expect(throws: PublishedRun.Fault.noRun("\(folder)/runs")) { try PublishedRun(opening: "\(folder)/runs") }
      try Disk.remove(file: "\(run.folder)/run.json")
      try Disk.write(Array("{".utf8), to: "\(run.folder)/run.json")
      #expect(throws: PublishedRun.Fault.damaged("\(run.folder)/run.json")) { try PublishedRun(opening: folder) }
    }
  }

  @Test func `a case is found by its id as typed, and by its link's`() throws {
    try withRun { _, run in
      let records = try run.evidence()
      #expect(records.map(\.case.rank) == [1, 2])
      let second = records[1]
      let typed = second.case.id.lowercased().replacing("-", with: "")
      #expect(try run.evidence(of: typed) == second)
      #expect(try run.evidence(of: second.links[0].id) == second)
      #expect(try run.evidence(of: "BK-0000-0000-0") == nil)
    }
  }

  @Test func `a link's row is found by its id, flagged or not`() throws {
    try withRun { folder, _ in
      var world = Invented.twoCases
      world.judgement.findings = []
      for delimiter in CaseworkSettings.Delimiter.allCases {
        var settings = Invented.settings()
        settings.delimiter = delimiter
        let run = try Casebook(output: folder, settings: settings).publish(world.night)
        let id = run.manifest.links == 2 ? try firstLink(of: run, delimiter) : ""
        let cells = try #require(try run.link(id))
        #expect(cells.first == .init(column: "id_tautan", value: id))
        #expect(cells.contains(.init(column: "kunci_keluarga", value: "K-1")))
        #expect(CaseTrail.text(ofLink: cells).contains("kunci_keluarga        K-1\n"))
        #expect(try run.link("BT-0000-0000-0") == nil)
      }
    }
  }

  private func firstLink(of run: PublishedRun, _ delimiter: CaseworkSettings.Delimiter) throws -> String {
    let lines = CSVTable.lines(of: try Disk.read("\(run.folder)/person-links.csv"), delimiter: delimiter)
    return try #require(lines?[1][0])
  }

  @Test func `what was changed, removed or added is named`() throws {
    try withRun { _, run in
      #expect(run.verifyOutputs() == [])
      let path = "\(run.folder)/findings.csv"
      var bytes = try Disk.read(path)
      bytes[10] ^= 1
      try Disk.remove(file: path)
      try Disk.write(bytes, to: path)
      try Disk.remove(file: "\(run.folder)/coverage.csv")
      try Disk.write([], to: "\(run.folder)/extra")
      let recorded = run.manifest.outputs.first { $0.name == "findings.csv" }?.sha256 ?? ""
      #expect(
        run.verifyOutputs() == [
          .changed("findings.csv", expected: recorded, found: Digest.hex(of: bytes)), .missing("coverage.csv"),
          .unlisted("extra"),
        ])
    }
  }

  @Test func `the manifest counts inputs, warnings, repeats and remarks`() throws {
    try withFolder { folder in
      var world = Invented.twoCases
      world.registry.repeats = [.relatives: 3]
      let old = world.registry.sources[0]
      world.registry.sources[0] = SourceFile(
        path: old.path, byteCount: 512, digest: old.digest, form: old.form, datasets: old.datasets,
        counts: old.counts,
        warnings: [
          .init(
            message: .init(code: "date-unreadable", problem: "no such day", remedy: "correct it"), column: "TGL",
            count: 30, lines: [4, 9])
        ], unknownColumns: ["ket"])
      let manifest = try Casebook(output: folder, settings: Invented.settings()).publish(world.night).manifest
      #expect(manifest.inputs.map(\.path) == ["asn.csv", "keluarga.csv", "paket.csv", "pengurus.csv"])
      #expect(manifest.inputs[1].rows == .init(read: 3, accepted: 2, quarantined: 1, blank: 0))
      #expect(
        manifest.inputs[0].warnings == [
          .init(
            code: "date-unreadable", column: "TGL", problem: "no such day", remedy: "correct it", count: 30,
            lines: [4, 9])
        ])
      #expect(manifest.inputs[0].unknownColumns == ["ket"] && manifest.inputs[0].bytes == 512)
      #expect(manifest.repeats == ["relatives": 3] && manifest.remarks.count == 1)
      #expect(manifest.settings == ["review_threshold": "0.5", "language": "id", "output.delimiter": ";"])
      #expect(manifest.coverage[0].checked == 7 && manifest.coverage[0].couldNotBeChecked == 3)
    }
  }
}
