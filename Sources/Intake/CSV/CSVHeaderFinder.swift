import Records

/// Finds the header among a file's first rows: the first whose cells make a dataset.
///
/// Offices send sheets as they print them: title rows above the header, a header of two rows whose upper one names
/// groups of columns, a row of column numbers below it. Where no row makes a dataset, the first one stays the header.
struct CSVHeaderFinder {
  /// How many rows are looked at; a letterhead with a title is shorter.
  private static let rowsLookedAt = 20

  let lines: [CSVSniffer.Line]
  let recogniser: Recogniser

  /// A row as some delimiter splits it, over one or more lines of the sample.
  private struct Row {
    let cells: [String]
    let lines: Range<Int>
  }

  /// A row, or two of them, that would make a header.
  private struct Candidate {
    let score: Int
    /// The place of its lowest row among the rows.
    let row: Int
    let columns: [String]?
    /// The place of the upper row of two.
    var group: Int? { columns == nil ? nil : row - 1 }
  }

  /// Names the header's place in a dialect whose header is the first line so far.
  ///
  /// - Parameter stated: The delimiter where it is no guess.
  func place(in dialect: inout CSVDialect, delimiter stated: UInt8?) {
    let isStated = recogniser.mapping?.headerLine != nil
    var rows = rows(delimiter: dialect.delimiter)
    var found = rows.first?.lines.lowerBound == 0 ? candidate(at: 0, in: rows) : nil
    if found == nil || found?.score == 0, !isStated {
      let others = stated.map { [$0] } ?? CSVDialect.delimiters
      let split = others.map { ($0, self.rows(delimiter: $0)) }
      (found, rows) = first(of: split, in: &dialect) ?? (nil, rows)
    }
    guard let found, found.score > 0 else {
      dialect.basis.header = isStated ? .stated : .unknown
      return
    }
    let header = rows[found.row]
    let first = lines[header.lines.lowerBound]
    (dialect.headerOffset, dialect.headerLine) = (first.offset, first.number)
    dialect.columns = found.columns
    let top = rows[found.group ?? found.row].lines.lowerBound
    dialect.basis.header = isStated ? .stated : top == 0 ? .first : .found
    let known = header.cells.count { recogniser.isKnown($0) }
    dialect.basis.delimiter = .known(known, of: header.cells.count { !$0.isEmpty })
    dialect.skipped += lines[..<top].map { .init(line: $0.number, kind: .aboveHeader) }
    dialect.skipped += lines[top..<header.lines.lowerBound].map { .init(line: $0.number, kind: .headerGroup) }
    if found.row + 1 < rows.count, Self.isNumbering(rows[found.row + 1].cells) {
      let numbers = lines[rows[found.row + 1].lines]
      dialect.skipped += numbers.map { .init(line: $0.number, kind: .columnNumbers) }
      dialect.firstRow = numbers.last.map { .init(offset: $0.next, line: $0.number + 1) }
    }
  }

  /// The first row that makes a header under any delimiter, under the one that makes most of it.
  private func first(
    of split: [(delimiter: UInt8, rows: [Row])], in dialect: inout CSVDialect
  ) -> (Candidate?, [Row])? {
    for line in 0..<min(Self.rowsLookedAt, lines.count) {
      var best: (candidate: Candidate, delimiter: UInt8, rows: [Row])?
      for (delimiter, rows) in split {
        guard let place = rows.firstIndex(where: { $0.lines.lowerBound == line }) else { continue }
        let candidate = candidate(at: place, in: rows)
        if candidate.score > best?.candidate.score ?? 0 { best = (candidate, delimiter, rows) }
      }
      guard let best else { continue }
      dialect.delimiter = best.delimiter
      return (best.candidate, best.rows)
    }
    return nil
  }

