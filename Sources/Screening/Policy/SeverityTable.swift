package import Records

/// From relation, power and outcome to a finding's level, and the highest level that each fact about a finding allows.
///
/// Both tables are data beside this file: `levels.csv` and `strengths.csv`. A finding's level is the table's, capped by
/// the weakest of its four strengths, so whoever knows the facts' names can work it out again.
package struct SeverityTable: Sendable {
  /// One of the four things that a finding rests on.
  package enum Side: String, CaseIterable, Sendable {
    case samePerson = "same_person"
    case kinDeclared = "kin_declared"
    case held = "held_on_the_day"
    case power = "had_power"
  }

  private var levels: [String: [Level]] = [:]
  private var facts: [String: Strengths.Strength] = [:]

  package init() {
    for row in KnowledgeTable(PackageResources.levels_csv).rows where row.count >= 6 {
      levels["\(row[0]) \(row[1])"] = row[2..<6].compactMap(Level.init(name:))
    }
    for row in KnowledgeTable(PackageResources.strengths_csv).rows where row.count >= 5 {
      guard let cap = Level(name: row[2]) else { continue }
      facts["\(row[0]) \(row[1])"] = .init(fact: row[1], cap: cap, reason: Phrase(row[3], row[4]))
    }
  }

  /// The level that a relation, a power and an outcome have together; the lowest where the table has no such row.
  ///
  /// Registered is not bid and bid is not won, so each step down lowers the level; another unit's official is never
  /// more than a note.
  package func level(_ relation: Finding.Relation, _ power: Finding.Power, _ outcome: BidOutcome) -> Level {
    guard let row = levels["\(relation.rawValue) \(power.rawValue)"], row.count == BidOutcome.allCases.count else {
      return .low
    }
    return row[Int(outcome.rawValue)]
  }

  /// What a fact of one of the four sides allows at most.
  func strength(_ side: Side, _ fact: String) -> Strengths.Strength {
    facts["\(side.rawValue) \(fact)"] ?? .init(fact: fact, cap: .low, reason: Phrase(fact, fact))
  }

  /// The weakest of several facts of one side; of equally weak ones the first.
  func weakest(_ side: Side, _ facts: [String]) -> Strengths.Strength {
    let all = facts.map { strength(side, $0) }
    return all.min { $0.cap < $1.cap } ?? strength(side, "")
  }

  /// The highest level that a fact allows; `nil` for a fact that the table does not know.
  package func cap(_ side: Side, _ fact: String) -> Level? { facts["\(side.rawValue) \(fact)"]?.cap }
}

extension IdentityGrade {
  /// The grade's name among the facts.
  var fact: String { "grade_\(rawValue.lowercased())" }
}
