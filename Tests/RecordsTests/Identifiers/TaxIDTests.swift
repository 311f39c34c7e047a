import Records
import Testing

@Suite struct TaxIDTests {
  /// Nine digits of which the last is the Luhn check over the eight before it.
  ///
  /// > ISO/IEC 7812-1, annex B.
  private static func taxpayer(_ eight: [Int]) -> [Int] {
    var sum = 0
    for (place, digit) in eight.reversed().enumerated() {
      let weighted = place.isMultiple(of: 2) ? digit * 2 : digit
      sum += weighted / 10 + weighted % 10
    }
    return eight + [(10 - sum % 10) % 10]
  }

  private static func text(_ digits: [Int]) -> String { digits.map(String.init).joined() }

  @Test func `every valid number passes, every other ninth digit fails`() throws {
    var random = Seeded(15)
    for _ in 0..<500 {
      let eight = (0..<8).map { _ in Int.random(in: 0...9, using: &random) }
      let right = Self.taxpayer(eight)
      for last in 0...9 {
        let number = try TaxID(parsing: (Self.text(eight + [last]) + "921001").bytes.span)
        #expect(number.isChecked == (last == right[8]), "\(eight) \(last)")
        #expect(number.taxpayer == UInt64(Self.text(eight + [last])))
      }
    }
  }

  @Test(arguments: [
    "01.417.093.0-922.000", "014170930922000", "01.417.093.0.922.000", "01 417 093 0 922 000", "'014170930922000",
    "0014170930922000", "14170930922000", "=\"014170930922000\"", "01.417.093.0-922-000", "014170930922000.0",
  ])
  func `fifteen digits, sixteen with a zero and fourteen without one are the same number`(_ text: String) throws {
    let number = try TaxID(parsing: text.bytes.span)
    #expect(number.value == 14_170_930_922_000)
    #expect(number.formatted == "01.417.093.0-922.000")
    #expect(number.taxpayer == 14_170_930)
    #expect(number.nationalID == nil)
    #expect(number.isChecked)
    #expect(number.joinKey == 14_170_930)
  }

  struct Unusable: CustomTestStringConvertible {
    let text: String
    let fault: TaxID.Fault
    var testDescription: String { text }
  }

  @Test(arguments: [
    Unusable(text: "", fault: .notDigits),
    Unusable(text: "-", fault: .notDigits),
    Unusable(text: "01.417.O93.0-922.000", fault: .notDigits),
    Unusable(text: "1,41709E+13", fault: .scientific),
    Unusable(text: "00.000.000.0-000.000", fault: .placeholder),
    Unusable(text: "0000000000000000", fault: .placeholder),
    Unusable(text: "999999999999999", fault: .placeholder),
    Unusable(text: "1417093092200", fault: .wrongLength(13)),
    Unusable(text: "01417093092200012", fault: .wrongLength(17)),
    Unusable(text: "0014170930922000000000", fault: .wrongLength(22)),
    Unusable(text: "5371010203800000", fault: .zeroTail),
  ])
  func `tells why a text is no usable NPWP`(_ unusable: Unusable) {
    #expect(throws: unusable.fault) { try TaxID(parsing: unusable.text.bytes.span) }
  }

  @Test func `a company's sixteen digits may end in zeros`() throws {
    #expect(try TaxID(parsing: "0014170930920000".bytes.span).taxpayer == 14_170_930)
  }

  @Test func `sixteen digits without a leading zero are a NIK`() throws {
    let number = try TaxID(parsing: "5371010203800001".bytes.span)
    #expect(number.nationalID?.value == 5_371_010_203_800_001)
    #expect(number.taxpayer == nil)
    #expect(number.isChecked)
    #expect(number.isPersonal)
    #expect(number.formatted == "5371010203800001")
    #expect(number.joinKey == 1_005_371_010_203_800_001)
  }

  @Test func `offices and branches of one taxpayer share a key; a mistyped number joins only its own copies`() throws {
    let head = try TaxID(parsing: "014170930922000".bytes.span)
    let branch = try TaxID(parsing: "014170930921001".bytes.span)
    let wrong = try TaxID(parsing: "014170931922000".bytes.span)
    let wrongBranch = try TaxID(parsing: "014170931921001".bytes.span)
    #expect(head.joinKey == branch.joinKey)
    #expect(!wrong.isChecked)
    #expect(wrong.joinKey != head.joinKey)
    #expect(wrong.joinKey != wrongBranch.joinKey)
    #expect(wrong.joinKey == (try TaxID(parsing: "0014170931922000".bytes.span)).joinKey)
  }

  @Test func `keys of checked, mistyped and personal numbers never meet`() throws {
    var random = Seeded(16)
    for _ in 0..<2_000 {
      let long = UInt64.random(in: 1_000_000_000_000_000...9_999_999_999_999_999, using: &random)
      let short = UInt64.random(in: 1...999_999_999_999_999, using: &random)
      let person = try #require(TaxID(value: long))
      let company = try #require(TaxID(value: short))
      #expect(person.joinKey > 1_000_000_000_000_000_000)
      #expect(company.joinKey < 1_000_000_000 || company.joinKey > 1_000_000_000_000_000_000)
      #expect(person.joinKey != company.joinKey)
    }
  }

  @Test(arguments: 0...9)
  func `type digits 4 to 9 mark a person`(_ type: Int) throws {
    let number = try TaxID(parsing: "0\(type)4170930922000".bytes.span)
    #expect(number.isPersonal == (type >= 4))
  }

  @Test func `zero is no number, order follows the value`() throws {
    #expect(TaxID(value: 0) == nil)
    #expect(try #require(TaxID(value: 1)) < (try #require(TaxID(value: 2))))
  }
}
