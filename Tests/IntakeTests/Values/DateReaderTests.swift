import Records
import Testing

@testable import Intake

@Suite struct DateReaderTests {
  private static let night = CalendarDate(year: 2026, month: 11, day: 23)

  private func read(_ text: String) throws -> DateReader.Reading {
    DateReader(asOf: try #require(Self.night)).read(text.bytes.span)
  }

  struct Written: CustomTestStringConvertible {
    let text: String
    var date = "2021-07-07"
    var testDescription: String { text }
  }

  @Test(arguments: [
    Written(text: "2021-07-07"), Written(text: "2021/07/07"), Written(text: "2021.7.7"), Written(text: "2021-7-7"),
    Written(text: "07/07/2021"), Written(text: "7-7-2021"), Written(text: "7.7.2021"), Written(text: "7 7 2021"),
    Written(text: "7/7/21"), Written(text: "7.7.21"), Written(text: "20210707"), Written(text: "07072021"),
    Written(text: "2021-07-07 16:30:00"), Written(text: "2021-07-07T16:00:00.000000Z"),
    Written(text: "2021-07-07T00:00:00.000000Z"), Written(text: "2021-07-07T00:00:00+08:00"),
    Written(text: "2021-07-07 00:00:00.000"), Written(text: "07/07/2021 16:30"), Written(text: "7 Juli 2021 16:30"),
    Written(text: "7 Juli 2021"), Written(text: "7 JULI 2021"), Written(text: "7 juli 2021"),
    Written(text: "7Juli2021"),
    Written(text: "07-Jul-21"), Written(text: "07-Jul-2021"), Written(text: "7/Jul/2021"), Written(text: "2021-Jul-07"),
    Written(text: "Jul 7, 2021"), Written(text: "July 7, 2021"), Written(text: "Jul 7, 2021, 12:00:00AM"),
    Written(text: "Jun 20, 2025, 12:00:00AM", date: "2025-06-20"), Written(text: "'2021-07-07"),
    Written(text: "7\u{A0}Juli\u{A0}2021"), Written(text: "44384"), Written(text: "36526", date: "2000-01-01"),
    Written(text: "29220", date: "1979-12-31"), Written(text: "29221", date: "1980-01-01"),
    Written(text: "43890", date: "2020-02-29"), Written(text: "43891", date: "2020-03-01"),
    Written(text: "46349", date: "2026-11-23"), Written(text: "10000", date: "1927-05-18"),
    Written(text: "73050", date: "2099-12-31"), Written(text: "29/02/2024", date: "2024-02-29"),
    Written(text: "31-12-1958", date: "1958-12-31"), Written(text: "3-2-1981", date: "1981-02-03"),
  ])
  func `reads a day in every form that was seen`(_ written: Written) throws {
    #expect(try read(written.text) == .date(try #require(CalendarDate(iso: written.date))))
  }

  @Test(arguments: [
    (1, ["Januari", "Jan", "January"]), (2, ["Februari", "Pebruari", "Feb", "Peb", "February"]),
    (3, ["Maret", "Mar", "March"]), (4, ["April", "Apr"]), (5, ["Mei", "May"]), (6, ["Juni", "Jun", "June"]),
    (7, ["Juli", "Jul", "July"]), (8, ["Agustus", "Agt", "Agu", "Ags", "Aug", "August"]),
    (9, ["September", "Sep", "Sept"]), (10, ["Oktober", "Okt", "Oct", "October"]),
    (11, ["November", "Nopember", "Nov", "Nop"]), (12, ["Desember", "Des", "Dec", "December"]),
  ])
  func `knows each month's names and abbreviations`(_ month: Int, _ names: [String]) throws {
    let date = try #require(CalendarDate(year: 1981, month: month, day: 7))
    for name in names {
      for written in [name, name.uppercased(), name.lowercased()] {
        #expect(try read("7 \(written) 1981") == .date(date), "\(written)")
        #expect(try read("07-\(written)-81") == .date(date), "\(written)")
      }
    }
  }

  @Test(arguments: [
    Written(text: "7/7/26", date: "2026-07-07"), Written(text: "7/7/27", date: "1927-07-07"),
    Written(text: "7/7/00", date: "2000-07-07"), Written(text: "7/7/99", date: "1999-07-07"),
    Written(text: "7-Jul-58", date: "1958-07-07"), Written(text: "7-Jul-05", date: "2005-07-07"),
  ])
  func `two-digit years never pass the night's year`(_ written: Written) throws {
    #expect(try read(written.text) == .date(try #require(CalendarDate(iso: written.date))))
  }

  @Test(arguments: [
    "31/02/2020", "2020-02-31", "30/02/2020", "29/02/2023", "31/04/2021", "32/01/2021", "07/13/2021",
    "2021-13-01", "2021-00-10", "31 Februari 2020", "besok", "Kupang", "7 Juli", "13/2021", "2021-13",
    "0/2021", "2027", "1849", "1981z", "1981Zx", "12-04-1981Z", "1981+8:00", "1981-04-12+08:00x", "7/7/021",
    "7/7/20210", "1/2/3/4", "1.2", "73051", "99999", "9999", "123456", "123456789", "1234567890123456",
    "7 Brumaire 2021", "7 Juli 2021 sore", "2021-07-07x", "16:30:00", "T", "7 Juli Juli 2021", "01/01/0202", "=1+1",
    "\u{7F}", "20210231", "99999999",
  ])
  func `what is no day of the calendar is unreadable`(_ text: String) throws {
    #expect(try read(text) == .unreadable)
  }

  @Test(arguments: [
    ("1981", false), ("1981Z", false), ("1981+08:00", false), ("1981-00-00", false), ("00-00-1981", false),
    ("1981-04", true), ("1981-04Z", true), ("04/1981", true), ("April 1981", true), ("1981 Apr", true),
    ("1981-04-00", true), ("00/07/2021", true),
  ])
  func `a year, or a month of one, is no day and is told apart from what is unreadable`(
    _ text: String, _ hasMonth: Bool
  ) throws {
    #expect(try read(text) == .partial(hasMonth: hasMonth))
  }

  @Test(arguments: ["1981-04-12Z", "1981-04-12+08:00", "1981-04-12-05:00", "19810412", "1981-04-12T00:00:00+08:00"])
  func `a zone behind a day, as XML writes it, changes nothing`(_ text: String) throws {
    #expect(try read(text) == .date(try #require(CalendarDate(iso: "1981-04-12"))))
  }

  @Test(arguments: [
    "00/00/0000", "0000-00-00", "0000-00-00 00:00:00", "00000000", "0", "00-00-00", "31/12/1900", "1900-01-01",
    "01-01-1970",
    "1970-01-01T00:00:00.000000Z", "1899-12-30", "1 Januari 1970",
  ])
  func `a system's zero stands for unknown`(_ text: String) throws {
    #expect(try read(text) == .placeholder)
  }

  @Test(arguments: ["", "-", "--", "null", "NULL", "tidak ada", "n/a", "#N/A", "xxx"])
  func `nothing written is nothing`(_ text: String) throws {
    #expect(try read(text) == .none)
  }

  @Test func `every day of 130 years is read from each of its forms`() throws {
    let reader = DateReader(asOf: try #require(Self.night))
    let names = [
      "Januari", "Pebruari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "Nopember",
      "Desember",
    ]
    // A spreadsheet's day 1 is 31 December 1899 in the count that holds from March 1900 on.
    let epoch = try #require(CalendarDate(iso: "1899-12-30")).ordinal
    for year in 1930...2059 {
      for month in 1...12 {
        for day in 1...CalendarDate.lastDay(of: month, in: year) {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          if date.description == "1970-01-01" { continue }
          let forms = [
            date.description, "\(day)/\(month)/\(year)", "\(day) \(names[month - 1]) \(year)",
            date.description.replacing("-", with: ""), String(date.ordinal - epoch), "\(date)T00:00:00.000000Z",
          ]
          for form in forms where reader.read(form.bytes.span) != .date(date) { Issue.record("\(form) is not \(date)") }
        }
      }
    }
  }

  struct Birth: CustomTestStringConvertible {
    let text: String
    let place: String
    let date: DateReader.Reading
    var testDescription: String { text }
  }

  private static func born(_ iso: String) -> DateReader.Reading {
    CalendarDate(iso: iso).map { .date($0) } ?? .unreadable
  }

  @Test(arguments: [
    Birth(text: "Kupang, 7 Juli 1981", place: "Kupang", date: born("1981-07-07")),
    Birth(text: "Kupang,7 Juli 1981", place: "Kupang", date: born("1981-07-07")),
    Birth(text: "Kupang 07-07-1981", place: "Kupang", date: born("1981-07-07")),
    Birth(text: "Kupang / 07-07-1981", place: "Kupang", date: born("1981-07-07")),
    Birth(text: "Niki-Niki, 20 Juni 1954", place: "Niki-Niki", date: born("1954-06-20")),
    Birth(text: "Ba'a, 1 Juli 1949", place: "Ba'a", date: born("1949-07-01")),
    Birth(text: "Timor Tengah Selatan, 31/12/1958", place: "Timor Tengah Selatan", date: born("1958-12-31")),
    Birth(text: "Kupang", place: "Kupang", date: .none),
    Birth(text: "Kupang,", place: "Kupang", date: .none),
    Birth(text: "7 Juli 1981", place: "", date: born("1981-07-07")),
    Birth(text: "Kupang, 31 Februari 1981", place: "Kupang", date: .unreadable),
    Birth(text: "Kupang, 00-00-0000", place: "Kupang", date: .placeholder),
    Birth(text: "-", place: "", date: .none),
    Birth(text: "", place: "", date: .none),
  ])
  func `parts a place from the date behind it`(_ birth: Birth) throws {
    let bytes = birth.text.bytes
    let both = DateReader(asOf: try #require(Self.night)).readPlaceAndDate(bytes.span)
    #expect(String(decoding: bytes[both.place], as: UTF8.self) == birth.place)
    #expect(both.date == birth.date)
  }

  @Test func `reads any bytes without stopping`() throws {
    var random = Seeded(5)
    let reader = DateReader(asOf: try #require(Self.night))
    let telling = "0123456789/-. ,:TZJjuliMesn'".bytes + [0xC2, 0xA0]
    for turn in 0..<20_000 {
      let count = Int.random(in: 0...30, using: &random)
      let bytes = turn.isMultiple(of: 2) ? random.bytes(count) : random.bytes(count, from: telling)
      if case .date(let date) = reader.read(bytes.span) { #expect((1850...9999).contains(date.year)) }
      let both = reader.readPlaceAndDate(bytes.span)
      #expect(both.place.lowerBound == 0 && both.place.upperBound <= count)
    }
  }
}
