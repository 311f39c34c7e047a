import OrderedCollections
import Records

/// Who holds which vendor, which vendor stood where in which package, and who served where: all that rules look at.
struct RelationGraph {
  /// A link from an official, in person or through a relative, to a vendor.
  struct Holder {
    /// Place in ``links``.
    let link: Int
    let official: CivilServantID
    /// `nil` for the official in person.
    let kinship: KinshipTable.Entry?
    let relation: String
    let vendor: Int
    let holding: Finding.Holding
    let office: OfficeTable.Kind
    let person: RowReference
  }

  /// A vendor's part in a package.
  struct Participation {
    let package: Int
    let vendor: Int
    var outcome: BidOutcome
    var value: Money?
    var rows: [RowReference]
  }

  /// One official's role on a package.
  struct Office {
    let official: CivilServantID
    let entry: RoleTable.Entry
    let period: Period
    let row: RowReference
  }

  /// One posting of an official.
  struct Service {
    let unit: String
    let unitName: String
    let period: Period
    let row: RowReference
  }

  /// A conflict that was declared and handled: for a vendor, a package, or one in the other.
  struct Handled {
    /// `nil` where the declaration names none; -1 where it names one that no data has.
    let vendor: Int?
    let package: Int?
    let date: CalendarDate?

    func covers(vendor: Int, package: Int, until end: CalendarDate?) -> Bool {
      if let date, let end, date > end { return false }
      return (self.vendor ?? vendor) == vendor && (self.package ?? package) == package
        && (self.vendor != nil || self.package != nil)
    }
  }

  let registry: Registry
  let policy: ScreeningPolicy
  let links: [PersonLink]
  let vendors: [VendorDirectory.Vendor]
  let packages: [PackageDirectory.Package]
  private(set) var holders: [Holder] = []
  /// By package, in the order of vendors.
  private(set) var participations: [[Participation]] = []
  /// Participations of each vendor, as package and place.
  private(set) var ofVendor: [[(package: Int, place: Int)]] = []
  /// By package.
  private(set) var offices: [[Office]] = []
  private(set) var services: [CivilServantID: [Service]] = [:]
  private(set) var profiles: [CivilServantID: [Int]] = [:]
  /// Keys of the packages' buying units.
  private(set) var unitKeys: [String] = []
  private(set) var units: UnitDirectory
  /// Vendors with at least one row about an owner or officer.
  private(set) var hasPeople: [Bool] = []
  /// Officials of whom at least one relative was declared.
  private(set) var hasRelatives: Set<CivilServantID> = []
  /// Units in which somebody serves, and those of whose people somebody declared relatives.
  private(set) var staffedUnits: Set<String> = []
  private(set) var declaringUnits: Set<String> = []
  /// Officials and vendors, or officials and packages, with a declaration that was handled.
  private(set) var handled: [CivilServantID: [Handled]] = [:]
  private(set) var remarks: [Judgement.Remark] = []

  init(
    _ registry: Registry, _ vendorDirectory: VendorDirectory, _ links: [PersonLink], _ policy: ScreeningPolicy
  ) {
    self.registry = registry
    self.policy = policy
    self.links = links
    let packageDirectory = PackageDirectory(registry, vendorDirectory)
    vendors = vendorDirectory.vendors
    packages = packageDirectory.packages
    units = UnitDirectory(registry)
    hasPeople = Array(repeating: false, count: vendors.count)
    for vendor in vendorDirectory.ofPerson where vendor >= 0 { hasPeople[vendor] = true }
    // Relatives of one official mostly stand together.
    var last: CivilServantID?
    for relative in registry.relatives where relative.official != last {
      hasRelatives.insert(relative.official)
      last = relative.official
    }
    unitKeys = packages.map { units.key($0.unit.isEmpty ? $0.unitCode : $0.unit) }
    addParticipations(vendorDirectory)
    addOffices()
    addServices()
    addHolders(vendorDirectory)
    for (index, declaration) in registry.declarations.enumerated() where !declaration.action.isEmpty {
      let package =
        declaration.package.code.isEmpty
        ? nil : packageDirectory.package(declaration.package, declaration.source, registry) ?? -1
      handled[declaration.nip, default: []].append(
        Handled(
          vendor: declaration.vendor.isEmpty ? nil : vendorDirectory.ofDeclaration[index], package: package,
          date: declaration.date))
    }
    remark(
      "kode-penyedia-ganda", vendorDirectory.contradictoryCodes,
      Phrase("kode penyedia dengan lebih dari satu NPWP", "vendor codes with more than one tax number"))
    remark(
      "peran-tanpa-paket", packageDirectory.strayRoles,
      Phrase("peran pada paket yang tidak ada di data paket", "roles on packages that no package data has"))
  }

