import Casework
import Intake
import Records

/// One file's inspection for a terminal.
struct InspectionPage {
  let file: Inspection
  let night: CalendarDate

  /// Numbers of persons are masked, and minors' names are initials.
  var text: String {
    var lines = ["\(file.path): \(file.form), \(file.byteCount) bytes"]
    lines += file.assumptions.map { "  \($0.what): \($0.value) (\($0.because))" }
    let counts = file.counts
    lines.append(
      "  rows: \(counts.read) read = \(counts.accepted) accepted + \(counts.quarantined) set aside; \(counts.blank) blank"
        + (counts.skipped > 0 ? "; \(counts.skipped) around the table" : ""))
    if let fault = file.fault { lines.append("  \(fault)".replacing("\n", with: "\n  ")) }
    if !file.sheets.isEmpty { lines.append("  sheets: " + sheets) }
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
    lines += unknownColumns
    if !file.placeholders.isEmpty {
      let counts = file.placeholders.map { "\($0.field) \($0.count)" }.joined(separator: ", ")
      lines.append("  read as empty, since the cell says \"nothing\": \(counts)")
    }
    for reason in file.setAside { lines.append("  set aside: " + line(reason)) }
    for warning in file.warnings { lines.append("  warning: " + line(warning)) }
    // Values of fields are masked by what they hold; everything else by its shape.
    return (lines.map(MessageText.masked) + file.rows.map(line)).joined(separator: "\n")
  }

  /// As many sheets as fit a look; pages can have hundreds of tables.
  private var sheets: String {
    let shown = file.sheets.prefix(20).map { sheet in
      let place = sheet.headerRow == 0 ? "empty" : "header in row \(sheet.headerRow)"
      return "\(sheet.name) (\(sheet.isHidden ? "hidden, " : "")\(place))"
    }
    let rest = file.sheets.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
  }

  private var unknownColumns: [String] {
    let named = file.unknownColumns.filter { !$0.isEmpty }
    var lines: [String] = []
    if !named.isEmpty { lines.append("  columns not used: \(named.joined(separator: ", "))") }
    let unnamed = file.unknownColumns.count - named.count
    if unnamed > 0 { lines.append("  columns without a name: \(unnamed)") }
    let used = Set(file.tables.flatMap { $0.columns.map(\.column) })
    for column in named where !used.contains(column) {
      if let name = file.nearestNames[column] { lines.append("  is \(column) perhaps \(name)?") }
    }
    return lines
  }

  private func line(_ warning: SourceFile.WarningCount) -> String {
    let column = warning.column.isEmpty ? "" : "\(warning.column): "
    let places = warning.lines.prefix(5).map(String.init).joined(separator: ", ")
    return "\(column)\(warning.message.problem) [\(warning.message.code)], \(warning.count) times, line \(places)"
  }

  private func line(_ row: RowPreview) -> String {
    let fields = row.fields.compactMap { field -> String? in
      guard !field.value.isEmpty else { return nil }
      let value = MessageText.field(
        field.value, holding: field.content, isMinor: row.isAboutMinor, asOf: night)
      return "\(field.name)=\(value)"
    }
    return "  line \(row.line), \(row.dataset.rawValue): \(fields.joined(separator: " | "))"
  }
}
