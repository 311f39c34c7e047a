import Records
import Testing

@Suite struct CalendarDateTests {
  struct Day: CustomTestStringConvertible {
    let year: Int
    let month: Int
    let day: Int
    let exists: Bool
    var testDescription: String { "\(year)-\(month)-\(day)" }
  }

  @Test(arguments: [
    Day(year: 2024, month: 2, day: 29, exists: true), Day(year: 2023, month: 2, day: 29, exists: false),
    Day(year: 2000, month: 2, day: 29, exists: true), Day(year: 1900, month: 2, day: 29, exists: false),
    Day(year: 2100, month: 2, day: 29, exists: false), Day(year: 2024, month: 2, day: 30, exists: false),
    Day(year: 2024, month: 4, day: 31, exists: false), Day(year: 2024, month: 12, day: 31, exists: true),
    Day(year: 2024, month: 12, day: 32, exists: false), Day(year: 2024, month: 1, day: 0, exists: false),
    Day(year: 2024, month: 0, day: 1, exists: false), Day(year: 2024, month: 13, day: 1, exists: false),
    Day(year: 1, month: 1, day: 1, exists: true), Day(year: 0, month: 1, day: 1, exists: false),
    Day(year: 9999, month: 12, day: 31, exists: true), Day(year: 10000, month: 1, day: 1, exists: false),
    Day(year: -1, month: 1, day: 1, exists: false), Day(year: 2024, month: 1, day: -1, exists: false),
    Day(year: .max, month: .max, day: .max, exists: false), Day(year: .min, month: .min, day: .min, exists: false),
  ])
  func `makes only days that the calendar has`(_ day: Day) {
    #expect((CalendarDate(year: day.year, month: day.month, day: day.day) != nil) == day.exists)
  }

  @Test func `packed dates come back whole and in order`() throws {
    var random = Seeded(2)
    var dates: [CalendarDate] = []
    while dates.count < 5_000 {
      let year = Int.random(in: 1...9999, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...31, using: &random)
      guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
      #expect((date.year, date.month, date.day) == (year, month, day))
      #expect(CalendarDate(packed: date.packed) == date)
      #expect(CalendarDate(iso: date.description) == date)
      dates.append(date)
    }
    #expect(CalendarDate(packed: 0) == nil)
    for (one, other) in zip(dates, dates.dropFirst()) {
      #expect((one < other) == (one.ordinal < other.ordinal))
      #expect((one < other) == (one.description < other.description))
    }
  }

  @Test func `each day from 1900 to 2100 has the ordinal after the day before it`() throws {
    var before = try #require(CalendarDate(year: 1899, month: 12, day: 31))
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...CalendarDate.lastDay(of: month, in: year) {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          guard date.ordinal == before.ordinal + 1, before < date else {
            Issue.record("\(before) and \(date) are not neighbours")
            return
          }
          before = date
        }
      }
    }
    let first = try #require(CalendarDate(iso: "1900-01-01"))
    // 201 years, of which 49 have a 29 February: 1904 to 2096, 2000 among them.
    #expect(before.ordinal - first.ordinal == 201 * 365 + 49 - 1)
  }

  struct Age: CustomTestStringConvertible {
    let from: String
    let to: String
    let years: Int
    var testDescription: String { "\(from) to \(to)" }
  }

  @Test(arguments: [
    Age(from: "1980-06-15", to: "2026-06-14", years: 45), Age(from: "1980-06-15", to: "2026-06-15", years: 46),
    Age(from: "1980-06-15", to: "2026-07-01", years: 46), Age(from: "1980-06-15", to: "2026-05-30", years: 45),
    Age(from: "1980-02-29", to: "2026-02-28", years: 45), Age(from: "1980-02-29", to: "2026-03-01", years: 46),
    Age(from: "1980-02-29", to: "2024-02-29", years: 44), Age(from: "2026-01-01", to: "2026-01-01", years: 0),
    Age(from: "2026-01-02", to: "2026-01-01", years: -1),
  ])
  func `counts full years as an age is counted`(_ age: Age) throws {
    let from = try #require(CalendarDate(iso: age.from))
    #expect(from.years(to: try #require(CalendarDate(iso: age.to))) == age.years)
  }

  @Test func `three days of a year stand for somewhere in it`() {
    let defaults = (1...12).flatMap { month in
      (1...31).compactMap { CalendarDate(year: 1981, month: month, day: $0) }.filter(\.isDefaultDay)
    }
    #expect(defaults.map(\.description) == ["1981-01-01", "1981-07-01", "1981-12-31"])
  }

  struct Swap: CustomTestStringConvertible {
    let date: String
    let swapped: String?
    var testDescription: String { date }
  }

  @Test(arguments: [
    Swap(date: "1981-07-08", swapped: "1981-08-07"), Swap(date: "1981-07-07", swapped: nil),
    Swap(date: "1981-07-13", swapped: nil), Swap(date: "1981-12-01", swapped: "1981-01-12"),
    Swap(date: "2024-02-29", swapped: nil),
  ])
  func `swaps day and month where that is another date`(_ swap: Swap) throws {
    #expect(try #require(CalendarDate(iso: swap.date)).dayMonthSwapped?.description == swap.swapped)
  }

  @Test(arguments: [
    "", "2026", "2026-1-01", "26-01-01", "2026-01-1", "2026-01-01 ", "2026-01-01T00:00", "2026/01/01", "2026-02-30",
    "-026-01-01", "+026-01-01", "２０２６-01-01", "2026-01-01-01", "2026-01", "0000-01-01",
  ])
  func `reads ISO 8601 days and nothing else`(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `writes four, two and two digits`() throws {
    #expect(try #require(CalendarDate(year: 7, month: 3, day: 2)).description == "0007-03-02")
    #expect(try #require(CalendarDate(year: 2026, month: 11, day: 23)).description == "2026-11-23")
  }

  @Test(arguments: [
    ("1985-03-12", "1985-03-12", 0), ("1985-03-12", "1985-03-13", 1), ("1985-03-12", "1958-03-12", 2),
    ("1985-03-12", "1985-12-03", 4), ("0985-03-12", "1985-03-12", 1),
  ])
  func `counts the digits in which two dates differ`(_ one: String, _ other: String, _ apart: Int) throws {
    let (one, other) = (try #require(CalendarDate(iso: one)), try #require(CalendarDate(iso: other)))
    #expect(one.digitsApart(from: other) == apart)
    #expect(other.digitsApart(from: one) == apart)
  }
}
