import Records

/// What a role on a package may do with it, from the role as exports write it.
///
/// > Perpres 16/2018 as amended, articles 9-15; article 13(1)c for the Pokja's limits (tiers as the rules' pages explain
/// > them).
struct RoleTable: Sendable {
  struct Entry: Sendable {
    /// The short form for outputs.
    let name: String
    let kind: Kind

    /// What the role may do with one package.
    func power(over package: PackageDirectory.Package) -> Finding.Power {
      switch kind {
      case .decides: .decides
      case .assists: .assists
      case .distant: .distant
      case .budgetOwner: package.isDecidedByBudgetOwner ? .decides : .assists
      case .receives:
        (package.year != 0 ? package.year : package.announcedOn?.year ?? 0) > RoleTable.lastYearOfReceivers
          ? .distant : .assists
      }
    }
  }

  enum Kind: Sendable {
    /// Runs the selection, sets the terms or signs.
    case decides
    case assists
    /// Appoints those who decide, or stands above them.
    case distant
    /// PA: sets the winner only above the Pokja's limits.
    case budgetOwner
    /// PjPHP and PPHP: checked deliveries' papers until Perpres 12/2021 gave them up (unconfirmed).
    case receives
  }

  /// The year in which Perpres 12/2021 took effect.
  private static let lastYearOfReceivers = 2021

  /// - Returns: `nil` for a role that no rule knows; such a role is reported and taken to assist.
  func entry(for role: String) -> Entry? {
    let words = Self.form(role)
    let whole = words.joined(separator: " ")
    // PPK-SKPD (Pejabat Penatausahaan Keuangan) verifies payments and is another office than PPK.
    if whole.contains("ppk skpd") || whole.contains("penatausahaan keuangan") {
      return Entry(name: "PPK-SKPD", kind: .assists)
    }
    // "KPA selaku PPK" acts as PPK.
    if whole.contains("selaku ppk") || whole.contains("selaku pejabat pembuat komitmen") {
      return Entry(name: "PPK", kind: .decides)
    }
    for (needle, entry) in Self.phrases where whole.contains(needle) { return entry }
    for (word, entry) in Self.shortForms where words.contains(word) { return entry }
    return nil
  }

  private static let phrases: [(String, Entry)] = [
    // Who helps an office does not hold it.
    ("staf ", Entry(name: "Staf", kind: .assists)), ("pembantu ", Entry(name: "Tim Pendukung", kind: .assists)),
    ("bendahara", Entry(name: "Bendahara", kind: .assists)),
    ("penerima hasil", Entry(name: "PjPHP", kind: .receives)),
    ("pemeriksa hasil", Entry(name: "PjPHP", kind: .receives)),
    ("panitia penerima", Entry(name: "PjPHP", kind: .receives)),
    ("panitia pemeriksa", Entry(name: "PjPHP", kind: .receives)),
    ("kepala ulp", Entry(name: "Kepala UKPBJ", kind: .distant)),
    ("kepala ukpbj", Entry(name: "Kepala UKPBJ", kind: .distant)),
    ("pejabat pembuat komitmen", Entry(name: "PPK", kind: .decides)),
    ("penandatangan kontrak", Entry(name: "PPK", kind: .decides)),
    ("pejabat pengadaan", Entry(name: "Pejabat Pengadaan", kind: .decides)),
    ("agen pengadaan", Entry(name: "Agen Pengadaan", kind: .decides)),
    ("kelompok kerja", Entry(name: "Pokja Pemilihan", kind: .decides)),
    ("panitia pengadaan", Entry(name: "Pokja Pemilihan", kind: .decides)),
    ("kuasa pengguna anggaran", Entry(name: "KPA", kind: .assists)),
    ("pengguna anggaran", Entry(name: "PA", kind: .budgetOwner)),
    ("pejabat pelaksana teknis", Entry(name: "PPTK", kind: .assists)),
    ("tim teknis", Entry(name: "Tim Teknis", kind: .assists)), ("tim ahli", Entry(name: "Tim Ahli", kind: .assists)),
    ("tim pendukung", Entry(name: "Tim Pendukung", kind: .assists)),
    ("tim juri", Entry(name: "Tim Juri", kind: .assists)),
    ("kepala biro pengadaan", Entry(name: "Kepala UKPBJ", kind: .distant)),
    ("kepala daerah", Entry(name: "Kepala Daerah", kind: .distant)),
    ("sekretaris daerah", Entry(name: "Sekretaris Daerah", kind: .distant)),
  ]

  private static let shortForms: [(String, Entry)] = [
    ("pokja", Entry(name: "Pokja Pemilihan", kind: .decides)), ("ulp", Entry(name: "Pokja Pemilihan", kind: .decides)),
    ("panitia", Entry(name: "Pokja Pemilihan", kind: .decides)),
    ("ppk", Entry(name: "PPK", kind: .decides)), ("pp", Entry(name: "Pejabat Pengadaan", kind: .decides)),
    ("kpa", Entry(name: "KPA", kind: .assists)), ("pa", Entry(name: "PA", kind: .budgetOwner)),
    ("pptk", Entry(name: "PPTK", kind: .assists)), ("pphp", Entry(name: "PjPHP", kind: .receives)),
    ("pjphp", Entry(name: "PjPHP", kind: .receives)), ("ppspm", Entry(name: "PPSPM", kind: .assists)),
    ("gubernur", Entry(name: "Kepala Daerah", kind: .distant)),
    ("bupati", Entry(name: "Kepala Daerah", kind: .distant)),
    ("walikota", Entry(name: "Kepala Daerah", kind: .distant)),
    ("sekda", Entry(name: "Sekretaris Daerah", kind: .distant)),
  ]

  private static func form(_ role: String) -> [String] {
    role.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
