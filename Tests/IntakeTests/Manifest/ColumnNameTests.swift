import Testing

@testable import Intake

@Suite struct ColumnNameTests {
  @Test(arguments: [
    ("Nama Penyedia", "namapenyedia"), ("nama_penyedia", "namapenyedia"), ("No. KTP", "noktp"), ("NIP/NRP", "nipnrp"),
    ("Saham (%)", "saham"), ("npwp_16", "npwp16"), ("  ", ""), ("\u{FEFF}nip", "nip"),
    ("Jumlah\nLembar", "jumlahlembar"),
    ("k/l/pd", "klpd"),
  ])
  func `keeps letters and digits only`(_ written: String, _ form: String) {
    #expect(ColumnName.normalForm(written) == form)
  }

  @Test func `a slash parts an element from its column only in XML`() {
    let column = ColumnName("penyedia/nama", isNested: true)
    #expect(column.forms == ["namapenyedia", "penyedianama", "nama"])
    #expect(column.element == "penyedia")
    #expect(ColumnName("Nama Istri/Suami").forms == ["namaistrisuami"])
    #expect(ColumnName("k/l/pd").forms == ["klpd"])
    #expect(ColumnName("").forms.isEmpty)
    #expect(ColumnName("nip").element.isEmpty)
  }
}
