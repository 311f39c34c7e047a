/// What one pass over an identifier's bytes finds: its digits, and what else stands there.
///
/// Blanks, dots, hyphens, apostrophes and no-break spaces are passed over, and so is what has no width; `="..."`, a
/// spreadsheet's way to keep text, is too. A trailing `.0` or `,00` is the mark of a column that went through a float.
package struct DigitScan: Sendable {
  /// The first nineteen digits as a number.
  package private(set) var value: UInt64 = 0
  package private(set) var count = 0
  package private(set) var isDigitsOnly = true
  package private(set) var looksLikeFloat = false
  package private(set) var isOneDigitRepeated = true
  /// Whether zeros behind a decimal mark were left out.
  package private(set) var hasFloatTail = false

  package init(_ text: Span<UInt8>) {
    if takeWhole(text) { return }
    var first: UInt8 = 0
    var index = 0
    let end = Self.endWithoutFloatTail(text)
    hasFloatTail = end < text.count
    while index < end {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x30...0x39:
        if count == 0 { first = byte } else if byte != first { isOneDigitRepeated = false }
        if count < 19 { value = value * 10 + UInt64(byte &- 0x30) }
        count += 1
      case 0x20, 0x2E, 0x2D, 0x27, 0x09, 0x22, 0x3D, 0x60, 0xC2, 0xA0, 0x2F:
        continue
      case 0x45, 0x65:
        // 5,37E+15: an exponent after digits.
        if count > 0, index < end, text[index] == 0x2B || (0x30...0x39).contains(text[index]) { looksLikeFloat = true }
        isDigitsOnly = false
      case 0xE2:
        if index + 1 < end, Self.isMark(text[index], text[index + 1]) { index += 2 } else { isDigitsOnly = false }
      case 0xEF:
        // A byte order mark inside a text is a space of no width.
        if index + 1 < end, text[index] == 0xBB, text[index + 1] == 0xBF { index += 2 } else { isDigitsOnly = false }
      default:
        isDigitsOnly = false
      }
    }
  }

  /// Takes a text of eight to nineteen digits and nothing else, as most identifiers are written, eight at a time.
  ///
  /// - Returns: Whether the text was one; if not, nothing is taken.
  private mutating func takeWhole(_ text: Span<UInt8>) -> Bool {
    guard (8...19).contains(text.count) else { return false }
    var (sum, differing, index) = (UInt64(0), UInt64(0), 0)
    let repeated = UInt64(text[0]) &* 0x0101_0101_0101_0101
    while index + 8 <= text.count {
      let word = unsafe UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      guard let number = Self.eightDigits(word) else { return false }
      sum = sum * 100_000_000 + number
      differing |= word ^ repeated
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      guard (0x30...0x39).contains(byte) else { return false }
      sum = sum * 10 + UInt64(byte &- 0x30)
      differing |= UInt64(byte ^ text[0])
      index += 1
    }
    (value, count, isOneDigitRepeated) = (sum, text.count, differing == 0)
    return true
  }

  /// The number that eight ASCII digits write, the first in the lowest byte; `nil` where one is none.
  ///
  /// Neighbours are joined to pairs, pairs to fours, fours to the whole, each with one multiplication.
  ///
  /// > D. Lemire. "Quickly parsing eight digits." 2018.
  private static func eightDigits(_ word: UInt64) -> UInt64? {
    let (high, tens): (UInt64, UInt64) = (0xF0F0_F0F0_F0F0_F0F0, 0x3030_3030_3030_3030)
    guard word & high == tens, (word &+ 0x0606_0606_0606_0606) & high == tens else { return nil }
    var value = word & 0x0F0F_0F0F_0F0F_0F0F
    value = (value &* 10 &+ value >> 8) & 0x00FF_00FF_00FF_00FF
    value = (value &* 100 &+ value >> 16) & 0x0000_FFFF_0000_FFFF
    return (value &* 10_000 &+ value >> 32) & 0xFFFF_FFFF
  }

  /// Whether two bytes behind E2 make a mark that says nothing: spaces of no width, narrow spaces, dashes, and curly
  /// apostrophes.
  private static func isMark(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x89...0x95), (0x80, 0x98), (0x80, 0x99), (0x80, 0xAF), (0x81, 0xA0): true
    default: false
    }
  }

  /// Where the digits end: before a decimal mark with one or two zeros, and nothing but digits in front; three zeros
  /// behind a dot are a tax number's branch.
  private static func endWithoutFloatTail(_ text: Span<UInt8>) -> Int {
    let end = text.count
    guard end > 6, text[end - 1] == 0x30 else { return end }
    var mark = end - 2
    if text[mark] == 0x30 { mark -= 1 }
    guard text[mark] == 0x2E || text[mark] == 0x2C else { return end }
    for index in 0..<mark where !(0x30...0x39).contains(text[index]) { return end }
    return mark
  }
}
