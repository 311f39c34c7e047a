/// What pairs of persons amount to once each has been held against the others: a vendor's person is at most one of the
/// people on the government's side, or close kin of one, or none of them.
struct Competition {
  /// One pair of persons.
  struct Contest {
    let government: UInt32
    let vendor: UInt32
    /// Bits with the prior, of the best pair of their rows.
    var bits: Double
    /// Bits by which it could as well be close kin of the person: at most 0.
    var kinPenalty = 0.0
    /// Bits by which others could as well be the person: at most 0.
    var rivalPenalty = 0.0
    /// Whether close kin are at least a tenth as likely as the person.
    var isKinLikely = false
    /// How many others could be, each at least a tenth as likely as the person.
    var rivals = 0

    var total: Double { bits + kinPenalty + rivalPenalty }
  }

  /// Two persons, by the first of their rows.
  struct PersonPair: Hashable {
    let government: UInt32
    let vendor: UInt32
  }

  /// In the order of vendors' persons, then the government's.
  private(set) var contests: [Contest] = []

  /// - Parameters:
  ///   - pairs: Weighed pairs of rows.
  ///   - prior: Bits before any fact is compared.
  init(_ pairs: [Matcher.Pair], _ people: People, _ model: MatchModel, prior: Double) {
    var best: [(contest: Contest, kin: Double)] = []
    let sorted = pairs.map { pair -> (vendor: UInt32, government: UInt32, bits: Double, kin: Double) in
      (
        people.vendors.persons[Int(pair.vendor)], people.government.persons[Int(pair.government)],
        pair.bits + prior, pair.kinBits + prior
      )
    }.sorted { ($0.vendor, $0.government, -$0.bits, $0.kin) < ($1.vendor, $1.government, -$1.bits, $1.kin) }
    for pair in sorted {
      if let last = best.last?.contest, last.vendor == pair.vendor, last.government == pair.government { continue }
      best.append((Contest(government: pair.government, vendor: pair.vendor, bits: pair.bits), pair.kin))
    }
    var start = 0
    while start < best.count {
      var end = start + 1
      while end < best.count, best[end].contest.vendor == best[start].contest.vendor { end += 1 }
      Self.settle(&best, start..<end, people.government.facts, model[.kinCount])
      start = end
    }
    contests = best.map(\.contest)
  }

  private static func settle(
    _ pairs: inout [(contest: Contest, kin: Double)], _ range: Range<Int>, _ facts: [PersonFacts], _ kinCount: Double
  ) {
    let odds = range.map { Logarithm.power(min(pairs[$0].contest.bits, 60)) }
    let all = odds.reduce(0, +)
    for (place, index) in range.enumerated() {
      let kin = Logarithm.power(min(pairs[index].kin + kinCount, 60))
      var rivals = max(0, all - odds[place])
      var likely = 0
      for (other, rival) in range.enumerated() where other != place && odds[other] * 10 >= odds[place] {
        // Two rows that both tell of the vendor's person, and do not contradict each other, tell of one person.
        if odds[place] >= 1, odds[other] >= 1,
          !facts[Int(pairs[index].contest.government)].contradicts(facts[Int(pairs[rival].contest.government)])
        {
          rivals = max(0, rivals - odds[other])
        } else {
          likely += 1
        }
      }
      pairs[index].contest.kinPenalty = -Logarithm.bits(ratio: 1 + kin)
      pairs[index].contest.rivalPenalty = -Logarithm.bits(ratio: 1 + rivals / (1 + kin))
      pairs[index].contest.isKinLikely = kin * 10 >= odds[place]
      pairs[index].contest.rivals = likely
    }
  }
}
