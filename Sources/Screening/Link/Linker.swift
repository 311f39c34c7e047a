import Records

/// Finds the vendor's people who are declared relatives, or officials in person.
///
/// Rows of one person are pooled on each side, rows meet under keys that few share, pairs are weighed fact by fact, and
/// what a pair of persons amounts to is settled against the others who could be the same.
package struct Linker {
  let registry: Registry
  let policy: ScreeningPolicy
  let directory: VendorDirectory
  let threads: Int

  struct Result {
    /// In the order of the government's rows, then the vendors'.
    var links: [PersonLink] = []
    /// Pairs that met only under keys too common, and were not compared.
    var uncompared = 0
    /// Officials whose name is spelt in more than one way in the registers.
    var spellings = 0
    /// Judgements that people of vendors that meet in a package are one, in the order of their rows.
    var bidderLinks: [PersonLink] = []
  }

  func link(_ market: Market) -> Result {
    let people = people()
    let settled = settle(people)
    var result = Result(links: [], uncompared: settled.uncompared, spellings: spellings(people))
    var evidence = PairEvidence(registry, people, policy, prior: Self.prior(people, policy.model))
    for contest in settled.competition.contests {
      let probability = Logarithm.probability(bits: contest.total * policy.model[.slope])
      guard probability >= policy.reviewThreshold else { continue }
      result.links += evidence.links(of: contest, probability: probability)
    }
    result.bidderLinks = bidderLinks(people, market)
    result.links.sort { ($0.governmentRow, $0.vendorRow) < ($1.governmentRow, $1.vendorRow) }
    return result
  }

  /// Judges the people whose rows stand in several vendors that meet in a package.
  private func bidderLinks(_ people: People, _ market: Market) -> [PersonLink] {
    let people = people.amongVendors
    var evidence = PairEvidence(registry, people, policy, prior: Self.prior(people, policy.model))
    var links: [PersonLink] = []
    for person in people.vendors.members.keys.sorted() {
      let rows = people.vendors.rows(of: person).filter { directory.ofPerson[Int($0)] >= 0 }
      for (place, one) in rows.enumerated() {
        for other in rows[(place + 1)...] {
          let vendors = (directory.ofPerson[Int(one)], directory.ofPerson[Int(other)])
          guard vendors.0 != vendors.1, !market.meetings(vendors.0, vendors.1).isEmpty,
            let link = evidence.link(one, other), link.grade < .e, link.probability >= policy.flagThreshold
          else { continue }
          links.append(link)
        }
      }
    }
    return links
  }

  /// How many officials have rows whose names are not the same words, titles and usual variants apart.
  private func spellings(_ people: People) -> Int {
    var first: [CivilServantID: Int] = [:]
    var differing: Set<CivilServantID> = []
    for (row, official) in registry.officials.enumerated() {
      let place = people.relatives + row
      if let earlier = first[official.nip] {
        if people.government.names[earlier] != people.government.names[place] { differing.insert(official.nip) }
      } else {
        first[official.nip] = place
      }
    }
    return differing.count
  }

  /// Lets all pairs meet and settles what they amount to.
  func settle(_ people: People) -> (matcher: Matcher, competition: Competition, uncompared: Int) {
    let matcher = matcher(people)
    let found = matcher.match(threads: threads)
    let competition = Competition(found.pairs, people, policy.model, prior: Self.prior(people, policy.model))
    return (matcher, competition, found.uncompared)
  }

  /// Lets all pairs meet.
  func found(_ people: People) -> Matcher.Found { matcher(people).match(threads: threads) }

  private func matcher(_ people: People) -> Matcher {
    let needed = Logarithm.bits(probability: policy.reviewThreshold) / policy.model[.slope] - Self.slack
    return Matcher(people, policy.model, night: policy.night, needed: needed - Self.prior(people, policy.model))
  }

  /// Pairs below the review threshold still count as rivals of others.
  private static let slack = 1.0

  /// Everybody on both sides, with the rows of one person pooled.
  func people() -> People {
    var reader = PeopleReader(registry, directory, night: policy.night)
    var people = reader.read(policy.nameFrequencies)
    let keys = KeyMaker(people.tokens, people.addresses)
    people.weighNames(keys)
    let joiner = PersonJoiner(people, policy.model)
    let government = joiner.government(registry, keys)
    let vendors = joiner.vendors(directory, keys)
    (people.government, people.vendors) = (government, vendors)
    people.weighNames(keys)
    return people
  }

  /// Bits before any fact is compared: a vendor's person is one given row of the registry's with odds that fall with
  /// its size, taken in powers of two.
  static func prior(_ people: People, _ model: MatchModel) -> Double {
    var bits = Int(model[.smallestRegistry])
    while 1 << bits < people.government.count { bits += 1 }
    return -Double(bits) - model[.priorBits]
  }
}

extension People {
  /// People outside the registries who bear names as well, as ``TokenTable`` thinks of them.
  private static let outsiders = 2000.0
  /// How many bearers a name has that nobody else in the registries bears, and the least population it is held against.
  private static let unseen = 0.125
  private static let least = 65_536.0

  /// Finds what each row's name can tell: its words' rarity together, and the rarity of the name as a whole among all
  /// persons.
  mutating func weighNames(_ keys: KeyMaker) {
    let all = government.count + vendors.count
    var names: [UInt64] = []
    names.reserveCapacity(all)
    for table in [government, vendors] {
      func name(_ row: Int) -> UInt64 {
        keys.wholeName(table.names.tokens.span.extracting(table.names.range(row))) ?? 0
      }
      for row in 0..<table.count where Int(table.persons[row]) == row {
        // Each name of a person counts once, whichever row has it.
        if let rows = table.members[UInt32(row)] {
          names += Set(rows.map { name(Int($0)) }).sorted()
        } else {
          names.append(name(row))
        }
      }
    }
    let tally = Tally(names, about: all)
    let population = Double(all) + Self.outsiders
    for side in [\People.government, \People.vendors] {
      var facts = self[keyPath: side].facts
      self[keyPath: side].facts = []
      let names = self[keyPath: side].names
      for row in facts.indices {
        let name = names.tokens.span.extracting(names.range(row))
        var bits: Float = 0
        for place in 0..<name.count {
          bits += Float(tokens.isInitial(name[place]) ? tokens.letterRarity(name[place]) : tokens.rarity(name[place]))
        }
        facts[row].nameBits = bits
        guard let key = keys.wholeName(name) else { continue }
        // The person and the one it is held against are not chance. Where nobody else bears the name, the registries
        // only say that it is rarer than they can count, and its words say how rare.
        let others = tally[key] - 2
        let share = others > 0 ? (Double(others) + 0.5) / population : Self.unseen / max(population, Self.least)
        facts[row].wholeNameBits = UInt8(max(0, Logarithm.wholeBits(1 / share)))
      }
      self[keyPath: side].facts = facts
    }
  }
}
