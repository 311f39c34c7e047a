import Records

/// What a person has in a company on a package's days: the surest way to it, and all ways together.
struct Stake {
  /// Companies' holdings on the way, from the person's own company to the one asked for; empty for a direct holding.
  var chain: [Ownership.Edge] = []
  /// How the dates of the way's least certain holding stand to the package's.
  var standing = Period.Standing.during
  /// The part of the company over all ways, from 0 to 1: shares that nobody knows taken as none.
  var least = 0.0
  /// The same with each of them as great as the other known shares leave room for.
  var greatest = 0.0
  /// Whether the person, with companies so controlled, holds more than the controlling share.
  var controls = false
  /// Whether the company whose office the person holds controls the one asked for.
  var runsParent = false

  var isByName: Bool { chain.contains(where: \.isByName) }
}

extension Ownership {
  /// Works a stake out.
  ///
  /// Each way's shares are multiplied and all ways are summed, walks around a circle among them: they converge, since
  /// each round leaves less. Dates decide which holdings count: the surest way is found first, and what is no less sure
  /// counts towards the sum.
  ///
  /// - Parameters:
  ///   - seed: The row from which the way starts.
  ///   - seeds: All rows of that person.
  ///   - target: The company asked for.
  ///   - control: The share above which a holder controls.
  ///   - standing: How a period stands to the package's; `nil` where it rules the holding out.
  /// - Returns: `nil` where no way stands.
  func stake(
    of seed: Seed, among seeds: [Seed], in target: Int, control: Double, standing: (Period) -> Period.Standing?
  ) -> Stake? {
    guard let first = standing(seed.period) else { return nil }
    for bound in Period.Standing.allCases where bound >= first {
      func counts(_ period: Period) -> Bool { standing(period).map { $0 <= bound } ?? false }
      // A joint bid is of its package's days.
      func counts(_ edge: Edge) -> Bool { edge.isJoint || counts(edge.period) }
      guard let chain = shortest(from: seed.company, to: target, where: counts) else { continue }
      let live = seeds.filter { counts($0.period) }
      var stake = Stake(chain: chain)
      stake.standing = chain.filter { !$0.isJoint }.compactMap { standing($0.period) }.reduce(first, max)
      // Only what lies between the person and the company matters.
      let between = reach(from: live.map(\.company), counting: true).filter { reachesTarget($0, target) }
      let network = Network(self, between, where: counts)
      stake.least = network.share(of: live, in: target) { _ in 0 }
      stake.greatest = network.share(of: live, in: target) { remainder(of: $0, where: counts) }
      stake.controls = network.isControlled(target, by: live, run: [], control)
      stake.runsParent = network.isControlled(target, by: [], run: [seed.company], control)
      return stake
    }
    return nil
  }

  private func reachesTarget(_ company: Int, _ target: Int) -> Bool {
    company == target || reach(from: [company], counting: false).contains(target)
  }

  /// The way with the fewest holdings; of equally short ones that with the greatest shares.
  private func shortest(from start: Int, to target: Int, where counts: (Edge) -> Bool) -> [Edge]? {
    if start == target { return [] }
    var cameBy: [Int: Int] = [:]
    var frontier = [start]
    while !frontier.isEmpty, cameBy[target] == nil {
      var next: [Int] = []
      let reachable = frontier.flatMap { byHolder[$0] ?? [] }.filter { counts(edges[$0]) }
      for edge in reachable.sorted(by: { rank($0) < rank($1) }) {
        let company = edges[edge].company
        guard company != start, cameBy[company] == nil else { continue }
        cameBy[company] = edge
        next.append(company)
      }
      frontier = next
    }
    guard cameBy[target] != nil else { return nil }
    var chain: [Edge] = []
    var company = target
    while company != start, let edge = cameBy[company] {
      chain.insert(edges[edge], at: 0)
      company = edges[edge].holder
    }
    return chain
  }

  private func rank(_ edge: Int) -> (Int64, Int) { (-(edges[edge].share?.millionths ?? -1), edge) }
}

/// Some companies and the holdings among them that count on a package's days.
private struct Network {
  private let companies: [Int]
  /// By place in ``companies``, each company's holdings.
  private let holdings: [[Ownership.Edge]]

  init(_ ownership: Ownership, _ companies: [Int], where counts: (Ownership.Edge) -> Bool) {
    self.companies = companies
    holdings = companies.map { company in
      (ownership.byCompany[company] ?? []).map { ownership.edges[$0] }
        .filter { counts($0) && companies.contains($0.holder) }
    }
  }

  /// The part of a company that comes to some rows' holder, by repeating the multiplication until nothing is added.
  func share(of seeds: [Ownership.Seed], in target: Int, unknownAs: (Int) -> Double) -> Double {
    var own: [Int: Double] = [:]
    for seed in Self.eachOnce(seeds) { own[seed.company, default: 0] += seed.share?.part ?? unknownAs(seed.company) }
    var parts = own
    for _ in 0..<Self.rounds {
      var next: [Int: Double] = [:]
      for (company, holdings) in zip(companies, holdings) {
        let through = holdings.reduce(0.0) { sum, edge in
          sum + (parts[edge.holder] ?? 0) * (edge.share?.part ?? unknownAs(company))
        }
        next[company] = min(1, (own[company] ?? 0) + through)
      }
      let change = companies.reduce(0.0) { max($0, abs((next[$1] ?? 0) - (parts[$1] ?? 0))) }
      parts = next
      if change < Self.negligible { break }
    }
    // In millionths, so that ways that add up to a threshold do not come to a hair more.
    return Fraction(part: parts[target] ?? 0).part
  }

  /// A circle of nine tenths falls below the negligible in so many rounds.
  private static let rounds = 300
  private static let negligible = 1e-10
  private static let whole: Int64 = 1_000_000

  /// Whether more than the controlling share of a company is held by a person and the companies so controlled; a partner
  /// of a joint bid controls it as far as its own part goes.
  ///
  /// - Parameter run: Companies that the person runs.
  func isControlled(
    _ target: Int, by seeds: [Ownership.Seed], run: Set<Int>, _ control: Double
  ) -> Bool {
    // In millionths, whose sums are exact.
    var own: [Int: Int64] = [:]
    for seed in Self.eachOnce(seeds) { own[seed.company, default: 0] += seed.share?.millionths ?? 0 }
    var controlled = run
    var grew = true
    while grew {
      grew = false
      for (company, holdings) in zip(companies, holdings) where !controlled.contains(company) {
        let held = holdings.reduce(own[company] ?? 0) { sum, edge in
          controlled.contains(edge.holder) ? sum + (edge.isJoint ? Self.whole : edge.share?.millionths ?? 0) : sum
        }
        if held > Fraction(part: control).millionths {
          controlled.insert(company)
          grew = true
        }
      }
    }
    return controlled.contains(target)
  }

  /// A director's row and a shareholder's may state one holding; whoever states its share comes first.
  private static func eachOnce(_ seeds: [Ownership.Seed]) -> [Ownership.Seed] {
    var kept: [Ownership.Seed] = []
    for seed in seeds.filter({ $0.share != nil }) + seeds.filter({ $0.share == nil }) where seed.owns {
      let isKnown = kept.contains {
        $0.company == seed.company && ($0.share == seed.share || seed.share == nil)
      }
      if !isKnown { kept.append(seed) }
    }
    return kept
  }
}
