import Records
import Testing

@Suite struct CivilServantIDTests {
  @Test(arguments: [
    "197804122003122001", "19780412 200312 2 001", "19780412.200312.2.001", "'197804122003122001",
    "=\"197804122003122001\"", "197804122003122001.0", "\u{A0}197804122003122001",
  ])
  func `reads a NIP however registries write it`(_ text: String) throws {
    #expect(try CivilServantID(parsing: text.bytes.span).digits == "197804122003122001")
  }

  struct Unusable: CustomTestStringConvertible {
    let text: String
    let fault: CivilServantID.Fault
    var testDescription: String { text }
  }

  @Test(arguments: [
    Unusable(text: "", fault: .notDigits),
    Unusable(text: "-", fault: .notDigits),
    Unusable(text: "19780412200312200A", fault: .notDigits),
    Unusable(text: "197804122003122001;198001012005011001", fault: .notDigits),
    Unusable(text: "1,97804E+17", fault: .scientific),
    Unusable(text: "1.97804E+17", fault: .scientific),
    Unusable(text: "1978-04-12", fault: .wrongLength(8)),
    Unusable(text: "620012345", fault: .wrongLength(9)),
    Unusable(text: "19780412200312200", fault: .wrongLength(17)),
    Unusable(text: "1978041220031220011", fault: .wrongLength(19)),
    Unusable(text: "197804122003122001 198001012005011001", fault: .wrongLength(36)),
    Unusable(text: "197804122003122000", fault: .zeroSerial),
    Unusable(text: "197804122003120000", fault: .zeroSerial),
  ])
  func `tells why a text is no usable NIP`(_ unusable: Unusable) {
    #expect(throws: unusable.fault) { try CivilServantID(parsing: unusable.text.bytes.span) }
  }

  struct Form: CustomTestStringConvertible {
    let digits: UInt64
    let isWellFormed: Bool
    let why: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Form(digits: 19780412_200312_2_001, isWellFormed: true, why: "a woman appointed in December 2003"),
    Form(digits: 19780412_200312_1_001, isWellFormed: true, why: "a man"),
    Form(digits: 19900101_202321_1_001, isWellFormed: true, why: "contract staff, code 21"),
    Form(digits: 19900101_202329_1_001, isWellFormed: true, why: "contract staff, code 29"),
    Form(digits: 19900101_202330_1_001, isWellFormed: false, why: "code 30"),
    Form(digits: 19900101_202320_1_001, isWellFormed: false, why: "code 20"),
    Form(digits: 19780412_200313_2_001, isWellFormed: false, why: "month 13"),
    Form(digits: 19780412_200300_2_001, isWellFormed: false, why: "month 0"),
    Form(digits: 19780412_200312_3_001, isWellFormed: false, why: "sex 3"),
    Form(digits: 19780412_200312_0_001, isWellFormed: false, why: "sex 0"),
    Form(digits: 19780231_200312_2_001, isWellFormed: false, why: "31 February"),
    Form(digits: 19780412_199212_2_001, isWellFormed: false, why: "appointed at fourteen"),
    Form(digits: 19780412_197712_2_001, isWellFormed: false, why: "appointed before birth"),
  ])
  func `is well formed where its parts are possible`(_ form: Form) throws {
    #expect(try #require(CivilServantID(value: form.digits)).isWellFormed == form.isWellFormed)
  }

  @Test func `states birth date and sex`() throws {
    let nip = try #require(CivilServantID(value: 19_780_412_200_312_2_001))
    #expect(nip.birthDate?.description == "1978-04-12")
    #expect(nip.sex == .female)
    #expect(try #require(CivilServantID(value: 19_780_412_200_312_1_001)).sex == .male)
    #expect(try #require(CivilServantID(value: 19_780_412_200_312_5_001)).sex == nil)
    #expect(try #require(CivilServantID(value: 19_781_312_200_312_1_001)).birthDate == nil)
  }

  @Test func `zero is no number, leading zeros are kept, order follows the digits`() throws {
    #expect(CivilServantID(value: 0) == nil)
    let small = try #require(CivilServantID(value: 42))
    #expect(small.digits == "000000000000000042")
    #expect(small < (try #require(CivilServantID(value: 43))))
    #expect(String(paddedDigits: 12345, count: 3) == "12345")
  }
}
