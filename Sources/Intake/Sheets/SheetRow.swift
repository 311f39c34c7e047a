/// One row of a sheet while its cells come, in any order of columns.
struct SheetRow {
  /// As many columns as a sheet may have in any program.
  static let mostColumns = 16_384
  /// Limits as for CSV: a field, and a line.
  private static let longestCell = 65_536
  private static let longestRow = 1 << 20

  private var bytes: [UInt8] = []
  private var cells: [(column: Int, range: Range<Int>)] = []
  private var isInOrder = true
  /// Whether a cell or the row is longer than any register's; the row has its beginning.
  private(set) var isTooLong = false

  /// Whether cells beyond ``mostColumns`` were left out.
  private(set) var isCutOff = false

  /// Whether no cell holds anything.
  var isBlank: Bool { cells.isEmpty }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    (isInOrder, isTooLong, isCutOff) = (true, false, false)
  }

  /// Adds a cell; an empty one adds nothing, and one beyond ``mostColumns`` is only noted.
  ///
  /// - Parameter column: From 0.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, column: Int) {
    guard !text.isEmpty else { return }
    guard column < Self.mostColumns else {
      isCutOff = true
      return
    }
    let room = min(Self.longestCell, Self.longestRow - bytes.count)
    if text.count > room { isTooLong = true }
    let start = bytes.count
    bytes.append(contentsOf: text.prefix(room))
    if let last = cells.last, last.column >= column { isInOrder = false }
    cells.append((column, start..<bytes.count))
  }

  mutating func add(_ text: [UInt8], column: Int) { text.withUnsafeBufferPointer { add($0, column: column) } }

  /// Puts the cells into a row by column, with empty fields between them and none behind the last.
  ///
  /// Of two cells in one column the first counts.
  mutating func write(to row: inout RawRow) {
    if !isInOrder {
      cells.sort { ($0.column, $0.range.lowerBound) < ($1.column, $1.range.lowerBound) }
      isInOrder = true
    }
    row.removeAll()
    for (column, range) in cells where column >= row.fieldCount {
      while row.fieldCount < column { row.append(bytes[0..<0]) }
      row.append(bytes[range])
    }
  }
}
