import Testing

@testable import Screening

@Suite struct RoleTableTests {
  struct Role: CustomTestStringConvertible, Sendable {
    let written: String
    let name: String
    let tier: SeverityTable.RoleTier
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
    #expect(entry.tier == role.tier)
  }

  @Test(arguments: ["", "Pengemudi", "Papan", "Ppkm", "Tamu undangan"])
  func `says nothing of a role that it does not know`(_ written: String) {
    #expect(RoleTable().entry(for: written) == nil)
  }
}
