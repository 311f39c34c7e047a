import Records
import Testing

@testable import Screening

@Suite struct RoleTableTests {
  struct Role: CustomTestStringConvertible, Sendable {
    let written: String
    let name: String
    let tier: Finding.Power
    var testDescription: String { written }
  }

  @Test(arguments: [
    Role(written: "PPK", name: "PPK", tier: .decides),
    Role(written: "Pejabat Pembuat Komitmen", name: "PPK", tier: .decides),
    Role(written: "PPK-SKPD", name: "PPK-SKPD", tier: .assists),
    Role(written: "PPK SKPD", name: "PPK-SKPD", tier: .assists),
    Role(written: "Pejabat Penatausahaan Keuangan (PPK)", name: "PPK-SKPD", tier: .assists),
    Role(written: "Pokja Pemilihan", name: "Pokja Pemilihan", tier: .decides),
    Role(written: "Anggota Pokja 12", name: "Pokja Pemilihan", tier: .decides),
    Role(written: "Ketua Kelompok Kerja Pemilihan", name: "Pokja Pemilihan", tier: .decides),
    Role(written: "Panitia Pengadaan", name: "Pokja Pemilihan", tier: .decides),
    Role(written: "Pokja ULP", name: "Pokja Pemilihan", tier: .decides),
    Role(written: "Pejabat Pengadaan", name: "Pejabat Pengadaan", tier: .decides),
    Role(written: "PP", name: "Pejabat Pengadaan", tier: .decides),
    Role(written: "Agen Pengadaan", name: "Agen Pengadaan", tier: .decides),
    Role(written: "KPA selaku PPK", name: "PPK", tier: .decides),
    Role(written: "Kepala UKPBJ", name: "Kepala UKPBJ", tier: .distant),
    Role(written: "Sekretaris Daerah", name: "Sekretaris Daerah", tier: .distant),
    Role(written: "KPA", name: "KPA", tier: .assists),
    Role(written: "Kuasa Pengguna Anggaran", name: "KPA", tier: .assists),
    Role(written: "PA/KPA", name: "KPA", tier: .assists),
    Role(written: "Pengguna Anggaran", name: "PA", tier: .assists),
    Role(written: "PPTK", name: "PPTK", tier: .assists),
    Role(written: "Pejabat Pelaksana Teknis Kegiatan", name: "PPTK", tier: .assists),
    Role(written: "Tim Teknis PPK", name: "Tim Teknis", tier: .assists),
    Role(written: "PjPHP", name: "PjPHP", tier: .assists),
    Role(written: "Panitia Penerima Hasil Pekerjaan", name: "PjPHP", tier: .assists),
    Role(written: "Bendahara Pengeluaran", name: "Bendahara", tier: .assists),
    Role(written: "PPSPM", name: "PPSPM", tier: .assists),
  ])
  func `knows what a role may do with a package`(_ role: Role) throws {
    let entry = try #require(RoleTable().entry(for: role.written))
    #expect(entry.name == role.name)
    #expect(entry.power(over: Self.package(year: 2021)) == role.tier)
  }

  private static func package(
    year: Int, rupiah: Int64 = 1_000_000_000, isConsultancy: Bool = false
  ) -> PackageDirectory.Package {
    var package = PackageDirectory.Package(code: "1")
    package.year = year
    package.ceiling = Money(sen: rupiah * 100)
    package.isConsultancy = isConsultancy
    return package
  }

  /// Perpres 16/2018 article 9(1)n and 13(1)c: up to the limit the Pokja sets the winner, above it the PA.
  @Test(arguments: [
    (100_000_000_000, false, Finding.Power.assists), (100_000_000_001, false, .decides),
    (10_000_000_000, true, .assists), (10_000_000_001, true, .decides),
  ])
  func `a budget owner decides above the limit only`(_ rupiah: Int64, _ isConsultancy: Bool, _ power: Finding.Power) {
    let package = Self.package(year: 2025, rupiah: rupiah, isConsultancy: isConsultancy)
    #expect(RoleTable().entry(for: "Pengguna Anggaran")?.power(over: package) == power)
    #expect(RoleTable().entry(for: "Pokja Pemilihan")?.power(over: package) == .decides)
  }

  @Test func `who checked deliveries had a hand in packages until 2021`() {
    let entry = RoleTable().entry(for: "PjPHP")
    #expect(entry?.power(over: Self.package(year: 2021)) == .assists)
    #expect(entry?.power(over: Self.package(year: 2022)) == .distant)
  }

  @Test(arguments: ["", "Pengemudi", "Papan", "Ppkm", "Tamu undangan"])
  func `says nothing of a role that it does not know`(_ written: String) {
    #expect(RoleTable().entry(for: written) == nil)
  }
}
