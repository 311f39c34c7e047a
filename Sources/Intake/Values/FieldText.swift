/// Small readings of a field's bytes that several value readers share.
enum FieldText {
  /// The text without blanks and no-break spaces around it.
  @inline(__always)
  static func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    if range.isEmpty { return range }
    // Nearly every text begins and ends with a letter or a digit.
    let (first, last) = (bytes[range.lowerBound], bytes[range.upperBound - 1])
    if first > 0x20, first != 0xC2, last > 0x20, last != 0xA0 { return range }
    return trimmedBlanks(range, in: bytes)
  }

  private static func trimmedBlanks(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if bytes[start] <= 0x20 {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if bytes[end - 1] == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether the text stands for "nothing": a dash, `null`, `tidak ada` and the like, in any case.
  static func isPlaceholder(_ text: Span<UInt8>) -> Bool {
    guard text.count <= 12 else { return false }
    guard text.count > 0 else { return true }
    // Only texts that begin like one of the words, or with a mark, are worth a comparison.
    switch text[0] | 0x20 {
    case 0x6E: return isOne(of: wordsInN, text)
    case 0x74: return isOne(of: wordsInT, text)
    case 0x6B, 0x62, 0x2F, 0x28, 0x23: return isOne(of: otherWords, text)
    case 0x2D, 0x2E, 0x78, 0x2A:
      for index in text.indices {
        switch text[index] {
        case 0x2D, 0x2E, 0x78, 0x58, 0x2A: continue
        default: return false
        }
      }
      // A lone x is a mark in a box, not a missing value.
      return text.count > 1 || text[0] != 0x78 && text[0] != 0x58
    default: return false
    }
  }

  private static func isOne(of words: [StaticString], _ text: Span<UInt8>) -> Bool {
    for word in words where word.utf8CodeUnitCount == text.count && equalsIgnoringCase(text, word) { return true }
    return false
  }

  private static let wordsInN: [StaticString] = ["null", "nil", "none", "n/a", "na", "nihil"]
  private static let wordsInT: [StaticString] = ["tidak ada", "tdk ada", "tidakada", "tidak diisi"]
  private static let otherWords: [StaticString] = ["kosong", "belum ada", "(null)", "#n/a", "belum diisi"]

  /// Whether a spreadsheet or a terminal might act on the text: a formula's first sign, or a control character.
  ///
  /// - Parameter isPlain: Whether the whole row is known to be printable ASCII.
  static func isDangerous(_ text: Span<UInt8>, isPlain: Bool) -> Bool {
    switch text[0] {
    case 0x3D, 0x40: return true
    case 0x2B, 0x2D:
      if text.count > 1, !(0x30...0x39).contains(text[1]), text[1] != 0x20 { return true }
    default: break
    }
    if isPlain { return false }
    for index in text.indices where text[index] < 0x20 || text[index] == 0x7F {
      switch text[index] {
      case 0x09, 0x0A, 0x0D: continue
      default: return true
      }
    }
    return false
  }

  /// Whether all bytes are printable ASCII; a plain loop that the compiler turns into wide instructions.
  static func arePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in bytes { found |= byte &- 0x20 >= 0x5F ? 1 : 0 }
    return found == 0
  }

  /// Whether letters in the text were encoded twice, as `Ã©` for `é`, or are lost, as U+FFFD.
  ///
  /// `Ã` and `Â` before a character that Windows-1252 has for a byte from 80 to BF stand in no name, and neither does
  /// `â€`, with which quotation marks begin that were encoded twice.
  static func isGarbled(_ text: Span<UInt8>) -> Bool {
    if text.count < 3 { return false }
    for index in 0..<text.count - 2 where text[index] >= 0xC3 {
      switch (text[index], text[index + 1], text[index + 2]) {
      case (0xEF, 0xBF, 0xBD): return true
      case (0xC3, 0x82...0x83, 0xC2), (0xC3, 0x82...0x83, 0xC5...0xC6), (0xC3, 0x82...0x83, 0xCB),
        (0xC3, 0x82...0x83, 0xE2):
        return true
      case (0xC3, 0xA2, 0xE2):
        if index + 4 < text.count, text[index + 3] == 0x82, text[index + 4] == 0xAC { return true }
      default: break
      }
    }
    return false
  }

  /// Whether the text is a word, whatever its case.
  ///
  /// - Parameter word: Lower-case ASCII.
  static func equalsIgnoringCase(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for index in text.indices {
        let byte = text[index]
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        if lower != letters[index] { return false }
      }
      return true
    }
  }
}
