package import Records

/// What a configuration says of some files: how they are written and what their columns hold.
///
/// It goes before the built-in names and everything that is found out from a file; what it leaves open is found out
/// as ever.
package struct SourceMapping: Hashable, Sendable {
  /// The files that are meant, by their path below the input folder.
  package let files: PathPattern
  /// What a row is about; `nil` to tell by the columns.
  package var dataset: Dataset?
  package var delimiter: Delimiter?
  package var encoding: TextEncoding?
  /// The number of the line on which the header begins, from 1.
  package var headerLine: Int?
  package var dateOrder: DateOrder?
  /// Fields by the names of their columns.
  package var columns: [String: Field] = [:]
  /// Terms of kinship by the codes that stand for them.
  package var relations: [String: String] = [:]
  /// Values that every row has.
  package var constants: [Field: String] = [:]

  package init(files: PathPattern) { self.files = files }

  /// Which part of a date stands first where all are numbers and none is a year of four digits in front.
  package enum DateOrder: String, CaseIterable, Hashable, Sendable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"
    case yearFirst = "ymd"
  }

  /// What separates the cells of a row.
  package enum Delimiter: String, CaseIterable, Hashable, Sendable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"
    case bar = "|"

    var byte: UInt8 { rawValue.utf8.first ?? 0x2C }
  }
}

extension SourceMapping {
  /// The field of a column that the mapping names; spelling of names does not matter, as with built-in ones. In XML
  /// a name with its element goes before a name alone.
  func field(of column: ColumnName) -> Field? {
    guard !columns.isEmpty else { return nil }
    if let exact = columns[column.written] { return exact }
    let named = columns.sorted { $0.key < $1.key }
    for form in column.forms {
      if let found = named.first(where: { ColumnName.normalForm($0.key) == form }) { return found.value }
    }
    return nil
  }

  /// Constants in a fixed order.
  var orderedConstants: [(field: Field, value: String)] {
    constants.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
  }

  /// Names of mapped columns that a table does not have, sorted.
  func missing(from columns: [ColumnName]) -> [String] {
    let (written, forms) = (Set(columns.map(\.written)), Set(columns.flatMap(\.forms)))
    return self.columns.keys.filter { !written.contains($0) && !forms.contains(ColumnName.normalForm($0)) }.sorted()
  }

  /// A table's columns whose field is that of one before them, in their order.
  func surplus(in columns: [ColumnName]) -> [String] {
    var taken: Set<Field> = []
    return columns.filter { column in field(of: column).map { !taken.insert($0).inserted } ?? false }.map(\.written)
  }
}

extension Array where Element == SourceMapping {
  /// The first that means a file.
  func first(for path: String) -> SourceMapping? { first { $0.files.matches(path) } }
}
