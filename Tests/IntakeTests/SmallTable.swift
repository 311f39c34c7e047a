import Records
import Testing

@testable import Intake

/// A small table read as a file of its own, for tests to look at what became of it.
struct SmallTable {
  let reading: FileReading

  /// - Parameter columns: What a configuration says of the columns; `nil` for no configuration.
  init(_ text: String, dataset: Dataset? = nil, columns: [String: Field]? = nil) throws {
    let folder = try ScratchFolder()
    let path = try folder.write(text, to: "tabel.csv")
    var mappings: [SourceMapping] = []
    if dataset != nil || columns != nil {
      var mapping = SourceMapping(files: PathPattern("tabel.csv"))
      (mapping.dataset, mapping.columns) = (dataset, columns ?? [:])
      mappings = [mapping]
    }
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    reading = FileReader(night: night, quarantineShare: 1, mappings: mappings).read(path, as: "tabel.csv")
    #expect(reading.counts.read == reading.counts.accepted + reading.counts.quarantined)
  }

  var tables: FileTables { reading.tables }

  func text(_ id: TextID) -> String { id.isEmpty ? "" : tables.arena.string(id) }

  /// `code column`, sorted, each once.
  var warnings: [String] { reading.warnings.sorted.map { "\($0.message.code) \($0.column)" } }

  /// `code@line` of each row that was set aside.
  var aside: [String] { reading.quarantine.map { "\($0.message.code)@\($0.location.line)" } }

  /// Name and birth date of each official.
  var officials: [String] { tables.officials.map { "\(text($0.name)) \(Self.day($0.birthDate))" } }

  /// Relation, name and birth date of each relative.
  var relatives: [String] {
    tables.relatives.map { "\(text($0.relation)): \(text($0.name)) \(Self.day($0.birthDate))" }
  }

  /// Role, name and NIK of each of a vendor's people.
  var people: [String] {
    tables.vendorPeople.map { "\(text($0.role)): \(text($0.name)) \($0.nationalID.map { String($0.value) } ?? "-")" }
  }

  private static func day(_ date: CalendarDate?) -> String { date.map { "\($0)" } ?? "-" }
}
