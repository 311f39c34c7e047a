/// Bounds the work that a small file can cause by many short records that repeat what is around them, or that show
/// only the last of very many columns.
struct XMLBudget {
  /// Enough for small files of any shape.
  private static let start = 64 << 20
  /// How many bytes of rows a byte of the file may make. Packages with all their columns in each bidder make ten.
  private static let ratio = 64
  /// What a column costs beside its text.
  private static let column = 8

  private var left = Self.start

  /// Notes bytes of the file.
  mutating func earn(_ count: Int) { left += count * Self.ratio }

  /// Notes a row, and tells whether there was enough left for it.
  mutating func spend(_ row: borrowing RawRow) -> Bool {
    left -= row.bytes.count + row.fieldCount * Self.column
    return left >= 0
  }
}
