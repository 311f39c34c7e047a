import Records

/// The three answers: flagged, clear, and could not be checked with the datum that was missing.
extension Judge {
  func coverage(
    _ rule: String, _ needs: Needs, _ flagged: Set<Int>, _ families: RuleCoverage.Families, _ answers: inout Answers
  ) -> RuleCoverage {
    var missing: [Datum: Int] = [:]
    var clear = 0
    for package in graph.packages.indices where !flagged.contains(package) {
      if let datum = missingDatum(package, needs) {
        missing[datum, default: 0] += 1
      } else {
        clear += 1
        answers.noteClear(package)
      }
    }
    answers.finishRule(flagged)
    let unchecked = missing.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    return RuleCoverage(
      rule: rule, packages: graph.packages.count, clear: clear, flagged: flagged.count,
      unchecked: unchecked.map { .init(code: $0.key.rawValue, datum: $0.key.phrase, count: $0.value) },
      families: needs.isDisjoint(with: [.relatives, .sameUnit]) ? nil : families)
  }

  /// What all rules together say of each package.
  struct Answers {
    private var clear: [UInt32]
    private var isFlagged: [Bool]
    private var rule = UInt32(0)

    init(packages: Int) {
      clear = Array(repeating: 0, count: packages)
      isFlagged = Array(repeating: false, count: packages)
    }

    /// Notes that the rule at hand found a package clear.
    mutating func noteClear(_ package: Int) { clear[package] |= 1 << rule }

    /// Goes on to the next rule.
    mutating func finishRule(_ flagged: Set<Int>) {
      for package in flagged { isFlagged[package] = true }
      rule += 1
    }

    /// Packages that some rule found clear and none flagged.
    func clearPackages(_ packages: [PackageDirectory.Package]) -> [ClearPackage] {
      packages.indices.filter { clear[$0] != 0 && !isFlagged[$0] }.map { place in
        let package = packages[place]
        return ClearPackage(
          code: package.code, rows: package.rows, bids: package.bids, roles: package.roles, clearRules: clear[place])
      }
    }
  }

  /// Who has power over some package, and of whom of them no relative was declared.
  ///
  /// An official with roles in several units counts for the first of them by name, so that no order of files shows.
  func families() -> RuleCoverage.Families {
    var units: [CivilServantID: String] = [:]
    for (place, offices) in graph.offices.enumerated() {
      let unit = graph.packages[place].unit
      for office in offices where office.power == .decides || office.power == .assists {
        units[office.official] = min(units[office.official] ?? unit, unit)
      }
    }
    let without = units.filter { !graph.hasRelatives.contains($0.key) }
      .reduce(into: [String: Int]()) { $0[$1.value, default: 0] += 1 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return RuleCoverage.Families(
      officials: units.count, without: without.map { .init(name: $0.key, officials: $0.value) })
  }

  private enum Datum: String {
    case bidders, owners, shares, roles, relatives, unit, postings, officials

    var phrase: Phrase {
      switch self {
      case .bidders: Phrase("peserta paket", "the package's bidders")
      case .owners: Phrase("pemilik atau pengurus peserta", "a bidder's owners or officers")
      case .shares: Phrase("porsi saham peserta", "the bidders' shares")
      case .roles: Phrase("peran pejabat pada paket", "officials' roles on the package")
      case .relatives: Phrase("keluarga yang dinyatakan pejabat", "officials' declared relatives")
      case .unit: Phrase("satuan kerja paket", "the package's unit")
      case .postings: Phrase("penempatan pejabat di satuan kerja", "officials' postings in the unit")
      case .officials: Phrase("data kepegawaian pejabat", "the officials' staff records")
      }
    }
  }

  /// The first datum without which the rule has no honest answer for a package; `nil` where it has all.
  ///
  /// A bidder whose owners nobody knows is never "clear": somebody's relative may own it.
  private func missingDatum(_ package: Int, _ needs: Needs) -> Datum? {
    if graph.participations[package].isEmpty { return .bidders }
    if !graph.hasOwners[package] { return .owners }
    if needs.contains(.shares) {
      let bidders = graph.participations[package].bidders
      if bidders.count > 1, bidders.contains(where: isOpen) { return .shares }
    }
    let offices = graph.offices[package]
    if needs.contains(.roles), offices.isEmpty { return .roles }
    if needs.contains(.officials), offices.contains(where: { graph.profiles[$0.official] == nil }) { return .officials }
    if needs.contains(.unit), graph.unitKeys[package].isEmpty { return .unit }
    if needs.contains(.postings), !needs.contains(.sameUnit), graph.staffedUnits.isEmpty { return .postings }
    if needs.contains(.sameUnit) {
      if !graph.staffedUnits.contains(graph.unitKeys[package]) { return .postings }
      if !graph.declaringUnits.contains(graph.unitKeys[package]) { return .relatives }
    }
    if needs.contains(.relatives) {
      if needs.contains(.roles) {
        return offices.contains { !graph.hasRelatives.contains($0.official) } ? .relatives : nil
      }
      return graph.hasRelatives.isEmpty ? .relatives : nil
    }
    return nil
  }

  /// Whether somebody whom no row names may hold more than half of a vendor on the package's days.
  private func isOpen(_ participation: Market.Participation) -> Bool {
    let package = graph.packages[participation.package]
    return graph.ownership.remainder(of: participation.vendor) { package.standing(of: $0) == .during }
      > policy.controllingShare
  }
}
