import ArgumentParser
import Casework
import Intake
import Records

/// What a run would read of files, and as what; writes nothing.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what would be read: encoding, dialect, dataset, columns, row counts, faults. Writes nothing.",
    discussion: "Example: benturan inspect exports/pengumuman.csv")

  @Argument(help: "Files or folders.") var paths: [String]
  @Flag(help: "Print JSON.") var json = false
  @Option(help: "The night's date, as 2026-11-23.") var asOf: CalendarDate?

  func run() throws {
    guard let night = asOf ?? Clock.today else { throw ExitStatus.internalError.code }
    let found: [Inspection]
    do {
      found = try SourceReader(.init(night: night)).inspect(paths)
    } catch {
      Terminal.say(
        "\(error.path): error: cannot be read: \(error.reason) [input-missing]\n  remedy: check the path and its permissions"
      )
      throw ExitStatus.missingInput.code
    }
    if json { return Terminal.printJSON(found.map(FileReport.init)) }
    for file in found { Terminal.print(MessageText.masked(text(of: file))) }
  }

  private func text(of file: Inspection) -> String {
    var lines = ["\(file.path): \(file.form), \(file.byteCount) bytes"]
    let counts = file.counts
    lines.append(
      "  rows: \(counts.read) read = \(counts.accepted) accepted + \(counts.quarantined) set aside; \(counts.blank) blank"
    )
    if let fault = file.fault { lines.append("  \(fault)".replacing("\n", with: "\n  ")) }
    if !file.sheets.isEmpty { lines.append("  sheets: " + Self.text(of: file.sheets)) }
    for table in file.tables {
      let implied = table.implied.map { " (\($0))" } ?? ""
      let columns = table.columns.map { "\($0.column) -> \($0.field)" }.joined(separator: ", ")
      let sheet = table.sheet.map { " [\($0)]" } ?? ""
      lines.append("  \(table.dataset.rawValue)\(implied)\(sheet): \(columns)")
    }
    if let nearest = file.nearest {
      let missing =
        nearest.missing.isEmpty
        ? "its columns belong to no dataset" : "it lacks \(nearest.missing.joined(separator: ", "))"
      lines.append("  no dataset; nearest is \(nearest.dataset.rawValue): \(missing)")
    }
    if !file.unknownColumns.isEmpty {
      lines.append("  columns not used: \(file.unknownColumns.joined(separator: ", "))")
    }
    for reason in file.setAside { lines.append("  set aside: " + line(reason)) }
    for warning in file.warnings { lines.append("  warning: " + line(warning)) }
    return lines.joined(separator: "\n")
  }

  /// As many sheets as fit a look; pages can have hundreds of tables.
  private static func text(of sheets: [Inspection.Sheet]) -> String {
    let shown = sheets.prefix(20).map { sheet in
      let place = sheet.headerRow == 0 ? "empty" : "header in row \(sheet.headerRow)"
      return "\(sheet.name) (\(sheet.isHidden ? "hidden, " : "")\(place))"
    }
    let rest = sheets.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
  }

  private func line(_ warning: SourceFile.WarningCount) -> String {
    let column = warning.column.isEmpty ? "" : "\(warning.column): "
    let places = warning.lines.prefix(5).map(String.init).joined(separator: ", ")
    return "\(column)\(warning.message.problem) [\(warning.message.code)], \(warning.count) times, line \(places)"
  }

  /// One file's inspection as JSON.
  private struct FileReport: Encodable {
    let path: String
    let form: String
    let bytes: Int
    let read: Int
    let accepted: Int
    let quarantined: Int
    let blank: Int
    let datasets: [String]
    let sheets: [SheetReport]
    let columns: [String: [String: String]]
    let unknownColumns: [String]
    let fault: String?
    let setAside: [String: Int]
    let warnings: [String: Int]

    /// One sheet of a workbook; row 0 where it is empty.
    struct SheetReport: Encodable {
      let name: String
      let hidden: Bool
      let headerRow: Int
    }

    init(_ file: Inspection) {
      path = MessageText.masked(file.path)
      form = file.form
      bytes = file.byteCount
      (read, accepted) = (file.counts.read, file.counts.accepted)
      (quarantined, blank) = (file.counts.quarantined, file.counts.blank)
      datasets = Set(file.tables.map(\.dataset)).sorted().map(\.rawValue)
      sheets = file.sheets.map {
        SheetReport(name: MessageText.masked($0.name), hidden: $0.isHidden, headerRow: $0.headerRow)
      }
      var columns: [String: [String: String]] = [:]
      for table in file.tables {
        for (column, field) in table.columns {
          columns[table.dataset.rawValue, default: [:]][MessageText.masked(column)] = field
        }
      }
      self.columns = columns
      unknownColumns = file.unknownColumns.map(MessageText.masked)
      fault = file.fault.map { "\($0.message.problem) [\($0.message.code)]" }
      setAside = file.setAside.reduce(into: [:]) { $0[$1.message.code, default: 0] += $1.count }
      warnings = file.warnings.reduce(into: [:]) { $0[$1.message.code, default: 0] += $1.count }
    }
  }
}
