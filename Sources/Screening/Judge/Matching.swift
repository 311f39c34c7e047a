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
        return policy.standing(
          of: office.period, to: packages[package], coolingOff: policy.officialCoolingOffMonths) != nil
      }
    }
  }

  /// The official's posting in the package's buying unit whose dates fit best; `nil` where all of them are known not
  /// to fit, or there is none.
  func serviceInUnit(of official: CivilServantID, at package: Int) -> Service? {
    guard !unitKeys[package].isEmpty else { return nil }
    return (services[official] ?? []).filter { $0.unit == unitKeys[package] }
      .surest(on: packages[package], policy)
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
    .surest(on: packages[package], policy)
  }
}

extension [RelationGraph.Service] {
  /// The posting whose dates fit a package's best; `nil` where all of them are known not to fit.
  fileprivate func surest(on package: PackageDirectory.Package, _ policy: ScreeningPolicy) -> RelationGraph.Service? {
    compactMap { service in
      policy.standing(of: service.period, to: package, coolingOff: policy.officialCoolingOffMonths)
        .map { (standing: $0, service: service) }
    }
    .min { ($0.standing, $0.service.row) < ($1.standing, $1.service.row) }?.service
  }
}

extension ScreeningPolicy {
  /// How a period stands to a package's days; `nil` where it rules a tie out.
  ///
  /// - Parameter months: For how long after its end a period that ended before still counts.
  func standing(
    of period: Period, to package: PackageDirectory.Package, coolingOff months: Int
  ) -> Period.Standing? {
    switch package.standing(of: period) {
    case .during: return .during
    case .unknown: return .unknown
    case .after: return nil
    case .before:
      guard months > 0, let end = period.to, let start = package.period.from ?? package.period.to else { return nil }
      return end.adding(months: months) >= start ? .before : nil
    }
  }
}
