import Foundation
import Records
import Testing

@testable import Intake

/// A JSON text as the whole of Intake reads it.
struct JSONReading {
  let reading: FileReading
  /// Each row as `line@offset path: column=value | ...`, in the order of delivery.
  let rows: [String]

  init(_ bytes: [UInt8], at name: String = "input.json") throws {
    let folder = try ScratchFolder()
    try self.init(reading: try folder.write(bytes, to: name))
  }

  init(_ text: String) throws { try self.init(text.bytes) }

  init(reading path: String) throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    reading = FileReader(night: night, quarantineShare: 1).read(path, as: "input")
    var rows: [String] = []
    if case .json(let form, let tables) = reading.form {
      _ = JSONFileReader(file: try InputFile(opening: path), form: form).read { kind, row, _ in
        let columns = tables[kind].columns
        let fields = (0..<row.fieldCount).filter { !row.range($0).isEmpty }.map { "\(columns[$0])=\(row.string($0))" }
        rows.append("\(row.line)@\(row.position) \(tables[kind].path): \(fields.joined(separator: " | "))")
      } setAside: { _, _, _ in
      }
    }
    self.rows = rows
  }

  /// Codes of what was set aside, each with its line.
  var aside: [String] { reading.quarantine.map { "\($0.message.code)@\($0.location.line)" } }
  var counts: [Int] { [reading.counts.read, reading.counts.accepted, reading.counts.quarantined] }
  var fault: String? { reading.fault?.message.code }
  var warnings: [String] { reading.warnings.sorted.map { "\($0.message.code) \($0.column) \($0.lines)" } }

  func text(_ id: TextID) -> String { reading.tables.arena.string(id) }
}
