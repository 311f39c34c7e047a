/// What one pass over an identifier's bytes finds: its digits, and what else stands there.
///
/// Blanks, dots, hyphens, apostrophes and no-break spaces are passed over; `="..."`, a spreadsheet's way to keep
/// text, is too. A trailing `.0` is the mark of a column that went through a float.
package struct DigitScan: Sendable {
  /// The first nineteen digits as a number.
  package private(set) var value: UInt64 = 0
  package private(set) var count = 0
  package private(set) var isDigitsOnly = true
  package private(set) var looksLikeFloat = false
  package private(set) var isOneDigitRepeated = true

  package init(_ text: Span<UInt8>) {
    var first: UInt8 = 0
    var index = 0
    let end = Self.endWithoutFloatTail(text)
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
        // A curly apostrophe: E2 80 98 or 99.
        if index + 1 < end, text[index] == 0x80, text[index + 1] == 0x98 || text[index + 1] == 0x99 {
          index += 2
        } else {
          isDigitsOnly = false
        }
      default:
        isDigitsOnly = false
      }
    }
  }

  private static func endWithoutFloatTail(_ text: Span<UInt8>) -> Int {
    let end = text.count
    guard end > 6, text[end - 1] == 0x30, text[end - 2] == 0x2E else { return end }
    for index in 0..<(end - 2) where !(0x30...0x39).contains(text[index]) { return end }
    return end - 2
  }
}
