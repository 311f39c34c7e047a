package import Records

/// What would be read of one file, and as what.
package struct Inspection: Sendable {
  package let path: String
  /// How the file was understood, such as `csv ; utf-8-bom`.
  package let form: String
  package let byteCount: Int
  /// What was assumed of the file and why; empty for forms that leave nothing to assume.
  package let assumptions: [Assumption]
  package let tables: [Table]
  /// A workbook's sheets or a page's tables in their order, those that feed nothing too; empty for other files.
  package let sheets: [Sheet]
  package let counts: SourceFile.Counts
  package let warnings: [SourceFile.WarningCount]
  /// How many rows were set aside for each reason, with the first lines.
  package let setAside: [SourceFile.WarningCount]
  package let unknownColumns: [String]
  /// For unknown columns the known name that each is nearest to.
  package let nearestNames: [String: String]
  /// How many cells of each field hold a word or sign for "nothing", by the fields' documented names.
  package let placeholders: [(field: String, count: Int)]
  /// The first rows of each dataset as they were understood.
  package let rows: [RowPreview]
  package let fault: Diagnostic?
  /// For a file that feeds nothing: the dataset it comes nearest to, and what that would still need.
  package let nearest: (dataset: Dataset, missing: [String])?
  /// What a configuration would say of the file.
  package let draft: MappingDraft

  /// One table of the file as one dataset sees it.
  package struct Table: Sendable {
    package let dataset: Dataset
    /// The sheet of a workbook, or the table of a page; `nil` for other files.
    package let sheet: String?
    /// The relation of a wide table's column group, or the role of an XML element; `nil` where columns tell it.
    package let implied: String?
    /// Which field each used column holds, by the fields' documented names.
    package let columns: [(column: String, field: String)]
  }

  /// One sheet of a workbook, or one table of a page.
  package struct Sheet: Sendable {
    package let name: String
    package let isHidden: Bool
    /// The row taken for the header; 0 where the sheet is empty.
    package let headerRow: Int
  }

  init(_ reading: FileReading, of file: InputFolder.File, night: CalendarDate) {
    path = reading.path
    form = reading.formDescription
    byteCount = reading.byteCount
    counts = reading.counts
    warnings = reading.warnings.sorted
    unknownColumns = reading.form.unknownColumns
    fault = reading.fault
    sheets = reading.form.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden, headerRow: $0.headerRow) }
    tables = reading.form.plansWithSheets.map { plan, sheet in
      Table(
        dataset: plan.dataset, sheet: sheet, implied: plan.impliedRelation ?? plan.impliedRole,
        columns: plan.usedColumns.map { (plan.columnNames[$0.column], $0.field.documentedName) })
    }
    var reasons = Warnings()
    for row in reading.quarantine { reasons.add(row.message, column: "", line: Int(row.location.line)) }
    setAside = reasons.sorted
    placeholders = reading.placeholders.map { ($0.key.documentedName, $0.value) }.sorted { $0.0 < $1.0 }
    rows = RowPreview.first(of: reading, file, night: night)
    let found = Assumption.all(in: reading.form.plans)
    if case .csv(let dialect, _, _) = reading.form {
      assumptions = dialect.assumptions + found
    } else {
      assumptions = found
    }
    let columns: [String] =
      switch reading.form {
      case .unread: []
      case .csv(_, let header, _): header
      case .xml(let tables), .json(_, let tables): tables.max { $0.columns.count < $1.columns.count }?.columns ?? []
      case .sheets(let form): form.tables.max { $0.columns.count < $1.columns.count }?.columns ?? []
      }
    nearest = tables.isEmpty ? Recogniser().nearest(to: columns.map { ColumnName($0) }) : nil
    nearestNames = NearestName.of(unknownColumns)
    draft = MappingDraft(reading, nearest: nearest?.dataset)
  }
}
