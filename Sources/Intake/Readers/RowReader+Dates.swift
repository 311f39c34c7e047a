import Records

/// The row's dates, as their columns write them, and the places that stand beside births.
extension RowReader {
  mutating func date(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> CalendarDate? {
    guard let range = range(field, plan, row) else { return nil }
    return date(day(row.bytes.span.extracting(range), field, plan, row), field, plan, row)
  }

  /// What a date's text says, as its column writes dates.
  private mutating func day(
    _ text: Span<UInt8>, _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow
  ) -> DateReader.Reading {
    let order = plan.order(of: field)
    if order != dates.order { return DateReader(pivotYear: dates.pivotYear, order: order).read(text) }
    let reading = dates.read(text)
    if surveysDates, let column = plan[field] {
      survey.note(reading, of: text, dates.pivotYear, column: column, plan, line: row.line)
    }
    return reading
  }

  mutating func date(
    _ reading: DateReader.Reading, _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow
  ) -> CalendarDate? {
    switch reading {
    case .date(let date): return date
    case .none: return nil
    case .placeholder:
      warn(.placeholderDate, field, plan, row)
      return nil
    case .partial:
      warn(.partialDate, field, plan, row)
      return nil
    case .unreadable:
      warn(.unreadableDate, field, plan, row)
      return nil
    }
  }

  /// A person's birth place and date, from their own columns or from one that fuses them.
  mutating func birth(_ plan: ReadingPlan, _ row: borrowing RawRow) -> (TextID, CalendarDate?) {
    var place = interned(.birthPlace, plan, row)
    var born: CalendarDate?
    if let range = range(.birthDate, plan, row), (row.bytes[range.lowerBound] | 0x20) &- 0x61 < 26 {
      born = placeAndDate(in: range, .birthDate, plan, row, &place)
    } else {
      born = date(.birthDate, plan, row)
    }
    if place.isEmpty || born == nil, let range = range(.birthPlaceAndDate, plan, row) {
      let found = placeAndDate(in: range, .birthPlaceAndDate, plan, row, &place)
      born = born ?? found
    }
    if let found = born, found.year > night.year {
      warn(.futureBirth, plan.has(.birthDate) ? .birthDate : .birthPlaceAndDate, plan, row)
      born = nil
    }
    return (place, born)
  }

  /// Reads `Kupang, 7 Juli 1981`; a month's name in front, as in `Jul 7, 1981`, is no place.
  private mutating func placeAndDate(
    in range: Range<Int>, _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow, _ place: inout TextID
  ) -> CalendarDate? {
    let text = row.bytes.span.extracting(range)
    if field == .birthDate {
      let plain = day(text, field, plan, row)
      if plain != .unreadable { return date(plain, field, plan, row) }
    }
    let both = dates.placeAndDate(text)
    let reading = both.date.isEmpty ? DateReader.Reading.none : day(text.extracting(both.date), field, plan, row)
    // In a column of dates alone, words without one are no place.
    if field == .birthDate, reading == .none || reading == .unreadable { return date(.unreadable, field, plan, row) }
    if place.isEmpty, !both.place.isEmpty { place = tables.arena.intern(text.extracting(both.place)) }
    return date(reading, field, plan, row)
  }

  mutating func period(_ plan: ReadingPlan, _ row: borrowing RawRow) -> Period {
    Period(from: date(.from, plan, row), to: date(.to, plan, row))
  }
}
