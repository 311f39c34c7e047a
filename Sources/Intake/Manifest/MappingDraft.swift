package import Records

/// What a configuration would say of a file to have it read as it is read now.
package struct MappingDraft: Sendable {
  package let file: String
  /// The one dataset that the file feeds; `nil` where it feeds several or none.
  package let dataset: Dataset?
  /// The dataset that it comes nearest to, where it feeds none.
  package let nearest: Dataset?
  package let delimiter: SourceMapping.Delimiter?
  package let encoding: TextEncoding?
  package let headerLine: Int?
  /// Columns with their fields, in the order of the file.
  package let columns: [(column: String, field: Field)]
  /// Columns that hold nothing known, or a relative's facts, which only the built-in names can tell.
  package let others: [String]

  init(_ reading: FileReading, nearest: Dataset?) {
    file = reading.path
    let plans = reading.form.plans
    dataset = reading.datasets.count == 1 && plans.count == 1 ? reading.datasets[0] : nil
    self.nearest = nearest
    if case .csv(let dialect, _, _) = reading.form {
      delimiter = .init(rawValue: String(UnicodeScalar(dialect.delimiter)))
      encoding = dialect.encoding == .utf8Marked ? .utf8 : dialect.encoding
      headerLine = dialect.firstHeaderLine
    } else {
      (delimiter, encoding, headerLine) = (nil, nil, nil)
    }
    // A column is drafted where every dataset reads it as one field; the same name twice cannot be told apart.
    var fields: [String: Set<Field>] = [:]
    var order: [String] = []
    for plan in plans {
      for (column, field) in plan.usedColumns where plan.constant(column) == nil {
        let name = plan.columnNames[column]
        if fields[name] == nil { order.append(name) }
        fields[name, default: []].insert(field)
        if plan.impliedRelation != nil, field != .nip { fields[name, default: []].formUnion([.name, .nationalID]) }
      }
    }
    let drafted: [(column: String, field: Field)] = order.compactMap { name in
      guard let found = fields[name], found.count == 1, let field = found.first, !name.isEmpty else { return nil }
      // A setting holds for every dataset of the file, also for one that knows the field under other names only.
      let isAlike = plans.allSatisfy { plan in
        !Field.of(plan.dataset).contains(field) || plan[field].map { plan.columnNames[$0] } == name
      }
      guard isAlike else { return nil }
      return (name, field)
    }
    // A field has one column in a configuration; several people of one row are told apart by built-in names only.
    let counts = Dictionary(drafted.map { ($0.field, 1) }, uniquingKeysWith: +)
    columns = drafted.filter { counts[$0.field] == 1 }
    let mapped = Set(columns.map(\.column))
    var seen: Set<String> = []
    others = (order + reading.form.unknownColumns).filter {
      !$0.isEmpty && !mapped.contains($0) && seen.insert($0).inserted
    }
  }
}
