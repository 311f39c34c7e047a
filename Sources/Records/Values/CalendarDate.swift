/// A day of the Gregorian calendar, packed into four bytes so that long tables stay small.
package struct CalendarDate: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Year, month and day in one number: `year << 9 | month << 5 | day`. Never zero.
  package let packed: UInt32

  /// Makes a date, or `nil` where the calendar has no such day.
  ///
  /// - Parameters:
  ///   - year: From 1 to 9999.
  ///   - month: From 1 to 12.
  ///   - day: From 1 to the month's last day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.lastDay(of: month, in: year)
    else { return nil }
    packed = UInt32(year << 9 | month << 5 | day)
  }

  /// Restores a date from ``packed``; `nil` for zero, which columns use for "no date".
  package init?(packed: UInt32) {
    guard packed != 0 else { return nil }
    self.packed = packed
  }

  package var year: Int { Int(packed >> 9) }
  package var month: Int { Int(packed >> 5 & 15) }
  package var day: Int { Int(packed & 31) }

  package static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }

  /// The month's last day: 28 to 31.
  package static func lastDay(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2026-11-23`.
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads ISO 8601's `yyyy-mm-dd` and nothing else.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CalendarDate {
  /// Days since 1 January of year 1, for differences.
  package var ordinal: Int {
    let before = year - 1
    var days = before * 365 + before / 4 - before / 100 + before / 400 + day
    for earlier in 1..<13 where earlier < month { days += Self.lastDay(of: earlier, in: year) }
    return days
  }

  /// The same day so many months later, or that month's last where it has no such day.
  package func adding(months: Int) -> CalendarDate {
    let count = year * 12 + month - 1 + months
    let (year, month) = (min(max(count / 12, 1), 9999), count % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(day, Self.lastDay(of: month, in: year))) ?? self
  }

  /// Full years from this date to another, as a person's age is counted.
  package func years(to later: CalendarDate) -> Int {
    let passed = later.year - year
    return (later.month, later.day) < (month, day) ? passed - 1 : passed
  }

  /// Whether registries write this day for "somewhere in that year": 1 January, 1 July or 31 December.
  package var isDefaultDay: Bool {
    switch (month, day) {
    case (1, 1), (7, 1), (12, 31): true
    default: false
    }
  }

  /// How many of the eight digits of year, month and day differ.
  package func digitsApart(from other: CalendarDate) -> Int {
    var (left, right, apart) = (eightDigits, other.eightDigits, 0)
    while left > 0 || right > 0 {
      if left % 10 != right % 10 { apart += 1 }
      left /= 10
      right /= 10
    }
    return apart
  }

  private var eightDigits: Int { year * 10_000 + month * 100 + day }

  /// The same digits with day and month exchanged, where that is a date and another one.
  package var dayMonthSwapped: CalendarDate? {
    day == month ? nil : CalendarDate(year: year, month: day, day: month)
  }
}
