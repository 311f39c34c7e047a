import Records

/// Reads a day in every form that registries and exports were seen to use.
///
/// `2021-07-07`, with a time or `T16:00:00.000000Z` behind (exports hang a decorative Z on plain dates, so the date
/// part is taken and no zone is shifted); `07/07/2021`, `7-7-2021`, `7.7.21` (day first); `20210707`; `7 Juli 2021`,
/// `07-Jul-21`; `Jun 20, 2025, 12:00:00AM`; a spreadsheet's serial day such as `44384`; and a place before it, as in
/// `Kupang, 7 Juli 1981`. A zone behind a day or a year, as XML writes it (`1981-04-12+08:00`, `1981Z`), is passed over.
struct DateReader {
  /// The latest year a two-digit year may mean; later ones belong to the century before.
  let pivotYear: Int
  /// What stands first in a date of numbers without a year of four digits in front.
  let order: SourceMapping.DateOrder

  /// - Parameters:
  ///   - night: The night's date, which two-digit years never pass.
  ///   - order: As the file's source writes dates.
  init(asOf night: CalendarDate, order: SourceMapping.DateOrder = .dayFirst) {
    self.init(pivotYear: night.year, order: order)
  }

  /// As a file was read.
  init(pivotYear: Int, order: SourceMapping.DateOrder) {
    self.pivotYear = pivotYear
    self.order = order
  }

  enum Reading: Equatable {
    case date(CalendarDate)
    /// Nothing was written.
    case none
    /// A date that stands for "unknown": zeros, or a system's first day.
    case placeholder
    /// A year, or a month of a year, whose day nobody wrote.
    case partial(hasMonth: Bool)
    /// No day of the calendar in any known form.
    case unreadable
  }

  /// - Parameter text: The field's bytes, trimmed.
  func read(_ text: Span<UInt8>) -> Reading {
    if let date = plainDate(text) { return accepted(date) }
    if text.count == 0 || FieldText.isPlaceholder(text) { return .none }
    var parts = DateParts()
    guard parts.scan(text) else { return .unreadable }
    return reading(of: parts)
  }

  /// Reads the commonest forms at once: `07-07-2021` and `2021-07-07`, with `-`, `/` or `.`.
  ///
  /// - Returns: `nil` for any other text, and for what is no day of the calendar.
  private func plainDate(_ text: Span<UInt8>) -> CalendarDate? {
    guard text.count == 10 else { return nil }
    func isMark(_ place: Int) -> Bool { text[place] == 0x2D || text[place] == 0x2F || text[place] == 0x2E }
    // Digits are looked at together: the largest of their values is 9 at most.
    var largest: UInt8 = 0
    func two(_ place: Int) -> Int {
      let (tens, ones) = (text[place] &- 0x30, text[place + 1] &- 0x30)
      largest = max(largest, max(tens, ones))
      return Int(tens) * 10 + Int(ones)
    }
    let (year, month, day): (Int, Int, Int)
    if isMark(2), isMark(5), order != .monthFirst {
      (year, month, day) = (two(6) * 100 + two(8), two(3), two(0))
    } else if isMark(4), isMark(7) {
      (year, month, day) = (two(0) * 100 + two(2), two(5), two(8))
    } else {
      return nil
    }
    return largest > 9 ? nil : CalendarDate(year: year, month: month, day: day)
  }

  /// What had to be done to a text for its day to be read, or why there is none; `nil` for a full date as written.
  func repair(of text: Span<UInt8>) -> ValueRepair? {
    var parts = DateParts()
    _ = parts.scan(text)
    let isOneNumber = parts.numberCount == 1 && parts.month == nil
    switch read(text) {
    case .none: return nil
    case .placeholder: return .standInDate
    case .partial(let hasMonth): return hasMonth ? .monthOnly : .yearOnly
    case .unreadable: return .unreadable
    case .date:
      if isOneNumber { return parts.widths.0 == 5 ? .serialDay : nil }
      if parts.widths.0 == 4 { return nil }
      if order == .yearFirst, parts.month == nil, parts.widths.2 <= 2 { return .twoDigitYear }
      return (parts.month == nil ? parts.widths.2 : parts.widths.1) <= 2 ? .twoDigitYear : nil
    }
  }

  /// Reads `Kupang, 7 Juli 1981`.
  ///
  /// - Returns: The place's bytes, which may be empty, and the date behind the last comma or blank that leaves one.
  func readPlaceAndDate(_ text: Span<UInt8>) -> (place: Range<Int>, date: Reading) {
    let both = placeAndDate(text)
    return (both.place, both.date.isEmpty ? .none : read(text.extracting(both.date)))
  }

  /// Where place and date stand in such a text; either may be empty.
  func placeAndDate(_ text: Span<UInt8>) -> (place: Range<Int>, date: Range<Int>) {
    if text.count == 0 || FieldText.isPlaceholder(text) { return (0..<0, 0..<0) }
    var firstDigit = 0
    while firstDigit < text.count, !(0x30...0x39).contains(text[firstDigit]) { firstDigit += 1 }
    var end = firstDigit
    while end > 0, text[end - 1] <= 0x20 || text[end - 1] == 0x2C || text[end - 1] == 0x2F { end -= 1 }
    return (0..<end, firstDigit..<text.count)
  }

