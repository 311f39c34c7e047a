import Records
import Testing

@testable import Casework

@Suite struct IdentifierScanTests {
  struct Line: CustomTestStringConvertible {
    let text: String
    let masked: String
    var testDescription: String { text }

    init(_ text: String, _ masked: String) {
      self.text = text
      self.masked = masked
    }
  }

  private let masking = Masking(.masked, asOf: Invented.asOf)

  @Test(arguments: [
    Line("NIK 5371014504800001 a.n. Maria", "NIK 53************01 a.n. Maria"),
    Line("5371014504800001.0", "53*************1.0"),
    Line("5371 0145 0480 0001", "53** **** **** **01"),
    Line("53.71.01.450480.0001", "53.**.**.******.**01"),
    Line("NIP.197804122003121001", "NIP.19**************01"),
    Line("19780412 200312 1 001", "19****** ****** * *01"),
    Line("19780412.200312.1.001", "19******.******.*.*01"),
    // One digit lost: what is left still says who it is.
    Line("19780412200312100", "19*************00"),
    Line("537101450480001", "53***********01"),
    Line("hp 081234567890", "hp 08********90"),
    Line("0812-3456-7890/0813 2222 333", "08**-****-**90/08** **** *33"),
    Line("+62 812 3456 7890", "+62 *** **** **90"),
    Line("(0812) 3456 7890", "(08**) **** **90"),
    Line("6281234567890", "62*********90"),
    Line("NPWP 49.234.567.3-922.000", "NPWP 49.***.***.*-***.*00"),
    Line("492345673922000", "49***********00"),
    Line("2026-11-23 5371014504800001", "2026-11-23 53************01"),
    Line("RT 01 RW 02 0812 3456 7890", "RT 01 RW 02 08** **** **90"),
    Line("5371014504800001;197804122003121001", "53************01;19**************01"),
  ])
  func `masks what has the shape of a person's number`(_ line: Line) {
    #expect(masking.text(line.text) == line.masked)
  }

  @Test(arguments: [
    "kode paket 10024512000", "10089652", "kd_satker 1.02.0.00.0.00.01.0000", "NIB 8120003812345",
    "NIB 1212210001234", "Rp 1.250.000.000.000", "Rp 1.399.818.654,61", "1399818654.61", "62812345678",
    "NPWP 01.234.567.4-922.000", "012345674922000", "0012345674922000", "2026-11-23 08:30:00", "23-11-2026",
    "08-11-2026", "rekap-08-11-2026-001.csv", "SK 0812/2024", "Jl. Kelapa 3 RT 001/002", "5.1.02.01.01.0024",
    "1.02.02.2.02.0001", "3.621.313.700.000.000", "12345", "", "0812 345",
  ])
  func `leaves packages, businesses, money and dates alone`(_ text: String) {
    #expect(masking.text(text) == text)
  }

  @Test func `a known NIB that looks like a telephone number stays`() {
    let nib: UInt64 = 812_230_001_234
    #expect(masking.text("0812230001234") == "08*********34")
    let knowing = Masking(.masked, asOf: Invented.asOf, businessIDs: [nib])
    #expect(knowing.text("0812230001234") == "0812230001234")
  }

  @Test func `a path keeps what looks like a telephone number`() {
    #expect(masking.path("data/0812345678.csv") == "data/0812345678.csv")
    #expect(masking.path("data/5371014504800001.csv") == "data/53************01.csv")
  }

  @Test func `what is masked is not found again`() {
    let bytes = Array(masking.text("5371014504800001 197804122003121001 081234567890").utf8)
    #expect(IdentifierScan(bytes).found().isEmpty)
  }
}
