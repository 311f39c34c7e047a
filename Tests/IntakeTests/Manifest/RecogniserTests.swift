import Records
import Testing

@testable import Intake

@Suite struct RecogniserTests {
  private func plans(_ header: String) -> [ReadingPlan] {
    let delimiter: Character = header.contains(";") ? ";" : ","
    let columns = header.split(separator: delimiter, omittingEmptySubsequences: false).map { ColumnName(String($0)) }
    return Recogniser().plans(for: columns)
  }

  struct Header: CustomTestStringConvertible {
    let columns: String
    let datasets: [Dataset]
    var testDescription: String { columns }
  }

  @Test(arguments: [
    Header(columns: "nip,nama", datasets: [.officials]),
    Header(columns: "NIP;Nama Lengkap;Unit Kerja;Jabatan;TMT", datasets: [.officials]),
    Header(columns: "nip_baru,nama_pegawai,nik,ttl,unor,nama_jabatan,no_hp", datasets: [.officials]),
    Header(
      columns: "nipBaru,nipLama,nama,tempatLahir,tglLahir,jenisKelamin,nik,unorNama,jabatanNama", datasets: [.officials]
    ),
    Header(columns: "official NIP,Official Name,Work Unit,Position,From,To", datasets: [.officials]),
    Header(columns: "nip,nama_pegawai,nik,opd,jabatan,tmt_mulai,tmt_selesai", datasets: [.officials]),
  ])
  func `staff lists are officials`(_ header: Header) {
    #expect(Set(plans(header.columns).map(\.dataset)) == Set(header.datasets))
  }

  @Test(arguments: [
    Header(columns: "nip,unit_kerja,jabatan,mulai,selesai", datasets: [.postings]),
    Header(columns: "NIP;OPD", datasets: [.postings]),
    Header(columns: "NIP,work unit,position,from,to", datasets: [.postings]),
    Header(columns: "nip,hubungan,nama", datasets: [.relatives]),
    Header(columns: "nip,id_keluarga,hubungan_keluarga,nama_keluarga,nik,tgl_lahir,pekerjaan", datasets: [.relatives]),
    Header(columns: "NIP;Nama;Hub Kel;Nama Kel", datasets: [.relatives]),
    Header(columns: "nip,nama_pegawai,hubungan,nama", datasets: [.officials, .relatives]),
    Header(columns: "official NIP,relationship,relative name,date of birth", datasets: [.relatives]),
    Header(columns: "NIP;SHDK;Nama;No. KTP", datasets: [.relatives]),
  ])
  func `postings and relatives are told from staff lists`(_ header: Header) {
    #expect(Set(plans(header.columns).map(\.dataset)) == Set(header.datasets))
  }

  @Test(arguments: [
    Header(columns: "npwp,nama_perusahaan,alamat", datasets: [.vendors]),
    Header(columns: "kd_penyedia,nama_penyedia,npwp_penyedia,npwp_16,bentuk_usaha_penyedia", datasets: [.vendors]),
    Header(columns: "Vendor Code,Vendor Name,Tax ID", datasets: [.vendors]),
    Header(columns: "nib,nama_perseroan,npwp_perseroan,jenis_perseroan", datasets: [.vendors]),
    Header(columns: "npwp_penyedia,nama_pengurus,jabatan", datasets: [.vendorPeople]),
    Header(columns: "nama_perusahaan,npwp_perusahaan,nama,persentase_saham", datasets: [.vendorPeople]),
    Header(columns: "kd_penyedia,nama_pemilik,nik,porsi_saham,mulai,sampai", datasets: [.vendorPeople]),
    Header(columns: "vendor name,tax id,owner name,role,share percent", datasets: [.vendorPeople]),
    Header(columns: "nm_saham,no_ktp_saham,persentase_saham,npwp_perusahaan", datasets: [.vendorPeople]),
  ])
  func `vendors and their people are told apart`(_ header: Header) {
    #expect(Set(plans(header.columns).map(\.dataset)) == Set(header.datasets))
  }

