import Records

/// A column of a report: its header in both languages. Order and names are fixed; spreadsheets rely on them.
struct Column: Sendable {
  let indonesian: String
  let english: String

  init(_ indonesian: String, _ english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  func name(in language: Language) -> String { language == .indonesian ? indonesian : english }
}

extension [Column] {
  static let flaggedPairs: [Column] = [
    Column("id_kasus", "case_id"), Column("status", "status"), Column("peringkat", "rank"),
    Column("tingkat", "level"), Column("mutu_identitas", "identity_grade"), Column("peluang", "probability"),
    Column("perkiraan_senama", "expected_namesakes"), Column("aturan", "rule"),
    Column("nip_pejabat", "official_nip"), Column("nama_pejabat", "official_name"),
    Column("satuan_kerja", "work_unit"), Column("hubungan", "relation"), Column("butir_uu30", "uu30_item"),
    Column("derajat", "degree"), Column("nama_keluarga", "relative_name"), Column("npwp_penyedia", "vendor_npwp"),
    Column("nama_penyedia", "vendor_name"), Column("nama_di_penyedia", "name_at_vendor"),
    Column("peran_di_penyedia", "role_at_vendor"), Column("porsi_saham", "share_percent"),
    Column("jalur", "path"), Column("jumlah_paket", "package_count"), Column("kode_paket", "package_code"),
    Column("nama_paket", "package_name"), Column("peran_pada_paket", "role_on_package"),
    Column("hasil_penyedia", "vendor_outcome"), Column("nilai", "value"), Column("waktu", "time"),
    Column("pendukung", "facts_for"), Column("penyangkal", "facts_against"),
    Column("tidak_dibandingkan", "not_compared"), Column("kalimat", "sentence"), Column("kriteria", "criteria"),
    Column("langkah_berikut", "next_step"), Column("bukti", "evidence"), Column("keputusan", "decision"),
    Column("alasan", "reason"), Column("catatan", "note"), Column("diputus_oleh", "decided_by"),
    Column("diputus_pada", "decided_at"),
  ]

  static let findings: [Column] = [
    Column("id_kasus", "case_id"), Column("aturan", "rule"), Column("tingkat", "level"),
    Column("kode_paket", "package_code"), Column("nama_paket", "package_name"),
    Column("satuan_kerja", "work_unit"), Column("peran_pada_paket", "role_on_package"),
    Column("hasil_penyedia", "vendor_outcome"), Column("jalur", "path"), Column("kedalaman", "depth"),
    Column("porsi_saham", "share_percent"), Column("waktu", "time"), Column("tanggal_mulai", "from_date"),
    Column("tanggal_selesai", "to_date"), Column("nilai", "value"), Column("kriteria", "criteria"),
    Column("bukti", "evidence"),
  ]

  static let personLinks: [Column] = [
    Column("id_tautan", "link_id"), Column("jenis", "kind"), Column("nip", "nip"),
    Column("kunci_keluarga", "relative_key"), Column("sumber_keluarga", "relative_source"),
    Column("nama_keluarga", "relative_name"), Column("kunci_pengurus", "person_key"),
    Column("sumber_pengurus", "person_source"), Column("nama_di_penyedia", "name_at_vendor"),
    Column("kode_penyedia", "vendor_code"), Column("npwp_penyedia", "vendor_npwp"),
    Column("peluang", "probability"), Column("mutu_identitas", "identity_grade"),
    Column("pendukung", "facts_for"), Column("penyangkal", "facts_against"),
    Column("tidak_dibandingkan", "not_compared"),
  ]

  static let quarantine: [Column] = [
    Column("berkas", "file"), Column("baris", "line"), Column("posisi_bait", "byte_offset"),
    Column("kode", "code"), Column("alasan", "reason"), Column("perbaikan", "remedy"), Column("teks", "text"),
  ]

  static let coverage: [Column] = [
    Column("aturan", "rule"), Column("jumlah_paket", "packages"), Column("diperiksa", "checked"),
    Column("bersih", "clear"), Column("ditandai", "flagged"),
    Column("tidak_dapat_diperiksa", "could_not_be_checked"), Column("data_kurang", "missing_data"),
    Column("pasangan_tidak_dibandingkan", "pairs_not_compared"),
    Column("pejabat_berwenang", "officials_in_power"), Column("pejabat_tanpa_keluarga", "officials_without_family"),
    Column("satuan_kerja_tanpa_keluarga", "units_without_family"),
  ]

  static let recheck: [Column] = [
    Column("id_paket", "package_id"), Column("kode_paket", "package_code"), Column("nama_paket", "package_name"),
    Column("satuan_kerja", "work_unit"), Column("aturan_bersih", "rules_clear"),
    Column("aturan_tidak_terperiksa", "rules_not_checked"), Column("pejabat", "officials"),
    Column("penyedia", "vendors"), Column("bukti", "evidence"), Column("hasil_periksa", "outcome_of_check"),
    Column("diperiksa_oleh", "checked_by"), Column("diperiksa_pada", "checked_on"),
  ]

  static let tables: [[Column]] = [flaggedPairs, findings, personLinks, quarantine, coverage, recheck]
}
