/// One rule's answer for one official, one vendor and one package; or for two bidders of one package.
package struct Finding: Sendable {
  /// The rule's id, such as `kin-holds-bidder`.
  package let rule: String
  package let level: Level
  /// What the policy's table gives for relation, power and outcome, before the weakest strength capped it.
  package let tableLevel: Level
  /// Index into ``Judgement/officials``; `nil` where the rule is about two bidders.
  package let official: Int?
  /// Index into ``Judgement/vendors``.
  package let vendor: Int
  /// The other bidder, where the rule is about two.
  package let rival: Int?
  /// Index into ``Judgement/packages``; `nil` where the rule does not look at a package.
  package let package: Int?
  /// Index into ``Judgement/links``; `nil` where it is one company, known by its number, that joins two bidders.
  package let link: Int?
  package let relation: Relation
  package let power: Power
  /// What the relative is to the official; `nil` for the official in person.
  package let kinship: Kinship?
  package let role: RoleOnPackage?
  package let outcome: BidOutcome
  package let holding: Holding
  /// How the dates of holding, role and posting stand to the package's.
  package let standing: Period.Standing
  /// The days on which all of them hold, as far as they are known.
  package let overlap: Period
  /// Contract value, else bid value, else estimate, else ceiling.
  package let value: Money?
  /// The provisions of law that the rule rests on.
  package let criteria: Phrase
  package let strengths: Strengths
  /// From the official to the package, each step with its rows.
  package let path: [PathStep]
  /// What settles the doubt.
  package let wouldClear: Phrase
  /// The next thing for an auditor to do.
  package let nextStep: Phrase

  package init(
    rule: String, level: Level, tableLevel: Level? = nil, official: Int?, vendor: Int, rival: Int? = nil, package: Int?,
    link: Int?,
    relation: Relation, power: Power, kinship: Kinship?, role: RoleOnPackage?, outcome: BidOutcome, holding: Holding,
    standing: Period.Standing, overlap: Period, value: Money?, criteria: Phrase, strengths: Strengths,
    path: [PathStep], wouldClear: Phrase, nextStep: Phrase
  ) {
    self.rule = rule
    self.level = level
    self.tableLevel = tableLevel ?? level
    self.official = official
    self.vendor = vendor
    self.rival = rival
    self.package = package
    self.link = link
    self.relation = relation
    self.power = power
    self.kinship = kinship
    self.role = role
    self.outcome = outcome
    self.holding = holding
    self.standing = standing
    self.overlap = overlap
    self.value = value
    self.criteria = criteria
    self.strengths = strengths
    self.path = path
    self.wouldClear = wouldClear
    self.nextStep = nextStep
  }

  /// How near the holder is to the official.
  package enum Relation: String, CaseIterable, Hashable, Sendable {
    /// The official in person, a spouse, a parent or a child.
    case closest
    /// Everyone else on the law's list.
    case listed
    /// Kin outside the list, or derived from two declarations.
    case outside
    /// Two bidders, without any official.
    case bidders
  }

  /// What the official may do with the package.
  package enum Power: String, CaseIterable, Hashable, Sendable {
    /// Decides on the package: Pokja, PPK, Pejabat Pengadaan, Agen Pengadaan, a PA above the law's limits.
    case decides
    /// Has a hand in it: PA, KPA, PPTK, technical team, treasurer.
    case assists
    /// Appoints who decides, or has a role that no longer existed in that year.
    case distant
    /// Serves in the buying unit.
    case sameUnit = "same_unit"
    /// Serves elsewhere in the same government.
    case elsewhere
    /// Two bidders, without any official.
    case bidders
  }

  /// A declared relation as the law's list and the civil code's count see it.
  package struct Kinship: Hashable, Sendable {
    /// As the official wrote it.
    package let asWritten: String
    /// The canonical term, such as `ipar`.
    package let term: String
    /// The same in English, such as `sibling-in-law`.
    package let english: String
    /// Items of the elucidation of UU 30/2014 article 43(1)b, such as `8|9`; empty where it is not listed.
    package let listItems: String
    /// Degree by KUHPerdata 290-297; `nil` where there is none.
    package let degree: Int?
    /// The way from the official to the relative, such as `U-U-D` for a parent's sibling: up to a parent, down to a
    /// child, S to a spouse; empty where the term does not tell.
    package let path: String
    /// What the declaring official is to the one of the finding, such as `istri`, where two declarations were joined.
    package let derivedThrough: Phrase?

    package init(
      asWritten: String, term: String, english: String, listItems: String, degree: Int?, path: String = "",
      derivedThrough: Phrase? = nil
    ) {
      self.asWritten = asWritten
      self.term = term
      self.english = english
      self.listItems = listItems
      self.degree = degree
      self.path = path
      self.derivedThrough = derivedThrough
    }
  }

  package struct RoleOnPackage: Hashable, Sendable {
    /// The role's Indonesian short form, such as `PPK` or `Pokja Pemilihan`; for a posting, the unit's name.
    package let name: String
    /// Whether it is a role on the package, and not only a posting in a unit.
    package let isOnPackage: Bool

    package init(name: String, isOnPackage: Bool) {
      self.name = name
      self.isOnPackage = isOnPackage
    }
  }

  /// How the vendor's person holds the vendor.
  package struct Holding: Hashable, Sendable {
    /// Office or kind of holding as written; in a chain, what the person has in the first company.
    package let role: String
    /// The part of the vendor over all ways, shares that nobody knows taken as none; `nil` where none is known.
    package let share: Fraction?
    /// The same with unknown shares at their greatest; `nil` where none is unknown.
    package let greatestShare: Fraction?
    /// Holdings from the person to the bidder; 1 is a direct one.
    package let depth: Int
    package let period: Period

    package init(role: String, share: Fraction?, greatestShare: Fraction? = nil, depth: Int, period: Period) {
      self.role = role
      self.share = share
      self.greatestShare = greatestShare
      self.depth = depth
      self.period = period
    }
  }
}
