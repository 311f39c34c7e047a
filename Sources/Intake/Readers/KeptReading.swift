import Records

/// A file's reading as it is kept for later nights, on which the same bytes need not be read row by row again.
///
/// Only readings without a fault are kept, of the forms in which large files come.
struct KeptReading {
  /// A smaller file is read as soon as found: four kibibytes.
  static let shortFile = 4 << 10

  private let name: String
  private let shelf: any Shelf

  /// - Parameters:
  ///   - digest: The file's.
  ///   - mapping: What the configuration says of it, which is part of what the shelf rests on; so only which it is.
  init(on shelf: any Shelf, digest: String, mapping: SourceMapping?, night: CalendarDate) {
    self.shelf = shelf
    // Within a year all nights read alike.
    name = "reading \(night.year) \(digest) \(mapping?.files.text ?? "")"
  }

  /// Adds what was kept to a reading of which path, size and digest are known.
  ///
  /// - Returns: Whether anything was; else the reading is as it was.
  func load(into reading: inout FileReading) -> Bool {
    guard var reader = shelf.reader(of: name) else { return false }
    do {
      var found = reading
      found.form = try reader.form()
      found.counts = try reader.value()
      found.tables = try reader.tables()
      found.warnings = Warnings(try reader.warnings())
      found.placeholders = try reader.placeholders()
      found.quarantine = try reader.quarantine()
      guard reader.isAtEnd() else { return false }
      reading = found
      return true
    } catch {
      return false
    }
  }

  func keep(_ reading: FileReading) {
    guard reading.fault == nil, reading.form.isKept, var writer = shelf.writer(of: name) else { return }
    writer.put(reading.form)
    writer.put(reading.counts)
    writer.put(reading.tables)
    writer.put(reading.warnings.sorted)
    writer.put(reading.placeholders)
    writer.put(reading.quarantine)
    writer.close()
  }
}

extension FileForm {
  fileprivate var isKept: Bool {
    switch self {
    case .csv, .xml: true
    case .unread, .sheets, .json: false
    }
  }
}

extension KeptWriter {
  fileprivate mutating func put(_ form: FileForm) {
    switch form {
    case .csv(let dialect, let header, let plans):
      put(true)
      put(dialect.encoding.rawValue)
      put(dialect.delimiter)
      put(dialect.hasJSONCells)
      put(dialect.headerOffset)
      put(dialect.headerLine)
      put(header)
      put(plans)
    case .xml(let tables):
      put(false)
      put(tables.count)
      for table in tables {
        put(table.path)
        put(table.columns)
        put(table.plans)
      }
    case .unread, .sheets, .json: break
    }
  }

  private mutating func put(_ plans: [ReadingPlan]) {
    put(plans.count)
    for plan in plans {
      put(plan.dataset.rawValue)
      put(plan.part)
      put(optional: plan.impliedRelation)
      put(optional: plan.impliedRole)
      put(plan.columnNames)
      put(plan.constants)
      let terms = plan.relationTerms.sorted { $0.key < $1.key }
      put(terms.map(\.key))
      put(terms.map(\.value))
      put(plan.implied)
      put(plan.dateOrder.rawValue)
      put(plan.pivotYear)
      let found = plan.findings
      put(all: found.monthFirst.map(\.rawValue).sorted())
      let marks = found.decimalMarks.sorted { $0.key.rawValue < $1.key.rawValue }
      put(all: marks.map(\.key.rawValue))
      put(all: marks.map(\.value))
      put(found.isTrueT)
      put(all: Field.allCases.map { plan[$0] ?? -1 })
    }
  }

  private mutating func put(optional text: String?) { put(text.map { [$0] } ?? []) }

  fileprivate mutating func put(_ tables: FileTables) {
    tables.arena.keep(in: &self)
    put(all: tables.officials)
    put(all: tables.postings)
    tables.relatives.keep(in: &self)
    put(all: tables.vendors)
    put(all: tables.vendorPeople)
    put(all: tables.tenders)
    put(all: tables.bids)
    put(all: tables.roles)
    put(all: tables.units)
    put(all: tables.declarations)
  }

  fileprivate mutating func put(_ warnings: [SourceFile.WarningCount]) {
    put(warnings.count)
    for warning in warnings {
      put(warning.message)
      put(warning.column)
      put(warning.count)
      put(all: warning.lines)
    }
  }

  private mutating func put(_ message: Diagnostic.Message) { put([message.code, message.problem, message.remedy]) }

  fileprivate mutating func put(_ placeholders: [Field: Int]) {
    put(all: Field.allCases.map { placeholders[$0] ?? 0 })
  }

