import Records

/// The three answers: flagged, clear, and could not be checked with the datum that was missing.
extension Judge {
  func coverage(_ rule: String, _ needs: Needs, _ flagged: Set<Int>) -> RuleCoverage {
    var missing: [Datum: Int] = [:]
    var clear = 0
    for package in graph.packages.indices where !flagged.contains(package) {
      if let datum = missingDatum(package, needs) { missing[datum, default: 0] += 1 } else { clear += 1 }
    }
    let unchecked = missing.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    return RuleCoverage(
      rule: rule, packages: graph.packages.count, clear: clear, flagged: flagged.count,
      unchecked: unchecked.map { .init(code: $0.key.rawValue, datum: $0.key.phrase, count: $0.value) })
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
