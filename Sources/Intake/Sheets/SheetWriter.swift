import Records

/// Takes the rows of sheets, whoever reads them.
protocol SheetSink: AnyObject {
  /// A sheet begins; sheets are numbered from 0 as they begin.
  func begin(_ sheet: Int, name: String, isHidden: Bool)
  /// - Parameter rejected: Why the row is to be set aside; `nil` where nothing is wrong.
  func accept(_ row: borrowing RawRow, sheet: Int, rejected: Diagnostic.Message?)
  /// A row holds nothing.
  func passBlank(sheet: Int)
  /// Something about one cell; the row itself follows.
  func note(_ message: Diagnostic.Message, column: Int, line: Int, sheet: Int)
  func end(_ sheet: Int, isHidden: Bool)
}

/// Between the readers of all forms of sheets and the sink: gives rows their place and bounds the work they can cause.
///
/// A row's line is its number in the sheet; its position in the file is the sheet's number and the line together, so
/// that the row is found again.
final class SheetWriter {
  private static let mostSheets = 10_000

  private let sink: any SheetSink
  private var raw = RawRow()
  private var budget = XMLBudget()
  private var sheets = 0
  /// How many bytes were read so far, by which the rows that came of them are judged.
  var bytesRead = 0
  /// Why nothing more is taken.
  private(set) var fault: SheetFault?

  init(_ sink: any SheetSink) { self.sink = sink }

  /// - Returns: The sheet's number.
  func begin(name: String, isHidden: Bool = false) -> Int {
    if sheets == Self.mostSheets { fault = SheetFault(.tooManySheets) }
    sheets += 1
    sink.begin(sheets - 1, name: name, isHidden: isHidden)
    return sheets - 1
  }

  /// Passes a row on.
  ///
  /// - Parameters:
  ///   - line: The row's number in the sheet, larger than those before.
  ///   - rejected: Why the row is to be set aside, where its reader knows.
  func write(_ row: inout SheetRow, sheet: Int, line: Int, rejected: Diagnostic.Message? = nil) {
    guard fault == nil else { return }
    if row.isCutOff { note(.beyondColumns, column: SheetRow.mostColumns, line: line, sheet: sheet) }
    if row.isBlank { return sink.passBlank(sheet: sheet) }
    row.write(to: &raw)
    raw.line = line
    raw.position = UInt64(sheet) << 32 | UInt64(UInt32(truncatingIfNeeded: line))
    guard budget.spend(raw, ofBytes: bytesRead) else {
      fault = SheetFault(.sheetTooLarge, line: line)
      return
    }
    sink.accept(raw, sheet: sheet, rejected: row.isTooLong ? .cellTooLong : rejected)
  }

  func note(_ message: Diagnostic.Message, column: Int, line: Int, sheet: Int) {
    sink.note(message, column: column, line: line, sheet: sheet)
  }

  func end(_ sheet: Int, isHidden: Bool = false) { sink.end(sheet, isHidden: isHidden) }
}
