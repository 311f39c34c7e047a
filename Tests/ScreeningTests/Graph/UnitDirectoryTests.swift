import Records
import Testing

@testable import Screening

@Suite struct UnitDirectoryTests {
  private static let table = """
    kd_satker;nama_satker;singkatan;pemda
    1.02.0.00;Dinas Kesehatan;Dinkes;Provinsi Nusa Tenggara Timur
    4.01.0.00;Bagian Umum Setda Kota Kupang;Bagian Umum;Kota Kupang
    """

  private func directory() throws -> UnitDirectory {
    UnitDirectory(try InventedTables(["satker.csv": Self.table]).registry())
  }

  @Test(arguments: [
    "Dinas Kesehatan", "DINAS KESEHATAN", "dinas  kesehatan", "Dinkes", "1.02.0.00",
    "Dinas Kesehatan Provinsi Nusa Tenggara Timur", "DINAS KESEHATAN PROV. NTT",
  ])
  func `knows a unit by name, short name and code`(_ name: String) throws {
    let units = try directory()
    #expect(units.key(name) == "DINAS KESEHATAN")
    #expect(units.government(units.key(name)) == "NUSA TENGGARA TIMUR")
  }

  @Test func `says nothing of a government that nobody states`() throws {
    let units = try directory()
    #expect(units.key("Dinas Sosial") == "DINAS SOSIAL")
    #expect(units.government("DINAS SOSIAL") == nil)
    #expect(units.key("") == "")
    #expect(units.key("Kantor Dinas Kesehatan") != units.key("Dinas Kesehatan"))
  }
}
