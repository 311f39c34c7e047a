/// What an office or holding in a vendor gives its holder, from the words that vendor papers use.
struct OfficeTable: Sendable {
  enum Kind: Sendable {
    /// Owns: shareholder, partner, proprietor.
    case owner
    /// Runs: director, manager, chair of a cooperative.
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

  func kind(of office: String) -> Kind {
    let text = office.lowercased()
    func has(_ words: [String]) -> Bool { words.contains { text.contains($0) } }
    if has([
      "direk", "dirut", "presiden", "general manager", "manajer", "manager", "ketua", "pengurus", "pimpinan",
      "penanggung jawab", "penanggung_jw", "director", "managing", "ceo", "kepala cabang",
    ]) {
      return .director
    }
    if has(["komisaris", "pengawas", "commissioner", "dewan"]) { return .commissioner }
    if has([
      "pemilik", "owner", "pemegang saham", "pemegang_saham", "pesero", "persero", "sekutu", "pendiri", "shareholder",
      "saham", "modal", "perorangan", "founder", "partner",
    ]) {
      return .owner
    }
    if has(["tenaga ahli", "staf", "staff", "karyawan", "pegawai", "admin", "sekretaris", "teknisi", "pelaksana"]) {
      return .staff
    }
    if has(["kuasa", "wakil", "penerima", "authori"]) { return .signatory }
    return .unknown
  }
}