  private mutating func remark(_ code: String, _ count: Int, _ phrase: Phrase) {
    if count > 0 { remarks.append(.init(code: code, phrase: phrase, count: count)) }
  }

  private mutating func addParticipations(_ directory: VendorDirectory) {
    participations = packages.map { _ in [] }
    ofVendor = vendors.map { _ in [] }
    for (index, package) in packages.enumerated() {
      var byVendor: OrderedDictionary<Int, Participation> = [:]
      func add(_ vendor: Int, _ outcome: BidOutcome, _ value: Money?, _ row: RowReference) {
        guard vendor >= 0 else { return }
        var entry =
          byVendor[vendor] ?? Participation(package: index, vendor: vendor, outcome: outcome, value: nil, rows: [])
        entry.outcome = max(entry.outcome, outcome)
        entry.value = entry.value ?? value
        entry.rows.append(row)
        byVendor[vendor] = entry
      }
      for bid in package.bids {
        add(directory.ofBid[bid], registry.bids[bid].outcome, registry.bids[bid].bidValue, RowReference(.bids, bid))
      }
      for winner in package.winners {
        let outcome: BidOutcome = registry.tenders[winner.row].contractedOn == nil ? .won : .contracted
        add(winner.vendor, outcome, nil, RowReference(.tenders, winner.row))
      }
      participations[index] = byVendor.values.sorted { $0.vendor < $1.vendor }
      for (place, entry) in participations[index].enumerated() { ofVendor[entry.vendor].append((index, place)) }
    }
  }

  private mutating func addOffices() {
    let table = RoleTable()
    var known: [String: RoleTable.Entry?] = [:]
    var unknown = 0
    offices = packages.map { package in
      package.roles.map { row in
        let role = registry.roles[row]
        let written = registry.text(role.role, at: role.source)
        let entry = known[written] ?? table.entry(for: written)
        known[written] = entry
        if entry == nil { unknown += 1 }
        let from = role.period.from ?? role.decreedOn
        return Office(
          official: role.nip, entry: entry ?? RoleTable.Entry(name: written, tier: .assists),
          period: Period(from: from, to: role.period.to), row: RowReference(.roles, row))
      }
    }
    remark(
      "peran-tidak-dikenal", unknown,
      Phrase("peran pada paket yang tidak dikenal", "roles on packages that no table knows"))
  }

  private mutating func addServices() {
    // Units repeat on nearly every row of a file.
    var known: [UInt64: (key: String, name: String)] = [:]
    func unit(_ text: TextID, _ source: SourceLocation) -> (key: String, name: String) {
      let place = UInt64(source.file.index) << 32 | UInt64(text.offset)
      if let found = known[place] { return found }
      let name = registry.text(text, at: source)
      known[place] = (units.key(name), name)
      return (units.key(name), name)
    }
    for (index, official) in registry.officials.enumerated() {
      profiles[official.nip, default: []].append(index)
      guard !official.unit.isEmpty else { continue }
      let (key, name) = unit(official.unit, official.source)
      services[official.nip, default: []].append(
        Service(unit: key, unitName: name, period: official.period, row: RowReference(.officials, index)))
    }
    for (index, posting) in registry.postings.enumerated() {
      let (key, name) = unit(posting.unit, posting.source)
      services[posting.nip, default: []].append(
        Service(unit: key, unitName: name, period: posting.period, row: RowReference(.postings, index)))
    }
    for (official, postings) in services {
      for posting in postings {
        staffedUnits.insert(posting.unit)
        if hasRelatives.contains(official) { declaringUnits.insert(posting.unit) }
      }
    }
  }

