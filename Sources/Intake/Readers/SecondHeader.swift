import Records

/// Watches for a header below the first one, as where two tables were joined in one sheet.
struct SecondHeader {
  /// Rows of data have identifiers; headers have a number here and there, as in `npwp16`.
  private static let mostDigits = 8

  /// Whether rows are below such a header.
  private var isBelow = false

  /// - Returns: Why the row is none of the table's; `nil` for a row that may be one.
  mutating func message(
    for row: borrowing RawRow, _ plans: [ReadingPlan], _ recogniser: Recogniser
  ) -> Diagnostic.Message? {
    if isBelow { return .belowSecondHeader }
    guard row.fieldCount > 1, !Self.hasIdentifiers(row) else { return nil }
    let cells = (0..<row.fieldCount).map { row.string($0) }
    guard recogniser.score(cells) > 0 else { return nil }
    let found = recogniser.plans(for: cells.map { ColumnName($0) })
    if Self.places(found, in: row.fieldCount) == Self.places(plans, in: row.fieldCount) { return .repeatedHeader }
    isBelow = true
    return .secondHeader
  }

  /// Whether a row has too many digits for a header; mostly its first fields tell.
  private static func hasIdentifiers(_ row: borrowing RawRow) -> Bool {
    row.bytes.withUnsafeBufferPointer { bytes in
      var rest = mostDigits
      for byte in bytes where byte &- 0x30 < 10 {
        rest -= 1
        if rest == 0 { return true }
      }
      return false
    }
  }

  /// Which column holds what, for comparison.
  ///
  /// - Parameter width: How many columns the table has, without those of constants.
  private static func places(_ plans: [ReadingPlan], in width: Int) -> Set<[Int]> {
    var places: Set<[Int]> = []
    for plan in plans {
      for (column, field) in plan.usedColumns where column < width {
        places.insert([Dataset.allCases.firstIndex(of: plan.dataset) ?? 0, plan.part, column, field.rawValue])
      }
    }
    return places
  }
}

extension Diagnostic.Message {
  static let repeatedHeader = Self(
    code: "repeated-header", problem: "the row repeats the header",
    remedy: "nothing is lost; join exports without their second header")
  fileprivate static let secondHeader = Self(
    code: "second-header", problem: "the row is the header of another table, below the first one",
    remedy: "put each table into a file or sheet of its own")
  fileprivate static let belowSecondHeader = Self(
    code: "below-second-header", problem: "the row stands below the header of another table",
    remedy: "put each table into a file or sheet of its own")
}
