/// What a role on a package may do with it, from the role as exports write it.
///
/// > Perpres 16/2018 as amended, articles 9-15 (tiers as the law page of the rules explains them).
struct RoleTable: Sendable {
  struct Entry: Sendable {
    /// The short form for outputs.
    let name: String
    let tier: SeverityTable.RoleTier
  }

  /// - Returns: `nil` for a role that no rule knows; such a role is reported and taken to assist.
  func entry(for role: String) -> Entry? {
    let words = Self.form(role)
    let whole = words.joined(separator: " ")
    // PPK-SKPD (Pejabat Penatausahaan Keuangan) verifies payments and is another office than PPK.
    if whole.contains("ppk skpd") || whole.contains("penatausahaan keuangan") {
      return Entry(name: "PPK-SKPD", tier: .assists)
    }
    for (needle, entry) in Self.phrases where whole.contains(needle) { return entry }
    for (word, entry) in Self.shortForms where words.contains(word) { return entry }
    return nil
  }

  private static let phrases: [(String, Entry)] = [
    // Who helps an office does not hold it.
    ("staf ", Entry(name: "Staf", tier: .assists)), ("pembantu ", Entry(name: "Tim Pendukung", tier: .assists)),
    ("bendahara", Entry(name: "Bendahara", tier: .assists)),
    ("penerima hasil", Entry(name: "PjPHP", tier: .assists)),
    ("pemeriksa hasil", Entry(name: "PjPHP", tier: .assists)),
    ("panitia penerima", Entry(name: "PjPHP", tier: .assists)),
    ("panitia pemeriksa", Entry(name: "PjPHP", tier: .assists)),
    ("kepala ulp", Entry(name: "Kepala UKPBJ", tier: .assists)),
    ("kepala ukpbj", Entry(name: "Kepala UKPBJ", tier: .assists)),
    ("pejabat pembuat komitmen", Entry(name: "PPK", tier: .decides)),
    ("penandatangan kontrak", Entry(name: "PPK", tier: .decides)),
    ("pejabat pengadaan", Entry(name: "Pejabat Pengadaan", tier: .decides)),
    ("agen pengadaan", Entry(name: "Agen Pengadaan", tier: .decides)),
    ("kelompok kerja", Entry(name: "Pokja Pemilihan", tier: .decides)),
    ("panitia pengadaan", Entry(name: "Pokja Pemilihan", tier: .decides)),
    ("kuasa pengguna anggaran", Entry(name: "KPA", tier: .assists)),
    ("pengguna anggaran", Entry(name: "PA", tier: .assists)),
    ("pejabat pelaksana teknis", Entry(name: "PPTK", tier: .assists)),
    ("tim teknis", Entry(name: "Tim Teknis", tier: .assists)), ("tim ahli", Entry(name: "Tim Ahli", tier: .assists)),
    ("tim pendukung", Entry(name: "Tim Pendukung", tier: .assists)),
  ]

  private static let shortForms: [(String, Entry)] = [
    ("pokja", Entry(name: "Pokja Pemilihan", tier: .decides)), ("ulp", Entry(name: "Pokja Pemilihan", tier: .decides)),
    ("panitia", Entry(name: "Pokja Pemilihan", tier: .decides)),
    ("ppk", Entry(name: "PPK", tier: .decides)), ("pp", Entry(name: "Pejabat Pengadaan", tier: .decides)),
    ("kpa", Entry(name: "KPA", tier: .assists)), ("pa", Entry(name: "PA", tier: .assists)),
    ("pptk", Entry(name: "PPTK", tier: .assists)), ("pphp", Entry(name: "PjPHP", tier: .assists)),
    ("pjphp", Entry(name: "PjPHP", tier: .assists)), ("ppspm", Entry(name: "PPSPM", tier: .assists)),
  ]

  private static func form(_ role: String) -> [String] {
    role.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
