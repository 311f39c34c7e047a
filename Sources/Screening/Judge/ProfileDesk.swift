import Records

/// Writes out officials, vendors and packages once each, and only those that a finding names.
struct ProfileDesk {
  private let graph: RelationGraph
  private(set) var officials: [OfficialProfile] = []
  private(set) var vendors: [VendorProfile] = []
  private(set) var packages: [PackageProfile] = []
  private var officialPlaces: [CivilServantID: Int] = [:]
  private var vendorPlaces: [Int: Int] = [:]
  private var packagePlaces: [Int: Int] = [:]

  init(_ graph: RelationGraph) { self.graph = graph }

  mutating func official(_ nip: CivilServantID) -> Int {
    if let place = officialPlaces[nip] { return place }
    let rows = graph.profiles[nip] ?? []
    let registry = graph.registry
    let name = rows.first.map { registry.text(registry.officials[$0].name, at: registry.officials[$0].source) } ?? ""
    let unit = graph.services[nip]?.first?.unitName ?? ""
    officials.append(
      OfficialProfile(nip: nip, name: name, unit: unit, rows: rows.map { RowReference(.officials, $0) }))
    officialPlaces[nip] = officials.count - 1
    return officials.count - 1
  }

  mutating func vendor(_ index: Int) -> Int {
    if let place = vendorPlaces[index] { return place }
    let vendor = graph.vendors[index]
    vendors.append(
      VendorProfile(key: vendor.key, name: vendor.name, taxID: vendor.taxID, code: vendor.code, rows: vendor.rows))
    vendorPlaces[index] = vendors.count - 1
    return vendors.count - 1
  }

  mutating func package(_ index: Int) -> Int {
    if let place = packagePlaces[index] { return place }
    let package = graph.packages[index]
    packages.append(
      PackageProfile(
        code: package.code, name: package.name, unit: package.unit, period: package.period, rows: package.rows))
    packagePlaces[index] = packages.count - 1
    return packages.count - 1
  }
}
