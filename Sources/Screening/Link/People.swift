import Records

/// Everybody of a registry, made ready to be compared: the government's side (relatives, then officials) and the
/// vendors' side.
struct People: Sendable {
  var government = PersonTable()
  var vendors = PersonTable()
  let tokens: Vocabulary
  let addresses: Addresses
  /// How many relatives stand before the first official in ``government``.
  let relatives: Int
  /// How many rows have each birth date or phone.
  let birthDates: Tally
  let phones: Tally
  /// Whether ``government`` holds the vendors' people as well, to be held against each other.
  var isAmongVendors = false

  /// The row of the registry that a row of ``government`` is.
  func governmentRow(_ row: Int) -> RowReference {
    if isAmongVendors { return RowReference(.vendorPeople, row) }
    return row < relatives ? RowReference(.relatives, row) : RowReference(.officials, row - relatives)
  }

  /// The vendors' people on both sides.
  var amongVendors: People {
    var people = self
    people.government = vendors
    people.isAmongVendors = true
    return people
  }
}

/// Gathers ``People`` from a registry.
struct PeopleReader {
  let registry: Registry
  let directory: VendorDirectory
  let night: CalendarDate
  private var folder = NameFolder()
  private var addresses = AddressBook()
  private var places = ByteTable()
  private var kinship: KinshipReader
  /// Room for a text, used again and again.
  private var scratch: [UInt8] = []
  private var knownPlaces = TextMemory<UInt32>()
  private var knownOccupations = TextMemory<PersonFacts.Marks>()

  init(_ registry: Registry, _ directory: VendorDirectory, night: CalendarDate) {
    self.registry = registry
    self.directory = directory
    self.night = night
    kinship = KinshipReader(registry)
    _ = places.number(of: [])
  }

  /// - Parameter frequencies: How many people of a whole population bear each name; empty where nobody counted.
  mutating func read(_ frequencies: NameFrequencies) -> People {
    var government = PersonTable()
    var vendors = PersonTable()
    government.facts.reserveCapacity(registry.relatives.count + registry.officials.count)
    government.names.reserve(registry.relatives.count + registry.officials.count)
    var households: [CivilServantID: (address: UInt32, phone: UInt64)] = [:]
    households.reserveCapacity(registry.officials.count)
    var officials: [PersonFacts] = []
    officials.reserveCapacity(registry.officials.count)
    for official in registry.officials {
      let facts = facts(of: official)
      officials.append(facts)
      var household = households[official.nip] ?? (0, 0)
      if household.address == 0 { household.address = facts.address }
      if household.phone == 0 { household.phone = facts.phone }
      households[official.nip] = household
    }
    // Relatives of one official mostly stand together.
    var last: (official: CivilServantID, household: (address: UInt32, phone: UInt64))?
    for relative in registry.relatives {
      var facts = facts(of: relative)
      if last?.official != relative.official {
        last = (relative.official, households[relative.official] ?? (AddressBook.none, 0))
      }
      if let last { (facts.householdAddress, facts.householdPhone) = last.household }
      add(facts, relative.name, relative.source, to: &government)
    }
    for (facts, official) in zip(officials, registry.officials) {
      add(facts, official.name, official.source, to: &government)
    }
    let seats = vendorSeats()
    for (row, person) in registry.vendorPeople.enumerated() {
      var facts = facts(of: person)
      let vendor = directory.ofPerson[row]
      if vendor >= 0 { (facts.householdAddress, facts.householdPhone) = seats[vendor] }
      add(facts, person.name, person.source, to: &vendors)
    }
    return people(consume government, consume vendors, frequencies)
  }

  private mutating func people(
    _ government: consuming PersonTable, _ vendors: consuming PersonTable, _ frequencies: NameFrequencies
  ) -> People {
    let births = Tally { count in
      for facts in government.facts { count(UInt64(facts.bestBirth)) }
      for facts in vendors.facts { count(UInt64(facts.bestBirth)) }
    }
    let phones = Tally { count in
      for facts in government.facts { Self.countPhones(facts, count) }
      for facts in vendors.facts { Self.countPhones(facts, count) }
    }
    for facts in government.facts { addresses.count(facts.address) }
    for facts in vendors.facts { addresses.count(facts.address) }
    let known = Addresses(addresses)
    addresses = AddressBook()
    known.mask(&government.facts)
    known.mask(&vendors.facts)
    let listed = frequencies.folded(by: &folder)
    let tokens = folder.finished { table in
      for row in 0..<government.count { table.count(government.names[row]) }
      for row in 0..<vendors.count { table.count(vendors.names[row]) }
      for (name, people) in listed { table.count(name[...], times: UInt32(clamping: people)) }
    }
    return People(
      government: government, vendors: vendors, tokens: tokens, addresses: known,
      relatives: registry.relatives.count, birthDates: births, phones: phones)
  }

  private static func countPhones(_ facts: PersonFacts, _ count: (UInt64) -> Void) {
    count(facts.phone)
    count(facts.householdPhone)
  }

  private mutating func add(
    _ facts: PersonFacts, _ name: TextID, _ source: SourceLocation, to table: inout PersonTable
  ) {
    let text = bytes(of: name, source)
    defer { scratch = text }
    let folded = folder.fold(text.span)
    var facts = facts
    if folded.isMarkedDeceased { facts.marks.insert(.deceased) }
    if folded.isByHusband { facts.marks.insert(.byHusband) }
    facts.nameStart = UInt32(table.names.tokens.count)
    facts.nameCount = UInt8(folded.tokens.count)
    facts.patronym = UInt8(folded.patronym)
    table.facts.append(facts)
    table.names.append(folded)
    table.persons.append(UInt32(table.persons.count))
  }

