import Records
import Testing

@testable import Casework

@Suite struct NeutralWordingTests {
  @Test func `finds a forbidden word in any case and inside words`() {
    #expect(NeutralWording.words(in: "Pelanggarannya TERBUKTI") == ["terbukti", "pelanggaran"])
    #expect(NeutralWording.words(in: "indikasi, perlu klarifikasi").isEmpty)
  }

  @Test func `headers are neutral, named alike nowhere twice, in both languages`() {
    for columns in [Column].tables {
      for language in Language.allCases {
        let names = columns.map { $0.name(in: language) }
        #expect(names.allSatisfy { NeutralWording.words(in: $0).isEmpty })
        #expect(Set(names).count == names.count)
      }
    }
  }

  @Test func `words of closed lists are neutral`() {
    let phrases =
      BidOutcome.allCases.flatMap { [$0.phrase, $0.clause] } + Level.allCases.map(\.phrase)
      + Period.Standing.allCases.map(\.phrase) + Comparison.Subject.allCases.map(\.phrase)
    for phrase in phrases {
      #expect(NeutralWording.words(in: phrase.indonesian + phrase.english).isEmpty)
    }
  }

  @Test(arguments: Language.allCases)
  func `reports and trails say nothing forbidden of their own`(_ language: Language) {
    // The name of a package is the input's and stays as it is.
    let reports = Casebook.reports(of: Invented.twoCases.night, Invented.settings(language))
    for (name, bytes) in reports {
      let text = String(decoding: bytes, as: UTF8.self).replacing("Sosialisasi Anti Korupsi", with: "")
      #expect(NeutralWording.words(in: text).isEmpty, "\(name)")
    }
    #expect(NeutralWording.words(in: EvidenceSchema.text).isEmpty)
  }

  @Test func `the columns are those of the specification, in its order`() {
    #expect(
      [Column].flaggedPairs.map(\.indonesian).joined(separator: "; ") == """
        id_kasus; status; peringkat; tingkat; mutu_identitas; peluang; perkiraan_senama; aturan; nip_pejabat; \
        nama_pejabat; satuan_kerja; hubungan; butir_uu30; derajat; nama_keluarga; npwp_penyedia; nama_penyedia; \
        nama_di_penyedia; peran_di_penyedia; porsi_saham; jalur; jumlah_paket; kode_paket; nama_paket; \
        peran_pada_paket; hasil_penyedia; nilai; waktu; pendukung; penyangkal; tidak_dibandingkan; kalimat; \
        kriteria; langkah_berikut; bukti; keputusan; alasan; catatan; diputus_oleh; diputus_pada
        """)
    #expect(
      [Column].findings.map(\.indonesian).joined(separator: "; ") == """
        id_kasus; aturan; tingkat; kode_paket; nama_paket; satuan_kerja; peran_pada_paket; hasil_penyedia; jalur; \
        kedalaman; porsi_saham; waktu; tanggal_mulai; tanggal_selesai; nilai; kriteria; bukti
        """)
    #expect(
      [Column].personLinks.map(\.indonesian).joined(separator: "; ") == """
        id_tautan; jenis; nip; kunci_keluarga; sumber_keluarga; nama_keluarga; kunci_pengurus; sumber_pengurus; \
        nama_di_penyedia; kode_penyedia; npwp_penyedia; peluang; mutu_identitas; pendukung; penyangkal; \
        tidak_dibandingkan
        """)
  }
}
