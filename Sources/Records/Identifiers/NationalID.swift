/// A resident's number (NIK, Nomor Induk Kependudukan): sixteen digits, for life.
///
/// Digits 1-6 name the region of first registration, 7-12 the birth date as ddmmyy (a woman's day plus 40),
/// 13-16 a serial that starts at 0001. There is no check digit, so two numbers one digit apart may be twins.
///
/// > Peraturan Pemerintah 40/2019, articles 30-33.
package struct NationalID: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The sixteen digits as a number; leading zeros never occur, since region codes start at 11.
  package let value: UInt64

  /// Reads a NIK as registers write it, with or without blanks, dots, or a spreadsheet's apostrophe.
  ///
  /// - Parameter text: The field's bytes.
  /// - Throws: ``Fault`` for the first rule that the text breaks.
  package init(parsing text: Span<UInt8>) throws(Fault) {
    let scan = DigitScan(text)
    if scan.looksLikeFloat { throw .scientific }
    guard scan.isDigitsOnly else { throw .notDigits }
    guard scan.count > 0 else { throw .notDigits }
    if scan.isOneDigitRepeated { throw .placeholder }
    guard scan.count == 16 else { throw .wrongLength(scan.count) }
    guard scan.value % 10_000 != 0 else { throw .zeroSerial }
    value = scan.value
  }

  /// Restores a NIK from its number; `nil` for zero, which columns use for "none".
  package init?(value: UInt64) {
    guard value != 0 else { return nil }
    self.value = value
  }

  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  /// Why a text is no usable NIK.
  package enum Fault: Error, Hashable, Sendable {
    case notDigits
    case wrongLength(Int)
    /// A number that went through a spreadsheet, such as `5,37E+15`.
    case scientific
    /// All digits alike: someone filled in the field.
    case placeholder
    /// The serial 0000 is never issued: a spreadsheet kept only fifteen digits or fewer.
    case zeroSerial
  }
}

extension NationalID {
  /// Region of first registration: province, regency and district, six digits.
  package var region: Int { Int(value / 10_000_000_000) }

  package var sex: Sex { dayField > 40 ? .female : .male }

  private var dayField: Int { Int(value / 100_000_000 % 100) }

  /// The birth date that the number states: the latest one that is not of a year after the night's.
  ///
  /// All nights of a year read a number alike, so that no verdict changes with a birthday.
  ///
  /// - Parameter night: The night's date; its year counts.
  /// - Returns: `nil` where digits 7-12 are no date.
  package func birthDate(asOf night: CalendarDate) -> CalendarDate? {
    let day = dayField > 40 ? dayField - 40 : dayField
    let month = Int(value / 1_000_000 % 100)
    let short = Int(value / 10_000 % 100)
    let century = night.year / 100 * 100
    if century + short <= night.year, let recent = CalendarDate(year: century + short, month: month, day: day) {
      return recent
    }
    return CalendarDate(year: century - 100 + short, month: month, day: day)
  }

  /// Whether day, month and year equal a date's, whatever the century.
  package func states(_ date: CalendarDate) -> Bool {
    let day = dayField > 40 ? dayField - 40 : dayField
    return day == date.day && Int(value / 1_000_000 % 100) == date.month && Int(value / 10_000 % 100) == date.year % 100
  }

  /// Whether the region's province exists and digits 7-12 are a day of some year.
  package var isWellFormed: Bool {
    guard Self.provinces.contains(Int(value / 100_000_000_000_000)) else { return false }
    let day = dayField > 40 ? dayField - 40 : dayField
    // Both centuries have the same leap years but for 1900 and 2000, and nobody's NIK dates from 1900.
    let year = 2000 + Int(value / 10_000 % 100)
    return CalendarDate(year: year, month: Int(value / 1_000_000 % 100), day: day) != nil
  }

  /// How many of the sixteen digits differ.
  package func digitsApart(from other: NationalID) -> Int {
    var (left, right, apart) = (value, other.value, 0)
    while left > 0 || right > 0 {
      if left % 10 != right % 10 { apart += 1 }
      left /= 10
      right /= 10
    }
    return apart
  }

  /// Two-digit province codes in use, the former East Timor (54) and citizens abroad (99) among them.
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 54, 61, 62, 63, 64, 65,
    71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96, 97, 99,
  ]
}
