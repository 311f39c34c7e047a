import Records

/// Tells which rows of one table are one person.
struct PersonJoiner {
  private let relatives: Int
  private let names: WholeNames
  private let comparer: NameAligner
  private let model: MatchModel

  init(_ people: People, _ names: WholeNames, _ model: MatchModel) {
    relatives = people.relatives
    self.names = names
    self.model = model
    comparer = NameAligner(people.tokens, model)
  }

  /// Bits by which name and second fact must be rarer together than the registry is large.
  private static let margin = 4.0

  /// Rows of the government's side: relatives declared by several officials, officials of several registers, and
  /// officials who are declared as relatives.
  func government(_ table: inout PersonTable, _ registry: Registry) {
    var pooling = Pooling(table.facts)
    var aligner = comparer
    var disputes = Disputes()
    disputes.note(officials: registry.officials, from: UInt32(relatives))
    joinByFacts(table, names.government, &pooling, &disputes, &aligner)
    joinOfficials(registry, &pooling)
    let families = families(registry, &pooling)
    var entries: [KeyedRow] = []
    for row in 0..<(families.isEmpty ? 0 : relatives) where names.government[row] != 0 {
      guard let family = families[registry.relatives[row].official] else { continue }
      let name = names.keys[Int(names.government[row])]
      entries.append(KeyedRow(key: LinkKey.mix(name, UInt64(family), kind: .name), row: UInt32(row)))
    }
    pooling.join(entries) { one, other in
      registry.relatives[Int(one)].official != registry.relatives[Int(other)].official
        && !table.facts[Int(one)].contradicts(table.facts[Int(other)]) && align(table, one, other, &aligner).agrees
    }
    pooling.apply(to: &table, disputes)
  }

  /// Rows of the vendors' side: several offices in one vendor, or in several.
  func vendors(_ table: inout PersonTable, _ directory: VendorDirectory) {
    var pooling = Pooling(table.facts)
    var aligner = comparer
    var entries: [KeyedRow] = []
    for row in 0..<table.count where directory.ofPerson[row] >= 0 && !table.facts[row].marks.contains(.company) {
      entries.append(KeyedRow(key: UInt64(directory.ofPerson[row]), row: UInt32(row)))
    }
    // Two people of one vendor hardly ever have names that agree.
    pooling.join(entries) { one, other in
      guard !table.facts[Int(one)].contradicts(table.facts[Int(other)]) else { return false }
      let name = align(table, one, other, &aligner)
      return name.agrees && name.bits > Self.margin
        || name.shared > 0 && hasSameNumber(table, one, other)
    }
    var disputes = Disputes()
    joinByFacts(table, names.vendors, &pooling, &disputes, &aligner)
    pooling.apply(to: &table, disputes)
  }

  /// Rows of one NIP are one person, whatever their names.
  private func joinOfficials(_ registry: Registry, _ pooling: inout Pooling) {
    var first: [CivilServantID: UInt32] = [:]
    for (row, official) in registry.officials.enumerated() {
      let place = UInt32(relatives + row)
      if let earlier = first[official.nip] { pooling.join(earlier, place) } else { first[official.nip] = place }
    }
  }

  /// For each official whose family touches another official's, because one is declared as the other's relative, a
  /// number that both have.
  private func families(_ registry: Registry, _ pooling: inout Pooling) -> [CivilServantID: UInt32] {
    var numbers: [CivilServantID: UInt32] = [:]
    var ofPerson = [CivilServantID?](repeating: nil, count: names.government.count)
    for (row, official) in registry.officials.enumerated() {
      if numbers[official.nip] == nil { numbers[official.nip] = UInt32(numbers.count) }
      let person = Int(pooling.root(UInt32(relatives + row)))
      if ofPerson[person] == nil { ofPerson[person] = official.nip }
    }
    var families = Pooling(count: numbers.count)
    var touching: Set<CivilServantID> = []
    for row in 0..<relatives {
      let declaring = registry.relatives[row].official
      guard let declared = ofPerson[Int(pooling.root(UInt32(row)))], declared != declaring,
        let one = numbers[declaring], let other = numbers[declared]
      else { continue }
      families.join(one, other)
      touching.formUnion([declaring, declared])
    }
    return Dictionary(uniqueKeysWithValues: touching.map { ($0, families.root(numbers[$0] ?? 0)) })
  }

  private func joinByFacts(
    _ table: PersonTable, _ numbersOfNames: [UInt32], _ pooling: inout Pooling, _ disputes: inout Disputes,
    _ aligner: inout NameAligner
  ) {
    var numbers: [KeyedRow] = []
    var dates: [KeyedRow] = []
    var homes: [KeyedRow] = []
    for row in 0..<table.count where !table.facts[row].marks.contains(.company) {
      let facts = table.facts[row]
      if facts.nationalID != 0 {
        numbers.append(KeyedRow(key: LinkKey.mix(facts.nationalID, 0, kind: .nationalID), row: UInt32(row)))
      }
      guard numbersOfNames[row] != 0 else { continue }
      let name = names.keys[Int(numbersOfNames[row])]
      if facts.bestBirth != 0 {
        dates.append(
          KeyedRow(key: LinkKey.mix(name, UInt64(facts.bestBirth), kind: .birthAndWord), row: UInt32(row)))
      }
      if facts.address != 0 {
        homes.append(
          KeyedRow(key: LinkKey.mix(name, UInt64(facts.address), kind: .addressAndWord), row: UInt32(row)))
      }
    }
    let size = Logarithm.wholeBits(Double(table.count + 2))
    pooling.join(numbers) { one, other in
      disputes.note(one, other, in: table.facts)
      return !table.facts[Int(one)].contradicts(table.facts[Int(other)])
        && align(table, one, other, &aligner).shared > 0
    }
    pooling.join(dates) { one, other in
      !table.facts[Int(one)].contradicts(table.facts[Int(other)])
        && Double(table.facts[Int(one)].wholeNameBits) + model[.birthMost] - size >= Self.margin
        && !(CalendarDate(packed: table.facts[Int(one)].bestBirth)?.isDefaultDay ?? true)
    }
    pooling.join(homes) { one, other in
      !table.facts[Int(one)].contradicts(table.facts[Int(other)])
        && Double(table.facts[Int(one)].wholeNameBits) + model[.addressMost] - size >= Self.margin
    }
  }

  private func align(
    _ table: PersonTable, _ one: UInt32, _ other: UInt32, _ aligner: inout NameAligner
  ) -> NameAlignment {
    let (a, b) = (table.facts[Int(one)], table.facts[Int(other)])
    return aligner.align(
      table.names.tokens.span.extracting(a.name), a.patronym, table.names.tokens.span.extracting(b.name), b.patronym)
  }

  private func hasSameNumber(_ table: PersonTable, _ one: UInt32, _ other: UInt32) -> Bool {
    let number = table.facts[Int(one)].nationalID
    return number != 0 && number == table.facts[Int(other)].nationalID
  }
}
