import Records
import Testing

@testable import Intake

@Suite struct XMLPiecesTests {
  @Test func `a second thread that reads XML ahead changes nothing`() throws {
    let rows = (0..<3_000).map { row in
      // A column and a kind that the file's beginning does not have.
      let late = row > 2_000 ? "<hps>\(row)</hps><peserta><kd_penyedia>\(row)</kd_penyedia></peserta>" : ""
      let faulty = row % 500 == 7 ? "<nama_satker>\(String(repeating: "x", count: 70_000))</nama_satker>" : ""
      return "<paket><kd_tender>\(row)</kd_tender><nama_paket>Paket \(row)</nama_paket>\(late)\(faulty)</paket>\n"
    }
    for end in ["</data>", ""] {
      let folder = try ScratchFolder()
      let path = try folder.write(Array("<data>\n\(rows.joined())\(end)".utf8), to: "paket.xml")
      let night = try #require(CalendarDate(year: 2026, month: 11, day: 24))
      var reader = FileReader(night: night, quarantineShare: 1)
      let alone = reader.read(path, as: "paket.xml")
      reader.readsAhead = true
      let ahead = reader.read(path, as: "paket.xml")
      #expect(alone.counts == ahead.counts)
      #expect(alone.counts.read >= 3_000)
      #expect(alone.tables.tenders.map(\.source) == ahead.tables.tenders.map(\.source))
      #expect(
        alone.tables.tenders.map { alone.tables.arena.string($0.name) }
          == ahead.tables.tenders.map { ahead.tables.arena.string($0.name) })
      #expect(alone.quarantine.map(\.location) == ahead.quarantine.map(\.location))
      #expect(alone.fault?.message.code == ahead.fault?.message.code)
      #expect((alone.fault == nil) == !end.isEmpty)
      #expect(alone.digest == ahead.digest)
    }
  }
}
