import Records

/// A CSV report as bytes: UTF-8 with a byte order mark, CRLF, quotes where needed.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
///
/// > RFC 4180; OWASP, "CSV Injection".
struct CSVTable {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// Rows below the header.
  private(set) var rows = 0
  private let delimiter: UInt8
  private let width: Int

  init(_ columns: [Column], language: Language, delimiter: CaseworkSettings.Delimiter) {
    self.delimiter = delimiter.rawValue
    width = columns.count
    add(line: columns.map { $0.name(in: language) })
  }

  /// Adds a row with one cell for each column.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == width, "a row has a cell for each column")
    add(line: cells)
    rows += 1
  }

  private mutating func add(line cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      add(cell: cell)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private mutating func add(cell: String) {
    var cell = cell
    cell.withUTF8 { text in
      let isFormula = text.first.map(Self.formulaStarts.contains) ?? false
      guard text.contains(where: { $0 == delimiter || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }) else {
        if isFormula { bytes.append(0x27) }
        bytes.append(contentsOf: text)
        return
      }
      bytes.append(0x22)
      if isFormula { bytes.append(0x27) }
      for byte in text {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
  }

  /// `= + - @`, tab, CR.
  private static let formulaStarts: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]

  /// How many lines a table has, its header among them: line ends outside quotes.
  static func lineCount(of bytes: [UInt8]) -> Int {
    var (count, isQuoted) = (0, false)
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() } else if byte == 0x0D, !isQuoted { count += 1 }
    }
    return count
  }

  /// Reads back a table that this type wrote: all lines, the header first, apostrophes as they stand.
  ///
  /// - Returns: `nil` where the bytes are not as this type writes them.
  static func lines(of bytes: [UInt8], delimiter: CaseworkSettings.Delimiter) -> [[String]]? {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    var (lines, line, cell): ([[String]], [String], [UInt8]) = ([], [], [])
    var (index, isQuoted) = (3, false)
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      index += 1
      switch byte {
      case 0x22 where isQuoted && next == 0x22:
        cell.append(byte)
        index += 1
      case 0x22: isQuoted.toggle()
      case _ where isQuoted: cell.append(byte)
      case delimiter.rawValue, 0x0D:
        line.append(String(decoding: cell, as: UTF8.self))
        cell = []
        guard byte == 0x0D else { continue }
        guard next == 0x0A else { return nil }
        index += 1
        lines.append(line)
        line = []
      default: cell.append(byte)
      }
    }
    return isQuoted || !line.isEmpty || !cell.isEmpty ? nil : lines
  }
}
