import Records

/// What a row that no dataset can use looks like, where it is part of a printed sheet and no data.
///
/// A staff list has the unit's name on a row of its own above its people, sums below them, and at its end a place, a
/// date and who signed. Only rows that were refused anyway are looked at.
enum SheetNoise: Equatable {
  /// One filled cell with words in it, perhaps behind its number in letters: `II;DINAS CONTOH`.
  case section
  /// The word for a sum, and amounts.
  case total
  /// Few filled cells, the first of them with words.
  case sparse

  /// - Parameter width: How many columns the table has; in a narrow one nothing can be told.
  init?(_ row: borrowing RawRow, width: Int) {
    guard width >= 3 else { return nil }
    var filled = 0
    var (first, second) = (0..<0, 0..<0)
    for field in 0..<row.fieldCount {
      let range = FieldText.trimmed(row.range(field), in: row.bytes.span)
      guard !range.isEmpty else { continue }
      if filled == 0 { first = range }
      if filled == 1 { second = range }
      filled += 1
    }
    guard filled > 0 else { return nil }
    let text = row.bytes.span.extracting(first)
    if Self.isTotal(text) {
      self = .total
      return
    }
    if filled == 2, Self.isOrdinal(text), Self.hasWords(row.bytes.span.extracting(second)) {
      self = .section
      return
    }
    guard Self.hasWords(text), filled * 2 <= width else { return nil }
    self = filled == 1 ? .section : .sparse
  }

  /// Whether a cell holds the word for a sum and nothing else.
  static func isTotal(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 5, text.count <= 24 else { return false }
    switch text[0] | 0x20 {
    case 0x67, 0x6A, 0x73, 0x74: break
    default: return false
    }
    let end = text[text.count - 1] == 0x3A ? text.count - 1 : text.count
    let range = FieldText.trimmed(0..<end, in: text)
    return totals.contains { FieldText.equalsIgnoringCase(text.extracting(range), $0) }
  }

  private static let totals: [StaticString] = [
    "jumlah", "total", "sub total", "subtotal", "sub jumlah", "grand total", "jumlah total", "total jumlah",
    "jumlah keseluruhan", "total keseluruhan", "jumlah seluruhnya",
  ]

  /// Whether a cell numbers a section: a Roman numeral or one letter, with a dot or bracket or without. Arabic numbers
  /// count people, and one whose NIP is missing is no heading.
  private static func isOrdinal(_ text: Span<UInt8>) -> Bool {
    var end = text.count
    while end > 0, text[end - 1] == 0x2E || text[end - 1] == 0x29 { end -= 1 }
    guard (1...7).contains(end) else { return false }
    // A lone x or v is a mark in a box.
    if text.count == 1, text[0] | 0x20 == 0x78 || text[0] == 0x76 { return false }
    if end == 1 { return (text[0] | 0x20) &- 0x61 < 26 }
    return (0..<end).allSatisfy { [0x69, 0x76, 0x78, 0x6C, 0x63].contains(text[$0] | 0x20) }
  }

  /// Whether a text has at least two letters, and letters before any digit: no number, whatever hangs on it.
  private static func hasWords(_ text: Span<UInt8>) -> Bool {
    var letters = 0
    for index in text.indices {
      let byte = text[index]
      if (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 { letters += 1 }
      if letters == 0, (0x30...0x39).contains(byte) { return false }
    }
    return letters >= 2
  }
}

extension SheetNoise {
  /// A sheet's end is shorter than this; longer ones are data that nobody could use.
  static let longestFooter = 20

  /// Names what the rows set aside of one table are, where they are no data.
  ///
  /// - Parameters:
  ///   - rows: In the order of the file.
  ///   - accepted: How many rows of the table were accepted.
  static func name(_ rows: inout [CSVReader.SetAside], accepted: Int) {
    let footer = footer(of: rows, accepted: accepted)
    for index in rows.indices {
      guard let noise = rows[index].noise, !rows[index].message.isOfHeader else { continue }
      if footer.contains(index) {
        rows[index].message = .footerRow
      } else if rows[index].message.code != "torn-line" {
        switch noise {
        case .section: rows[index].message = .sectionRow
        case .total: rows[index].message = .totalRow
        case .sparse: break
        }
      }
    }
  }

  private static func footer(of rows: [CSVReader.SetAside], accepted: Int) -> Range<Int> {
    var start = rows.count
    while start > 0, rows[start - 1].accepted == accepted, rows[start - 1].noise != nil,
      !rows[start - 1].message.isOfHeader
    { start -= 1 }
    // A file cut short may end anywhere; a line cut short below a sheet's end is part of that end.
    let isTorn = rows.last?.message.code == "torn-line" && rows.count - start == 1
    guard accepted > 0, !isTorn, rows.count - start <= longestFooter else { return rows.count..<rows.count }
    return start..<rows.count
  }
}

extension Diagnostic.Message {
  static let sectionRow = Self(
    code: "section-row", problem: "the row has one filled cell, perhaps numbered, as a heading between rows has",
    remedy: "nothing is lost where it is a heading; else fill in the row at its source")
  static let totalRow = Self(
    code: "total-row", problem: "the row begins with the word for a sum",
    remedy: "nothing is lost; sums are not read")
  static let footerRow = Self(
    code: "footer-row", problem: "the row stands at the sheet's end and has few filled cells",
    remedy: "nothing is lost where it is a sum, a place or a signature; else fill in the row at its source")

  /// Whether the row is a header, or stands below one of another table.
  var isOfHeader: Bool { ["repeated-header", "second-header", "below-second-header"].contains(code) }

  /// Whether the row is part of a printed sheet, or a statement that says why it names nobody; such rows do not count
  /// against the quarantine's limit.
  var isSheetNoise: Bool { ["section-row", "total-row", "footer-row", "bods-unnamed"].contains(code) }

  static func skipped(_ kind: CSVDialect.SkippedLine.Kind) -> Self {
    switch kind {
    case .aboveHeader:
      Self(
        code: "above-header", problem: "the line stands above the header and was passed over",
        remedy: "see benturan inspect; name the header's line with header_line where it is another")
    case .headerGroup:
      Self(
        code: "header-group", problem: "the header goes over two rows, which were read as one",
        remedy: "see benturan inspect for the names that they make")
    case .columnNumbers:
      Self(
        code: "column-numbers", problem: "the row numbers the columns and was passed over",
        remedy: "nothing is lost")
    }
  }
}
