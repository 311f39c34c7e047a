import Records

/// Who holds which vendor, which vendor stood where in which package, and who served where: all that rules look at.
struct RelationGraph {
  /// One official's role on a package.
  struct Office {
    let official: CivilServantID
    let name: String
    let power: Finding.Power
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
    let row: RowReference

    func covers(vendor: Int, package: Int, until end: CalendarDate?) -> Bool {
      if let date, let end, date > end { return false }
      return (self.vendor ?? vendor) == vendor && (self.package ?? package) == package
        && (self.vendor != nil || self.package != nil)
    }
  }

  let registry: Registry
  let policy: ScreeningPolicy
  let links: [PersonLink]
  /// Judgements that two bidders' people are one.
  let bidderLinks: [PersonLink]
  let vendors: [VendorDirectory.Vendor]
  let market: Market
  let ownership: Ownership
  let shares: ShareLedger
  /// The vendor of each row of `vendor_people`; -1 where it names none.
  let ofPerson: [Int]
  let officeTable = OfficeTable()
  let holders: [Holder]
  /// For each person who holds, the rows by which he or she does.
  let seeds: [[Ownership.Seed]]
  /// By package.
  private(set) var offices: [[Office]] = []
  /// Postings and rows of the officials whom a tie or a role names.
  private(set) var services: [CivilServantID: [Service]] = [:]
  private(set) var profiles: [CivilServantID: [Int]] = [:]
  /// Keys of the packages' buying units.
  private(set) var unitKeys: [String] = []
  private(set) var units: UnitDirectory
  /// Vendors whose owners or officers somebody stated, also those of the companies that hold a part that matters.
  private(set) var hasPeople: [Bool] = []
  /// Packages of whose bidders all have known owners or officers.
  private(set) var hasOwners: [Bool] = []
  /// Officials of whom at least one relative was declared.
  private(set) var hasRelatives: Set<CivilServantID> = []
  /// Units in which somebody serves, and those of whose people somebody declared relatives.
  private(set) var staffedUnits: Set<String> = []
  private(set) var declaringUnits: Set<String> = []
  /// Officials and vendors, or officials and packages, with a declaration that was handled.
  private(set) var handled: [CivilServantID: [Handled]] = [:]
  private(set) var remarks: [Judgement.Remark] = []

  /// By package, in the order of vendors.
  var participations: [[Market.Participation]] { market.participations }
  /// Participations of each vendor, as package and place.
  var ofVendor: [[(package: Int, place: Int)]] { market.ofVendor }
  var packages: [PackageDirectory.Package] { market.packages }

  init(
    _ registry: Registry, _ vendorDirectory: VendorDirectory, _ market: Market, _ linked: Linker.Result,
    _ policy: ScreeningPolicy
  ) {
    self.registry = registry
    self.policy = policy
    links = linked.links
    bidderLinks = linked.vendorLinks.filter { link in
      let (one, other) = (link.governmentRow.index, link.vendorRow.index)
      return !market.meetings(vendorDirectory.ofPerson[one], vendorDirectory.ofPerson[other]).isEmpty
    }
    self.market = market
    vendors = vendorDirectory.vendors
    ofPerson = vendorDirectory.ofPerson
    shares = ShareLedger(registry, vendorDirectory)
    ownership = Ownership(registry, vendorDirectory, shares)
    var register = HolderRegister(registry, vendorDirectory, ownership, shares)
    register.add(linked.links, above: policy.flagThreshold)
    (holders, seeds) = (register.holders, register.seeds)
    units = UnitDirectory(registry)
    hasPeople = Array(repeating: false, count: vendors.count)
    for vendor in vendorDirectory.ofPerson where vendor >= 0 { hasPeople[vendor] = true }
    ownership.hide(from: &hasPeople, above: policy.beneficialShare)
    hasOwners = market.participations.map { $0.bidders.allSatisfy { hasPeople[$0.vendor] } }
    // Relatives of one official mostly stand together.
    var last: CivilServantID?
    for relative in registry.relatives where relative.official != last {
      hasRelatives.insert(relative.official)
      last = relative.official
    }
    // A few hundred units buy all packages.
    var keys: [String: String] = [:]
    unitKeys = market.packages.map { package in
      let written = package.unit.isEmpty ? package.unitCode : package.unit
      let key = keys[written] ?? units.key(written)
      keys[written] = key
      return key
    }
    addOffices()
    addServices()
    for (index, declaration) in registry.declarations.enumerated() where !declaration.action.isEmpty {
      let package =
        declaration.package.code.isEmpty
        ? nil : market.directory.package(declaration.package, declaration.source, registry) ?? -1
      handled[declaration.nip, default: []].append(
        Handled(
          vendor: declaration.vendor.isEmpty ? nil : vendorDirectory.ofDeclaration[index], package: package,
          date: declaration.date, row: RowReference(.declarations, index)))
    }
    remark(
      "kode-penyedia-ganda", vendorDirectory.contradictoryCodes,
      Phrase("kode penyedia dengan lebih dari satu NPWP", "vendor codes with more than one tax number"))
    remark(
      "peran-tanpa-paket", market.directory.strayRoles,
      Phrase("peran pada paket yang tidak ada di data paket", "roles on packages that no package data has"))
    remark(
      "hubungan-tidak-dikenal", register.unknownTerms,
      Phrase("hubungan keluarga yang tidak dikenal", "relation terms that no table knows"))
    remark(
      "kepemilikan-melingkar", ownership.circular,
      Phrase(
        "badan usaha yang memegang saham sendiri melalui badan usaha lain",
        "companies that hold shares of themselves through others"))
  }

  private mutating func remark(_ code: String, _ count: Int, _ phrase: Phrase) {
    if count > 0 { remarks.append(.init(code: code, phrase: phrase, count: count)) }
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
          official: role.nip, name: entry?.name ?? written, power: entry?.power(over: package) ?? .assists,
          period: Period(from: from, to: role.period.to), row: RowReference(.roles, row))
      }
    }
    remark(
      "peran-tidak-dikenal", unknown,
      Phrase("peran pada paket yang tidak dikenal", "roles on packages that no table knows"))
  }

  private mutating func addServices() {
    // Whom a tie or a role names is looked up later; of all others only their units matter.
    let named = Set(holders.map(\.official)).union(registry.roles.map(\.nip))
    // Units repeat on nearly every row of a file.
    var known: [UInt64: (key: String, name: String, isDeclaring: Bool)] = [:]
    func add(_ nip: CivilServantID, _ text: TextID, _ source: SourceLocation, _ period: Period, _ row: RowReference) {
      let place = UInt64(source.file.index) << 32 | UInt64(text.offset)
      if known[place] == nil {
        let name = registry.text(text, at: source)
        known[place] = (units.key(name), name, false)
      }
      guard let unit = known[place] else { return }
      if !unit.isDeclaring, hasRelatives.contains(nip) { known[place]?.isDeclaring = true }
      guard named.contains(nip) else { return }
      services[nip, default: []].append(Service(unit: unit.key, unitName: unit.name, period: period, row: row))
    }
    for (index, official) in registry.officials.enumerated() {
      let row = RowReference(.officials, index)
      if named.contains(official.nip) { profiles[official.nip, default: []].append(index) }
      if !official.unit.isEmpty { add(official.nip, official.unit, official.source, official.period, row) }
    }
    for (index, posting) in registry.postings.enumerated() {
      add(posting.nip, posting.unit, posting.source, posting.period, RowReference(.postings, index))
    }
    staffedUnits = Set(known.values.map(\.key))
    declaringUnits = Set(known.values.filter(\.isDeclaring).map(\.key))
  }
}
