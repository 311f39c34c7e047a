/// The smallest delivery that gives a case: an official, his wife, and the company that she directs, which won his
/// package. Everyone in it is invented.
struct SmallInput {
  var files = [
    "pegawai.csv": """
    nip;nama;nik;tanggal_lahir;jenis_kelamin;unit_kerja;jabatan;tmt_jabatan
    198001012005011001;Yohanes Contoh Rihi;5371010101800001;01-01-1980;L;Dinas Contoh;Kepala Bidang;01-01-2020

    """,
    "keluarga.csv": """
    id;nip;hubungan;nama;nik;tanggal_lahir;jenis_kelamin
    K1;198001012005011001;ISTRI;Maria Fransiska Contoh;5371015203850002;12-03-1985;P

    """,
    "pengurus.csv": """
    id;kd_penyedia;npwp_penyedia;nama_penyedia;nama;nik;tanggal_lahir;jabatan;porsi_saham;mulai;selesai
    P1;500001;01.234.567.4-922.000;CV CONTOH JAYA;Maria Fransiska Contoh;5371015203850002;12-03-1985;\
    Direktur;60;01-02-2015;

    """,
    "paket.csv": """
    kd_tender;nama_paket;nama_satker;tahun_anggaran;hps;tgl_pengumuman_tender;tgl_penetapan_pemenang;nip_ppk
    90010001;Pengadaan Meja Contoh;Dinas Contoh;2026;100000000;2026-03-01;2026-04-01;198001012005011001

    """,
    "peserta.csv": """
    kd_tender;kd_penyedia;nama_penyedia;npwp_penyedia;nilai_penawaran;pemenang
    90010001;500001;CV CONTOH JAYA;01.234.567.4-922.000;95000000;1

    """,
  ]

  static let officialNIP = "198001012005011001"
  static let wifeNIK = "5371015203850002"

  /// Writes the files into a folder of a workspace.
  func write(to folder: String, in workspace: Workspace) throws {
    for (name, text) in files { try workspace.write(text, to: "\(folder)/\(name)") }
  }

  /// A workspace with the delivery in `input`.
  func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try write(to: "input", in: workspace)
    return workspace
  }

  /// Arguments of a run from `input` into `output`.
  static func run(_ more: String...) -> [String] {
    ["run", "--input", "input", "--output", "output", "--as-of", Fixtures.asOf] + more
  }
}
