package import Records

/// Re-estimates a matching model on a registry's own data, without any truth: by expectation maximisation.
///
/// In turn each pair is given the probability that the model states, and each level the share that it has among pairs
/// weighted so. Shares among strangers are counted on pairs drawn evenly from the tables; those among kin and the
/// bounds on rarity stay as they are, as no registry tells them.
///
/// > W. E. Winkler. "Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of Record Linkage."
/// > *Proceedings of the Section on Survey Research Methods, American Statistical Association*, 1988, pp. 667-671.
package struct ModelTrainer {
  private let people: People
  private let policy: ScreeningPolicy
  private let pairs: [Observed]
  private let strangers: [Double?]

  /// What one pair of rows shows, with what its values' rarity adds to each level's weight.
  private struct Observed {
    var pair: Matcher.Pair
    var levels: [(level: FactLevel, rarity: Double)]
    var nameCounts: [(level: FactLevel, count: Double)]
    /// The name's bits beyond those of its levels.
    var nameRarity: Double
    var kinBits: Double
  }

  /// What came of it.
  package struct Training: Sendable {
    package let model: MatchModel
    package let pairs: Int
    /// The part of the vendors' people who are thought to be on the government's side, after each round.
    package let matches: [Double]
    /// The largest change of any weight in the last round, in bits.
    package let lastChange: Double
    /// For each level: its name, and its weight before and after, in bits.
    package let levels: [(level: String, before: Double, after: Double)]
  }

  /// Pairs that are at least this likely are looked at.
  private static let leastProbability = 0.001
  private static let mostRounds = 25
  /// So many matches' worth of belief is put in the model that training starts from.
  private static let belief = 50.0
  /// Below this change, in bits, a weight is settled.
  private static let settled = 0.01
  private static let strangersDrawn = 200_000

  package init(_ registry: Registry, _ policy: ScreeningPolicy, threads: Int) {
    var policy = policy
    policy.reviewThreshold = Self.leastProbability
    self.policy = policy
    let linker = Linker(registry: registry, policy: policy, directory: VendorDirectory(registry), threads: threads)
    people = linker.people()
    let model = policy.model
    var comparer = PairComparer(people, model, night: policy.night)
    let people = people
    func weigh(_ government: Int, _ vendor: Int) -> PairComparer.Weight? {
      comparer.weigh(
        people.government.facts[government], people.government, people.vendors.facts[vendor],
        people.vendors, keepsLevels: true)
    }
    pairs = linker.found(people).pairs.compactMap { pair in
      weigh(Int(pair.government), Int(pair.vendor)).map { Self.observed(pair, $0, model) }
    }
    var (seen, drawn) = ([Double](repeating: 0, count: FactLevel.allCases.count), [Comparison.Subject: Double]())
    var total = 0.0
    if people.government.count > 0, people.vendors.count > 0 {
      for draw in 0..<UInt64(Self.strangersDrawn) {
        let government = Int(LinkKey.mix(draw, kind: 12) % UInt64(people.government.count))
        let vendor = Int(LinkKey.mix(draw, kind: 13) % UInt64(people.vendors.count))
        guard let weight = weigh(government, vendor) else { continue }
        total += 1
        for (level, _) in weight.levels {
          seen[level.place] += 1
          drawn[level.subject, default: 0] += 1
        }
      }
    }
    strangers = FactLevel.allCases.map { level in
      let compared = Self.countsAll(level.subject) ? total : drawn[level.subject, default: 0]
      // What no stranger shows was not counted, and a share that is nearly none would make it decide everything.
      guard !level.countsRarity, level.subject != .name, level.subject != .nationalID, seen[level.place] > 0 else {
        return nil
      }
      let before = model.shares[level.place].u ?? 1
      return (seen[level.place] + Self.belief * before) / (compared + Self.belief)
    }
  }

  /// Facts that a row has or has not, whatever the other row says.
  private static func countsAll(_ subject: Comparison.Subject) -> Bool {
    subject == .occupation || subject == .alive || subject == .age
  }

  private static func observed(
    _ pair: Matcher.Pair, _ weight: PairComparer.Weight, _ model: MatchModel
  ) -> Observed {
    let counts = FactLevel.allCases.filter { $0.subject == .name }.compactMap { level in
      let count = weight.name.count(level)
      return count > 0 ? (level: level, count: Double(count)) : nil
    }
    let ofLevels = counts.reduce(0) { $0 + $1.count * model[$1.level] }
    return Observed(
      pair: pair, levels: weight.levels.map { ($0.level, $0.bits - model[$0.level]) }, nameCounts: counts,
      nameRarity: weight.nameBits - ofLevels, kinBits: weight.kinBits)
  }

  package func train() -> Training {
    var model = policy.model
    var matches: [Double] = []
    var change = 0.0
    for _ in 0..<Self.mostRounds where !pairs.isEmpty {
      let weights = probabilities(model)
      matches.append(share(weights))
      let next = reestimated(model, weights, matches.last ?? 0)
      change = zip(next.bits, model.bits).map { abs($0 - $1) }.max() ?? 0
      model = next
      if change < Self.settled { break }
    }
    let before = policy.model
    model = model.rounded
    return Training(
      model: model, pairs: pairs.count, matches: matches, lastChange: change,
      levels: FactLevel.allCases.map { ($0.key, before[$0], model[$0]) })
  }

  /// The probability of each pair of rows under a model, settled against kin and rivals; rows of one person share one
  /// pair's worth of it.
  private func probabilities(_ model: MatchModel) -> [Double] {
    let prior = Linker.prior(people, model)
    var weighed = pairs.map(\.pair)
    for (place, observed) in pairs.enumerated() {
      weighed[place].bits =
        observed.levels.reduce(observed.nameRarity) { $0 + model[$1.level] + $1.rarity }
        + observed.nameCounts.reduce(0) { $0 + $1.count * model[$1.level] }
    }
    let contests = Competition(weighed, people, model, prior: prior).contests
    let settled = Dictionary(
      contests.map {
        (
          Competition.PersonPair(government: $0.government, vendor: $0.vendor),
          Logarithm.probability(bits: $0.total * model[.slope])
        )
      }, uniquingKeysWith: { one, _ in one })
    let persons = weighed.map {
      Competition.PersonPair(
        government: people.government.persons[Int($0.government)], vendor: people.vendors.persons[Int($0.vendor)])
    }
    let rows = Dictionary(persons.map { ($0, 1.0) }, uniquingKeysWith: +)
    return persons.map { (settled[$0] ?? 0) / (rows[$0] ?? 1) }
  }

  private func share(_ weights: [Double]) -> Double {
    let persons = people.vendors.persons.indices.count {
      Int(people.vendors.persons[$0]) == $0 && !people.vendors.facts[$0].marks.contains(.company)
    }
    return min(1, weights.reduce(0, +) / Double(max(persons, 1)))
  }

  private func reestimated(_ model: MatchModel, _ weights: [Double], _ share: Double) -> MatchModel {
    var seen = [Double](repeating: 0, count: FactLevel.allCases.count)
    var compared: [Comparison.Subject: Double] = [:]
    var (all, words) = (0.0, 0.0)
    for (observed, weight) in zip(pairs, weights) where weight > 0 {
      all += weight
      for (level, _) in observed.levels {
        seen[level.place] += weight
        compared[level.subject, default: 0] += weight
      }
      for (level, count) in observed.nameCounts {
        seen[level.place] += weight * count
        if level != .nameReordered { words += weight * count }
      }
    }
    var shares = model.shares
    for level in FactLevel.allCases where level != .nameFurther && level != .nameHusband {
      let total: Double =
        level == .nameReordered || Self.countsAll(level.subject)
        ? all : level.subject == .name ? words : compared[level.subject, default: 0]
      let start = policy.model.shares[level.place]
      let observed = (seen[level.place] + Self.belief * start.m * level.ways) / (total + Self.belief)
      if let stranger = strangers[level.place] {
        shares[level.place].u = min(1, max(1e-9, stranger))
      } else if Self.countsAll(level.subject) {
        continue
      }
      shares[level.place].m = min(1, max(1e-9, observed / level.ways))
    }
    // One digit of a NIK is a fact worth printing and no more, whatever the data say.
    for level in [FactLevel.nikOneDigit, .nikNextSerial] { shares[level.place] = policy.model.shares[level.place] }
    var settings = model.settings
    settings[MatchModel.Setting.priorBits.place] = -Logarithm.bits(ratio: max(share, 1.0 / 1024))
    return MatchModel(shares: shares, settings: settings, reasons: model.reasons)
  }
}
