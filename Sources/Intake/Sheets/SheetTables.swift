import Records

/// Finds each sheet's header and turns the rows below it into records.
///
/// The header is the first row, or two of them, by whose cells the ``Recogniser`` knows a dataset; where no row of the
/// sheet's beginning is one, the first of those with most cells. Rows above it are passed over and counted.
final class SheetTables: SheetSink {
  /// How many rows may stand above the header.
  private static let mostTitleRows = 50

  private(set) var rows: RowReader
  private(set) var tables: [SheetForm.Table] = []
  private(set) var counts = SourceFile.Counts()
  private(set) var quarantine: [QuarantinedRow] = []
  private var states: [State] = []
  private let finder: CSVHeaderFinder

  /// What is known of a sheet while it is read.
  private struct State {
    /// Rows before the header is found, and whether they are to be set aside.
    var waiting: [(row: RawRow, rejected: Diagnostic.Message?)] = []
    var header: RawRow?
    var hasRows = false
    /// What was found amiss in cells before the columns had names.
    var notes: [(message: Diagnostic.Message, column: Int, line: Int)] = []
  }

  init(_ rows: RowReader) {
    self.rows = rows
    finder = CSVHeaderFinder(lines: [], recogniser: rows.recogniser)
  }

  func begin(_ sheet: Int, name: String, isHidden: Bool) {
    tables.append(SheetForm.Table(name: name, isHidden: isHidden))
    states.append(State())
  }

  func passBlank(sheet: Int) { counts.blank += 1 }

  func note(_ message: Diagnostic.Message, column: Int, line: Int, sheet: Int) {
    guard states[sheet].header != nil else { return states[sheet].notes.append((message, column, line)) }
    rows.warnings.add(message, column: columnName(column, of: sheet), line: line)
  }

  func accept(_ row: borrowing RawRow, sheet: Int, rejected: Diagnostic.Message?) {
    if states[sheet].header != nil { return take(row, sheet, rejected) }
    states[sheet].waiting.append((copy row, rejected))
    // A header may go over two rows, so each waits for the one below it.
    let place = states[sheet].waiting.count - 2
    if place >= 0, findHeader(at: place, sheet) { return }
    if place >= Self.mostTitleRows { fallBack(sheet) }
  }

  func end(_ sheet: Int, isHidden: Bool) {
    if states[sheet].header == nil {
      let last = states[sheet].waiting.count - 1
      if last < 0 || !findHeader(at: last, sheet) { fallBack(sheet) }
    }
    states[sheet].waiting = []
    if isHidden { tables[sheet].isHidden = true }
    guard tables[sheet].isHidden, !tables[sheet].columns.isEmpty else { return }
    rows.warnings.add(.hiddenSheet, column: tables[sheet].name, line: tables[sheet].headerRow)
  }

  /// Gives back what only reading needs, and hands over the records.
  func finish(into reading: inout FileReading) { reading.take(&rows) }
}

extension SheetTables {
  /// Takes a waiting row for the header, alone or with the row above or below it, where that makes a dataset.
  private func findHeader(at place: Int, _ sheet: Int) -> Bool {
    let waiting = states[sheet].waiting
    guard waiting[place].rejected == nil else { return false }
    let first = max(0, place - 1)
    var cells = waiting[first..<min(place + 2, waiting.count)].map { (row, rejected) -> [String] in
      rejected != nil ? [] : (0..<row.fieldCount).map { Self.name(row.string($0)) }
    }
    let width = cells.map(\.count).max() ?? 0
    for index in cells.indices { cells[index] += Array(repeating: "", count: width - cells[index].count) }
    let found = finder.header(at: place - first, of: cells)
    let header = first + (found?.row ?? place - first)
    guard choose(waiting[header].row, sheet, named: found?.columns, onlyKnown: true) else { return false }
    if found?.columns != nil {
      states[sheet].waiting.remove(at: header - 1)
      rows.warnings.add(.skipped(.headerGroup), column: sheetMark(sheet), line: waiting[header - 1].row.line)
    }
    settleWaiting(of: sheet, before: waiting[header].row.line)
    for (row, rejected) in waiting[(header + 1)...] { take(row, sheet, rejected) }
    return true
  }

  /// Takes a row for the header.
  ///
  /// - Parameters:
  ///   - columns: The names that it makes with the row above it.
  ///   - onlyKnown: Whether only a row will do by which a dataset is known.
  private func choose(
    _ row: borrowing RawRow, _ sheet: Int, named columns: [String]? = nil, onlyKnown: Bool
  ) -> Bool {
    let names = columns ?? (0..<row.fieldCount).map { Self.name(row.string($0)) }
    // One cell alone names no dataset, and titles are rows of one cell.
    guard !onlyKnown || names.count(where: { !$0.isEmpty }) > 1 else { return false }
    var plans = rows.plans(for: names)
    guard !onlyKnown || !plans.isEmpty else { return false }
    let columns = names.indices.map { shown(names[$0], $0, of: sheet) }
    for index in plans.indices { plans[index].rename(columns: columns) }
    tables[sheet].columns = columns
    tables[sheet].plans = plans
    tables[sheet].headerRow = row.line
    states[sheet].header = copy row
    return true
  }

