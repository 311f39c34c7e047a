import Records

/// Turns settled pairs of persons into judgements on their rows, with the evidence of each.
struct PairEvidence {
  private let registry: Registry
  private let people: People
  private let policy: ScreeningPolicy
  private let prior: Double
  private var comparer: PairComparer

  init(_ registry: Registry, _ people: People, _ policy: ScreeningPolicy, prior: Double) {
    self.registry = registry
    self.people = people
    self.policy = policy
    self.prior = prior
    comparer = PairComparer(people, policy.model, night: policy.night)
  }

  /// A judgement for each row of the one with each row of the other; of several rows of one official only the one that
  /// tells most.
  mutating func links(of contest: Competition.Contest, probability: Double) -> [PersonLink] {
    var links: [PersonLink] = []
    var officials: [CivilServantID: Int] = [:]
    let rows = people.vendors.rows(of: contest.vendor)
    // That a sole trader owns himself needs no saying where a register says it.
    let stated = rows.filter { !registry.vendorPeople[Int($0)].isImplied }
    for vendor in stated.isEmpty ? rows : stated {
      officials.removeAll(keepingCapacity: true)
      for government in people.government.rows(of: contest.government) {
        guard let link = link(Int(government), Int(vendor), contest, probability) else { continue }
        if link.kind == .official {
          let nip = registry.officials[link.governmentRow.index].nip
          if let earlier = officials[nip] {
            if links[earlier].rowBits < link.rowBits { links[earlier] = link }
            continue
          }
          officials[nip] = links.count
        }
        links.append(link)
      }
    }
    return links
  }

  private mutating func link(
    _ government: Int, _ vendor: Int, _ contest: Competition.Contest, _ probability: Double
  ) -> PersonLink? {
    let (left, right) = (people.government.facts[government], people.vendors.facts[vendor])
    guard let weight = weigh(government, vendor) else { return nil }
    let comparisons = comparisons(government, vendor, weight, contest)
    let namesakes = expectedNamesakes(government, vendor, left.bestBirth != 0 || right.bestBirth != 0)
    let grade = IdentityGrade.of(weight, comparisons, namesakes, probability, policy)
    let row = people.governmentRow(government)
    let (kind, nip) = side(row)
    return PersonLink(
      kind: kind, nip: nip, governmentRow: row,
      vendorRow: RowReference(.vendorPeople, vendor), comparisons: comparisons, priorBits: prior,
      probability: probability, grade: grade, expectedNamesakes: namesakes)
  }

  private func side(_ row: RowReference) -> (PersonLink.Kind, CivilServantID?) {
    switch row.dataset {
    case .relatives: (.relative, registry.relatives[row.index].official)
    case .officials: (.official, registry.officials[row.index].nip)
    default: (.bidders, nil)
    }
  }

  /// A judgement on two rows of one person of the vendors' side; nobody else is in question.
  mutating func link(_ one: UInt32, _ other: UInt32) -> PersonLink? {
    guard let weight = weigh(Int(one), Int(other)) else { return nil }
    let kin = Logarithm.power(min(weight.kinBits + prior + policy.model[.kinCount], 60))
    let bits = weight.bits + prior
    let contest = Competition.Contest(
      government: one, vendor: other, bits: bits, kinPenalty: -Logarithm.bits(ratio: 1 + kin),
      isKinLikely: kin * 10 >= Logarithm.power(min(bits, 60)))
    let probability = Logarithm.probability(bits: contest.total * policy.model[.slope])
    return link(Int(one), Int(other), contest, probability)
  }

  /// Every comparison of two rows, also where they are no judgement.
  ///
  /// - Parameter contest: What their persons amount to; `nil` where they were given up.
  mutating func comparisons(_ government: Int, _ vendor: Int, _ contest: Competition.Contest?) -> [Comparison] {
    weigh(government, vendor).map { comparisons(government, vendor, $0, contest) } ?? []
  }

  private func comparisons(
    _ government: Int, _ vendor: Int, _ weight: PairComparer.Weight, _ contest: Competition.Contest?
  ) -> [Comparison] {
    var list = EvidenceList(registry, people, government, vendor)
    list.addName(weight)
    list.addFacts(weight)
    list.addDisputes(weight)
    if let contest { list.add(contest, beyond: prior + weight.bits) }
    return list.comparisons
  }

  private mutating func weigh(_ government: Int, _ vendor: Int) -> PairComparer.Weight? {
    comparer.weigh(
      people.government.facts[government], people.government, people.vendors.facts[vendor], people.vendors,
      keepsLevels: true)
  }

  /// How many people of that name (and birth year, where known) the registries' population is expected to hold: as
  /// many as its words' frequencies say, or as were counted if those are more.
  private func expectedNamesakes(_ government: Int, _ vendor: Int, _ knowsYear: Bool) -> Double {
    let tokens = people.tokens
    let all = Double(people.government.count + people.vendors.count)
    // The name that says less is the one that more people could bear.
    let names = [people.government.names[government], people.vendors.names[vendor]]
    let byWords =
      names.map { name in
        name.reduce(all) { $0 * (tokens.isName($1) ? tokens.frequencies[Int($1)] : 1) }
      }.max() ?? 0
    // People on a registry were born over some sixty years.
    return knowsYear ? byWords / 60 : byWords
  }
}

extension PersonLink {
  /// What the rows' own facts tell, before anything else is looked at.
  fileprivate var rowBits: Double {
    comparisons.filter { ![.rows, .family, .rivals].contains($0.subject) }.reduce(0) { $0 + $1.bits }
  }
}

extension IdentityGrade {
  /// From this probability on a total leaves nothing open that would be a doubt of its own.
  private static let firm = 0.9

  /// Which facts agree decides the grade; each fact that speaks against, and each doubt, lowers it by one.
  static func of(
    _ weight: PairComparer.Weight, _ comparisons: [Comparison], _ namesakes: Double, _ probability: Double,
    _ policy: ScreeningPolicy
  ) -> Self {
    let levels = Set(weight.levels.map(\.level))
    let nameAgrees = weight.name.agrees && weight.name.level != .differs
    var doubts = comparisons.count { $0.verdict == .against }
    let sharesDate = !levels.isDisjoint(with: [.birthEqual, .birthByNIK])
    let more = !levels.isDisjoint(with: [
      .placeEqual, .addressEqual, .addressHousehold, .addressSimilar, .phoneEqual, .phoneHousehold, .nikEqual,
      .nikRounded,
    ])
    var best: Int
    if weight.name.level == .missingName {
      best = levels.contains(.nikEqual) ? 0 : 4
    } else if !nameAgrees {
      // Equal numbers under names that differ may be a household's number in the wrong row.
      best = levels.contains(.nikEqual) && weight.name.shared > 0 ? 2 : 4
    } else if levels.contains(.nikEqual) {
      best = 0
    } else if sharesDate {
      best = more ? 1 : 2
    } else if more || !levels.isDisjoint(with: [.birthSwapped, .birthOneDigit, .birthStandIn]),
      namesakes <= policy.rareName
    {
      best = 3
    } else {
      best = 4
    }
    // A family card's number in both rows leaves open whom an initial stands for, unless the birth date says it.
    if best == 0, weight.name.level == .initials || weight.name.level == .missing, !sharesDate { best = 1 }
    // A word left out may be what tells a sister from her, with whom she shares birth date and address.
    if weight.name.level == .missing, !levels.contains(.nikEqual) { best = max(best, 3) }
    // D already says that a doubt is left.
    if probability < Self.firm, doubts == 0, best < 3 { doubts += 1 }
    return allCases[min(best + doubts, allCases.count - 1)]
  }
}
