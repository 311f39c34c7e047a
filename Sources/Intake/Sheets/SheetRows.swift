import Records

/// Keeps some rows of a file of sheets, for those who look at them again.
final class SheetRows: SheetSink {
  private let wanted: Set<UInt64>
  private(set) var rows: [(sheet: Int, row: RawRow)] = []

  /// - Parameter wanted: The rows' positions.
  init(at wanted: Set<UInt64>) { self.wanted = wanted }

  func accept(_ row: borrowing RawRow, sheet: Int, rejected: Diagnostic.Message?) {
    if wanted.contains(row.position) { rows.append((sheet, copy row)) }
  }

  func begin(_ sheet: Int, name: String, isHidden: Bool) {}
  func passBlank(sheet: Int) {}
  func note(_ message: Diagnostic.Message, column: Int, line: Int, sheet: Int) {}
  func end(_ sheet: Int, isHidden: Bool) {}
}
