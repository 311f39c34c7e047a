/// A cell's name in a sheet, such as `AB12`.
enum CellReference {
  /// - Returns: The column from 0; `nil` where the text is no reference or its column beyond any sheet's.
  static func column(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in text {
      let letter = byte & 0xDF
      guard (0x41...0x5A).contains(letter) else { break }
      column = column * 26 + Int(letter - 0x40)
      guard column <= SheetRow.mostColumns else { return nil }
    }
    return column > 0 ? column - 1 : nil
  }

  static func letters(of column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
