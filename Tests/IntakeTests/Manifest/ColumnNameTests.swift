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

  @Test func `a name with one slash may be one name or an element's column`() {
    let column = ColumnName("penyedia/nama")
    #expect(column.forms == ["namapenyedia", "penyedianama", "nama"])
    #expect(column.element == "penyedia")
    #expect(ColumnName("k/l/pd").forms == ["klpd"])
    #expect(ColumnName("").forms.isEmpty)
    #expect(ColumnName("nip").element.isEmpty)
  }
}
