import Records

/// What was read of one file, before all files are joined.
struct FileReading {
  /// The path below the input folder.
  let path: String
  var byteCount = 0
  var digest = ""
  var form = FileForm.unread
  /// The file as it was opened; `nil` where it could not be.
  var stamp: FileStamp?
  /// What the configuration says that a row of the file is about.
  var statedDataset: Dataset?
  /// Whether the file is packed.
  var isGzip = false
  var counts = SourceFile.Counts()
  var tables = FileTables()
  var warnings = Warnings()
  /// How many cells of each field hold a word or sign for "nothing" and were read as empty.
  var placeholders: [Field: Int] = [:]
  var quarantine: [QuarantinedRow] = []
  /// Why the file could not be read, or not to its end.
  var fault: Diagnostic?
  /// Whether the system refused the file, or a part of it, so that nobody knows what it held.
  var isWithheld = false
  /// What the values showed of how the file is written, where it has to be read again for that.
  var findings: ColumnFindings?

  init(path: String) { self.path = path }

  /// Takes over what a reader of the file's rows has, once ``counts`` are known.
  mutating func take(_ rows: inout RowReader) {
    placeholders = rows.placeholders
    findings = rows.newFindings(form.plans)
    tables = rows.finish(rowsRead: counts.read, plans: form.plans)
    warnings = rows.warnings
  }

  /// Forgets the rows, to read them once more.
  mutating func restart() {
    (form, counts, tables, warnings) = (.unread, SourceFile.Counts(), FileTables(), Warnings())
    (placeholders, quarantine, fault, findings) = ([:], [], nil, nil)
  }

  /// How the file was understood, such as `csv ; utf-8 gzip`.
  var formDescription: String { form.description + (isGzip ? " gzip" : "") }

  /// Datasets that the file's tables feed, in a fixed order.
  var datasets: [Dataset] { Set(form.plans.map(\.dataset)).sorted() }
}

/// How a file was understood, with all that reading a row of it again needs.
enum FileForm {
  case unread
  case csv(CSVDialect, header: [String], plans: [ReadingPlan])
  case xml([XMLTable])
  case sheets(SheetForm)
  case json(JSONForm, [XMLTable])

  /// One kind of repeating element of an XML file, or of object of a JSON file.
  struct XMLTable {
    let path: String
    var columns: [String]
    var plans: [ReadingPlan]
  }

  var plans: [ReadingPlan] {
    switch self {
    case .unread: []
    case .csv(_, _, let plans): plans
    case .xml(let tables), .json(_, let tables): tables.flatMap(\.plans)
    case .sheets(let form): form.tables.flatMap(\.plans)
    }
  }

  var description: String {
    switch self {
    case .unread: "unread"
    case .csv(let dialect, _, _): dialect.form
    case .xml: "xml"
    case .sheets(let form): form.format.rawValue
    case .json(let form, _): form.description
    }
  }

  /// Columns that no plan uses, in the order of the file.
  var unknownColumns: [String] {
    func unused(_ columns: [String], _ plans: [ReadingPlan]) -> [String] {
      let used = Set(plans.flatMap { $0.usedColumns.map(\.column) })
      return columns.indices.filter { !used.contains($0) }.map { columns[$0] }
    }
    switch self {
    case .unread: return []
    case .csv(_, let header, let plans): return unused(header, plans)
    case .sheets(let form): return form.tables.flatMap { unused($0.columns, $0.plans) }.filter { !$0.isEmpty }
    case .xml(let tables), .json(_, let tables):
      var seen: Set<String> = []
      let used = Set(
        tables.flatMap { table in table.plans.flatMap { $0.usedColumns.map { table.columns[$0.column] } } })
      return tables.flatMap { unused($0.columns, $0.plans) }.filter { !used.contains($0) && seen.insert($0).inserted }
    }
  }
}
