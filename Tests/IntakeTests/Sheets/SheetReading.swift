import Records
import Testing

@testable import Intake

/// Reads bytes as one input file, and says what came of it in few words.
struct SheetReading {
  let reading: FileReading

  init(_ bytes: [UInt8]) throws {
    let folder = try ScratchFolder()
    let path = try folder.write(bytes, to: "input")
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    reading = FileReader(night: night, quarantineShare: 1).read(path, as: "input")
  }

  init(_ text: String) throws { try self.init(text.bytes) }

  var form: SheetForm? { reading.sheets }
  var fault: String? { reading.fault?.message.code }
  var warnings: [String] { reading.warnings.sorted.map { "\($0.message.code) \($0.column) \($0.lines)" } }
  var setAside: [String] { reading.quarantine.map { "\($0.message.code) \($0.location.line)" } }
  var counts: String {
    "\(reading.counts.read)=\(reading.counts.accepted)+\(reading.counts.quarantined) \(reading.counts.blank)"
  }
  /// `line name birth date` of each official.
  var officials: [String] {
    reading.tables.officials.map {
      "\($0.source.line) \(reading.tables.arena.string($0.name)) \($0.birthDate?.description ?? "-")"
    }
  }
  var addsUp: Bool { reading.counts.read == reading.counts.accepted + reading.counts.quarantined }
}

extension FileReading {
  /// The sheets, where the file was read as such.
  var sheets: SheetForm? {
    guard case .sheets(let form) = form else { return nil }
    return form
  }
}

extension String {
  /// The text in little-endian UTF-16 with its mark.
  var wideBytes: [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in utf16 { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
    return bytes
  }
}
