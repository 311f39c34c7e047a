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
