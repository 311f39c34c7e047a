/// A small invented world that changes from night to night, and the files that offices would send of it.
struct YearWorld: Hashable {
  private(set) var matters = (0..<14).map { Matter(number: $0) }

  /// An official, his wife, the firm that she directs, and the package of his in which it bid: one case where all of
  /// them are delivered.
  struct Matter: Hashable {
    let number: Int
    fileprivate(set) var hasArrived = false
    /// The row that is not delivered, though it was.
    fileprivate(set) var missing: Part?
    fileprivate(set) var hasWon = true
    /// How each row was corrected since the first night.
    fileprivate(set) var corrections: [Part: Int] = [:]

    enum Part: CaseIterable { case official, relative, person, tender, bid }

    /// Rows without which there is no case.
    fileprivate static let needed: [Part] = [.relative, .person, .bid]

    var isCase: Bool { hasArrived && missing == nil }
    var vendor: String { "CV CONTOH \(Self.firms[number])" }
    /// Spouse of who decides: critical where the firm won, high where it only bid.
    var level: String { hasWon ? "kritis" : "tinggi" }
    /// All that the case rests on.
    var facts: String { Part.allCases.map(row).joined(separator: "\n") }
    /// The two rows that are taken for one person.
    var identity: String { row(.relative) + "\n" + row(.person) }
  }

  /// A world in which many days passed.
  init(after days: Int = 0, _ random: inout Seeded) {
    for _ in 0..<days { pass(&random) }
  }

  init() {}

  /// Lets one day pass: arrivals, corrections, removals and returns.
  mutating func pass(_ random: inout Seeded) {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let index = matters.indices.randomElement(using: &random) ?? 0
      guard matters[index].hasArrived else {
        matters[index].hasArrived = Int.random(in: 0..<4, using: &random) == 0
        continue
      }
      guard matters[index].missing == nil else {
        if Bool.random(using: &random) { matters[index].missing = nil }
        continue
      }
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<4: matters[index].missing = Matter.needed.randomElement(using: &random)
      case 4..<6: matters[index].hasWon.toggle()
      // A correction that is taken back: what rested on the old cell rests on it again.
      case 6..<8: matters[index].corrections = [:]
      default:
        let part = Matter.Part.allCases.randomElement(using: &random) ?? .bid
        matters[index].corrections[part, default: 0] += 1
      }
    }
  }

  /// The files, by name.
  var files: [String: String] {
    let arrived = matters.filter(\.hasArrived)
    func rows(_ part: Matter.Part, _ header: String, _ others: String) -> String {
      let rows = arrived.filter { $0.missing != part }.map { $0.row(part) }
      return ([header, others] + rows).joined(separator: "\n") + "\n"
    }
    return [
      "pegawai.csv": rows(
        .official, "nip;nama;nik;tanggal_lahir;jenis_kelamin;unit_kerja;jabatan;tmt_jabatan",
        "197001011995011999;Zakarias Lain Uly;5371010101700999;01-01-1970;L;Dinas Lain;Staf;01-01-2020"),
      "keluarga.csv": rows(
        .relative, "id;nip;hubungan;nama;nik;tanggal_lahir;jenis_kelamin;tempat_lahir",
        "K999;197001011995011999;ISTRI;Wilhelmina Lain Tefa;5371014101720998;01-01-1972;P;Soe"),
      "pengurus.csv": rows(
        .person,
        "id;kd_penyedia;npwp_penyedia;nama_penyedia;nama;nik;tanggal_lahir;jabatan;porsi_saham;mulai;selesai",
        "P999;500999;\(Matter.taxID(999));PT LAIN SEKALI;Xaverius Lain Sabu;5371010505750997;05-05-1975;Direktur;100;"
          + "01-02-2015;"),
      "paket.csv": rows(
        .tender,
        "kd_tender;nama_paket;nama_satker;tahun_anggaran;hps;tgl_pengumuman_tender;tgl_penetapan_pemenang;nip_ppk",
        "90019990;Pengadaan Lain;Dinas Lain;2025;90000000;2025-03-01;2025-04-01;197001011995011999"),
      "peserta.csv": rows(
        .bid, "kd_tender;kd_penyedia;nama_penyedia;npwp_penyedia;nilai_penawaran;pemenang",
        "90019990;500999;PT LAIN SEKALI;\(Matter.taxID(999));80000000;1"),
    ]
  }
}

