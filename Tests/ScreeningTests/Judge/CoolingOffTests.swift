import Records
import Testing

@testable import Screening

/// Ties that ended shortly before a package, which count only where somebody decided so.
@Suite struct CoolingOffTests {
  /// The husband of a package's PPK directs its winner; announced on 10 March 2025.
  private func findings(
    owner: String = "2015-05-04;", role: String = ";", ownerMonths: Int = 0, officialMonths: Int = 0
  ) throws -> [Finding] {
    let registry = try InventedTables([
      "pegawai.csv": """
      nip;nama;nik
      198104122006042003;Yohana Fransiska Nenobahan;5371025204810002
      """,
      "keluarga.csv": """
      nip;hubungan;nama_keluarga;nik
      198104122006042003;Suami;Markus Oktovianus Taneo;5371021703790003
      """,
      "pengurus.csv": """
      npwp_penyedia;nama_penyedia;nama_pengurus;nik;jabatan;mulai;selesai
      03.412.778.7-922.000;CV Lontar Membangun;Markus Oktovianus Taneo;5371021703790003;Direktur;\(owner)
      """,
      "pengumuman.csv": """
      kd_tender;nama_paket;nama_satker;tgl_pengumuman_tender;tgl_penetapan_pemenang
      10085500000;Pengadaan Beras Cadangan;Dinas Sosial;2025-03-10;2025-04-18
      """,
      "peran.csv": """
      kd_tender;nip;peran;mulai;selesai
      10085500000;198104122006042003;PPK;\(role)
      """,
      "peserta.csv": """
      kd_tender;npwp_penyedia;nama_penyedia;nilai_penawaran;pemenang
      10085500000;03.412.778.7-922.000;CV Lontar Membangun;471300000;1
      """,
    ]).registry()
    var policy = ScreeningPolicy(night: RuleFixture.night)
    policy.ownerCoolingOffMonths = ownerMonths
    policy.officialCoolingOffMonths = officialMonths
    return Screener(policy).screen(registry).findings
  }

  @Test func `a tie of those days is at its own level, whatever the policy`() throws {
    for months in [0, 24] {
      let found = try findings(ownerMonths: months, officialMonths: months)
      #expect(found.map(\.level) == [.critical] && found.map(\.standing) == [.during])
    }
  }

  struct Ended: CustomTestStringConvertible, Sendable {
    let day: String
    let months: Int
    let isFlagged: Bool
    var testDescription: String { "\(day), \(months) months" }

    static let all = [
      Ended(day: "2025-03-09", months: 0, isFlagged: false), Ended(day: "2025-03-09", months: 1, isFlagged: true),
      Ended(day: "2025-02-10", months: 1, isFlagged: true), Ended(day: "2025-02-09", months: 1, isFlagged: false),
      Ended(day: "2024-03-10", months: 12, isFlagged: true), Ended(day: "2024-03-09", months: 12, isFlagged: false),
    ]
  }

  @Test(arguments: Ended.all)
  func `an owner who left shortly before counts where the policy says so, at the middle level`(_ ended: Ended) throws {
    let found = try findings(owner: "2015-05-04;\(ended.day)", ownerMonths: ended.months)
    #expect(found.count == (ended.isFlagged ? 1 : 0))
    for finding in found {
      #expect(finding.standing == .before && finding.level == .medium)
      #expect(finding.strengths.heldOnTheDay.fact == "ended_lately")
      #expect(finding.strengths.hadPower.fact == "decides")
    }
  }

  @Test(arguments: Ended.all)
  func `an official whose role ended shortly before does as well`(_ ended: Ended) throws {
    let found = try findings(role: "2020-01-02;\(ended.day)", officialMonths: ended.months)
    #expect(found.count == (ended.isFlagged ? 1 : 0))
    for finding in found {
      #expect(finding.standing == .before && finding.level == .medium)
      #expect(finding.strengths.hadPower.fact == "left_lately")
      #expect(finding.strengths.heldOnTheDay.fact == "held")
    }
  }

  @Test func `one's time says nothing of the other's, and what begins later is never counted`() throws {
    #expect(try findings(owner: "2015-05-04;2025-02-20", officialMonths: 12).isEmpty)
    #expect(try findings(role: "2020-01-02;2025-02-20", ownerMonths: 12).isEmpty)
    #expect(try findings(owner: "2025-06-01;", ownerMonths: 12).isEmpty)
    #expect(try findings(role: "2025-06-01;", officialMonths: 12).isEmpty)
  }
}