  /// A text's bytes in ``scratch``, which whoever is done with them may give back.
  private mutating func bytes(of text: TextID, _ source: SourceLocation) -> [UInt8] {
    var bytes: [UInt8] = []
    swap(&bytes, &scratch)
    registry.arenas[Int(source.file.index)].copy(text, to: &bytes)
    return bytes
  }

  private func common(
    _ number: NationalID?, stated: CalendarDate?, _ birth: CalendarDate?, _ sex: Sex?, _ phone: PhoneNumber?
  ) -> PersonFacts {
    var facts = PersonFacts()
    facts.statedBirth = stated?.packed ?? 0
    facts.birth = birth?.packed ?? 0
    facts.sex = sex.map { $0 == .male ? 1 : 2 } ?? 0
    facts.phone = phone?.value ?? 0
    guard let number, number.isWellFormed else { return facts }
    facts.nationalID = number.value
    facts.statedBirth = number.birthDate(asOf: night)?.packed ?? 0
    return facts
  }

  private mutating func facts(of official: Official) -> PersonFacts {
    // An official's NIP states birth date and sex, where the registry leaves them out.
    var facts = common(
      official.nationalID, stated: official.statedBirth, official.birthDate ?? official.nip.birthDate,
      official.sex ?? official.nip.sex,
      official.phone)
    facts.address = address(official.address, official.source)
    facts.birthPlace = place(official.birthPlace, official.source)
    return facts
  }

  private mutating func facts(of relative: Relative) -> PersonFacts {
    let term = kinship.entry(of: relative)
    var facts = common(
      relative.nationalID, stated: relative.statedBirth, relative.birthDate, relative.sex ?? term?.sex, relative.phone)
    facts.address = address(relative.address, relative.source)
    facts.birthPlace = place(relative.birthPlace, relative.source)
    facts.marks = occupation(relative.occupation, relative.source)
    let born = relative.official.birthDate?.year
    if let born, let years = term?.birthYears {
      facts.earliestBirthYear = UInt16(clamping: max(1, born + years.lowerBound))
      facts.latestBirthYear = UInt16(clamping: max(1, born + years.upperBound))
    }
    if relative.isAlive == false { facts.marks.insert(.deceased) }
    return facts
  }

  private mutating func facts(of person: VendorPerson) -> PersonFacts {
    var facts = common(
      person.nationalID ?? person.taxID?.nationalID, stated: person.statedBirth, person.birthDate, person.sex,
      person.phone)
    facts.address = address(person.address, person.source)
    facts.birthPlace = place(person.birthPlace, person.source)
    if person.isCompany { facts.marks.insert(.company) }
    return facts
  }

  private mutating func address(_ address: TextID, _ source: SourceLocation) -> UInt32 {
    guard !address.isEmpty else { return AddressBook.none }
    let text = bytes(of: address, source)
    defer { scratch = text }
    return addresses.number(of: text.span)
  }

  private mutating func place(_ place: TextID, _ source: SourceLocation) -> UInt32 {
    guard !place.isEmpty else { return 0 }
    if let known = knownPlaces[place, source.file] { return known }
    var letters: [UInt8] = []
    for byte in bytes(of: place, source) {
      switch byte | 0x20 {
      case 0x61...0x7A: letters.append(byte | 0x20)
      default: break
      }
    }
    for prefix in Self.placePrefixes where letters.starts(with: prefix) && letters.count > prefix.count + 2 {
      letters.removeFirst(prefix.count)
      break
    }
    let number = places.number(of: letters)
    knownPlaces[place, source.file] = number
    return number
  }

  private static let placePrefixes = ["kabupaten", "kota", "kab"].map { Array($0.utf8) }

  /// Whether an occupation is one that vendors' people have, or one that seldom leaves room for a vendor.
  private mutating func occupation(_ text: TextID, _ source: SourceLocation) -> PersonFacts.Marks {
    guard !text.isEmpty else { return [] }
    if let known = knownOccupations[text, source.file] { return known }
    let words = registry.text(text, at: source).lowercased().split { !$0.isLetter }
    var marks: PersonFacts.Marks = []
    if words.contains(where: { Self.trades.contains(String($0)) }) {
      marks = .trades
    } else if words.contains(where: { Self.salaried.contains(String($0)) }) {
      marks = .salaried
    }
    knownOccupations[text, source.file] = marks
    return marks
  }

  private static let trades: Set<String> = [
    "wiraswasta", "wirausaha", "wiraswata", "pengusaha", "kontraktor", "pedagang", "dagang", "direktur", "konsultan",
    "swasta", "usaha", "pemborong",
  ]
  private static let salaried: Set<String> = [
    "pns", "asn", "pppk", "tni", "polri", "guru", "dosen", "pelajar", "mahasiswa", "mahasiswi", "siswa", "bidan",
    "perawat", "pendeta", "pastor",
  ]

  /// Address and phone of each vendor, from the first of its rows that has one.
  private mutating func vendorSeats() -> [(UInt32, UInt64)] {
    var seats = [(UInt32, UInt64)](repeating: (0, 0), count: directory.vendors.count)
    for (vendor, entry) in directory.vendors.enumerated() {
      for row in entry.rows where row.dataset == .vendors {
        let found = registry.vendors[row.index]
        if seats[vendor].0 == 0 { seats[vendor].0 = address(found.address, found.source) }
        if seats[vendor].1 == 0 { seats[vendor].1 = found.phone?.value ?? 0 }
      }
    }
    return seats
  }
}
