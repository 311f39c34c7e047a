package import Records

/// What a reader is told of a rule.
package struct RuleCard: Sendable {
  /// Stable, such as `kin-holds-bidder`.
  package let id: String
  /// Counts up whenever the rule's answers may change.
  package let version: Int
  package let title: Phrase
  package let basis: [LegalBasis]
  /// What may be behind a finding that is nobody's fault.
  package let innocentExplanation: Phrase
  /// The rule's page in Markdown.
  package let page: String

  init(
    id: String, version: Int, title: Phrase, basis: [LegalBasis], innocentExplanation: Phrase, page: [UInt8]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.basis = basis
    self.innocentExplanation = innocentExplanation
    self.page = String(decoding: page, as: UTF8.self)
  }
}

/// One rule of the catalogue: a file, a page and a fixture folder of its own.
protocol CatalogueRule: Sendable {
  static var card: RuleCard { get }

  /// What a package must have for the rule to be answered at all.
  var needs: Needs { get }
}

/// A rule about an official and a bidder.
protocol ConflictRule: CatalogueRule {
  /// Each official's tie to a bidder that the rule is about, whatever its dates.
  func matches(in graph: RelationGraph) -> [Match]
}

/// A rule about two bidders of one package.
protocol BidderRule: CatalogueRule {
  /// Each pair of bidders that the rule is about.
  func pairs(in graph: RelationGraph) -> [BidderPair]
}

/// An official, a vendor and a package as one rule sees them.
struct Match {
  /// Place in ``RelationGraph/holders``.
  let holder: Int
  let package: Int
  /// Place in the package's participations.
  let participation: Int
  let role: Finding.RoleOnPackage
  let power: Finding.Power
  /// Days on which the official had the role or the posting.
  let duty: Period
  /// Whether a duty without dates counts as held on the package's days, as a role on that very package does.
  let isDutyImplied: Bool
  let dutyRow: RowReference?
}

/// Two bidders of one package that one person or company joins.
struct BidderPair {
  let package: Int
  /// Places in the package's participations.
  let one: Int
  let other: Int
  /// Place in ``RelationGraph/bidderLinks``; `nil` where it is a company that joins them.
  let link: Int?
  /// The holdings on each side, from the bidder's person or owner to the bidder.
  let ways: (one: [Tie], other: [Tie])
  /// How the least certain of their dates stands to the package's.
  let standing: Period.Standing

  /// One holding or office.
  struct Tie {
    let row: RowReference
    let role: String
    let share: Fraction?
    let period: Period
  }
}

/// Data without which a rule has no answer for a package.
struct Needs: OptionSet {
  let rawValue: Int

  static let roles = Needs(rawValue: 1)
  static let relatives = Needs(rawValue: 2)
  static let unit = Needs(rawValue: 4)
  static let postings = Needs(rawValue: 8)
  static let officials = Needs(rawValue: 16)
  /// Postings and relatives of the buying unit's own people.
  static let sameUnit = Needs(rawValue: 32)
  /// Who holds more than half of each bidder, or that nobody does.
  static let shares = Needs(rawValue: 64)
}

/// Every rule of the catalogue; a new one is one line here.
package enum AllRules {
  static let rules: [any CatalogueRule] = [
    OfficialHoldsBidder(),
    CooperativeOfficer(),
    KinHoldsBidder(),
    KinHoldsBidderUnit(),
    KinHoldsVendorElsewhere(),
    KinOutsideList(),
    SharedOfficerBidders(),
    CommonControlBidders(),
  ]

  /// The rules' cards in the order of the catalogue.
  package static var cards: [RuleCard] { rules.map { type(of: $0).card } }
}
