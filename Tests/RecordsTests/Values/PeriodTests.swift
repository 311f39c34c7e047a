import Records
import Testing

@Suite struct PeriodTests {
  struct Case: CustomTestStringConvertible {
    let fact: String
    let interest: String
    let standing: Period.Standing
    var testDescription: String { "\(fact) to \(interest)" }
  }

  /// `2026-03-01..2026-06-30`; an end left out is not known.
  private static func period(_ text: String) throws -> Period {
    let (from, to) = (String(text.prefix { $0 != "." }), String(text.reversed().prefix { $0 != "." }.reversed()))
    return Period(from: try day(from), to: try day(to))
  }

  private static func day(_ text: String) throws -> CalendarDate? {
    if text.isEmpty { return nil }
    let day: CalendarDate = try #require(CalendarDate(iso: text))
    return day
  }

  private static let march = "2026-03-01..2026-06-30"

  @Test(arguments: [
    Case(fact: "2026-04-01..2026-05-01", interest: march, standing: .during),
    Case(fact: "2025-01-01..2027-01-01", interest: march, standing: .during),
    Case(fact: march, interest: march, standing: .during),
    Case(fact: "2025-01-01..2026-02-28", interest: march, standing: .before),
    Case(fact: "2025-01-01..2026-03-01", interest: march, standing: .during),
    Case(fact: "2026-06-30..2027-01-01", interest: march, standing: .during),
    Case(fact: "2026-07-01..2027-01-01", interest: march, standing: .after),
    Case(fact: "2025-01-01..", interest: march, standing: .during),
    Case(fact: "2026-06-30..", interest: march, standing: .during),
    Case(fact: "2026-07-01..", interest: march, standing: .after),
    Case(fact: "..2026-02-28", interest: march, standing: .before),
    Case(fact: "..2026-03-01", interest: march, standing: .during),
    Case(fact: "..2026-06-30", interest: march, standing: .during),
    Case(fact: "..2026-07-01", interest: march, standing: .unknown),
    Case(fact: "..", interest: march, standing: .unknown),
  ])
  func `two known ends of the days of interest`(_ example: Case) throws {
    #expect(try Self.period(example.fact).standing(to: Self.period(example.interest)) == example.standing)
  }

  @Test(arguments: ["2026-03-01..", "..2026-03-01", "2026-03-01..2026-03-01"])
  func `one known end of the days of interest counts as that day`(_ interest: String) throws {
    for (fact, standing) in [
      ("2026-03-01..2026-03-01", Period.Standing.during), ("2026-02-01..2026-02-28", .before),
      ("2026-03-02..2026-04-01", .after), ("2026-02-01..", .during), ("2026-03-02..", .after),
      ("..2026-02-28", .before),
      ("..2026-03-01", .during), ("..2026-03-02", .unknown), ("..", .unknown),
    ] {
      #expect(try Self.period(fact).standing(to: Self.period(interest)) == standing, "\(fact)")
    }
  }

  @Test(arguments: ["2026-03-01..2026-06-30", "2026-03-01..", "..2026-06-30", ".."])
  func `nothing is told of days that nobody knows`(_ fact: String) throws {
    #expect(try Self.period(fact).standing(to: Self.period("..")) == .unknown)
  }

  @Test func `only two missing ends are unknown, and standings have an order`() throws {
    #expect(try Self.period("..").isUnknown)
    #expect(try !Self.period("2026-03-01..").isUnknown)
    #expect(try !Self.period("..2026-03-01").isUnknown)
    #expect(Period.Standing.allCases.sorted() == [.during, .unknown, .before, .after])
  }

  @Test func `before and after mirror each other`() throws {
    var random = Seeded(3)
    let first = try #require(CalendarDate(iso: "2026-01-01"))
    func day() -> CalendarDate {
      CalendarDate(
        year: 2026, month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random)) ?? first
    }
    for _ in 0..<2_000 {
      let (one, other) = ([day(), day()].sorted(), [day(), day()].sorted())
      let (left, right) = (Period(from: one[0], to: one[1]), Period(from: other[0], to: other[1]))
      #expect((left.standing(to: right) == .before) == (right.standing(to: left) == .after))
      let meet = one[0] <= other[1] && other[0] <= one[1]
      #expect((left.standing(to: right) == .during) == meet)
    }
  }
}
