import Records

/// Reads the rows of one worksheet as they come.
///
/// Numbers stay as the file has them, so that `5.371021703790003E15` shows what a spreadsheet did to a NIK; only where
/// the cell's format makes a number a day or a percentage is it written as one. A merged cell's value is its first
/// cell's. Rows and cells without their reference follow the one before.
final class WorksheetReader: OfficeListener {
  private let writer: SheetWriter
  private let sheet: Int
  private let strings: SharedStrings
  private let styles: CellStyles
  private let countsFrom1904: Bool

  private var row = SheetRow()
  private var line = 0
  private var column = -1
  private var type = CellType.number
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var hasValue = false
  private var hasFormula = false

  /// What a cell's value is (ECMA-376, part 1, 18.18.11).
  private enum CellType: String {
    case number = "n", shared = "s", inline = "inlineStr", formulaText = "str", boolean = "b", error = "e", day = "d"
  }

  var fault: SheetFault? { writer.fault }

  init(_ writer: SheetWriter, sheet: Int, strings: SharedStrings, styles: CellStyles, countsFrom1904: Bool) {
    self.writer = writer
    self.sheet = sheet
    self.strings = strings
    self.styles = styles
    self.countsFrom1904 = countsFrom1904
  }

  func start(_ tag: OfficeTag) {
    switch (tag.parent, tag.word) {
    case (.sheetData, .row):
      line = max(line + 1, tag.number(.reference) ?? 0)
      column = -1
      row.removeAll()
    case (.row, .cell):
      column = tag.bytes(.reference).flatMap { CellReference.column(of: $0) } ?? column + 1
      type = tag.text(.text).flatMap { CellType(rawValue: $0) } ?? .number
      style = tag.number(.style) ?? 0
      (hasValue, hasFormula) = (false, false)
      value.removeAll(keepingCapacity: true)
    case (.cell, .value): (isValue, hasValue) = (true, true)
    case (.cell, .formula): hasFormula = true
    case (.cell, .inlineString): hasValue = true
    // `<is><t>`, or `<is><r><t>` for text of several formats.
    case (.inlineString, .text), (.reference, .text): isValue = type == .inline
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    // One field too long is noticed where the row takes it; more of it need not be kept.
    if isValue, value.count <= 1 << 20 { value.append(contentsOf: bytes) }
  }

  func end(_ word: OfficeWord, in parent: OfficeWord) {
    switch (parent, word) {
    case (_, .value), (_, .text): isValue = false
    case (.row, .cell): endCell()
    case (.sheetData, .row): writer.write(&row, sheet: sheet, line: line)
    default: break
    }
  }

  private func endCell() {
    if hasFormula, !hasValue { return note(.formulaWithoutValue) }
    guard hasValue else { return }
    switch type {
    case .shared:
      let text = Int(String(decoding: value, as: UTF8.self).filter { $0 != " " }).flatMap { strings.string($0) }
      guard let text else { return note(.errorCell) }
      add(text)
    case .inline, .formulaText, .day: add(value[...])
    case .boolean: row.add(Array((value == [0x31] ? "TRUE" : "FALSE").utf8), column: column)
    case .error: note(.errorCell)
    case .number: addNumber()
    }
  }

  private func note(_ message: Diagnostic.Message) { writer.note(message, column: column, line: line, sheet: sheet) }

  /// Adds text, with the characters that XML cannot hold, which stand as `_x000D_`.
  private func add(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index + 1 < text.endIndex, text[index] != 0x5F || text[index + 1] != 0x78 { index += 1 }
    guard index + 1 < text.endIndex else { return text.withUnsafeBufferPointer { row.add($0, column: column) } }
    row.add(Array(XMLNames.unescaped(String(decoding: text, as: UTF8.self)).utf8), column: column)
  }

  private func addNumber() {
    let kind = styles.kind(of: style)
    guard kind != .plain else { return row.add(value, column: column) }
    let number = String(decoding: value, as: UTF8.self)
    let text = kind == .day ? SerialDay.text(number, countsFrom1904: countsFrom1904) : Self.percent(number)
    row.add(text.map { Array($0.utf8) } ?? value, column: column)
  }

  /// `0.055` as `5.5%`: the decimal point moved, no digit changed.
  ///
  /// - Returns: `nil` for a number that is not written plainly.
  static func percent(_ number: String) -> String? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, number.contains(where: { $0 != "." }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    var decimals = parts.count == 2 ? String(parts[1]) : ""
    while decimals.count < 2 { decimals += "0" }
    let moved = (whole + decimals.prefix(2)).drop { $0 == "0" }
    let rest = decimals.dropFirst(2)
    return "\(moved.isEmpty ? "0" : moved)\(rest.isEmpty ? "" : ".")\(rest)%"
  }
}