  /// What a row makes, by itself or with the row below it or above it.
  private func candidate(at place: Int, in rows: [Row]) -> Candidate {
    let plain = Candidate(score: recogniser.score(rows[place].cells), row: place, columns: nil)
    var best = plain
    if let below = pair(place, in: rows), below.score > max(plain.score, recogniser.score(rows[place + 1].cells)) {
      best = below
    }
    if place > 0, plain.score > 0, let above = pair(place - 1, in: rows), above.score > best.score { best = above }
    return best
  }

  /// What a row of a sheet makes, by itself or with the row below it or above it.
  ///
  /// - Returns: The header's lowest row and, of two rows, the columns that they make; `nil` where it makes nothing.
  func header(at place: Int, of cells: [[String]]) -> (row: Int, columns: [String]?)? {
    let found = candidate(at: place, in: cells.map { Row(cells: $0, lines: 0..<0) })
    return found.score > 0 ? (found.row, found.columns) : nil
  }

  /// Two rows as one header; `nil` where the upper one names no groups, or the lower one is data.
  private func pair(_ place: Int, in rows: [Row]) -> Candidate? {
    guard place + 1 < rows.count else { return nil }
    let (upper, lower) = (rows[place].cells, rows[place + 1].cells)
    guard upper.contains(where: \.isEmpty), lower.count(where: { !$0.isEmpty }) >= 2, upper.count <= lower.count,
      !lower.contains(where: { $0.utf8.count { (0x30...0x39).contains($0) } > 3 })
    else { return nil }
    var columns: [String] = []
    var group = ""
    for (column, cell) in lower.enumerated() {
      let above = column < upper.count ? upper[column] : ""
      if !above.isEmpty { group = above }
      let opensGroup = column + 1 >= upper.count || upper[column + 1].isEmpty
      // A column that is no group's has its name above; a row of data would say something below it.
      if !above.isEmpty, !opensGroup, !cell.isEmpty, !recogniser.isKnown(cell) { return nil }
      columns.append(cell.isEmpty ? above : named(cell, in: group))
    }
    return Candidate(score: recogniser.score(columns), row: place + 1, columns: columns)
  }

  /// A lower cell with its group's name, in the order in which it is a known name; else the cell alone where that is.
  private func named(_ cell: String, in group: String) -> String {
    guard !group.isEmpty else { return cell }
    return ["\(cell) \(group)", "\(group) \(cell)", cell].first { recogniser.isKnown($0) } ?? "\(group) \(cell)"
  }

  /// Whether cells count the columns: `1;2;3`, `(1);(2);(3)`, `a;b;c`, also with a sum such as `5=3+4`.
  static func isNumbering(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count >= 2, filled.count * 2 >= cells.count else { return false }
    let numbers = filled.map { cell in
      let inner = cell.drop { "([ ".contains($0) }.prefix { !")]= ".contains($0) }
      if let letter = inner.utf8.first, inner.utf8.count == 1, (0x61...0x7A).contains(letter | 0x20) {
        return Int(letter | 0x20) - 0x60
      }
      return inner.utf8.count <= 3 ? Int(inner) ?? 0 : 0
    }
    return numbers.first == 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  private func rows(delimiter: UInt8) -> [Row] {
    let splitter = CSVSplitter(delimiter: delimiter)
    var rows: [Row] = []
    var start = 0
    for (index, line) in lines.prefix(Self.rowsLookedAt * 2).enumerated() {
      let terminated = line.text + [0x0A]
      switch terminated.withUnsafeBufferPointer({ splitter.read($0, isTerminated: true) }) {
      case .row where splitter.row.fieldCount > CSVReader.mostColumns: start = index + 1
      case .row:
        let cells = (0..<splitter.row.fieldCount).map { splitter.row.string($0) }
        rows.append(Row(cells: cells, lines: start..<index + 1))
        start = index + 1
      case .open: continue
      case .nothing, .strayQuote, .openAtEnd, .fieldTooLong: start = index + 1
      }
    }
    return rows
  }
}