  fileprivate mutating func put(_ rows: [QuarantinedRow]) {
    put(rows.count)
    for row in rows {
      put(row.location)
      put(row.message)
      put(all: Array(row.text.utf8))
    }
  }
}

extension KeptReader {
  fileprivate mutating func form() throws(Damage) -> FileForm {
    guard try value(Bool.self) else {
      var tables: [FileForm.XMLTable] = []
      for _ in 0..<(try count()) {
        tables.append(FileForm.XMLTable(path: try text(), columns: try texts(), plans: try plans()))
      }
      return .xml(tables)
    }
    guard let encoding = TextEncoding(rawValue: try text()) else { throw Damage() }
    let dialect = CSVDialect(
      encoding: encoding, delimiter: try value(), hasJSONCells: try value(), headerOffset: try value(),
      headerLine: try value())
    return .csv(dialect, header: try texts(), plans: try plans())
  }

  private mutating func plans() throws(Damage) -> [ReadingPlan] {
    var plans: [ReadingPlan] = []
    for _ in 0..<(try count()) {
      guard let dataset = Dataset(rawValue: try text()) else { throw Damage() }
      let part = try value(Int.self)
      var plan = ReadingPlan(
        dataset, impliedRelation: try texts().first, impliedRole: try texts().first, part: part)
      let (columns, constants) = (try texts(), try texts())
      let (codes, terms) = (try texts(), try texts())
      guard codes.count == terms.count, Set(codes).count == codes.count else { throw Damage() }
      plan.implied = try value()
      guard let order = SourceMapping.DateOrder(rawValue: try text()) else { throw Damage() }
      plan.dateOrder = order
      plan.pivotYear = try value()
      plan.findings = try findings()
      let places = try all(Int.self)
      guard places.count == Field.allCases.count else { throw Damage() }
      for (field, place) in zip(Field.allCases, places) where place >= 0 { plan[field] = place }
      plan.name(
        columns: columns, constants: constants,
        relationTerms: Dictionary(uniqueKeysWithValues: zip(codes, terms)))
      plans.append(plan)
    }
    return plans
  }

  private mutating func findings() throws(Damage) -> FieldFindings {
    var found = FieldFindings()
    found.monthFirst = Set(try all(Int.self).compactMap { Field(rawValue: $0) })
    let (fields, marks) = (try all(Int.self), try all(UInt8.self))
    guard fields.count == marks.count, Set(fields).count == fields.count else { throw Damage() }
    for (field, mark) in zip(fields, marks) {
      guard let field = Field(rawValue: field) else { throw Damage() }
      found.decimalMarks[field] = mark
    }
    found.isTrueT = try value()
    return found
  }

  private mutating func count() throws(Damage) -> Int {
    let count = try value(Int.self)
    guard count >= 0 else { throw Damage() }
    return count
  }

  fileprivate mutating func tables() throws(Damage) -> FileTables {
    var tables = FileTables()
    tables.arena = try TextArena(from: &self)
    tables.officials = try all()
    tables.postings = try all()
    tables.relatives = try RelativeTable(from: &self)
    tables.vendors = try all()
    tables.vendorPeople = try all()
    tables.tenders = try all()
    tables.bids = try all()
    tables.roles = try all()
    tables.units = try all()
    tables.declarations = try all()
    return tables
  }

  fileprivate mutating func warnings() throws(Damage) -> [SourceFile.WarningCount] {
    var warnings: [SourceFile.WarningCount] = []
    for _ in 0..<(try count()) {
      warnings.append(.init(message: try message(), column: try text(), count: try value(), lines: try all()))
    }
    return warnings
  }

  private mutating func message() throws(Damage) -> Diagnostic.Message {
    let texts = try texts()
    guard texts.count == 3 else { throw Damage() }
    return Diagnostic.Message(code: texts[0], problem: texts[1], remedy: texts[2])
  }

  fileprivate mutating func placeholders() throws(Damage) -> [Field: Int] {
    let counts = try all(Int.self)
    return Dictionary(uniqueKeysWithValues: zip(Field.allCases, counts).filter { $0.1 > 0 })
  }

  fileprivate mutating func quarantine() throws(Damage) -> [QuarantinedRow] {
    var rows: [QuarantinedRow] = []
    for _ in 0..<(try count()) {
      let (location, message) = (try value(SourceLocation.self), try message())
      rows.append(
        QuarantinedRow(location: location, message: message, text: String(decoding: try all(UInt8.self), as: UTF8.self))
      )
    }
    return rows
  }
}
