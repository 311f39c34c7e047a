/// A civil servant's number (NIP): eighteen digits.
///
/// Digits 1-8 are the birth date, 9-14 year and month of appointment (contract staff carry a code from 21 to 29
/// for the month), 15 the sex, 16-18 a serial. There is no check digit, but the parts check one another.
package struct CivilServantID: Hashable, Comparable, Sendable, BitwiseCopyable {
  package let value: UInt64

  /// Reads a NIP as staff registries write it, with or without blanks.
  ///
  /// - Parameter text: The field's bytes, such as `19780412 200312 2 001`.
  /// - Throws: ``Fault`` for the first rule that the text breaks.
  package init(parsing text: Span<UInt8>) throws(Fault) {
    let scan = DigitScan(text)
    if scan.looksLikeFloat { throw .scientific }
    guard scan.isDigitsOnly, scan.count > 0 else { throw .notDigits }
    guard scan.count == 18 else { throw .wrongLength(scan.count) }
    guard scan.value % 1000 != 0 else { throw .zeroSerial }
    value = scan.value
  }

  /// Restores a NIP from its number; `nil` for zero, which columns use for "none".
  package init?(value: UInt64) {
    guard value != 0 else { return nil }
    self.value = value
  }

  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  package enum Fault: Error, Hashable, Sendable {
    case notDigits
    case wrongLength(Int)
    case scientific
    /// Serials start at 001; three zeros are what a spreadsheet leaves of the last digits.
    case zeroSerial
  }
}

extension CivilServantID {
  package var birthDate: CalendarDate? {
    CalendarDate(
      year: Int(value / 100_000_000_000_000), month: Int(value / 1_000_000_000_000 % 100),
      day: Int(value / 10_000_000_000 % 100))
  }

  package var sex: Sex? { Sex(rawValue: UInt8(value / 1000 % 10)) }

  /// Whether birth date, month of appointment and sex digit are all possible.
  package var isWellFormed: Bool {
    guard let birthDate, sex != nil else { return false }
    let appointed = Int(value / 1_000_000 % 10_000)
    let month = Int(value / 10_000 % 100)
    return (1...12).contains(month) || (21...29).contains(month) ? appointed - birthDate.year >= 15 : false
  }

  /// The eighteen digits.
  package var digits: String { String(paddedDigits: value, count: 18) }
}

extension String {
  /// A number's digits with leading zeros.
  package init(paddedDigits value: UInt64, count: Int) {
    let digits = String(value)
    self = String(repeating: "0", count: Swift.max(0, count - digits.count)) + digits
  }
}
