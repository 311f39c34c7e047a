package import Records

/// What would be read of one file, and as what.
package struct Inspection: Sendable {
  package let path: String
  /// How the file was understood, such as `csv ; utf-8-bom`.
  package let form: String
  package let byteCount: Int
  package let tables: [Table]
  package let counts: SourceFile.Counts
  package let warnings: [SourceFile.WarningCount]
  /// How many rows were set aside for each reason, with the first lines.
  package let setAside: [SourceFile.WarningCount]
  package let unknownColumns: [String]
  package let fault: Diagnostic?
  /// For a file that feeds nothing: the dataset it comes nearest to, and what that would still need.
  package let nearest: (dataset: Dataset, missing: [String])?

  /// One table of the file as one dataset sees it.
  package struct Table: Sendable {
    package let dataset: Dataset
    /// The relation of a wide table's column group, or the role of an XML element; `nil` where columns tell it.
    package let implied: String?
    /// Which field each used column holds.
    package let columns: [(column: String, field: String)]
  }

  init(_ reading: FileReading) {
    path = reading.path
    form = reading.formDescription
    byteCount = reading.byteCount
    counts = reading.counts
    warnings = reading.warnings.sorted
    unknownColumns = reading.form.unknownColumns
    fault = reading.fault
    tables = reading.form.plans.map { plan in
      Table(
        dataset: plan.dataset, implied: plan.impliedRelation ?? plan.impliedRole,
        columns: plan.usedColumns.map { (plan.columnNames[$0.column], String(describing: $0.field)) })
    }
    var reasons = Warnings()
    for row in reading.quarantine { reasons.add(row.message, column: "", line: Int(row.location.line)) }
    setAside = reasons.sorted
    let columns: [String] =
      switch reading.form {
      case .unread: []
      case .csv(_, let header, _): header
      case .xml(let tables), .json(_, let tables): tables.max { $0.columns.count < $1.columns.count }?.columns ?? []
      }
    nearest = tables.isEmpty ? Recogniser().nearest(to: columns.map { ColumnName($0) }) : nil
  }
}
