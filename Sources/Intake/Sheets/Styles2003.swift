/// Which cells of an "XML Spreadsheet 2003" show their numbers as percentages.
///
/// A cell's format is that of its own style, else its row's, its column's, its table's, else the style `Default`; a
/// style without a number format has its parent's.
///
/// > Microsoft. "XML Spreadsheet Reference", 2001: `ss:Style`, `ss:NumberFormat`.
struct Styles2003 {
  /// More than any program writes.
  private static let most = 65_536

  private struct Style {
    let parent: String?
    var isPercent: Bool?
  }

  private var styles: [String: Style] = [:]
  private var current: String?
  /// The styles of columns from 0, as far as the table has any.
  private var columns: [(columns: Range<Int>, style: String)] = []
  private var nextColumn = 0
  private var table: String?
  private var row: String?

  /// Notes what an element says of styles.
  mutating func start(_ tag: OfficeTag) {
    switch (tag.parent, tag.word) {
    case (.styles2003, .style2003):
      current = tag.text(.styleName2003)
      guard let current, styles.count < Self.most else { return }
      styles[current] = Style(parent: tag.text(.styleParent2003))
    case (.style2003, .numberFormat2003):
      guard let current, let format = tag.text(.format2003) else { return }
      let isNamed = format.lowercased() == "percent"
      styles[current]?.isPercent = isNamed || CellStyles.kind(ofFormat: format) == .percent
    case (.worksheet2003, .table2003):
      (columns, nextColumn, row) = ([], 0, nil)
      table = tag.text(.styleOf2003)
    case (.table2003, .column2003):
      let first = max(nextColumn, (tag.number(.index2003) ?? 0) - 1)
      nextColumn = first + 1 + (tag.number(.span2003) ?? 0)
      guard let style = tag.text(.styleOf2003), columns.count < SheetRow.mostColumns else { return }
      columns.append((first..<nextColumn, style))
    case (.table2003, .row2003): row = tag.text(.styleOf2003)
    default: break
    }
  }

  /// - Parameters:
  ///   - style: The cell's own style; `nil` where it has none.
  ///   - column: From 0.
  func isPercent(_ style: String?, column: Int) -> Bool {
    var name = style ?? row ?? columns.first { $0.columns.contains(column) }?.style ?? table ?? "Default"
    // Parents never go round in a file that a program wrote; a few steps bound what another one costs.
    for _ in 0..<8 {
      guard let found = styles[name] else { return false }
      if let isPercent = found.isPercent { return isPercent }
      guard let parent = found.parent else { return false }
      name = parent
    }
    return false
  }
}
