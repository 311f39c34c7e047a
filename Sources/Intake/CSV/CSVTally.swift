import Records

/// Counts the rows of one CSV file and sets aside those that are none of its table.
struct CSVTally {
  /// The file's header row, which may stand a second time among the rows.
  let header: RawRow
  /// How many columns the table has.
  let width: Int
  /// Whether empty fields may be missing from a row's end, or stand behind the header's.
  let isRagged: Bool
  private(set) var read = 0
  private(set) var accepted = 0

  init(header: RawRow, width: Int, isRagged: Bool = false) {
    (self.header, self.width, self.isRagged) = (header, width, isRagged)
  }

  /// Takes a whole row.
  ///
  /// - Parameters:
  ///   - next: Where the row behind it begins.
  ///   - isTerminated: Whether a line end stands behind it.
  ///   - accept: Gets a row that fits the header; a message in return sets it aside.
  /// - Returns: The row's place and reason, where it is set aside.
  mutating func take(
    _ row: borrowing RawRow, next: Int, isTerminated: Bool, _ accept: (borrowing RawRow) -> Diagnostic.Message?
  ) -> CSVReader.SetAside? {
    read += 1
    let message: Diagnostic.Message?
    if row.fieldCount != width, !isRagged || !fits(row, isTerminated: isTerminated) {
      message =
        row.fieldCount < width && !isTerminated
        ? .tornLine : .wrongWidth(found: row.fieldCount, expected: width)
    } else if row.equals(header) {
      message = .repeatedHeader
    } else {
      message = accept(row)
    }
    guard let message else {
      accepted += 1
      return nil
    }
    return CSVReader.SetAside(
      line: row.line, offset: Int(row.position), next: next, message: message,
      noise: SheetNoise(row, width: width), accepted: accepted)
  }

  /// Whether only empty fields part a row from the header's width.
  private func fits(_ row: borrowing RawRow, isTerminated: Bool) -> Bool {
    if row.fieldCount < width { return isTerminated }
    for field in width..<row.fieldCount where !row.string(field).isEmpty { return false }
    return true
  }

  /// Takes a row that could not be split.
  mutating func take(_ broken: CSVReader.SetAside) -> CSVReader.SetAside {
    read += 1
    var broken = broken
    broken.accepted = accepted
    return broken
  }
}

extension Diagnostic.Message {
  fileprivate static func wrongWidth(found: Int, expected: Int) -> Self {
    Self(
      code: found < expected ? "too-few-fields" : "too-many-fields",
      problem: "the row has \(found) fields, the header has \(expected)",
      remedy: "look for a delimiter inside an unquoted field, or for a line broken in two, at the source")
  }
}
