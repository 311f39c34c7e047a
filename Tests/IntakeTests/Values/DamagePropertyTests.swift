import Records
import Testing

@testable import Intake

/// What damage may do to a value: it is read as the truth, or not at all, never as another value.
@Suite struct DamagePropertyTests {
  private static let night = CalendarDate(year: 2026, month: 11, day: 23)

  /// Forms that keep every digit, and how each wraps them.
  private static let wrappings: [@Sendable (String) -> String] = [
    { $0 }, { "'\($0)" }, { "\u{2019}\($0)" }, { "=\"\($0)\"" }, { "\u{A0}\($0) " }, { "\u{200B}\($0)" },
    { "\($0)\u{FEFF}" }, { "\($0).0" }, { "\($0).00" }, { "\($0),00" },
    { $0.split(every: 4).joined(separator: " ") }, { $0.split(every: 4).joined(separator: ".") },
    { $0.split(every: 6).joined(separator: "-") }, { $0.split(every: 4).joined(separator: "\u{202F}") },
  ]

  /// Forms that lost digits.
  private static let losses: [@Sendable (String) -> String] = [
    { scientific($0, ",") }, { scientific($0, ".") }, { scientific($0, ".", digits: 6) },
    { "\($0.first ?? "0").\($0.dropFirst())E+\($0.count - 1)" }, { String($0.dropLast()) }, { String($0.dropFirst()) },
    { $0.prefix(12) + String(repeating: "0", count: $0.count - 12) }, { String($0.prefix(4)) }, { "\($0)\($0)" },
    { _ in "0" }, { _ in "-" }, { _ in "TIDAK ADA" }, { _ in "NIHIL" }, { "\($0)x" },
    { String(repeating: "0", count: $0.count) },
  ]

  private static func scientific(_ digits: String, _ mark: String, digits count: Int = 3) -> String {
    let shown = digits.prefix(count)
    return "\(shown.prefix(1))\(mark)\(shown.dropFirst())E+\(digits.count - 1)"
  }

  private func trimmed(_ text: String) -> [UInt8] {
    let bytes = text.bytes
    return Array(bytes[FieldText.trimmed(0..<bytes.count, in: bytes.span)])
  }

  @Test func `a NIK keeps its value through every wrapping and is lost with its digits`() throws {
    var random = Seeded(51)
    for _ in 0..<2_000 {
      let day = Int.random(in: 1...28, using: &random) + (Bool.random(using: &random) ? 40 : 0)
      let serial = Int.random(in: 1...9_999, using: &random)
      let number =
        5_371_010_000_000_000 + UInt64(day) * 100_000_000 + UInt64(Int.random(in: 1...12, using: &random)) * 1_000_000
        + UInt64(Int.random(in: 0...99, using: &random)) * 10_000 + UInt64(serial)
      let truth = try #require(NationalID(value: number))
      for wrap in Self.wrappings {
        let text = trimmed(wrap(String(number)))
        let read = try? NationalID(parsing: text.span)
        #expect(read == truth, "\(wrap(String(number)))")
      }
      for lose in Self.losses {
        let text = trimmed(lose(String(number)))
        #expect((try? NationalID(parsing: text.span)) == nil, "\(lose(String(number)))")
      }
    }
  }

  @Test func `a NIP keeps its value through every wrapping and is lost with its digits`() throws {
    var random = Seeded(52)
    for _ in 0..<2_000 {
      let number =
        198_001_010_000_000_000 + UInt64(Int.random(in: 0...27, using: &random)) * 10_000_000_000
        + 2_005_011_000 + UInt64(Int.random(in: 1...999, using: &random))
      for wrap in Self.wrappings {
        let text = trimmed(wrap(String(number)))
        #expect((try? CivilServantID(parsing: text.span))?.value == number, "\(wrap(String(number)))")
      }
      for lose in Self.losses {
        let text = trimmed(lose(String(number)))
        #expect((try? CivilServantID(parsing: text.span)) == nil, "\(lose(String(number)))")
      }
    }
  }

  @Test func `a company's NPWP is the same in its old and new length, dotted, and without its leading zero`() throws {
    var random = Seeded(53)
    for _ in 0..<2_000 {
      let number = UInt64.random(in: 10_000_000_000_000...39_999_999_999_999, using: &random)
      let digits = String(paddedDigits: number, count: 15)
      let truth = try #require(TaxID(value: number))
      let forms = ["0\(digits)", digits, String(number), truth.formatted]
      for form in forms + [digits, String(number)].flatMap({ digits in Self.wrappings.map { $0(digits) } }) {
        let text = trimmed(form)
        #expect((try? TaxID(parsing: text.span)) == truth, "\(form)")
      }
      for lost in [Self.scientific(digits, ","), String(digits.prefix(12)), "000000000000000", "\(digits)\(digits)"] {
        #expect((try? TaxID(parsing: lost.bytes.span)) == nil, "\(lost)")
      }
    }
  }

