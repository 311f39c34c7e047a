import Records
import Testing

@Suite struct DigitScanTests {
  struct Scan: CustomTestStringConvertible {
    let text: String
    let value: UInt64
    let count: Int
    var isDigitsOnly = true
    var looksLikeFloat = false
    var testDescription: String { text }
  }

  @Test(arguments: [
    Scan(text: "", value: 0, count: 0),
    Scan(text: "007", value: 7, count: 3),
    Scan(text: "1 2.3-4'5\t6\"7=8`9/0", value: 1_234_567_890, count: 10),
    Scan(text: "12345.0", value: 12345, count: 5),
    Scan(text: "123450.0", value: 123_450, count: 6),
    Scan(text: "1.0", value: 10, count: 2),
    Scan(text: "12345.00", value: 12345, count: 5),
    Scan(text: "12345,0", value: 12345, count: 5),
    Scan(text: "12345.000", value: 12_345_000, count: 8),
    Scan(text: "\u{200B}12\u{2011}34\u{FEFF}5\u{202F}6", value: 123_456, count: 6),
    Scan(text: "1.2345.0", value: 123_450, count: 6),
    Scan(text: "5,37E+15", value: 53715, count: 5, isDigitsOnly: false, looksLikeFloat: true),
    Scan(text: "E15", value: 15, count: 2, isDigitsOnly: false),
    Scan(text: "12e", value: 12, count: 2, isDigitsOnly: false),
    Scan(text: "12e-3", value: 123, count: 3, isDigitsOnly: false),
    Scan(text: "12\u{201C}", value: 12, count: 2, isDigitsOnly: false),
    Scan(text: "9999999999999999999", value: 9_999_999_999_999_999_999, count: 19),
    Scan(text: "99999999999999999990", value: 9_999_999_999_999_999_999, count: 20),
  ])
  func `finds digits and what else stands there`(_ expected: Scan) {
    let scan = DigitScan(expected.text.bytes.span)
    #expect(scan.value == expected.value)
    #expect(scan.count == expected.count)
    #expect(scan.isDigitsOnly == expected.isDigitsOnly)
    #expect(scan.looksLikeFloat == expected.looksLikeFloat)
  }

  @Test func `reads any bytes, and all identifiers with it`() {
    var random = Seeded(1)
    let telling = Array("0123456789EeNn.,-+='\"; /".utf8) + [0xC2, 0xA0, 0xE2, 0x80, 0x98, 0x99, 0x00, 0xFF]
    for turn in 0..<20_000 {
      let count = Int.random(in: 0...48, using: &random)
      let bytes = turn.isMultiple(of: 2) ? random.bytes(count) : random.bytes(count, from: telling)
      let scan = DigitScan(bytes.span)
      #expect(scan.count <= count)
      if scan.count <= 19, !bytes.span.isEmpty, scan.count == bytes.count {
        #expect(String(paddedDigits: scan.value, count: scan.count).bytes == bytes)
      }
      let nik = try? NationalID(parsing: bytes.span)
      let nip = try? CivilServantID(parsing: bytes.span)
      let npwp = try? TaxID(parsing: bytes.span)
      let nib = try? BusinessID(parsing: bytes.span)
      if let nik { #expect(nik.value < 10_000_000_000_000_000) }
      if let nip { #expect(nip.digits.count == 18) }
      if let npwp { #expect(npwp.value < 10_000_000_000_000_000) }
      if let nib { #expect(nib.digits.count == 13) }
    }
  }

  @Test func `takes eight digits at a time as it takes them one by one`() {
    var random = Seeded(7)
    let digits = Array("0123456789".utf8)
    for turn in 0..<20_000 {
      let count = Int.random(in: 8...18, using: &random)
      var bytes =
        turn % 5 == 0 ? Array(repeating: digits[turn / 5 % 10], count: count) : random.bytes(count, from: digits)
      if turn.isMultiple(of: 3) { bytes[Int.random(in: 0..<count, using: &random)] = random.bytes(1)[0] }
      // A blank in front says nothing, and sends the text the other way.
      let (whole, single) = (DigitScan(bytes.span), DigitScan(([0x20] + bytes).span))
      #expect(whole.value == single.value)
      #expect(whole.count == single.count)
      #expect(whole.isDigitsOnly == single.isDigitsOnly)
      #expect(whole.looksLikeFloat == single.looksLikeFloat)
      #expect(whole.isOneDigitRepeated == single.isOneDigitRepeated)
    }
  }
}
