import Records
import Testing

@testable import Intake

/// Identifiers that too many rows share.
@Suite struct GenericsTests {
  private func staff(_ count: Int, nik: (Int) -> String, name: (Int) -> String = { "Pegawai \($0)" }) -> String {
    "nip;nama;nik;no_hp\n"
      + (0..<count).map { "\(198_001_012_005_011_001 + $0);\(name($0));\(nik($0));0812000\(10_000 + $0)\n" }.joined()
  }

  @Test func `a NIK on more than twenty rows under different names is nobody's`() throws {
    for count in [20, 21] {
      let text = staff(100, nik: { $0 < count ? "5371010101800001" : "" })
      let reading = try CSVHeaderTests.Reading.of(text)
      let left = reading.tables.officials.count { $0.nationalID != nil }
      #expect(left == (count > 20 ? 0 : count))
      let found = reading.warnings.sorted.filter { $0.message.code == "nik-generic" }
      #expect(found.map(\.count) == (count > 20 ? [21] : []))
      #expect(found.allSatisfy { $0.column == "nik" && $0.lines == Array(2...21) })
      #expect(found.allSatisfy { !"\($0.message)".contains("5371010101800001") })
    }
  }

  @Test func `in a long file it takes more than one row of a hundred`() throws {
    for (count, left) in [(40, 40), (41, 0)] {
      let text = staff(4_000, nik: { $0 % 97 == 3 && $0 / 97 < count ? "5371010101800001" : "" })
      let reading = try CSVHeaderTests.Reading.of(text)
      #expect(reading.tables.officials.count { $0.nationalID != nil } == left)
    }
  }

  @Test func `one person on many rows keeps the number`() throws {
    let text = staff(60, nik: { _ in "5371010101800001" }, name: { $0 % 2 == 0 ? "Ana Contoh" : "ANA CONTOH" })
    let reading = try CSVHeaderTests.Reading.of(text)
    #expect(reading.tables.officials.allSatisfy { $0.nationalID != nil })
    #expect(reading.warnings.sorted.isEmpty)
  }

  @Test func `a telephone number of an office is nobody's, and the rest of the row is kept`() throws {
    let rows = (0..<50).map { "V\($0);CV Contoh \($0);081234567890;Direktur;Orang \($0);537101010180\(1_001 + $0)\n" }
    let reading = try CSVHeaderTests.Reading.of(
      "kd_penyedia;nama_penyedia;no_hp;jabatan;nama_pengurus;nik\n" + rows.joined())
    #expect(reading.tables.vendorPeople.count == 50)
    #expect(reading.tables.vendorPeople.allSatisfy { $0.phone == nil && $0.nationalID != nil })
    #expect(reading.warnings.sorted.map(\.message.code) == ["phone-generic"])
  }

  @Test func `many different numbers are nobody's business`() throws {
    let text = staff(5_000, nik: { "537101010180\(1_001 + $0)" })
    let reading = try CSVHeaderTests.Reading.of(text)
    #expect(reading.tables.officials.allSatisfy { $0.nationalID != nil && $0.phone != nil })
  }

  @Test func `cells that say nothing are counted by field`() throws {
    let reading = try CSVHeaderTests.Reading.of(
      "nip;nama;nik;alamat\n198001012005011001;Ana;TIDAK ADA;-\n198001012005011002;Budi;N/A;Kupang\n")
    #expect(reading.placeholders == [.nationalID: 2, .address: 1])
    #expect(reading.warnings.sorted.isEmpty)
  }
}
