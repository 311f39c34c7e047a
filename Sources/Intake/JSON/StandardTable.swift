import Records

/// A table of a published data standard: what its columns are called and what they tell, so that nothing is guessed.
struct StandardTable {
  let path: String
  let dataset: Dataset
  let columns: [(name: String, field: Field)]

  /// As the form of a file keeps it.
  ///
  /// - Parameter pivotYear: The latest year that a two-digit year means.
  func table(pivotYear: Int) -> FileForm.XMLTable {
    var plan = ReadingPlan(dataset)
    plan.pivotYear = pivotYear
    for (index, column) in columns.enumerated() { plan[column.field] = index }
    plan.name(columns: columns.map(\.name))
    return .init(path: path, columns: columns.map(\.name), plans: [plan])
  }
}

/// A row of a standard's table, filled field by field.
struct StandardRow {
  let table: Int
  /// The object in the record that the row is of.
  let node: Int
  var values: [Field: [UInt8]] = [:]
  /// Columns whose amount is of another currency than rupiah.
  var foreignAmounts: [Field] = []
  var fault: JSONRowFault?

  init(_ table: Int, node: Int) { (self.table, self.node) = (table, node) }

  subscript(_ field: Field) -> ArraySlice<UInt8>? {
    get { values[field].map { $0[...] } }
    set { values[field] = newValue.map(Array.init) }
  }

  /// Sets an amount of OCDS, where it is of rupiah or of no named currency.
  mutating func set(_ field: Field, amount: Int?, in tree: JSONTree) {
    guard let amount, let value = tree.text(["amount"], of: amount) else { return }
    if let currency = tree.string(["currency"], of: amount), currency.uppercased() != "IDR" {
      foreignAmounts.append(field)
    } else {
      self[field] = value
    }
  }

  /// Fills a row with the table's columns.
  func fill(_ row: inout RawRow, _ table: StandardTable) {
    row.removeAll()
    for column in table.columns { row.append((values[column.field] ?? [])[...]) }
  }
}
