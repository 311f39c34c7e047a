/// Recognises rows whose cells are JSON literals.
enum JSONCells {
  /// Reads a line as comma-separated JSON literals, of which any may be left out.
  ///
  /// - Returns: `nil` where it is none; else whether it holds a string that plain CSV would not have quoted, a
  ///   backslash escape, or the bare word `null`.
  static func read(_ line: [UInt8]) -> Bool? {
    var (index, isTelling) = (0, false)
    let end = line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    while index < end {
      if line[index] == 0x22 {
        var plain = true
        index += 1
        while index < end, line[index] != 0x22 {
          if line[index] == 0x5C {
            isTelling = true
            index += 1
          } else if line[index] == 0x2C {
            plain = false
          }
          index += 1
        }
        guard index < end else { return nil }
        index += 1
        if plain { isTelling = true }
      } else {
        let start = index
        while index < end, line[index] != 0x2C { index += 1 }
        let word = line[start..<index]
        if word.elementsEqual("null".utf8) {
          isTelling = true
        } else if !word.isEmpty, !isNumber(word) {
          return nil
        }
      }
      guard index == end || line[index] == 0x2C else { return nil }
      index += 1
    }
    return isTelling
  }

  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return true }
    return word.allSatisfy { (0x30...0x39).contains($0) || [0x2D, 0x2B, 0x2E, 0x65, 0x45].contains($0) }
      && word.contains { (0x30...0x39).contains($0) }
  }
}
