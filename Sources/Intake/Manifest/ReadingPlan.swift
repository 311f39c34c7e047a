import Records

/// For one dataset that a table feeds: which column holds which field.
struct ReadingPlan {
  let dataset: Dataset
  /// Which relative of a wide row this plan reads, from 0.
  let part: Int
  /// Whether the table is wide, so that every row has the plan's own relation.
  let impliesRelation: Bool
  /// The stored text of ``impliedRelation`` or ``impliedRole``.
  var implied = TextID.none
  var dateOrder = SourceMapping.DateOrder.dayFirst
  /// The latest year that a two-digit year meant.
  var pivotYear = 0
  /// What the values of the plan's columns showed of how they are written.
  var findings = FieldFindings()
  /// What is to be said of the columns; it is of no use once it has been.
  var notes: [Note] = []
  /// Behind one reference, as plans are handed around for every row.
  private var contents: Contents

  private final class Contents: Sendable {
    let columns: [Int]
    let impliedRelation: String?
    let impliedRole: String?
    let columnNames: [String]
    let constants: [String]
    let relationTerms: [String: String]

    init(
      columns: [Int], impliedRelation: String?, impliedRole: String?, columnNames: [String] = [],
      constants: [String] = [], relationTerms: [String: String] = [:]
    ) {
      (self.columns, self.impliedRelation, self.impliedRole) = (columns, impliedRelation, impliedRole)
      (self.columnNames, self.constants, self.relationTerms) = (columnNames, constants, relationTerms)
    }
  }

  /// Something that an operator should know of a column.
  struct Note {
    let message: Diagnostic.Message
    let column: String
  }

  init(_ dataset: Dataset, impliedRelation: String? = nil, impliedRole: String? = nil, part: Int = 0) {
    self.dataset = dataset
    self.part = part
    impliesRelation = impliedRelation != nil
    contents = Contents(
      columns: Array(repeating: -1, count: Field.allCases.count), impliedRelation: impliedRelation,
      impliedRole: impliedRole)
  }

  /// The relation of every row, where the table is wide; else `nil`.
  var impliedRelation: String? { contents.impliedRelation }
  /// The role of every row, where an element's name tells it; else `nil`.
  var impliedRole: String? { contents.impliedRole }
  /// The table's column names as written, and behind them those of constants.
  var columnNames: [String] { contents.columnNames }
  /// Values that a configuration gives every row; their columns are the last of ``columnNames``.
  var constants: [String] { contents.constants }
  /// Terms of kinship by the codes of the file.
  var relationTerms: [String: String] { contents.relationTerms }

  /// Names what the plan's columns are called, what stands in those that the table lacks, and what its codes mean.
  mutating func name(columns: [String], constants: [String] = [], relationTerms: [String: String] = [:]) {
    contents = Contents(
      columns: contents.columns, impliedRelation: impliedRelation, impliedRole: impliedRole, columnNames: columns,
      constants: constants, relationTerms: relationTerms)
  }

  /// Calls the table's own columns differently.
  mutating func rename(columns: [String]) {
    name(
      columns: columns + columnNames.suffix(constants.count), constants: constants, relationTerms: relationTerms)
  }

  /// The column of a field; `nil` where the table has none.
  subscript(_ field: Field) -> Int? {
    get {
      let column = contents.columns[field.rawValue]
      return column < 0 ? nil : column
    }
    set {
      var columns = contents.columns
      columns[field.rawValue] = newValue ?? -1
      contents = Contents(
        columns: columns, impliedRelation: impliedRelation, impliedRole: impliedRole, columnNames: columnNames,
        constants: constants, relationTerms: relationTerms)
    }
  }

  /// Which part of a field's dates stands first.
  func order(of field: Field) -> SourceMapping.DateOrder {
    !findings.monthFirst.isEmpty && findings.monthFirst.contains(field) ? .monthFirst : dateOrder
  }

  func has(_ field: Field) -> Bool { contents.columns[field.rawValue] >= 0 }

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
