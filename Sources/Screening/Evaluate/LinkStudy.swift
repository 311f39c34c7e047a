package import Records

/// Tells for chosen pairs of rows whether they ever met, by which keys, and what they weigh.
package struct LinkStudy {
  private let registry: Registry
  private let people: People
  private let matcher: Matcher
  private let policy: ScreeningPolicy
  private let prior: Double
  private let contests: [Competition.PersonPair: Competition.Contest]
  private let relatives: [String: [Int]]
  private let officials: [String: [Int]]
  private let vendorPeople: [String: [Int]]

  /// What became of a pair.
  package struct Finding: Sendable {
    let vendorRow: RowReference
    /// Names of the keys that both rows carry and few enough share; empty where the pair was never compared.
    package let keys: [String]
    /// Names of the keys that both carry and too many share.
    package let commonKeys: [String]
    package let comparisons: [Comparison]
    package let priorBits: Double
    package let probability: Double
    package let kind: Kind

    /// Bits of the prior and all comparisons.
    var total: Double { comparisons.reduce(priorBits) { $0 + $1.bits } }

    /// Whether the two rows, or others of the same two persons, were compared.
    package var isCompared: Bool { !keys.isEmpty }
  }

  /// Why a pair is judged as it is, the first that holds.
  package enum Kind: String, CaseIterable, Encodable, Sendable {
    case neverCompared = "never_compared"
    case rivals
    case closeKin = "close_kin"
    case factsAgainst = "facts_against"
    case identifier
    case nameAndBirthDate = "name_and_birth_date"
    case nameAndContact = "name_and_contact"
    case nameAlone = "name_alone"
  }

  package init(_ registry: Registry, _ policy: ScreeningPolicy, threads: Int) {
    self.init(Linker(registry: registry, policy: policy, directory: VendorDirectory(registry), threads: threads))
  }

  init(_ linker: Linker) {
    let registry = linker.registry
    self.registry = registry
    policy = linker.policy
    people = linker.people()
    prior = Linker.prior(people, policy.model)
    let settled = linker.settle(people)
    matcher = settled.matcher
    contests = Dictionary(
      settled.competition.contests.map { (Competition.PersonPair(government: $0.government, vendor: $0.vendor), $0) },
      uniquingKeysWith: { one, _ in one })
    relatives = Self.rows(registry.relatives.map { registry.text($0.key, at: $0.source) })
    officials = Self.rows(registry.officials.map { String($0.nip.value) })
    vendorPeople = Self.rows(registry.vendorPeople.map { registry.text($0.key, at: $0.source) })
  }

  private static func rows(_ keys: [String]) -> [String: [Int]] {
    Dictionary(grouping: keys.indices.filter { !keys[$0].isEmpty }, by: { keys[$0] })
  }

  /// - Returns: `nil` where the registry has not both rows.
  package func study(_ pair: Evaluation.Pair) -> Finding? {
    let left = relatives[pair.government] ?? officials[pair.government]?.map { $0 + people.relatives }
    guard let government = left?.first, let vendor = vendorPeople[pair.vendor]?.first else { return nil }
    return study(government, vendor)
  }

  /// What became of a row of relatives or officials and a row of the vendors' people.
  func study(_ row: RowReference, _ vendor: Int) -> Finding {
    study(row.dataset == .relatives ? row.index : row.index + people.relatives, vendor)
  }

  private func study(_ government: Int, _ vendor: Int) -> Finding {
    let (keys, common) = sharedKeys(government, vendor)
    let persons = Competition.PersonPair(
      government: people.government.persons[government], vendor: people.vendors.persons[vendor])
    let contest = contests[persons]
    var evidence = PairEvidence(registry, people, policy, prior: prior)
    let comparisons = evidence.comparisons(government, vendor, contest)
    let probability = contest.map { Logarithm.probability(bits: $0.total * policy.model[.slope]) } ?? 0
    return Finding(
      vendorRow: RowReference(.vendorPeople, vendor), keys: keys, commonKeys: common, comparisons: comparisons,
      priorBits: prior, probability: probability,
      kind: Self.kind(comparisons, contest, isCompared: !keys.isEmpty))
  }

  /// Keys that any rows of the two persons share.
  private func sharedKeys(_ government: Int, _ vendor: Int) -> (rare: [String], common: [String]) {
    var ofVendor: Set<UInt64> = []
    for row in people.vendors.rows(of: people.vendors.persons[vendor]) {
      matcher.keys.eachKey(
        people.vendors.facts[Int(row)],
        people.vendors.names.tokens.span.extracting(people.vendors.names.range(Int(row))), swapped: false
      ) { key, _ in ofVendor.insert(key) }
    }
    var (rare, common) = (Set<LinkKey.Kind>(), Set<LinkKey.Kind>())
    for row in people.government.rows(of: people.government.persons[government]) {
      matcher.keys.eachKey(
        people.government.facts[Int(row)],
        people.government.names.tokens.span.extracting(people.government.names.range(Int(row))), swapped: true
      ) { key, kind in
        guard ofVendor.contains(key) else { return }
        let isRare = matcher.index.run(of: key).count <= LinkKey.longestRun(kind, of: people.vendors.count)
        if isRare { rare.insert(kind) } else { common.insert(kind) }
      }
    }
    func names(_ kinds: Set<LinkKey.Kind>) -> [String] {
      LinkKey.Kind.allCases.filter(kinds.contains).map(\.name)
    }
    return (names(rare), names(common.subtracting(rare)))
  }

  private static func kind(
    _ comparisons: [Comparison], _ contest: Competition.Contest?, isCompared: Bool
  ) -> Kind {
    guard isCompared else { return .neverCompared }
    if let contest, contest.rivalPenalty <= -1, contest.rivals > 0 { return .rivals }
    if let contest, contest.isKinLikely { return .closeKin }
    if comparisons.contains(where: { $0.verdict == .against }) { return .factsAgainst }
    let agreeing = Set(comparisons.filter { $0.verdict == .agrees }.map(\.subject))
    if agreeing.contains(.nationalID) { return .identifier }
    if agreeing.contains(.birthDate) { return .nameAndBirthDate }
    return agreeing.isDisjoint(with: [.address, .phone, .birthPlace]) ? .nameAlone : .nameAndContact
  }
}