extension YearWorld.Matter {
  /// A row as its file has it tonight.
  func row(_ part: Part) -> String {
    let (change, two) = (corrections[part, default: 0], String(number + 10))
    let (day, month) = (String(number % 18 + 10), number % 2 == 0 ? "10" : "11")
    let nip = "19\(two)0\(number % 9 + 1)\(day)2005011\(100 + number)"
    let (official, wife) = ("\(Self.men[number]) \(Self.families[number])", Self.women[number])
    let wifeNIK = "537101\((Int(day) ?? 0) + 40)\(month)8\(number % 10)\(1000 + number)"
    let born = "\(day)-\(month)-198\(number % 10)"
    switch part {
    case .official:
      return "\(nip);\(official);;\(day)-0\(number % 9 + 1)-19\(two);L;Dinas Contoh \(two);Kepala Bidang \(change);"
        + "01-01-2020"
    case .relative: return "K\(two);\(nip);ISTRI;\(wife);\(wifeNIK);\(born);P;Kota \(change)"
    case .person:
      return "P\(two);5000\(two);\(Self.taxID(number));\(vendor);\(wife);\(wifeNIK);\(born);Direktur;"
        + "\(60 + change % 40);01-02-2015;"
    case .tender:
      return
        "900100\(two);Pengadaan Contoh ke-\(change);Dinas Contoh \(two);2025;100000000;2025-03-01;2025-04-01;\(nip)"
    case .bid:
      return "900100\(two);5000\(two);\(vendor);\(Self.taxID(number));\(95_000_000 + change);\(hasWon ? 1 : 0)"
    }
  }

  /// An NPWP whose ninth digit is right.
  ///
  /// > H. P. Luhn. "Computer for Verifying Numbers." US patent 2950048, 1960.
  static func taxID(_ number: Int) -> String {
    let digits = String(1_000_000 + number * 37).compactMap(\.wholeNumberValue)
    let sum = ([0] + digits).enumerated().map { place, digit in
      place % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2
    }.reduce(0, +)
    let text = "0" + digits.map(String.init).joined()
    return "\(text.prefix(2)).\(text.dropFirst(2).prefix(3)).\(text.suffix(3)).\((10 - sum % 10) % 10)-922.000"
  }

  private static let men = [
    "Yohanes", "Petrus", "Gregorius", "Simon", "Kanisius", "Ferdinan", "Lukas", "Oktavianus", "Thobias", "Bernadus",
    "Hendrik", "Quirinus", "Albertus", "Damianus",
  ]
  private static let families = [
    "Rihi", "Manafe", "Djawa", "Kolo", "Benu", "Ratu", "Wadu", "Seran", "Lopo", "Hege", "Naben", "Tukan", "Ola", "Guru",
  ]
  private static let women = [
    "Maria Fransiska Bessie", "Agnes Kotan", "Dorkas Pello", "Elisabet Nubatonis", "Kristina Wutun", "Regina Sogen",
    "Tresia Uran", "Yuliana Mbiri", "Hermina Daton", "Sofia Gabur", "Paulina Jehadun", "Veronika Odjan",
    "Filomena Ximenes", "Inosensia Keban",
  ]
  private static let firms = [
    "MELATI", "KENARI", "BATU KARANG", "FAJAR", "GUNUNG API", "SAVANA", "TELUK", "CENDANA", "LONTAR", "PADANG",
    "RANTING", "JAGUNG", "MUTIARA LAUT", "HORISON",
  ]
}
