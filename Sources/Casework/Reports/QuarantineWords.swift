import Records

/// Why a row was set aside and what to do, in the words of the report's language.
///
/// Operators read a diagnostic in English, with its numbers; auditors read the report in theirs, so each code under
/// which a row can be set aside has its Indonesian words here. A code without them keeps the diagnostic's own.
enum QuarantineWords {
  static func reason(_ message: Diagnostic.Message, in language: Language) -> String {
    language == .indonesian ? indonesian[message.code]?.reason ?? message.problem : message.problem
  }

  static func remedy(_ message: Diagnostic.Message, in language: Language) -> String {
    language == .indonesian ? indonesian[message.code]?.remedy ?? message.remedy : message.remedy
  }

  static let indonesian: [String: (reason: String, remedy: String)] = [
    "too-few-fields": (
      "kolom pada baris kurang dari kolom judul",
      "cari pemisah di dalam isian tanpa tanda kutip, atau baris yang terpotong, di sumbernya"
    ),
    "too-many-fields": (
      "kolom pada baris lebih dari kolom judul",
      "cari pemisah di dalam isian tanpa tanda kutip di sumbernya"
    ),
    "torn-line": ("baris terakhir berkas tidak lengkap", "ambil ulang berkas; pengiriman berhenti sebelum selesai"),
    "repeated-header": (
      "baris mengulang judul kolom", "tidak ada data yang hilang; gabungkan ekspor tanpa judul kedua"
    ),
    "second-header": (
      "baris ini judul kolom tabel lain di bawah tabel pertama", "pisahkan tiap tabel ke berkas atau lembar sendiri"
    ),
    "below-second-header": (
      "baris berada di bawah judul kolom tabel lain", "pisahkan tiap tabel ke berkas atau lembar sendiri"
    ),
    "nip-of-others": (
      "baris memuat NIP pegawai dengan nama atau hubungan keluarga orang lain",
      "petakan kolom hubungan di [source.columns], atau tetapkan dataset = \"officials\" bila semua baris milik pegawai"
    ),
    "code-damaged": (
      "kode dalam notasi ilmiah sehingga sebagian angkanya hilang",
      "ekspor kolom sebagai teks; lembar kerja membulatkan angka panjang"
    ),
    "open-quote": (
      "tanda kutip dibuka dan tidak pernah ditutup",
      "tutup tanda kutip, atau gandakan bila bagian dari isian; pembacaan berlanjut pada baris berikutnya"
    ),
    "stray-quote": (
      "tanda kutip berada di tempat yang salah",
      "gandakan tanda kutip di dalam isian di sumbernya; pembacaan berlanjut pada baris berikutnya"
    ),
    "nul-byte": ("baris memuat bait NUL", "ekspor ulang tabel sebagai teks"),
    "field-too-long": ("satu isian lebih dari 64 KiB", "cari tanda kutip atau akhir baris yang hilang di sumbernya"),
    "line-too-long": ("baris lebih dari 1 MiB", "cari akhir baris yang hilang di sumbernya"),
    "missing-required": ("isian yang wajib tidak ada pada baris", "lengkapi isian wajib di sumbernya"),
    "section-row": (
      "hanya satu sel terisi, seperti judul kelompok di antara baris",
      "tidak ada data yang hilang bila ini judul; bila bukan, lengkapi baris di sumbernya"
    ),
    "total-row": ("baris diawali kata jumlah", "tidak ada data yang hilang; jumlah tidak dibaca"),
    "footer-row": (
      "baris di akhir lembar dengan sedikit sel terisi",
      "tidak ada data yang hilang bila ini jumlah, tempat atau tanda tangan; bila bukan, lengkapi baris di sumbernya"
    ),
    "nip-digits": (
      "NIP memuat selain angka", "perbaiki baris di sumbernya; ekspor kolom NIP sebagai teks"
    ),
    "nip-length": (
      "jumlah angka NIP bukan 18", "perbaiki baris di sumbernya; ekspor kolom NIP sebagai teks"
    ),
    "nip-damaged": (
      "NIP rusak oleh lembar kerja", "ekspor kolom NIP sebagai teks; lembar kerja membulatkan angka panjang"
    ),
  ]
}
