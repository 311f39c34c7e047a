import Records

/// Finds out whether rows that were read as officials' are of their relatives.
///
/// A list of relatives whose column of relations nobody knows has the official's NIP and a name in each row, as a staff
/// list has; read as one it would give the official a spouse's NIK.
struct OfficialsCheck {
  /// Enough for every list to show what it is.
  private static let rowsLookedAt = 20_000
  /// A mistaken NIP here and there makes no list of relatives: from 0 to 1.
  private static let mostStrangers = 0.2

  let officials: ArraySlice<Official>
  let arena: TextArena
  let night: CalendarDate

  init(_ tables: FileTables, night: CalendarDate) {
    (officials, arena, self.night) = (tables.officials.prefix(Self.rowsLookedAt), tables.arena, night)
  }

  /// - Parameter kinColumn: An unused column that holds terms of kinship.
  func findings(kinColumn: String?) -> ColumnFindings {
    var found = ColumnFindings()
    guard !officials.isEmpty else { return found }
    let isOfStrangers = isOfStrangers
    guard let kinColumn else {
      found.refusesOfficials = isOfStrangers
      return found
    }
    // A person to call in need has a relation too, on the official's own row: then the birth dates are the NIP's.
    switch (isOfStrangers, birthsAreOwn) {
    case (true, _), (_, false?): found.relation = kinColumn
    case (false, nil): found.refusesOfficials = true
    case (false, true?): break
    }
    return found
  }

  /// Whether most birth dates are those that the NIPs state; `nil` where no row has one.
  private var birthsAreOwn: Bool? {
    var (dated, own) = (0, 0)
    for official in officials {
      guard let born = official.birthDate ?? official.nationalID?.birthDate(asOf: night) else { continue }
      dated += 1
      if born == official.nip.birthDate { own += 1 }
    }
    return dated == 0 ? nil : own * 2 >= dated
  }

  /// Whether many rows share their NIP with a row of quite another name.
  private var isOfStrangers: Bool {
    var rows: [CivilServantID: [Int]] = [:]
    for index in officials.indices { rows[officials[index].nip, default: []].append(index) }
    var strangers = 0
    for (_, places) in rows where places.count > 1 {
      let names = places.map { Set(words(of: officials[$0].name)) }
      if names.contains(where: { !$0.isEmpty && !names[0].isEmpty && $0.isDisjoint(with: names[0]) }) {
        strangers += places.count
      }
    }
    return Double(strangers) > Self.mostStrangers * Double(officials.count)
  }

  /// Runs of at least three letters, in small ones; shorter ones are initials and degrees.
  private func words(of name: TextID) -> [Substring] {
    arena.string(name).lowercased().split { !$0.isLetter }.filter { $0.count >= 3 }
  }
}

extension Diagnostic.Message {
  /// Set aside instead of taking other people for the officials whose NIP they have.
  static let notTheOfficials = Self(
    code: "nip-of-others", problem: "the file's rows have officials' NIPs and other people's names or kinship",
    remedy: "name the column of the relation in [source.columns], as in \"Status\" = \"relation\"; "
      + "or set dataset = \"officials\" where all rows are the officials' own")
}
