/// One rule's answer for one official, one vendor and one package.
package struct Finding: Sendable {
  /// The rule's id, such as `kin-holds-bidder`.
  package let rule: String
  package let level: Level
  /// Index into ``Judgement/officials``.
  package let official: Int
  /// Index into ``Judgement/vendors``.
  package let vendor: Int
  /// Index into ``Judgement/packages``; `nil` where the rule does not look at a package.
  package let package: Int?
  /// Index into ``Judgement/links``.
  package let link: Int
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
    rule: String, level: Level, official: Int, vendor: Int, package: Int?, link: Int, kinship: Kinship?,
    role: RoleOnPackage?, outcome: BidOutcome, holding: Holding, standing: Period.Standing, overlap: Period,
    value: Money?, criteria: Phrase, strengths: Strengths, path: [PathStep], wouldClear: Phrase, nextStep: Phrase
  ) {
    self.rule = rule
    self.level = level
    self.official = official
    self.vendor = vendor
    self.package = package
    self.link = link
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

    package init(asWritten: String, term: String, english: String, listItems: String, degree: Int?) {
      self.asWritten = asWritten
      self.term = term
      self.english = english
      self.listItems = listItems
      self.degree = degree
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
    /// Office or kind of holding as written, several joined by ` + `.
    package let role: String
    package let share: Fraction?
    /// Companies between the person and the bidder; 1 is a direct holding.
    package let depth: Int
    package let period: Period

    package init(role: String, share: Fraction?, depth: Int, period: Period) {
      self.role = role
      self.share = share
      self.depth = depth
      self.period = period
    }
  }
}

/// One step of the way from the official to the package.
package struct PathStep: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case official, posting, relative
    case vendorPerson = "vendor_person"
    case holding, vendor, bid, package, role
  }

  package let kind: Kind
  package let rows: [RowReference]
  package let period: Period

  package init(_ kind: Kind, rows: [RowReference], period: Period = Period(from: nil, to: nil)) {
    self.kind = kind
    self.rows = rows
    self.period = period
  }
}

/// How firmly each of the four links of a finding stands; the weakest caps its level.
package struct Strengths: Hashable, Sendable {
  package let samePerson: Strength
  package let kinDeclared: Strength
  package let heldOnTheDay: Strength
  package let hadPower: Strength

  package init(samePerson: Strength, kinDeclared: Strength, heldOnTheDay: Strength, hadPower: Strength) {
    self.samePerson = samePerson
    self.kinDeclared = kinDeclared
    self.heldOnTheDay = heldOnTheDay
    self.hadPower = hadPower
  }

  package struct Strength: Hashable, Sendable {
    /// The highest level that this link allows.
    package let cap: Level
    package let reason: Phrase

    package init(cap: Level, reason: Phrase) {
      self.cap = cap
      self.reason = reason
    }
  }

  package var cap: Level { min(min(samePerson.cap, kinDeclared.cap), min(heldOnTheDay.cap, hadPower.cap)) }
}
