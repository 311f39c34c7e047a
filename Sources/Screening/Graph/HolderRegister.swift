import Records

/// A tie from an official, in person or through a relative, to a vendor, directly or through companies.
struct Holder {
  /// Place in ``RelationGraph/links``.
  let link: Int
  let official: CivilServantID
  /// `nil` for the official in person.
  let kinship: Kinship?
  /// The vendor at the end of the way.
  let vendor: Int
  /// Place in ``RelationGraph/seeds`` of the person, and the row there from which the way starts.
  let person: Int
  let seed: Int
  /// What the row calls the office or holding in the first company.
  let role: String
  let office: OfficeTable.Kind
  let row: RowReference

  /// A declared relation, or one that two declarations give together.
  struct Kinship {
    let entry: KinshipTable.Entry
    let asWritten: String
    let declaredOn: CalendarDate?
    /// The row in which the official declared the one who declared the relative.
    var through: (row: RowReference, entry: KinshipTable.Entry)?
  }
}

/// Finds the ties that links give: one for each vendor that a person has a part in.
struct HolderRegister {
  private let registry: Registry
  private let directory: VendorDirectory
  private let ownership: Ownership
  private let shares: ShareLedger
  private let table = OfficeTable()
  private var kinship: KinshipReader
  private var kinds: [String: OfficeTable.Kind] = [:]
  private(set) var holders: [Holder] = []
  private(set) var seeds: [[Ownership.Seed]] = []
  /// Places in ``seeds`` by the government's row that links say is the person.
  private var people: [RowReference: Int] = [:]

  init(_ registry: Registry, _ directory: VendorDirectory, _ ownership: Ownership, _ shares: ShareLedger) {
    self.registry = registry
    self.directory = directory
    self.ownership = ownership
    self.shares = shares
    kinship = KinshipReader(registry)
  }

  /// Relatives whose relation no table knows.
  var unknownTerms: Int {
    var reader = kinship
    return registry.relatives.count { reader.entry(of: $0) == nil }
  }

  mutating func add(_ links: [PersonLink], above threshold: Double) {
    for (index, link) in links.enumerated() where link.grade < .e && link.probability >= threshold {
      add(link, index)
    }
    addDerived(links)
  }

  private mutating func add(_ link: PersonLink, _ index: Int) {
    guard let official = link.nip else { return }
    let person = registry.vendorPeople[link.vendorRow.index]
    let company = directory.ofPerson[link.vendorRow.index]
    guard company >= 0 else { return }
    let (role, office) = office(of: person)
    guard office != .staff else { return }
    var kin: Holder.Kinship?
    if link.kind == .relative {
      let relative = registry.relatives[link.governmentRow.index]
      guard let entry = kinship.entry(of: relative) else { return }
      if !entry.isSelf {
        kin = Holder.Kinship(
          entry: entry, asWritten: registry.text(relative.relation, at: relative.source),
          declaredOn: relative.declaredOn)
      }
    }
    let owner = people[link.governmentRow] ?? seeds.count
    if owner == seeds.count { seeds.append([]) }
    people[link.governmentRow] = owner
    seeds[owner].append(
      Ownership.Seed(
        row: link.vendorRow.index, company: company, share: shares.share(of: link.vendorRow.index),
        period: person.period, owns: office == .owner || person.share.notation != .none))
    // Who only signs, or whose office nobody knows, has no part in what the company holds.
    let leads = [OfficeTable.Kind.owner, .director, .commissioner].contains(office)
    for vendor in [company] + (leads ? ownership.reach(from: [company], counting: false) : [])
    where holders.last?.link != index || vendor != company {
      holders.append(
        Holder(
          link: index, official: official, kinship: kin, vendor: vendor, person: owner, seed: seeds[owner].count - 1,
          role: role, office: office, row: link.vendorRow))
    }
  }

  /// What a row's office is; a share is a holding whatever the office is called.
  private mutating func office(of person: VendorPerson) -> (role: String, kind: OfficeTable.Kind) {
    let role = registry.text(person.role, at: person.source)
    let kind = kinds[role] ?? table.kind(of: role)
    kinds[role] = kind
    let isWeak = kind == .staff || kind == .unknown || kind == .signatory
    return (role, isWeak && person.share.notation != .none ? .owner : kind)
  }
}

// MARK: - Relatives of relatives

extension HolderRegister {
  /// Ties through two declarations: an official declares another official, who declares the relative.
  ///
  /// Only a NIK joins the declared relative to the other official, since what rests on two declarations must not rest on
  /// a likeness as well.
  private mutating func addDerived(_ links: [PersonLink]) {
    var officials: [NationalID: CivilServantID] = [:]
    for official in registry.officials {
      if let number = official.nationalID, number.isWellFormed { officials[number] = official.nip }
    }
    let direct = holders.indices.filter { holders[$0].kinship != nil }
    guard !officials.isEmpty, !direct.isEmpty else { return }
    let declaring = Dictionary(grouping: direct) { holders[$0].official }
    for (row, relative) in registry.relatives.enumerated() {
      guard let number = relative.nationalID, let middle = officials[number], middle != relative.official,
        let ties = declaring[middle], let entry = kinship.entry(of: relative), !entry.isSelf
      else { continue }
      for tie in ties {
        let holder = holders[tie]
        guard var kin = holder.kinship, !isDeclared(holder, by: relative.official, links) else { continue }
        kin.through = (RowReference(.relatives, row), entry)
        holders.append(
          Holder(
            link: holder.link, official: relative.official, kinship: kin, vendor: holder.vendor,
            person: holder.person, seed: holder.seed, role: holder.role, office: holder.office, row: holder.row))
      }
    }
  }

  /// Whether an official has a tie of his own to the same vendor's row, so that the derived one says nothing new.
  private func isDeclared(_ holder: Holder, by official: CivilServantID, _ links: [PersonLink]) -> Bool {
    links.contains { $0.nip == official && $0.vendorRow == holder.row }
  }
}