  private func reading(of parts: DateParts) -> Reading {
    if parts.numberCount == 1, parts.month == nil { return singleNumber(parts) }
    if let month = parts.month { return namedMonth(parts, month) }
    if parts.numberCount == 2 { return monthOfYear(parts) }
    guard parts.numberCount >= 3 else { return .unreadable }
    let (first, second, third) = (parts.numbers.0, parts.numbers.1, parts.numbers.2)
    if first == 0 && second == 0 && third == 0 { return .placeholder }
    // A spreadsheet shows its day 0 as 1900-01-00.
    if first == 1900 && second == 1 && third == 0 || third == 1900 && second < 2 && first < 2 { return .placeholder }
    // Databases write what they do not know of a day as noughts.
    if parts.widths.0 == 4, third == 0 { return partial(first, 4, month: second) }
    if parts.widths.2 == 4, first == 0 || order == .monthFirst && second == 0 {
      return partial(third, 4, month: order == .monthFirst ? first : second)
    }
    if parts.widths.0 == 4 { return date(first, second, third) }
    switch order {
    case .yearFirst where parts.widths.0 == 2 && parts.widths.2 <= 2:
      return date(year(first, parts.widths.0), second, third)
    case .monthFirst where parts.widths.2 == 4 || parts.widths.2 == 2:
      return date(year(third, parts.widths.2), first, second)
    case .dayFirst, .yearFirst, .monthFirst:
      if parts.widths.2 == 4 || parts.widths.2 == 2 { return date(year(third, parts.widths.2), second, first) }
      return .unreadable
    }
  }

  private func singleNumber(_ parts: DateParts) -> Reading {
    let number = parts.numbers.0
    switch parts.widths.0 {
    case 8:
      if number == 0 { return .placeholder }
      if let packed = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) {
        return accepted(packed)
      }
      let (first, second) = (number / 1_000_000, number / 10_000 % 100)
      return order == .monthFirst ? date(number % 10_000, first, second) : date(number % 10_000, second, first)
    case 5 where (10_000...73_050).contains(number):
      // A spreadsheet counts days from 30 December 1899.
      return serial(number)
    default:
      return number == 0 ? .placeholder : partial(number, parts.widths.0, month: 0)
    }
  }

  /// Two numbers: `1981-04` or `04/1981`.
  private func monthOfYear(_ parts: DateParts) -> Reading {
    let (first, second) = (parts.numbers.0, parts.numbers.1)
    let isYearFirst = parts.widths.0 == 4
    let (year, width, month) = isYearFirst ? (first, 4, second) : (second, parts.widths.1, first)
    return month == 0 ? .unreadable : partial(year, width, month: month)
  }

  /// - Parameter month: 0 where it is not known either.
  private func partial(_ year: Int, _ width: Int, month: Int) -> Reading {
    guard width == 4, year >= 1850, year <= pivotYear, (0...12).contains(month) else { return .unreadable }
    return .partial(hasMonth: month > 0)
  }

  private func namedMonth(_ parts: DateParts, _ month: Int) -> Reading {
    if parts.numberCount == 1 { return partial(parts.numbers.0, parts.widths.0, month: month) }
    guard parts.numberCount >= 2 else { return .unreadable }
    // Day first, or year first; with the month in front the day follows it, so the order is the same.
    if parts.widths.0 == 4 { return date(parts.numbers.0, month, parts.numbers.1) }
    return date(year(parts.numbers.1, parts.widths.1), month, parts.numbers.0)
  }

  private func year(_ number: Int, _ width: Int) -> Int {
    guard width <= 2 else { return number }
    let recent = pivotYear / 100 * 100 + number
    return recent > pivotYear ? recent - 100 : recent
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> Reading {
    CalendarDate(year: year, month: month, day: day).map(accepted) ?? .unreadable
  }

  private func accepted(_ date: CalendarDate) -> Reading {
    // First days of common systems: spreadsheets (1899-12-30 to 1900-01-01, and 31-12-1900), Unix (1970-01-01).
    switch (date.year, date.month, date.day) {
    case (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1900, 12, 31), (1970, 1, 1): .placeholder
    case (..<1850, _, _): .unreadable
    default: .date(date)
    }
  }

  private func serial(_ days: Int) -> Reading {
    // 1 January 1900 has serial 2 under the count that spreadsheets really use from March 1900 on.
    guard let base = CalendarDate(year: 1899, month: 12, day: 30) else { return .unreadable }
    // Days since 1 January of year 1, from 0; whole cycles of 400 years first.
    var rest = base.ordinal + days - 1
    let cycle = 146_097
    var year = 1 + rest / cycle * 400
    rest %= cycle
    while true {
      let length = CalendarDate.lastDay(of: 2, in: year) == 29 ? 366 : 365
      if rest < length { break }
      rest -= length
      year += 1
    }
    var month = 1
    while rest >= CalendarDate.lastDay(of: month, in: year) {
      rest -= CalendarDate.lastDay(of: month, in: year)
      month += 1
    }
    return CalendarDate(year: year, month: month, day: rest + 1).map { .date($0) } ?? .unreadable
  }
}
