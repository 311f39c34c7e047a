/// Cells that hold a list, such as `Maria Seran; Lukas Seran`, with lists of the same length beside them.
enum ListCells {
  static let mark: UInt8 = 0x3B

  /// The items of a cell without blanks around them; a mark at the end opens no item.
  static func items(of cell: Range<Int>, in bytes: Span<UInt8>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = cell.lowerBound
    for index in cell where bytes[index] == mark {
      items.append(FieldText.trimmed(start..<index, in: bytes))
      start = index + 1
    }
    let last = FieldText.trimmed(start..<cell.upperBound, in: bytes)
    if !last.isEmpty || items.isEmpty { items.append(last) }
    return items
  }

  /// The items of a text.
  static func items(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return items(of: 0..<bytes.count, in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