  @Test(arguments: [
    Header(columns: "kd_tender,nama_paket,pagu,hps", datasets: [.tenders]),
    Header(columns: "kode_paket;nama_paket;satker;pagu", datasets: [.tenders]),
    Header(columns: "kd_nontender,nama_paket,pagu", datasets: [.tenders]),
    Header(columns: "kd_nontender_pct,nama_paket,pagu", datasets: [.tenders]),
    Header(columns: "tender id,tender title,tender value amount", datasets: [.tenders]),
    Header(columns: "kd_tender,nama_paket,nip_ppk,nama_ppk,nip_pokja,nama_pokja", datasets: [.tenders, .roles]),
    Header(columns: "kd_tender,kd_penyedia,nama_penyedia,nilai_penawaran,pemenang,alasan", datasets: [.bids]),
    Header(columns: "kd_tender,nama_paket,kd_penyedia,nama_penyedia,nilai_kontrak", datasets: [.tenders, .bids]),
    Header(columns: "package code,bidder name,bid value,won", datasets: [.bids]),
    Header(columns: "kd_tender,nip,peran", datasets: [.roles]),
    Header(columns: "kd_tender,nip,nama,jabatan_pengadaan,tanggal_sk", datasets: [.roles]),
    Header(columns: "kd_tender,nip_ppk", datasets: [.roles]),
    Header(columns: "package code,nip,role,from,to", datasets: [.roles]),
    Header(columns: "kd_satker,nama_satker", datasets: [.units]),
    Header(columns: "kode_unit,nama_unit,singkatan,pemda", datasets: [.units]),
    Header(columns: "unit code,unit name,short name,government", datasets: [.units]),
    Header(columns: "nip,npwp_penyedia,tindakan,tanggal", datasets: [.declarations]),
    Header(columns: "nip,kd_tender,action taken,date", datasets: [.declarations]),
    Header(
      columns: "kd_tender,nama_paket,nip_ppk,kd_penyedia,nama_penyedia,wakil_sah_penyedia,jabatan_wakil_penyedia",
      datasets: [.tenders, .bids, .roles, .vendorPeople]),
  ])
  func `one table may feed several datasets`(_ header: Header) {
    #expect(Set(plans(header.columns).map(\.dataset)) == Set(header.datasets))
  }

  @Test(arguments: ["kode,nama,singkatan,pemda", "Kode;Nama;Singkatan", "code,name,short name,government"])
  func `a unit list with bare names is no list of vendors`(_ header: String) {
    #expect(plans(header).map(\.dataset) == [.units])
  }

  @Test(arguments: [
    "a,b,c", "id_keluarga,nm_keluarga", "no,nama", "nama,alamat", "nik,nama", "key,val", "", ",,", "tahun,pagu",
    "nama_satker,pagu", "kd_tender,kd_tahapan,nama_tahapan,tgl_awal,tgl_akhir",
  ])
  func `other tables feed nothing`(_ header: String) {
    #expect(plans(header).isEmpty)
  }

  @Test(arguments: [
    "nip,nama,unit_kerja", "NIP;Nama;Unit Kerja", "Nip,NAMA,Unit_Kerja", " nip , nama , unit kerja ",
    "N.I.P.,Nama,UNIT-KERJA",
  ])
  func `spelling of column names does not matter, nor their order`(_ header: String) throws {
    let plan = try #require(plans(header).first)
    #expect(plan.dataset == .officials)
    #expect([plan[.nip], plan[.name], plan[.unit]] == [0, 1, 2])
    let delimiter: Character = header.contains(";") ? ";" : ","
    let turned = header.split(separator: delimiter).reversed().joined(separator: String(delimiter))
    let other = try #require(plans(turned).first)
    #expect([other[.nip], other[.name], other[.unit]] == [2, 1, 0])
  }

  @Test func `one column is read as one field of a dataset only`() {
    for header in [
      "nip,nip_lama,nama,nama_lengkap", "kd_tender,kd_paket,kd_pkt_dce,nama_paket",
      "nilai_penawaran,nilai_terkoreksi,kd_tender,kd_penyedia",
      "npwp,npwp_16,nama,id",
    ] {
      for plan in plans(header) {
        let columns = plan.usedColumns.map(\.column)
        #expect(Set(columns).count == columns.count, "\(header)")
      }
    }
  }

  @Test(arguments: [
    ("nip_lama,nip_baru,nama", 1), ("nipLama,nipBaru,nama", 1), ("nip_lama,nama", 0), ("nip_lama,nip,nama", 1),
  ])
  func `of an old and a new NIP the new one counts`(_ header: String, _ column: Int) throws {
    #expect(try #require(plans(header).first)[.nip] == column)
  }