  private mutating func addHolders(_ directory: VendorDirectory) {
    let offices = OfficeTable()
    let shares = ShareLedger(registry, directory)
    var kinship = KinshipReader(registry)
    var kinds: [String: OfficeTable.Kind] = [:]
    for (index, link) in links.enumerated() {
      guard link.grade < .e, link.probability >= policy.flagThreshold else { continue }
      let person = registry.vendorPeople[link.vendorRow.index]
      let vendor = directory.ofPerson[link.vendorRow.index]
      guard vendor >= 0 else { continue }
      let role = registry.text(person.role, at: person.source)
      var office = kinds[role] ?? offices.kind(of: role)
      kinds[role] = office
      // A share is a holding whatever the office is called.
      if office == .staff || office == .unknown || office == .signatory, person.share.notation != .none {
        office = .owner
      }
      guard office != .staff else { continue }
      var entry: KinshipTable.Entry?
      var relation = ""
      if link.kind == .relative {
        let relative = registry.relatives[link.governmentRow.index]
        relation = registry.text(relative.relation, at: relative.source)
        guard let found = kinship.entry(of: relative) else { continue }
        entry = found.isSelf ? nil : found
      }
      let holding = Finding.Holding(
        role: role, share: shares.share(of: link.vendorRow.index), depth: 1, period: person.period)
      holders.append(
        Holder(
          link: index, official: link.nip, kinship: entry, relation: relation, vendor: vendor, holding: holding,
          office: office, person: link.vendorRow))
    }
    let unknownTerms = registry.relatives.count { kinship.entry(of: $0) == nil }
    remark(
      "hubungan-tidak-dikenal", unknownTerms,
      Phrase("hubungan keluarga yang tidak dikenal", "relation terms that no table knows"))
  }
}

/// Turns holdings as written into parts of the whole, vendor by vendor.
private struct ShareLedger {
  private var shares: [Int: Fraction] = [:]

  /// Bare numbers that sum to about 100 are percent, to about 1 fractions; sheets and rupiah are parts of their sum.
  /// Whatever sums to neither stays unknown, as does a vendor whose holders use several notations.
  init(_ registry: Registry, _ directory: VendorDirectory) {
    var byVendor: [Int: [Int]] = [:]
    for (index, vendor) in directory.ofPerson.enumerated() where vendor >= 0 {
      byVendor[vendor, default: []].append(index)
    }
    for people in byVendor.values {
      for notation in [Share.Notation.ofWhole, .bare, .sheets, .paidIn] {
        let holders = people.filter { registry.vendorPeople[$0].share.notation == notation }
        let sum = holders.reduce(into: 0.0) { $0 += Double(registry.vendorPeople[$1].share.amount) }
        for holder in holders {
          let amount = registry.vendorPeople[holder].share.amount
          switch notation {
          case .none: break
          case .ofWhole: shares[holder] = Fraction(millionths: amount)
          case .bare:
            if (99_000_000...101_000_000).contains(sum) { shares[holder] = Fraction(millionths: amount / 100) }
            if (990_000...1_010_000).contains(sum) { shares[holder] = Fraction(millionths: amount) }
          case .sheets, .paidIn:
            // One holder's sheets say nothing about the whole; several holders' do.
            if holders.count > 1, sum > 0 {
              shares[holder] = Fraction(millionths: Int64(Double(amount) / sum * 1_000_000))
            }
          }
        }
      }
    }
  }

  func share(of person: Int) -> Fraction? { shares[person] }
}
