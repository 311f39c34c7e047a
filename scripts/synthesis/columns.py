"""The columns of the tables, in order. Those of tenders are what the ISB-LKPP service exports."""

STAFF = "nip nama nik tempat_lahir tanggal_lahir jenis_kelamin unit_kerja jabatan tmt_jabatan alamat no_hp"
POSTINGS = "nip unit_kerja jabatan tmt_mulai tmt_selesai"
RELATIVES = """id nip hubungan nama nik tempat_lahir tanggal_lahir jenis_kelamin pekerjaan alamat status_hidup
    tanggal_lapor"""
WIDE_RELATIVES = """nip nama_pegawai nama_ayah nik_ayah ttl_ayah pekerjaan_ayah nama_ibu ttl_ibu nama_suami_istri
    nik_suami_istri ttl_suami_istri pekerjaan_suami_istri nama_bapak_mertua nama_ibu_mertua"""
VENDORS = """kd_penyedia nama_penyedia bentuk_usaha npwp_penyedia npwp_penyedia_16 nib alamat_penyedia no_telp_penyedia
    tanggal_terdaftar"""
VENDOR_PEOPLE = """id kd_penyedia npwp_penyedia nama_penyedia nama nik tanggal_lahir jabatan porsi_saham alamat mulai
    selesai"""
ANNOUNCEMENTS = """tahun_anggaran list_tahun_anggaran kd_klpd nama_klpd jenis_klpd kd_satker kd_satker_str nama_satker
    kd_lpse nama_lpse kd_tender kd_pkt_dce kd_rup nama_paket pagu hps sumber_dana kualifikasi_paket jenis_pengadaan
    mtd_pemilihan mtd_evaluasi mtd_kualifikasi kontrak_pembayaran status_tender tanggal_status versi_tender ket_ditutup
    ket_diulang tgl_buat_paket tgl_kolektif_kolegial tgl_pengumuman_tender nip_ppk nama_ppk nip_pokja nama_pokja
    lokasi_pekerjaan url_lpse _event_date"""
BIDDERS = """tahun_anggaran kd_klpd kd_satker kd_satker_str kd_lpse kd_tender kd_pkt_dce kd_peserta kd_penyedia
    nama_penyedia npwp_penyedia npwp_penyedia_16 nilai_penawaran nilai_terkoreksi pemenang pemenang_terverifikasi
    alasan"""
RESULTS = """tahun_anggaran kd_klpd nama_klpd jenis_klpd kd_satker nama_satker kd_lpse kd_tender kd_paket kd_rup_paket
    pagu hps nilai_penawaran nilai_terkoreksi nilai_negosiasi nilai_kontrak tgl_pengumuman_tender
    tgl_penetapan_pemenang kd_penyedia nama_penyedia npwp_penyedia npwp_16_penyedia nilai_pdn_kontrak
    nilai_umk_kontrak _event_date"""
ROLES = "kd_paket nip peran no_sk tanggal_sk mulai selesai"
UNITS = "kd_satker nama_satker singkatan pemda"
DECLARATIONS = "nip npwp_penyedia kd_paket tindakan tanggal"
