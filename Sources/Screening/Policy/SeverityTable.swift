import Records

/// From relation, role and outcome to a finding's level, before the weakest of its strengths caps it.
struct SeverityTable: Sendable {
  enum RelationTier: Sendable {
    /// The official in person, a spouse, a parent or a child.
    case closest
    /// Everyone else on the list of UU 30/2014.
    case listed
  }

  enum RoleTier: Sendable {
    /// Decides on the package: Pokja, PPK, Pejabat Pengadaan, Agen Pengadaan.
    case decides
    /// Has a hand in it: PA, KPA, PPTK, technical team, treasurer, acceptance of the work.
    case assists
    /// Serves in the buying unit.
    case sameUnit
    /// Serves elsewhere in the same government.
    case elsewhere
  }

  /// The level that a relation, a role and an outcome have together.
  ///
  /// Registered is not bid and bid is not won, so each step down lowers the level; another unit's official is never
  /// more than a note.
  func level(_ relation: RelationTier, _ role: RoleTier, _ outcome: BidOutcome) -> Level {
    if role == .elsewhere || outcome == .registered { return .low }
    let hasWon = outcome >= .won
    let base: Level =
      switch role {
      case .decides: hasWon ? .critical : .high
      case .assists: hasWon ? .high : .medium
      case .sameUnit, .elsewhere: hasWon ? .medium : .low
      }
    guard relation == .listed else { return base }
    return Level(rawValue: base.rawValue - 1) ?? .low
  }

  /// The highest level that an identity of this grade allows.
  func cap(_ grade: IdentityGrade) -> Level {
    switch grade {
    case .a, .b: .critical
    case .c: .high
    case .d: .medium
    case .e: .low
    }
  }
}