  /// Settles for the fullest row where none is known.
  private func fallBack(_ sheet: Int) {
    let waiting = states[sheet].waiting
    func filled(_ row: borrowing RawRow) -> Int { (0..<row.fieldCount).count { !row.range($0).isEmpty } }
    var best: (place: Int, cells: Int)?
    for (place, row) in waiting.enumerated() where row.rejected == nil {
      let cells = filled(row.row)
      if best == nil || cells > best?.cells ?? 0 { best = (place, cells) }
    }
    guard let best else {
      // Nothing but rows that are to be set aside.
      for (row, rejected) in waiting { take(row, sheet, rejected) }
      states[sheet].waiting = []
      return
    }
    _ = choose(waiting[best.place].row, sheet, onlyKnown: false)
    settleWaiting(of: sheet, before: waiting[best.place].row.line)
    for (row, rejected) in waiting[(best.place + 1)...] { take(row, sheet, rejected) }
  }

  /// Counts the rows above the header.
  private func settleWaiting(of sheet: Int, before line: Int) {
    for (row, rejected) in states[sheet].waiting where row.line < line {
      if rejected != nil {
        take(row, sheet, rejected)
      } else {
        rows.warnings.add(.aboveHeader, column: sheetMark(sheet), line: row.line)
      }
    }
    states[sheet].waiting = []
    for note in states[sheet].notes {
      rows.warnings.add(note.message, column: columnName(note.column, of: sheet), line: note.line)
    }
    states[sheet].notes = []
  }

  private func take(_ row: borrowing RawRow, _ sheet: Int, _ rejected: Diagnostic.Message?) {
    let isFirst = !states[sheet].hasRows
    states[sheet].hasRows = true
    if isFirst, rejected == nil, Self.isNumbering(row) {
      rows.warnings.add(.columnNumbers, column: sheetMark(sheet), line: row.line)
      return
    }
    counts.read += 1
    var message = rejected
    if message == nil, let header = states[sheet].header, row.equals(header) {
      message = .repeatedHeaderRow
    }
    if message == nil, row.fieldCount > tables[sheet].columns.count {
      rows.warnings.add(.outsideTable, column: sheetMark(sheet), line: row.line)
    }
    guard let message = message ?? rows.accept(row, plans: tables[sheet].plans) else {
      counts.accepted += 1
      return
    }
    counts.quarantined += 1
    let location = SourceLocation(
      file: FileID(index: 0), line: UInt32(truncatingIfNeeded: row.line), position: row.position)
    quarantine.append(QuarantinedRow(location: location, message: message, text: text(of: row, sheet)))
  }

  /// Whether a row below the header numbers the columns: `1 2 3 ...` or `(1) (2) (3) ...`.
  private static func isNumbering(_ row: borrowing RawRow) -> Bool {
    var next: Int?
    var count = 0
    for column in 0..<row.fieldCount where !row.range(column).isEmpty {
      let text = row.string(column).filter { !"() .".contains($0) }
      guard let number = Int(text), number == next ?? number, next != nil || number == 1 else { return false }
      next = number + 1
      count += 1
    }
    return count > 2
  }

  /// A header's cell on one line.
  private static func name(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
  }

  /// A column as messages and evidence name it: behind its sheet, unless that is the first; by letters without a name.
  private func shown(_ name: String, _ column: Int, of sheet: Int) -> String {
    name.isEmpty ? "" : sheet == 0 ? name : "\(tables[sheet].name)!\(name)"
  }

  private func columnName(_ column: Int, of sheet: Int) -> String {
    let names = tables[sheet].columns
    if column < names.count, !names[column].isEmpty { return names[column] }
    return sheet == 0 ? CellReference.letters(of: column) : "\(tables[sheet].name)!\(CellReference.letters(of: column))"
  }

  private func sheetMark(_ sheet: Int) -> String { sheet == 0 ? "" : tables[sheet].name }

  /// A row's columns and values as one line, since a row's own markup is not kept.
  private func text(of row: borrowing RawRow, _ sheet: Int) -> String {
    var parts: [String] = []
    for column in 0..<row.fieldCount where !row.range(column).isEmpty {
      parts.append("\(columnName(column, of: sheet))=\(row.string(column))")
    }
    return parts.joined(separator: " | ")
  }
}
