import Records

/// Tells which rows are about one package, and joins what they state of it.
struct PackageDirectory {
  struct Package {
    var code: String
    var name = ""
    var unit = ""
    var unitCode = ""
    var government = ""
    var announcedOn: CalendarDate?
    var awardedOn: CalendarDate?
    var contractedOn: CalendarDate?
    /// The budget year; 0 where nothing states it.
    var year = 0
    var ceiling: Money?
    var estimate: Money?
    var contractValue: Money?
    var rows: [RowReference] = []
    /// Bids on it, as places in the registry's table.
    var bids: [Int] = []
    /// Roles on it, as places in the registry's table.
    var roles: [Int] = []
    /// Vendors that a tender row names as winner, with that row.
    var winners: [(vendor: Int, row: Int)] = []
    /// Whether it buys a consultant's services.
    var isConsultancy = false

    /// Whether it is so large that the budget owner (PA) sets the winner: over Rp100 billion, or Rp10 billion for
    /// consultants.
    ///
    /// > Perpres 16/2018 article 9(1)n and 13(1)c, read in a secondary source.
    var isDecidedByBudgetOwner: Bool {
      guard let value = ceiling ?? estimate else { return false }
      let limit: Int64 = isConsultancy ? 10_000_000_000 : 100_000_000_000
      return value.sen / 100 > limit
    }

    /// Whether dates are known to the day, and not only the budget year.
    var hasDates: Bool { announcedOn != nil || awardedOn != nil || contractedOn != nil }

    /// Whether its last day is known: that of the contract, or at least of the award.
    var hasEnd: Bool { awardedOn != nil || contractedOn != nil }

    /// From announcement to contract, else to the award, else to the end of the year; the budget year where no date
    /// is known.
    var period: Period {
      func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: day)
      }
      guard hasDates else { return Period(from: day(year, 1, 1), to: day(year, 12, 31)) }
      let dates = [announcedOn, awardedOn, contractedOn].compactMap { $0 }
      guard hasEnd, let end = dates.max() else {
        return Period(from: announcedOn, to: day(max(year, announcedOn?.year ?? 0), 12, 31))
      }
      return Period(from: dates.min(), to: end)
    }
  }

  private(set) var packages: [Package] = []
  /// Roles whose package no tender or bid row knows.
  private(set) var strayRoles = 0
  private var byKey: [Key: Int] = [:]
  private var byCode: [String: [Int]] = [:]

  private struct Key: Hashable {
    let code: String
    let service: String
  }

  init(_ registry: Registry, _ vendors: VendorDirectory) {
    for (index, tender) in registry.tenders.enumerated() {
      guard let package = place(tender.package, tender.source, registry, adds: true) else { continue }
      add(tender, index, to: package, registry)
      if vendors.ofWinner[index] >= 0 { packages[package].winners.append((vendors.ofWinner[index], index)) }
    }
    for (index, bid) in registry.bids.enumerated() {
      guard let package = place(bid.package, bid.source, registry, adds: true) else { continue }
      packages[package].bids.append(index)
    }
    for (index, role) in registry.roles.enumerated() {
      if let package = place(role.package, role.source, registry, adds: false) {
        packages[package].roles.append(index)
      } else {
        strayRoles += 1
      }
    }
  }

  /// The package of a mention by code alone or with its service; `nil` where none or several fit.
  func package(_ code: PackageCode, _ source: SourceLocation, _ registry: Registry) -> Int? {
    let (text, service) = (registry.text(code.code, at: source), registry.text(code.service, at: source))
    guard !text.isEmpty else { return nil }
    if let exact = byKey[Key(code: text, service: service)] { return exact }
    guard let same = byCode[text] else { return nil }
    // A mention that names no service, or a package that has none, meets its only namesake.
    let open = same.filter { service.isEmpty || services[$0].isEmpty }
    return open.count == 1 ? open[0] : nil
  }

  private var services: [String] = []

  private mutating func place(
    _ code: PackageCode, _ source: SourceLocation, _ registry: Registry, adds: Bool
  ) -> Int? {
    if let known = package(code, source, registry) {
      let service = registry.text(code.service, at: source)
      if services[known].isEmpty, !service.isEmpty {
        services[known] = service
        byKey[Key(code: packages[known].code, service: "")] = nil
        byKey[Key(code: packages[known].code, service: service)] = known
      }
      return known
    }
    let (text, service) = (registry.text(code.code, at: source), registry.text(code.service, at: source))
    guard adds, !text.isEmpty else { return nil }
    packages.append(Package(code: text))
    services.append(service)
    byKey[Key(code: text, service: service)] = packages.count - 1
    byCode[text, default: []].append(packages.count - 1)
    return packages.count - 1
  }

  private mutating func add(_ tender: Tender, _ index: Int, to package: Int, _ registry: Registry) {
    func text(_ id: TextID) -> String { registry.text(id, at: tender.source) }
    packages[package].rows.append(RowReference(.tenders, index))
    if packages[package].name.isEmpty { packages[package].name = text(tender.name) }
    if packages[package].unit.isEmpty { packages[package].unit = text(tender.unit) }
    if packages[package].unitCode.isEmpty { packages[package].unitCode = text(tender.unitCode) }
    if packages[package].government.isEmpty { packages[package].government = text(tender.government) }
    packages[package].announcedOn = packages[package].announcedOn ?? tender.announcedOn
    packages[package].awardedOn = packages[package].awardedOn ?? tender.awardedOn
    packages[package].contractedOn = packages[package].contractedOn ?? tender.contractedOn
    if !packages[package].isConsultancy {
      packages[package].isConsultancy = text(tender.category).lowercased().contains("konsult")
    }
    if packages[package].year == 0 { packages[package].year = Int(tender.year) }
    packages[package].ceiling = packages[package].ceiling ?? tender.ceiling
    packages[package].estimate = packages[package].estimate ?? tender.estimate
    packages[package].contractValue = packages[package].contractValue ?? tender.contractValue
  }
}

extension PackageDirectory.Package {
  /// As ``Period/standing(to:)``; where the package's own days are only known roughly, a period must have begun by
  /// their first and, for a budget year alone, go on to their last to be sure.
  func standing(of other: Period) -> Period.Standing {
    let standing = other.standing(to: period)
    guard standing == .during, !hasEnd, let start = period.from, let end = period.to else { return standing }
    if (other.from ?? end) > start { return .unknown }
    return hasDates || (other.to ?? end) >= end ? .during : .unknown
  }
}
