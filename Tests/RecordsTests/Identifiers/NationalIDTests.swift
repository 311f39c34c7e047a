import Records
import Testing

@Suite struct NationalIDTests {
  struct Written: CustomTestStringConvertible {
    let text: String
    var value: UInt64 = 5371_010203_800001
    var testDescription: String { text }
  }

  @Test(arguments: [
    Written(text: "5371010203800001"),
    Written(text: "537101 020380 0001"),
    Written(text: "53.71.01.020380.0001"),
    Written(text: "5371-0102-0380-0001"),
    Written(text: "'5371010203800001"),
    Written(text: "\u{2019}5371010203800001"),
    Written(text: "\u{2018}5371010203800001"),
    Written(text: "`5371010203800001"),
    Written(text: "=\"5371010203800001\""),
    Written(text: "5371010203800001\u{A0}"),
    Written(text: "\t5371010203800001"),
    Written(text: "5371010203800001.0"),
    Written(text: "5371010203800010", value: 5_371_010_203_800_010),
  ])
  func `reads a NIK however registers write it`(_ written: Written) throws {
    #expect(try NationalID(parsing: written.text.bytes.span).value == written.value)
  }

  struct Unusable: CustomTestStringConvertible {
    let text: String
    let fault: NationalID.Fault
    var testDescription: String { text }
  }

  @Test(arguments: [
    Unusable(text: "", fault: .notDigits),
    Unusable(text: " -. ", fault: .notDigits),
    Unusable(text: "tidak ada", fault: .notDigits),
    Unusable(text: "537101020380000l", fault: .notDigits),
    Unusable(text: "53710102038000O1", fault: .notDigits),
    Unusable(text: "5371010203800001;5371010203800002", fault: .notDigits),
    Unusable(text: "5,37E+15", fault: .scientific),
    Unusable(text: "5.37101E+15", fault: .scientific),
    Unusable(text: "5.37101e15", fault: .scientific),
    Unusable(text: "0000000000000000", fault: .placeholder),
    Unusable(text: "1111111111111111", fault: .placeholder),
    Unusable(text: "9", fault: .placeholder),
    Unusable(text: "537101020380001", fault: .wrongLength(15)),
    Unusable(text: "53710102038000011", fault: .wrongLength(17)),
    Unusable(text: "53710102038000015371010203800002", fault: .wrongLength(32)),
    Unusable(text: "5371010203800000", fault: .zeroSerial),
    Unusable(text: "5371010203800000.0", fault: .zeroSerial),
    Unusable(text: "5371010200000000", fault: .zeroSerial),
  ])
  func `tells why a text is no usable NIK`(_ unusable: Unusable) {
    #expect(throws: unusable.fault) { try NationalID(parsing: unusable.text.bytes.span) }
  }

  struct Born: CustomTestStringConvertible {
    let digits: UInt64
    let night: String
    let date: String?
    let sex: Sex
    var testDescription: String { "\(digits) on \(night)" }
  }

  @Test(arguments: [
    Born(digits: 5371_010203_800001, night: "2026-11-23", date: "1980-03-02", sex: .male),
    Born(digits: 5371_014203_800001, night: "2026-11-23", date: "1980-03-02", sex: .female),
    Born(digits: 5371_017112_250001, night: "2026-11-23", date: "2025-12-31", sex: .female),
    Born(digits: 5371_012311_260001, night: "2026-11-23", date: "2026-11-23", sex: .male),
    Born(digits: 5371_012411_260001, night: "2026-11-23", date: "2026-11-24", sex: .male),
    Born(digits: 5371_010101_270001, night: "2026-11-23", date: "1927-01-01", sex: .male),
    Born(digits: 5371_012902_000001, night: "2026-11-23", date: "2000-02-29", sex: .male),
    Born(digits: 5371_012902_280001, night: "2026-11-23", date: "1928-02-29", sex: .male),
    Born(digits: 5371_012902_810001, night: "2026-11-23", date: nil, sex: .male),
    Born(digits: 5371_013104_800001, night: "2026-11-23", date: nil, sex: .male),
    Born(digits: 5371_010013_800001, night: "2026-11-23", date: nil, sex: .male),
    Born(digits: 5371_010001_800001, night: "2026-11-23", date: nil, sex: .male),
    Born(digits: 5371_014001_800001, night: "2026-11-23", date: nil, sex: .male),
  ])
  func `states birth date and sex, the century by the night's year`(_ born: Born) throws {
    let number = try #require(NationalID(value: born.digits))
    let night = try #require(CalendarDate(iso: born.night))
    #expect(number.birthDate(asOf: night)?.description == born.date)
    #expect(number.sex == born.sex)
  }

