import Records

/// For one dataset that a table feeds: which column holds which field.
struct ReadingPlan {
  let dataset: Dataset
  /// The relation of every row, where the table is wide; else `nil`.
  let impliedRelation: String?
  /// The role of every row, where an element's name tells it; else `nil`.
  let impliedRole: String?
  /// Which relative of a wide row this plan reads, from 0.
  let part: Int
  /// The stored text of ``impliedRelation`` or ``impliedRole``.
  var implied = TextID.none
  /// The table's column names as written, and behind them those of constants.
  var columnNames: [String] = []
  /// Values that a configuration gives every row; their columns are the last of ``columnNames``.
  var constants: [String] = []
  /// Terms of kinship by the codes of the file.
  var relationTerms: [String: String] = [:]
  var dateOrder = SourceMapping.DateOrder.dayFirst
  /// The latest year that a two-digit year meant.
  var pivotYear = 0
  private var columns: [Int]

  init(_ dataset: Dataset, impliedRelation: String? = nil, impliedRole: String? = nil, part: Int = 0) {
    self.dataset = dataset
    self.impliedRelation = impliedRelation
    self.impliedRole = impliedRole
    self.part = part
    columns = Array(repeating: -1, count: Field.allCases.count)
  }

  /// The column of a field; `nil` where the table has none.
  subscript(_ field: Field) -> Int? {
    get {
      let column = columns[field.rawValue]
      return column < 0 ? nil : column
    }
    set { columns[field.rawValue] = newValue ?? -1 }
  }

  func has(_ field: Field) -> Bool { columns[field.rawValue] >= 0 }

  func hasAny(_ fields: [Field]) -> Bool { fields.contains { has($0) } }

  /// The value of a constant's column; `nil` for a column of the table.
  func constant(_ column: Int) -> String? {
    let place = column - (columnNames.count - constants.count)
    return constants.indices.contains(place) ? constants[place] : nil
  }

  /// Columns in use with their fields, in the order of the file.
  var usedColumns: [(column: Int, field: Field)] {
    Field.allCases.compactMap { field in self[field].map { ($0, field) } }.sorted { $0.0 < $1.0 }
  }
}
