import GRDB
import Records
import Testing

@testable import Casework

@Suite struct DiskBoundTests {
  /// What a folder holds, in bytes, the casebook apart.
  private func size(_ folder: String) -> Int {
    Disk.names(in: folder).reduce(0) { sum, name in
      let path = "\(folder)/\(name)"
      switch Disk.kind(of: path) {
      case .folder: return sum + size(path)
      case .file: return name.hasPrefix("casebook") ? sum : sum + ((try? Disk.read(path).count) ?? 0)
      case .link, .other, nil: return sum
      }
    }
  }

  private func rows(_ output: String, _ table: String) throws -> Int {
    let store = try CaseStore(in: output)
    defer { store.close() }
    return try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  @Test func `over 365 nights on which facts change, only run.json and a line of the journal are added to the disk`()
    throws
  {
    try withFolder { folder in
      var (atDay100, casebookAt100, rowsAt100) = (0, 0, [Int]())
      let tables = ["state", "fact", "party", "staged_party", "matter", "decision"]
      guard var date = CalendarDate(year: 2026, month: 1, day: 1) else { return }
      var manifest = 0
      for night in 1...365 {
        var settings = Invented.settings()
        settings.asOf = date
        settings.retention.nights = 7
        var world = Invented.twoCases
        // Every night the rows that the cases rest on say something else.
        for index in world.registry.roles.indices { world.registry.roles[index].decreedOn = date }
        _ = world.addSource("harian-\(night).csv", [.units], rows: night % 3)
        var filed = world.night
        filed.excerpts = [:]
        let run = try Casebook(output: folder, settings: settings).publish(filed)
        if night > 1 { #expect(run.manifest.cases.statuses?["berubah"] == 2) }
        manifest = max(manifest, try Disk.read("\(run.folder)/run.json").count)
        if night == 100 {
          atDay100 = size(folder)
          casebookAt100 = try Disk.read("\(folder)/casebook.sqlite").count
          rowsAt100 = try tables.map { try rows(folder, $0) }
        }
        let next = CalendarDate(year: date.year, month: date.month, day: date.day + 1)
        date = next ?? CalendarDate(year: date.year, month: date.month + 1, day: 1) ?? date
      }
      #expect(Disk.names(in: "\(folder)/runs").count == 7)
      #expect(size(folder) < atDay100 + 2_000)
      #expect(try tables.map { try rows(folder, $0) } == rowsAt100)
      let grown = try Disk.read("\(folder)/casebook.sqlite").count - casebookAt100
      // A manifest fills pages of 4 KiB; beside it stand the run's mark and two lines of digests.
      #expect(grown < 265 * (manifest + 6_000), "\(grown) bytes; a manifest has \(manifest)")
      let walk = try RunChain(output: folder).walk()
      #expect(walk.breaks == [] && walk.runs == 365 && walk.notes.count == 358)
    }
  }
}
