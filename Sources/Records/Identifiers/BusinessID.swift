/// A business's registration number (NIB): thirteen digits, no known check digit.
package struct BusinessID: Hashable, Sendable, BitwiseCopyable {
  package let value: UInt64

  /// - Throws: ``Fault`` for the first rule that the text breaks.
  package init(parsing text: Span<UInt8>) throws(Fault) {
    let scan = DigitScan(text)
    guard scan.isDigitsOnly, scan.count > 0, !scan.looksLikeFloat else { throw .notDigits }
    if scan.isOneDigitRepeated { throw .placeholder }
    // Twelve: one leading zero lost in a spreadsheet.
    guard scan.count == 13 || scan.count == 12 else { throw .wrongLength(scan.count) }
    value = scan.value
  }

  package init?(value: UInt64) {
    guard value != 0 else { return nil }
    self.value = value
  }

  package var digits: String { String(paddedDigits: value, count: 13) }

  package enum Fault: Error, Hashable, Sendable {
    case notDigits
    case wrongLength(Int)
    case placeholder
  }
}