  @Test func `a date is read as itself in every damaged form, or not at all`() throws {
    var random = Seeded(54)
    let reader = DateReader(asOf: try #require(Self.night))
    let months = ["Jan", "Peb", "Mrt", "Apr", "May", "Juni", "Jul", "Agt", "Sept", "Okt", "Nop", "Dec"]
    let epoch = try #require(CalendarDate(iso: "1899-12-30")).ordinal
    for _ in 0..<5_000 {
      let truth = try #require(
        CalendarDate(
          year: Int.random(in: 1930...2025, using: &random), month: Int.random(in: 1...12, using: &random),
          day: Int.random(in: 1...28, using: &random)))
      if truth.description == "1970-01-01" { continue }
      let (year, month, day) = (truth.year, truth.month, truth.day)
      let short = year % 100 < 10 ? "0\(year % 100)" : "\(year % 100)"
      let read = [
        "\(day)-\(month)-\(year)", "\(day)/\(month)/\(short)", "\(day)-\(months[month - 1])-\(short)",
        "\(day) \(months[month - 1]) \(year)", "\(truth)T00:00:00Z", "\(day)/\(month)/\(year) 08:15", "'\(truth)",
        "\(day)\u{A0}\(months[month - 1])\u{A0}\(year)", "\u{200B}\(truth)", String(truth.ordinal - epoch),
      ]
      for form in read {
        // Two digits of a year before the night's own century and day may be those of a later one.
        if year < 1927, form.contains(short), !form.contains("\(year)") { continue }
        #expect(reader.read(trimmed(form).span) == .date(truth), "\(form)")
      }
      let lost = [
        "\(year)", "\(months[month - 1]) \(year)", "\(month)/\(year)", "\(day) \(months[month - 1])", "00/00/\(year)",
        "\(year)-00-00", "\(year)-\(month)-00", "\(year)-13-\(day)", "32/\(month)/\(year)", "1900-01-00",
        "0/1/1900", "\(truth.ordinal - epoch).6667",
      ]
      for form in lost {
        if case .date(let found) = reader.read(trimmed(form).span) { #expect(found == truth, "\(form)") }
      }
      let both = "Kupang, \(day) \(months[month - 1]) \(year)".bytes
      #expect(reader.readPlaceAndDate(both.span).date == .date(truth))
    }
  }

  @Test func `an amount is read as itself in every notation, or not at all`() throws {
    var random = Seeded(55)
    for _ in 0..<5_000 {
      let rupiah = Int64.random(in: 1_000...9_999_999_999, using: &random)
      let truth = MoneyReader.Reading.amount(Money(sen: rupiah * 100))
      let (dots, commas) = (String(rupiah).grouped("."), String(rupiah).grouped(","))
      let read = [
        "\(rupiah)", "Rp \(dots),00", "Rp. \(dots)", "Rp\(dots),-", "\(commas).00", "IDR \(commas)", "\(rupiah).00",
        "Rp\u{A0}\(dots)", "\(rupiah).0",
      ]
      for form in read { #expect(MoneyReader.read(trimmed(form).span) == truth, "\(form)") }
      let negative = MoneyReader.Reading.amount(Money(sen: -rupiah * 100))
      for form in ["(\(dots))", "-\(dots)", "Rp (\(dots))"] {
        #expect(MoneyReader.read(trimmed(form).span) == negative, "\(form)")
      }
      for form in ["\(dots)?", "#####", "\(dots) orang", "\(dots)..\(commas),", "NIHIL", "TIDAK ADA", "-"] {
        if case .amount(let found) = MoneyReader.read(trimmed(form).span) { Issue.record("\(form) is not \(found)") }
      }
    }
  }
}

extension String {
  /// Parts of so many letters from the front.
  fileprivate func split(every count: Int) -> [String] {
    var (parts, rest) = ([String](), self[...])
    while !rest.isEmpty {
      parts.append(String(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return parts
  }

  /// Digits in threes from the back.
  fileprivate func grouped(_ mark: String) -> String {
    let parts = String(reversed()).split(every: 3).map { String($0.reversed()) }
    return parts.reversed().joined(separator: mark)
  }
}
