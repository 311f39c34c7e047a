/// A spreadsheet's count of days as the day that it stands for.
enum SerialDay {
  /// - Parameters:
  ///   - number: The count as written, with a fraction for the time of day.
  ///   - countsFrom1904: Whether day 0 is 1 January 1904, as in workbooks from old Macintosh programs; else day 1 is
  ///     1 January 1900, and day 60 a 29 February that never was.
  /// - Returns: `2021-07-07`, or `2021-07-07 16:00:00`; `nil` where the number is no day, such as a time alone.
  static func text(_ number: String, countsFrom1904: Bool) -> String? {
    // 2,958,465 is the last day of the year 9999.
    guard let serial = Double(number), serial >= 1, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let (count, time) = (seconds / 86_400, seconds % 86_400)
    let sinceEpoch: Int
    switch (countsFrom1904, count) {
    case (true, _): sinceEpoch = count - 24_107
    case (false, 60): return nil
    case (false, ..<60): sinceEpoch = count - 25_568
    case (false, _): sinceEpoch = count - 25_569
    }
    let day = day(sinceEpoch)
    guard day.year <= 9999 else { return nil }
    let date = "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
    if time == 0 { return date }
    return "\(date) \(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))"
  }

  /// The day so many days after 1 January 1970.
  ///
  /// > H. Hinnant. "chrono-Compatible Low-Level Date Algorithms", 2021, `civil_from_days`.
  private static func day(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
