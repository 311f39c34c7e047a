import Records

/// Reads the sheets of an "XML Spreadsheet 2003": `Workbook`, `Worksheet`, `Table`, `Row`, `Cell`, `Data`.
///
/// `ss:Index` on a row or a cell passes over rows or columns without cells, `ss:MergeAcross` on a cell covers the
/// columns behind it. Values stay as written, so a rounded number shows as one; only a format of percentages counts.
///
/// > Microsoft. "XML Spreadsheet Reference", 2001.
final class Spreadsheet2003: OfficeListener {
  private let writer: SheetWriter
  private var row = SheetRow()
  private var sheet: Int?
  private var isHidden = false
  private var line = 0
  private var column = 0
  private var covered = 0
  /// How many rows an empty row stands for beside itself.
  private var span = 0
  private var isValue = false
  private var isVisibility = false
  private var type = ""
  private var hasFormula = false
  private var value: [UInt8] = []
  private var styles = Styles2003()
  private var style: String?

  var fault: SheetFault? { writer.fault }

  init(_ writer: SheetWriter) { self.writer = writer }

  func start(_ tag: OfficeTag) {
    styles.start(tag)
    switch tag.word {
    case .worksheet2003:
      sheet = writer.begin(name: tag.text(.name2003) ?? "")
      (line, isHidden) = (0, false)
    case .row2003 where tag.parent == .table2003:
      line = max(line + 1, tag.number(.index2003) ?? 0)
      (column, covered) = (-1, 0)
      row.removeAll()
      span = tag.number(.span2003) ?? 0
    case .cell2003 where tag.parent == .row2003:
      column = max(column + 1 + covered, (tag.number(.index2003) ?? 0) - 1)
      covered = min(tag.number(.mergeAcross) ?? 0, SheetRow.mostColumns)
      column = min(column, SheetRow.mostColumns)
      hasFormula = tag.bytes(.formula2003) != nil
      style = tag.text(.styleOf2003)
      value.removeAll(keepingCapacity: true)
      type = ""
    case .data2003 where tag.parent == .cell2003:
      type = tag.text(.type) ?? ""
      isValue = true
    case .visible: isVisibility = true
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    // One field too long is noticed where the row takes it; more of it need not be kept.
    if isValue, value.count <= 1 << 20 { value.append(contentsOf: bytes) }
    if isVisibility, bytes.elementsEqual("SheetHidden".utf8) || bytes.elementsEqual("SheetVeryHidden".utf8) {
      isHidden = true
    }
  }

  func end(_ word: OfficeWord, in parent: OfficeWord) {
    switch word {
    case .data2003 where parent == .cell2003: isValue = false
    case .cell2003 where parent == .row2003: endCell()
    case .row2003 where parent == .table2003:
      if let sheet { writer.write(&row, sheet: sheet, line: line) }
      line += span
    case .visible: isVisibility = false
    case .worksheet2003:
      if let sheet { writer.end(sheet, isHidden: isHidden) }
      sheet = nil
    default: break
    }
  }

  private func endCell() {
    guard let sheet else { return }
    switch type {
    case "Error": writer.note(.errorCell, column: column, line: line, sheet: sheet)
    case "Boolean": row.add(Array((value == [0x31] ? "TRUE" : "FALSE").utf8), column: column)
    case "" where hasFormula: writer.note(.formulaWithoutValue, column: column, line: line, sheet: sheet)
    case "Number" where styles.isPercent(style, column: column):
      let percent = WorksheetReader.percent(String(decoding: value, as: UTF8.self))
      row.add(percent.map { Array($0.utf8) } ?? value, column: column)
    default: row.add(value, column: column)
    }
  }

  /// Ends the sheet that a file cut short leaves open.
  func abandon() {
    if let sheet { writer.end(sheet, isHidden: isHidden) }
    sheet = nil
  }
}
