/// Values that a configuration gives every row of a file, as columns behind the file's own.
struct ConstantColumns {
  /// What stands for their columns' names.
  let names: [String]
  let values: [String]

  /// - Returns: `nil` where the mapping gives none.
  init?(_ mapping: SourceMapping) {
    guard !mapping.constants.isEmpty else { return nil }
    names = mapping.orderedConstants.map { "(\($0.field.documentedName))" }
    values = mapping.orderedConstants.map(\.value)
  }

  /// A row with the constants behind it.
  ///
  /// - Parameter width: How many columns the table has together with the constants; a record may have fewer.
  func added(to row: borrowing RawRow, width: Int) -> RawRow {
    var row = copy row
    while row.fieldCount < width - values.count { row.append([]) }
    for value in values { row.append(Array(value.utf8)[...]) }
    return row
  }
}
