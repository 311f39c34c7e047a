import Records

/// Questions that several rules ask of the graph.
extension RelationGraph {
  /// Holders who are relatives on the law's list.
  var listedKin: [Int] {
    holders.indices.filter { index in
      guard let kin = holders[index].kinship, kin.through == nil else { return false }
      return policy.kinshipProfile.lists(kin.entry)
    }
  }

  /// Holders who are relatives outside the list, or related through two declarations.
  var otherKin: [Int] {
    holders.indices.filter { index in
      guard let kin = holders[index].kinship else { return false }
      return kin.through != nil || !policy.kinshipProfile.lists(kin.entry) && kin.entry.isKin
    }
  }

  /// A match for each role that a holder's official has on a package in which the vendor took part.
  func rolesOnPackages(of holder: Int) -> [Match] {
    ofVendor[holders[holder].vendor].flatMap { package, place in
      offices[package].filter { $0.official == holders[holder].official }.map { office in
        Match(
          holder: holder, package: package, participation: place,
          role: Finding.RoleOnPackage(name: office.name, isOnPackage: true), power: office.power,
          duty: office.period, isDutyImplied: true, dutyRow: office.row)
      }
    }
  }

  /// The vendor's packages on which the holder's official has no role, or none on the package's days.
  func participationsWithoutRole(of holder: Int) -> [(package: Int, place: Int)] {
    ofVendor[holders[holder].vendor].filter { package, _ in
      !offices[package].contains { office in
        guard office.official == holders[holder].official else { return false }
        let standing = office.period.standing(to: packages[package].period)
        return standing == .during || standing == .unknown
      }
    }
  }

  /// The official's posting in the package's buying unit whose dates fit best; `nil` where all of them are known not
  /// to fit, or there is none.
  func serviceInUnit(of official: CivilServantID, at package: Int) -> Service? {
    guard !unitKeys[package].isEmpty else { return nil }
    return (services[official] ?? []).filter { $0.unit == unitKeys[package] }
      .map { ($0, $0.period.standing(to: packages[package].period)) }
      .filter { $0.1 == .during || $0.1 == .unknown }
      .min { ($0.1, $0.0.row) < ($1.1, $1.0.row) }?.0
  }

  /// The official's posting in another unit of the package's government, or of one that nobody states.
  func serviceElsewhere(of official: CivilServantID, at package: Int) -> Service? {
    guard !unitKeys[package].isEmpty else { return nil }
    let stated = UnitDirectory.government(packages[package].government)
    let government = stated.isEmpty ? units.government(unitKeys[package]) : stated
    return (services[official] ?? []).filter { service in
      guard service.unit != unitKeys[package] else { return false }
      guard let government, let other = units.government(service.unit) else { return true }
      return government == other
    }
    .map { ($0, $0.period.standing(to: packages[package].period)) }
    .filter { $0.1 == .during || $0.1 == .unknown }
    .min { ($0.1, $0.0.row) < ($1.1, $1.0.row) }?.0
  }
}
