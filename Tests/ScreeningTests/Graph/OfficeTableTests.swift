import Testing

@testable import Screening

@Suite struct OfficeTableTests {
  struct Office: CustomTestStringConvertible, Sendable {
    let written: String
    let kind: OfficeTable.Kind
    var testDescription: String { written }
  }

  @Test(arguments: [
    Office(written: "Direktur", kind: .director),
    Office(written: "DIREKTUR UTAMA", kind: .director),
    Office(written: "Direktris", kind: .director),
    Office(written: "Wakil Direktur", kind: .director),
    Office(written: "Penanggung Jawab", kind: .director),
    Office(written: "Ketua Pengurus", kind: .director),
    Office(written: "Komisaris Utama", kind: .commissioner),
    Office(written: "Badan Pengawas", kind: .commissioner),
    Office(written: "Pemilik", kind: .owner),
    Office(written: "Pemegang Saham", kind: .owner),
    Office(written: "Pesero Komanditer", kind: .owner),
    Office(written: "Sekutu Pasif", kind: .owner),
    Office(written: "Pendiri", kind: .owner),
    Office(written: "Wakil Sah Penyedia", kind: .signatory),
    Office(written: "Penerima Kuasa", kind: .signatory),
    Office(written: "Tenaga Ahli", kind: .staff),
    Office(written: "Staf Administrasi", kind: .staff),
    Office(written: "Karyawan", kind: .staff),
    Office(written: "Penasihat", kind: .unknown),
    Office(written: "", kind: .unknown),
  ])
  func `tells owning, running, watching, signing and working apart`(_ office: Office) {
    #expect(OfficeTable().kind(of: office.written) == office.kind)
  }
}
