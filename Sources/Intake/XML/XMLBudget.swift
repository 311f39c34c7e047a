/// Bounds the work that a small file can cause by many short records that repeat what is around them, or that show
/// only the last of very many columns.
struct XMLBudget {
  /// Enough for small files of any shape.
  private static let start = 16 << 20
  /// How many bytes of rows a byte of the file may make. Packages with all their columns in each bidder make ten.
  private static let ratio = 64
  /// What a column costs beside its text.
  private static let column = 8

  private var spent = 0

  /// Notes a row.
  ///
  /// - Parameter count: How many bytes of the file have been read for the rows up to it.
  /// - Returns: Whether the file was large enough for its rows.
  mutating func spend(_ row: borrowing RawRow, ofBytes count: Int) -> Bool {
    spent += row.bytes.count + row.fieldCount * Self.column
    return spent <= Self.start + count * Self.ratio
  }
}
