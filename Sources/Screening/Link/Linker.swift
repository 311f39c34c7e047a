import Records

/// Finds the vendor's people who are declared relatives, or officials in person.
///
/// Rows meet under a key that they share (NIK; the name's tokens in any order; the name without blanks; birth date with
/// one token), are compared fact by fact, and are judged by the sum of the facts' weights and by which facts agree.
///
/// > I. P. Fellegi, A. B. Sunter. "A Theory for Record Linkage." *Journal of the American Statistical Association*
/// > 64 (328), 1969, pp. 1183-1210.
struct Linker {
  /// A key with more rows than this on the vendors' side is too common to compare all of them: only those that share
  /// a rarer key too are compared, and the rest is counted.
  private static let longestRun = 200

  let registry: Registry
  let policy: ScreeningPolicy

  struct Result {
    var links: [PersonLink] = []
    /// Pairs that met only under a key too common, and were not compared.
    var uncompared = 0
  }

  func link() -> Result {
    var folder = NameFolder()
    let people = registry.vendorPeople.map { fold($0.name, $0.source, &folder) }
    let relatives = registry.relatives.map { fold($0.name, $0.source, &folder) }
    let officials = registry.officials.map { fold($0.name, $0.source, &folder) }
    var table = folder.table
    // Rarity is a property of the whole registry: everybody on it is counted.
    for name in people + relatives + officials { table.count(name) }
    let comparer = PairComparer(registry: registry, table: table, policy: policy)
    let index = self.index(people, table)
    var result = Result()
    var met: [UInt32] = []
    for (row, relative) in registry.relatives.enumerated() {
      let facts = PersonFacts(relative, row, relatives[row])
      result.uncompared += candidates(facts, table, index, into: &met)
      for person in met {
        let other = PersonFacts(registry.vendorPeople[Int(person)], Int(person), people[Int(person)])
        judge(.relative, relative.official, facts, other, registry.relatives.count, comparer, &result)
      }
    }
    for (row, official) in registry.officials.enumerated() {
      let facts = PersonFacts(official, row, officials[row])
      result.uncompared += candidates(facts, table, index, into: &met)
      for person in met {
        let other = PersonFacts(registry.vendorPeople[Int(person)], Int(person), people[Int(person)])
        judge(.official, official.nip, facts, other, registry.officials.count, comparer, &result)
      }
    }
    return result
  }

  private func fold(_ name: TextID, _ source: SourceLocation, _ folder: inout NameFolder) -> FoldedName {
    let arena = registry.arenas[Int(source.file.index)]
    return folder.fold(arena.bytes.span.extracting(arena.range(of: name)))
  }

  private func index(_ people: [FoldedName], _ table: TokenTable) -> KeyIndex {
    var entries: [(key: UInt64, row: UInt32)] = []
    for (row, person) in registry.vendorPeople.enumerated() where !person.isCompany {
      for key in keys(PersonFacts(person, row, people[row]), table) { entries.append((key, UInt32(row))) }
    }
    return KeyIndex(entries)
  }

  private func keys(_ facts: PersonFacts, _ table: TokenTable) -> [UInt64] {
    var keys: [UInt64] = []
    if let number = facts.nationalID { keys.append(LinkKey.nationalID(number.value)) }
    if let name = LinkKey.name(facts.name.tokens, table) { keys.append(name) }
    if facts.name.tokens.count > 0 { keys.append(LinkKey.joined(facts.name.tokens, table)) }
    if let born = facts.birthDate {
      for token in facts.name.tokens where !table.isInitial(token) {
        keys.append(LinkKey.birth(born.packed, token: token))
        if let swapped = born.dayMonthSwapped { keys.append(LinkKey.birth(swapped.packed, token: token)) }
      }
    }
    return keys
  }

  /// - Returns: How many rows met only under keys too common.
  private func candidates(
    _ facts: PersonFacts, _ table: TokenTable, _ index: KeyIndex, into met: inout [UInt32]
  ) -> Int {
    met.removeAll(keepingCapacity: true)
    var passedOver = 0
    for key in keys(facts, table) {
      let rows = index.rows(for: key)
      if rows.count > Self.longestRun { passedOver += rows.count } else { met.append(contentsOf: rows) }
    }
    met.sort()
    var last: UInt32?
    met.removeAll { row in
      defer { last = row }
      return row == last
    }
    return passedOver
  }

  private func judge(
    _ kind: PersonLink.Kind, _ nip: CivilServantID, _ left: PersonFacts, _ right: PersonFacts, _ registered: Int,
    _ comparer: PairComparer, _ result: inout Result
  ) {
    let prior = priorBits(registered)
    guard let compared = comparer.compare(left, right, needed: neededBits - prior) else { return }
    let namesakes = comparer.expectedNamesakes(compared.name, birthYear: left.birthDate?.year ?? right.birthDate?.year)
    guard let grade = grade(compared, namesakes) else { return }
    let total = compared.comparisons.reduce(prior) { $0 + $1.bits }
    let probability = Logarithm.probability(bits: total)
    guard probability >= policy.reviewThreshold else { return }
    result.links.append(
      PersonLink(
        kind: kind, nip: nip, governmentRow: left.row, vendorRow: right.row, comparisons: compared.comparisons,
        priorBits: prior, probability: probability, grade: grade, expectedNamesakes: namesakes))
  }

  /// The bits at which a judgement is listed for review.
  private var neededBits: Double { Logarithm.bits(probability: policy.reviewThreshold) }

  /// Bits before any fact is compared: a vendor's person is one given row of the registry's with odds that fall with
  /// its size, taken in powers of two.
  private func priorBits(_ registered: Int) -> Double {
    var bits = policy.model.smallestRegistry
    while 1 << bits < registered { bits += 1 }
    return -Double(bits) - policy.model.priorShare
  }

  /// Which facts agree decides the grade; each fact that speaks against lowers it by one.
  ///
  /// - Returns: `nil` where nothing that could make them one person agrees.
  private func grade(_ facts: PairComparer.Result, _ namesakes: Double) -> IdentityGrade? {
    let nameAgrees = facts.name.agrees
    let against = facts.against.subtracting([.name]).count + (nameAgrees ? 0 : 1)
    let more = facts.agreeing.intersection([.birthPlace, .address, .phone, .nationalID])
    let best: Int
    if facts.sharesIdentifier {
      // Equal numbers under names that differ may be a household's number in the wrong column.
      if !nameAgrees && facts.name.level == .differs { return against > 1 ? nil : .d }
      best = facts.isIdentifierDoubtful && !facts.sharesBirthDate ? 1 : 0
    } else if !nameAgrees {
      return nil
    } else if facts.sharesBirthDate {
      best = more.isEmpty ? 2 : 1
    } else if facts.hasWeakerBirthFact || !more.isEmpty, namesakes <= policy.rareName {
      best = 3
    } else {
      best = 4
    }
    let grades = IdentityGrade.allCases
    return grades[min(best + against, grades.count - 1)]
  }
}