  @Test func `wide family tables give a plan for each relative`() throws {
    let found = plans(
      "nip,nama_pegawai,nama_ayah,nik_ayah,ttl_ayah,nama_ibu,tgl_lahir_ibu,nama_suami_istri,nama_anak_1,nama_anak2")
    #expect(found.map(\.dataset) == [.officials, .relatives, .relatives, .relatives, .relatives, .relatives])
    #expect(
      found.compactMap(\.impliedRelation) == ["ayah", "ibu", "suami/istri", "anak ke-1", "anak ke-2"])
    let father = found[1]
    #expect([father[.nip], father[.name], father[.nationalID], father[.birthPlaceAndDate]] == [0, 2, 3, 4])
    let mother = found[2]
    #expect([mother[.nip], mother[.name], mother[.birthDate]] == [0, 5, 6])
    #expect(Set(found.dropFirst().map(\.part)).count == 5)
  }

  @Test func `a relative's columns are not the official's own`() throws {
    let found = plans("nip,nama_ayah,nik_ayah,tempat_lahir_ayah,tanggal_lahir_ayah,pekerjaan_ayah,alamat_ayah")
    #expect(found.map(\.dataset) == [.relatives])
    let father = try #require(found.first)
    #expect(father.usedColumns.map(\.column) == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: [
    ("NIP;No;Nama Istri/Suami;Tempat Lahir;Tanggal Lahir", ["suami/istri"]),
    ("NIP Pegawai;NO;Nama Anak;Tempat Lahir;Tgl. Lahir;Jenis Kelamin", ["anak"]),
  ])
  func `one name column is one relative`(_ header: String, _ relations: [String]) {
    #expect(plans(header).compactMap(\.impliedRelation) == relations)
  }

  @Test func `a column that says what the relative is goes before what a name column implies`() throws {
    for header in [
      "NIP;No;Hubungan;Nama Bapak/Ibu Mertua;Tempat Lahir;Tanggal Lahir;Pekerjaan;Keterangan",
      "NIP;No;Hubungan;Nama Bapak/Ibu Kandung;Tempat Lahir;Tanggal Lahir;Pekerjaan;Keterangan",
      "NIP;No;Hubungan;Nama Saudara Kandung;Jenis Kelamin;Tempat Lahir;Tanggal Lahir;Pekerjaan;Keterangan",
    ] {
      let found = plans(header).filter { $0.dataset == .relatives }
      #expect(found.count == 1, "\(header)")
      let plan = try #require(found.first)
      #expect(plan[.relation] == 2, "\(header)")
      #expect(plan[.name] == 3, "\(header)")
      #expect(plan.impliedRelation == nil, "\(header)")
    }
  }

  @Test func `a child's family status does not tell whether it lives`() {
    let found = plans("NIP Pegawai;NO;Nama Anak;Tempat Lahir;Tgl. Lahir;Status Anak;Jenis Kelamin")
    for plan in found { #expect(plan[.isAlive] == nil) }
  }

  @Test(arguments: [
    ("nip,alamat", Dataset.officials, ["nama"]), ("kd_tender,tahun", .tenders, ["nama_paket"]),
    ("npwp_perusahaan,kode_pengurus,nama_orang", .vendorPeople, ["jabatan"]),
  ])
  func `a table that is none names what it comes nearest to`(_ header: String, _ dataset: Dataset, _ missing: [String])
  {
    let columns = header.split(separator: ",").map { ColumnName(String($0)) }
    let nearest = Recogniser().nearest(to: columns)
    #expect(nearest?.dataset == dataset)
    #expect(nearest?.missing == missing)
  }

  @Test func `a table that has nothing in common comes nearest to nothing`() {
    #expect(Recogniser().nearest(to: [ColumnName("x"), ColumnName("y")]) == nil)
    #expect(Recogniser().nearest(to: []) == nil)
  }

  @Test func `any column names give plans that stay within the table`() {
    var random = Seeded(20)
    let words = Dataset.allCases.flatMap { Aliases.of($0).flatMap(\.names) }
    for _ in 0..<300 {
      let columns = (0..<Int.random(in: 0...25, using: &random)).map { _ in
        ColumnName(words[Int.random(in: words.indices, using: &random)])
      }
      for plan in Recogniser().plans(for: columns) {
        #expect(plan.usedColumns.allSatisfy { columns.indices.contains($0.column) })
        for need in Recogniser.required(plan.dataset) where plan.impliedRelation == nil {
          guard plan.dataset != .vendorPeople else { continue }
          #expect(plan.hasAny(need.fields), "\(plan.dataset) without \(need.name): \(columns.map(\.written))")
        }
      }
    }
  }
}
