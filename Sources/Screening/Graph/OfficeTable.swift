/// What an office or holding in a vendor gives its holder, from the words that vendor papers use.
struct OfficeTable: Sendable {
  enum Kind: Sendable {
    /// Owns: shareholder, partner, proprietor.
    case owner
    /// Runs: director, manager, officer of a cooperative.
    case director
    /// Watches over: commissioner, supervisor.
    case commissioner
    /// Only signs: an authorised signatory may be a branch head or a proxy.
    case signatory
    /// Works there: neither owns nor runs.
    case staff
    /// Words that the table does not know.
    case unknown
  }

  /// Reads an office; the first list that fits decides, from what narrows a word to what the word alone means.
  func kind(of office: String) -> Kind {
    let text = office.lowercased()
    if Self.cooperativeOffices.contains(text) { return .director }
    return Self.lists.first { $0.words.contains { text.contains($0) } }?.kind ?? .unknown
  }

  /// Officers of a cooperative or foundation, which in a company would be employees.
  private static let cooperativeOffices: Set<String> = [
    "sekretaris", "bendahara", "sekretaris koperasi", "bendahara koperasi", "sekretaris yayasan", "bendahara yayasan",
  ]

  private static let lists: [(words: [String], kind: Kind)] = [
    // "Kuasa Direktur" signs for the director and is not he.
    (["kuasa", "authori"], .signatory),
    (
      [
        "tenaga ahli", "staf", "karyawan", "pegawai", "sekretaris", "bendahara", "admin", "teknisi", "pelaksana",
        "manajer proyek", "manager proyek", "project manager", "site manager", "pengawas lapangan", "ketua tim",
        "team leader",
      ], .staff
    ),
    (
      [
        "direk", "dirut", "presiden", "general manager", "manajer", "manager", "ketua", "pengurus", "pimpinan",
        "penanggung jawab", "penanggung_jw", "penanggungjwb", "director", "managing", "ceo", "kepala cabang",
      ], .director
    ),
    (["komisaris", "pengawas", "commissioner", "dewan"], .commissioner),
    (
      [
        "pemilik", "owner", "pemegang saham", "pemegang_saham", "pemegangsaham", "pesero", "persero", "sekutu",
        "pendiri", "shareholder", "saham", "modal", "perorangan", "founder", "partner",
      ], .owner
    ),
    (["wakil", "penerima"], .signatory),
  ]
}
