import Glibc
import Records

@testable import Casework

/// A small night by hand. Everyone in it is invented.
struct Invented {
  var registry = Registry()
  var judgement = Judgement()
  var quarantine: [QuarantinedRow] = []

  static let asOf = CalendarDate(year: 2026, month: 11, day: 23)!
  /// The official whose wife directs a winner.
  static let nip = CivilServantID(value: 197_804_122_003_121_001)!
  static let wifeNIK = NationalID(value: 5_371_014_504_800_001)!
  /// The official whose child is a partner of a bidder.
  static let otherNIP = CivilServantID(value: 198_306_152_008_012_007)!
  static let childNIK = NationalID(value: 5_371_016_003_120_002)!
  /// A company's and a person's NPWP; both pass the Luhn check.
  static let company = TaxID(value: 12_345_674_922_000)!

  static func settings(_ language: Language = .indonesian) -> CaseworkSettings {
    var settings = CaseworkSettings(asOf: asOf)
    settings.language = language
    return settings
  }

  var night: Night {
    var night = Night(
      registry: registry, judgement: judgement, quarantine: quarantine, excerpts: excerpts, toolVersion: "1.2.3")
    night.rules = [Night.RuleRecord(id: "kin-holds-bidder", version: "1", thresholds: [.init("smallest_share", "0")])]
    night.configuration = "quarantine_limit = 5\n"
    night.settings = [Night.Setting("review_threshold", "0.5")]
    night.timings = [Night.Timing(stage: "read", milliseconds: 12)]
    return night
  }

  /// Adds a source whose rows were all accepted.
  mutating func addSource(_ path: String, _ datasets: [Dataset], rows: Int, quarantined: Int = 0) -> FileID {
    var counts = SourceFile.Counts()
    counts.accepted = rows
    counts.quarantined = quarantined
    counts.read = rows + quarantined
    let digest = String(repeating: String(registry.sources.count % 10), count: 64)
    registry.sources.append(
      SourceFile(
        path: path, byteCount: 100, digest: digest, form: "csv ; utf-8", datasets: datasets, counts: counts,
        warnings: [], unknownColumns: []))
    registry.arenas.append(TextArena())
    return FileID(index: UInt32(registry.sources.count - 1))
  }

  mutating func text(_ text: String, in file: FileID) -> TextID { registry.arenas[Int(file.index)].intern(text) }

  func place(_ file: FileID, line: UInt32) -> SourceLocation {
    SourceLocation(file: file, line: line, position: UInt64(line) * 40)
  }

  static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day)!
  }
}

/// Makes a fresh folder for a test and removes it afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  var template = Array("/tmp/casework-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw CaseworkFault.cannotWrite(path: "/tmp", reason: "mkdtemp") }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { removeAll(path) }
  try body(path)
}

private func removeAll(_ path: String) {
  for name in Disk.names(in: path) {
    if Disk.kind(of: "\(path)/\(name)") == .folder { removeAll("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
  }
  rmdir(path)
}

extension Casebook {
  /// The reports of a night by name, under a fixed key.
  static func reports(of night: Night, _ settings: CaseworkSettings) -> [String: [UInt8]] {
    let key = SiteKey(bytes: Array(repeating: 7, count: 32))
    let files = Reports(night: night, settings: settings, key: key).files()
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
  }

  /// A report's rows as header to cell.
  static func rows(_ name: String, of night: Night, _ settings: CaseworkSettings) throws -> [[String: String]] {
    let lines = CSVTable.lines(of: reports(of: night, settings)[name] ?? [], delimiter: settings.delimiter) ?? []
    guard let header = lines.first else { throw CaseworkFault.checkFailed(["no header"]) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
