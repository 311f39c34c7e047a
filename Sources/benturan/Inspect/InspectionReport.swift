import Casework
import Intake
import Records

/// One file's inspection as JSON.
struct InspectionReport: Encodable {
  let path: String
  let form: String
  let bytes: Int
  let assumptions: [Assumed]
  let read: Int
  let accepted: Int
  let quarantined: Int
  let blank: Int
  let skipped: Int
  let datasets: [String]
  let sheets: [Sheet]
  let columns: [String: [String: String]]
  let unknownColumns: [String]
  let nearestNames: [String: String]
  let placeholders: [String: Int]
  let fault: String?
  let setAside: [String: Int]
  let warnings: [String: Int]
  let rows: [Row]

  /// One sheet of a workbook, or table of a page; row 0 where it is empty.
  struct Sheet: Encodable {
    let name: String
    let hidden: Bool
    let headerRow: Int
  }

  /// One assumption with its reason.
  struct Assumed: Encodable {
    let what: String
    let value: String
    let because: String
  }

  /// One of the first rows as it was understood.
  struct Row: Encodable {
    let line: Int
    let dataset: String
    let fields: [String: String]
  }

  init(_ file: Inspection, asOf night: CalendarDate) {
    path = MessageText.masked(file.path)
    form = file.form
    bytes = file.byteCount
    assumptions = file.assumptions.map { Assumed(what: $0.what, value: $0.value, because: $0.because) }
    (read, accepted) = (file.counts.read, file.counts.accepted)
    (quarantined, blank, skipped) = (file.counts.quarantined, file.counts.blank, file.counts.skipped)
    datasets = Set(file.tables.map(\.dataset)).sorted().map(\.rawValue)
    sheets = file.sheets.map {
      Sheet(name: MessageText.masked($0.name), hidden: $0.isHidden, headerRow: $0.headerRow)
    }
    var columns: [String: [String: String]] = [:]
    for table in file.tables {
      for (column, field) in table.columns {
        columns[table.dataset.rawValue, default: [:]][MessageText.masked(column)] = field
      }
    }
    self.columns = columns
    unknownColumns = file.unknownColumns.map(MessageText.masked)
    nearestNames = file.nearestNames.reduce(into: [:]) { $0[MessageText.masked($1.key)] = $1.value }
    placeholders = file.placeholders.reduce(into: [:]) { $0[$1.field] = $1.count }
    fault = file.fault.map { "\($0.message.problem) [\($0.message.code)]" }
    setAside = file.setAside.reduce(into: [:]) { $0[$1.message.code, default: 0] += $1.count }
    warnings = file.warnings.reduce(into: [:]) { $0[$1.message.code, default: 0] += $1.count }
    rows = file.rows.map { row in
      let fields = row.fields.filter { !$0.value.isEmpty }.map { field in
        (
          field.name,
          MessageText.field(field.value, holding: field.content, isMinor: row.isAboutMinor, asOf: night)
        )
      }
      return Row(
        line: row.line, dataset: row.dataset.rawValue, fields: Dictionary(fields, uniquingKeysWith: { one, _ in one }))
    }
  }
}
