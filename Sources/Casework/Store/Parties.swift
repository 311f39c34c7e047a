import Records

/// Whose numbers stand behind each case, link and package to be checked again, and the rows set aside of a night, as
/// keyed digests.
///
/// A number counts for everything that cites the line it stands on, so that whoever asks "where does this person
/// stand" misses no line; a line of a package names its officials too.
struct Parties: Sendable {
  /// In the order of ids and persons.
  let entries: [Entry]

  /// A case's, a link's or the run's id with one person.
  struct Entry: Hashable, Comparable, Sendable {
    let id: String
    let person: String

    static func < (left: Self, right: Self) -> Bool { (left.id, left.person) < (right.id, right.person) }
  }

  /// - Parameter run: The run's id, under which those of its rows set aside are noted.
  init(_ reports: Reports, run: String, key: SiteKey) {
    let (context, registry) = (reports.context, reports.context.registry)
    var wanted: [String: Set<SourceLocation>] = [:]
    for matter in reports.cases.all {
      wanted[matter.id] = Set(matter.rows(in: context.judgement).map(registry.location))
    }
    for (index, link) in context.judgement.links.enumerated() where link.nip != nil {
      wanted[context.linkIDs[index]] = Set(link.bothRows.map(registry.location))
    }
    let recheck = context.recheck
    for (id, package) in zip(recheck.ids, recheck.packages) { wanted[id] = Set(package.allRows.map(registry.location)) }
    let numbers = registry.numbers(on: wanted.values.reduce(into: []) { $0.formUnion($1) })
    var digests: [PersonNumber: String] = [:]
    func digest(_ number: PersonNumber) -> String {
      if let known = digests[number] { return known }
      let made = number.digest(key)
      digests[number] = made
      return made
    }
    var found: Set<Entry> = []
    for (id, places) in wanted {
      for place in places {
        for number in numbers[place] ?? [] { found.insert(Entry(id: id, person: digest(number))) }
      }
    }
    for row in context.night.quarantine {
      for identifier in IdentifierScan(Array(row.text.utf8)).found() {
        guard let number = PersonNumber(identifier) else { continue }
        found.insert(Entry(id: run, person: digest(number)))
      }
    }
    entries = found.sorted()
  }
}

/// A number that belongs to one human being.
package struct PersonNumber: Hashable, Sendable {
  private let kind: String
  private let value: UInt64

  private init(_ kind: String, _ value: UInt64) { (self.kind, self.value) = (kind, value) }

  init(_ number: CivilServantID) { self.init("nip", number.value) }
  init(_ number: NationalID) { self.init("nik", number.value) }

  /// `nil` for a company's.
  init?(_ number: TaxID) {
    guard number.isPersonal else { return nil }
    if let own = number.nationalID { self.init(own) } else { self.init("npwp", number.joinKey) }
  }

  init?(_ found: IdentifierScan.Found) {
    switch found.kind {
    case .civilServantID: self.init("nip", found.value)
    case .nationalID: self.init("nik", found.value)
    case .taxID:
      guard let number = TaxID(value: found.value) else { return nil }
      self.init(number)
    case .phone: return nil
    }
  }

  /// Reads a NIP, a NIK or a person's NPWP as an operator types it; `nil` for anything else.
  package init?(typed text: String) {
    let bytes = Array(text.utf8)
    if bytes.count(where: \.isDigit) == 18 {
      guard let number = try? CivilServantID(parsing: bytes.span) else { return nil }
      self.init(number)
    } else {
      // Sixteen digits of a taxpayer in person are the NIK.
      guard let number = try? TaxID(parsing: bytes.span) else { return nil }
      self.init(number)
    }
  }

  /// Twenty hex digits of a keyed digest: nobody without the key can try numbers.
  func digest(_ key: SiteKey) -> String {
    String(Digest.hex(key.digest(of: ["orang", kind, String(value)])).prefix(20))
  }
}

extension Registry {
  /// The persons' numbers that stand on some lines, an official's NIP together with the NIK of the staff registry.
  fileprivate func numbers(on lines: Set<SourceLocation>) -> [SourceLocation: Set<PersonNumber>] {
    var found: [SourceLocation: Set<PersonNumber>] = [:]
    var officials: [CivilServantID: [SourceLocation]] = [:]
    func add(_ place: SourceLocation, _ number: PersonNumber?) {
      if let number, lines.contains(place) { found[place, default: []].insert(number) }
    }
    func add(_ place: SourceLocation, nip: CivilServantID) {
      guard lines.contains(place) else { return }
      found[place, default: []].insert(PersonNumber(nip))
      officials[nip, default: []].append(place)
    }
    func add(_ place: SourceLocation, _ vendor: VendorMention) {
      add(place, vendor.taxID.flatMap(PersonNumber.init))
      add(place, vendor.personalID.map(PersonNumber.init))
    }
    for row in self.officials { add(row.source, nip: row.nip) }
    for row in postings { add(row.source, nip: row.nip) }
    for row in roles { add(row.source, nip: row.nip) }
    for row in relatives {
      add(row.source, nip: row.official)
      add(row.source, row.nationalID.map(PersonNumber.init))
    }
    for row in vendorPeople {
      add(row.source, row.nationalID.map(PersonNumber.init))
      add(row.source, row.taxID.flatMap(PersonNumber.init))
      add(row.source, row.vendor)
    }
    for row in declarations {
      add(row.source, nip: row.nip)
      add(row.source, row.vendor)
    }
    for row in vendors { add(row.source, row.vendor) }
    for row in bids { add(row.source, row.vendor) }
    for row in tenders { add(row.source, row.winner) }
    for row in self.officials {
      guard let number = row.nationalID.map(PersonNumber.init) else { continue }
      for place in officials[row.nip] ?? [] { found[place, default: []].insert(number) }
    }
    return found
  }
}
