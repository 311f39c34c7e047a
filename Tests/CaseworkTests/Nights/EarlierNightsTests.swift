import Records
import Testing

@testable import Casework

@Suite struct EarlierNightsTests {
  /// Publishes the small night under a date of November 2026.
  private func publish(
    _ day: Int, in output: String, rows: Int = 0, _ change: (inout CaseworkSettings) -> Void = { _ in }
  ) throws -> PublishedRun {
    var world = Invented.twoCases
    if rows > 0 { _ = world.addSource("tambahan.csv", [.officials], rows: rows) }
    var settings = CaseworkSettings(asOf: Invented.date(2026, 11, day))
    change(&settings)
    return try Casebook(output: output, settings: settings).publish(world.night)
  }

  private func rows(_ output: String, before date: String, atMost count: Int = 9) -> [Int] {
    EarlierNights(in: RunFolders(output: output)).counts(before: date, atMost: count).map { $0.rows["officials"] ?? 0 }
  }

  @Test func `nights come back last first, each once, and only those before`() throws {
    try withFolder { folder in
      let first = try publish(1, in: folder, rows: 100)
      let own = try #require(NightCounts(first.manifest).rows["officials"])
      _ = try publish(3, in: folder, rows: 300)
      _ = try publish(2, in: folder, rows: 200)
      // The second of that night is the one that counts, whatever its id.
      _ = try publish(2, in: folder, rows: 250) { $0.language = .english }
      #expect(rows(folder, before: "2026-11-04") == [own + 200, own + 150, own])
      #expect(rows(folder, before: "2026-11-04", atMost: 2) == [own + 200, own + 150])
      #expect(rows(folder, before: "2026-11-02") == [own])
      #expect(rows(folder, before: "2026-11-01") == [])
      try Disk.remove(file: "\(first.folder)/run.json")
      try Disk.write([0x7B], to: "\(first.folder)/run.json")
      #expect(rows(folder, before: "2026-11-04").count == 2)
    }
  }

  @Test func `a night that fell to half is not published, and leaves no trace`() throws {
    try withFolder { folder in
      let first = try publish(1, in: folder, rows: 300)
      let names = Disk.names(in: folder)
      let fault = #expect(throws: CaseworkFault.self) { try publish(2, in: folder, rows: 100) }
      guard case .drifted(let alarms) = fault else { throw try #require(fault) }
      #expect(alarms.map(\.code) == [.rowsHalf] && alarms.map(\.subject) == ["officials"])
      #expect(Disk.names(in: folder) == names && Disk.names(in: "\(folder)/runs") == [first.id])
      #expect(try PublishedRun(opening: folder).id == first.id)
    }
  }

  @Test func `an alarm that warns stands in run.json, changes no id, and stays when the night is repeated`() throws {
    try withFolder { folder in
      let alone = try publish(2, in: "\(folder)/alone", rows: 100)
      #expect(alone.manifest.alarms == nil)
      let output = "\(folder)/out"
      let first = try publish(1, in: output, rows: 300)
      let second = try publish(2, in: output, rows: 100) { $0.drift.rows = .warn }
      #expect(second.manifest.alarms?.map(\.code) == [.rowsHalf])
      #expect(second.id == alone.id)
      let bytes = try Disk.read("\(second.folder)/run.json")
      // With the night before gone there is nothing to compare with; what was published stays all the same.
      try Disk.remove(folder: first.folder)
      let again = try publish(2, in: output, rows: 100)
      #expect(try Disk.read("\(again.folder)/run.json") == bytes)
    }
  }
}