  struct Form: CustomTestStringConvertible {
    let digits: UInt64
    let isWellFormed: Bool
    let why: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Form(digits: 5371_010203_800001, isWellFormed: true, why: "a man of Kupang"),
    Form(digits: 5371_014203_800001, isWellFormed: true, why: "a woman of Kupang"),
    Form(digits: 5401_010203_800001, isWellFormed: true, why: "the former East Timor"),
    Form(digits: 9901_010203_800001, isWellFormed: true, why: "a citizen abroad"),
    Form(digits: 9703_010203_800001, isWellFormed: true, why: "a new province of Papua"),
    Form(digits: 2071_010203_800001, isWellFormed: false, why: "no province 20"),
    Form(digits: 71_010203_800001, isWellFormed: false, why: "no province 00"),
    Form(digits: 5371_010013_800001, isWellFormed: false, why: "month 13"),
    Form(digits: 5371_010200_800001, isWellFormed: false, why: "month 0"),
    Form(digits: 5371_013203_800001, isWellFormed: false, why: "day 32"),
    Form(digits: 5371_017203_800001, isWellFormed: false, why: "a woman's day 32"),
    Form(digits: 5371_014003_800001, isWellFormed: false, why: "day 40 is nobody's"),
    Form(digits: 5371_013104_800001, isWellFormed: false, why: "31 April"),
    Form(digits: 5371_012902_000001, isWellFormed: true, why: "29 February of 2000"),
    Form(digits: 5371_012902_040001, isWellFormed: true, why: "29 February of a year 04"),
    Form(digits: 5371_013002_040001, isWellFormed: false, why: "30 February"),
  ])
  func `is well formed where province and day exist`(_ form: Form) throws {
    #expect(try #require(NationalID(value: form.digits)).isWellFormed == form.isWellFormed)
  }

  @Test func `29 February of a year that no century makes a leap year is not well formed`() throws {
    #expect(try #require(NationalID(value: 5371_012902_230001)).isWellFormed == false)
  }

  @Test func `agrees with a date whatever the century`() throws {
    let woman = try #require(NationalID(value: 5371_014203_050001))
    #expect(woman.states(try #require(CalendarDate(iso: "1905-03-02"))))
    #expect(woman.states(try #require(CalendarDate(iso: "2005-03-02"))))
    #expect(!woman.states(try #require(CalendarDate(iso: "2005-02-03"))))
    #expect(!woman.states(try #require(CalendarDate(iso: "2006-03-02"))))
  }

  @Test func `counts differing digits, also where lengths differ`() throws {
    let one = try #require(NationalID(value: 5371_010203_800001))
    #expect(one.digitsApart(from: one) == 0)
    #expect(one.digitsApart(from: try #require(NationalID(value: 5371_010203_800002))) == 1)
    #expect(one.digitsApart(from: try #require(NationalID(value: 6371_010203_800010))) == 3)
    #expect(one.digitsApart(from: try #require(NationalID(value: 1))) == 8)
  }

  @Test func `zero is no number, region and order follow the digits`() throws {
    #expect(NationalID(value: 0) == nil)
    let one = try #require(NationalID(value: 5371_010203_800001))
    #expect(one.region == 537101)
    #expect(one < (try #require(NationalID(value: 5371_010203_800002))))
  }
}
