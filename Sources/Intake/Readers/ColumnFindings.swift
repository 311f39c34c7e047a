import Records

/// What the values of a file's columns showed and the columns' names do not tell; the file is read again with it.
struct ColumnFindings: Equatable {
  /// Columns whose dates have the month in front, by their names as written.
  var monthFirst: Set<String> = []
  /// The decimal mark of amounts that have a unit in words; 0 where both marks were seen as one.
  var decimalMarks: [String: UInt8] = [:]
  /// Columns in which `T` stands beside `F` and means *true*.
  var trueT: Set<String> = []
  /// The column that holds terms of kinship.
  var relation: String?
  /// Whether rows that look like officials' are of others, and nothing tells who these are to them.
  var refusesOfficials = false

  /// What of it is about a plan's fields.
  func fields(of plan: ReadingPlan) -> FieldFindings {
    var found = FieldFindings()
    guard self != ColumnFindings() else { return found }
    for (column, field) in plan.usedColumns {
      let name = plan.columnNames[column]
      if monthFirst.contains(name) { found.monthFirst.insert(field) }
      if let mark = decimalMarks[name] { found.decimalMarks[field] = mark }
      if field == .won, trueT.contains(name) { found.isTrueT = true }
    }
    return found
  }

  mutating func formUnion(_ other: ColumnFindings) {
    monthFirst.formUnion(other.monthFirst)
    decimalMarks.merge(other.decimalMarks) { _, new in new }
    trueT.formUnion(other.trueT)
    // Told to be of relatives and still read as officials: there is no more to be found out.
    refusesOfficials = refusesOfficials || other.refusesOfficials || relation != nil && other.relation == relation
    relation = relation ?? other.relation
  }
}

/// The same for the fields of one plan.
struct FieldFindings: Equatable {
  var monthFirst: Set<Field> = []
  var decimalMarks: [Field: UInt8] = [:]
  var isTrueT = false
}
