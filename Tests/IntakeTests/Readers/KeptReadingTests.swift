import Foundation
import Records
import Synchronization
import Testing

@testable import Intake

@Suite struct KeptReadingTests {
  /// A shelf in memory that counts what it gave out.
  private final class MemoryShelf: Shelf {
    private let kept = Mutex<[String: [[UInt8]]]>([:])
    private let counts = Mutex((given: 0, taken: 0))

    private final class Sink: KeptSink {
      private var pieces: [[UInt8]] = []
      private let done: ([[UInt8]]) -> Void

      init(_ done: @escaping ([[UInt8]]) -> Void) { self.done = done }
      func take(_ piece: [UInt8]) { pieces.append(piece) }
      func close() { done(pieces) }
    }

    var given: Int { counts.withLock { $0.given } }
    var taken: Int { counts.withLock { $0.taken } }

    func reader(of name: String) -> KeptReader? {
      guard let pieces = kept.withLock({ $0[name] }) else { return nil }
      counts.withLock { $0.given += 1 }
      var rest = pieces[...]
      return KeptReader { rest.popFirst() }
    }

    func writer(of name: String) -> KeptWriter? {
      KeptWriter(
        to: Sink { pieces in
          self.kept.withLock { $0[name] = pieces }
          self.counts.withLock { $0.taken += 1 }
        })
    }
  }

  private func read(_ path: String, _ shelf: MemoryShelf?, year: Int = 2026) throws -> Reading {
    var policy = SourceReader.Policy(night: try #require(CalendarDate(year: year, month: 11, day: 23)))
    policy.shelf = shelf
    return try SourceReader(policy).read([path])
  }

  /// Everything that a reading says, in words that can be compared.
  private func facts(_ reading: Reading) -> [String] {
    let registry = reading.registry
    let rows =
      Dataset.allCases.flatMap { dataset in (0..<registry.count(of: dataset)).map { RowReference(dataset, $0) } }
    let excerpts = reading.archive.excerpts(of: Set(rows), in: registry)
    return registry.sources.map { "\($0)" } + reading.quarantine.map { "\($0)" } + reading.faults.map { "\($0)" }
      + reading.overLimit.map { "\($0)" } + registry.repeats.map { "\($0)" }.sorted()
      + rows.map {
        "\($0) \(registry.location(of: $0)) \(registry.contentHash(of: $0)) \(String(describing: excerpts[$0]))"
      }
  }

  @Test(arguments: ["fixtures/exports", "fixtures/province/input"])
  func `what was kept is read as the files are`(_ name: String) throws {
    let folder = try #require(Nearby.folder(name))
    let shelf = MemoryShelf()
    let fresh = facts(try read(folder, nil))
    #expect(facts(try read(folder, shelf)) == fresh)
    #expect(shelf.given == 0)
    let taken = shelf.taken
    #expect(taken > 1)
    #expect(facts(try read(folder, shelf)) == fresh)
    #expect(shelf.given == taken)
    #expect(shelf.taken == taken)
  }

  @Test func `a file of other bytes, or a night of another year, is read anew`() throws {
    let folder = try ScratchFolder()
    let rows = (0..<200).map { "1979041220050110\(10 + $0 % 90);Melkianus Contoh \($0);0\($0 % 9 + 1)/02/79\n" }
    try folder.write("nip;nama;tanggal_lahir\n" + rows.joined(), to: "pegawai.csv")
    let shelf = MemoryShelf()
    _ = try read(folder.path, shelf)
    #expect(shelf.taken == 1)
    #expect(facts(try read(folder.path, shelf, year: 2027)) == facts(try read(folder.path, nil, year: 2027)))
    #expect((shelf.taken, shelf.given) == (2, 0))
    try folder.write("nip;nama;tanggal_lahir\n" + rows.dropLast().joined(), to: "pegawai.csv")
    #expect(facts(try read(folder.path, shelf)) == facts(try read(folder.path, nil)))
    #expect((shelf.taken, shelf.given) == (3, 0))
  }

  @Test func `a file under another name is the same file`() throws {
    let folder = try ScratchFolder()
    let rows = (0..<200).map { "1979041220050110\(10 + $0 % 90);Melkianus Contoh \($0)\n" }
    let path = try folder.write("nip;nama\n" + rows.joined(), to: "pegawai.csv")
    let shelf = MemoryShelf()
    _ = try read(folder.path, shelf)
    try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/pegawai-24.csv")
    #expect(facts(try read(folder.path, shelf)) == facts(try read(folder.path, nil)))
    #expect(shelf.given == 1)
  }

  @Test func `a file with a fault is not kept`() throws {
    let folder = try ScratchFolder()
    let rows = (0..<200).map { "<p><kd_tender>900\($0)</kd_tender><nama_paket>Contoh \($0)</nama_paket></p>\n" }
    try folder.write("<d>" + rows.joined(), to: "paket.xml")
    let shelf = MemoryShelf()
    #expect(try read(folder.path, shelf).faults.count == 1)
    #expect(shelf.taken == 0)
  }
}
