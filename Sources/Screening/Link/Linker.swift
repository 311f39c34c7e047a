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
  /// What earlier nights left; `nil` to compare everything anew.
  var shelf: (any Shelf)?

  struct Result {
    /// In the order of the government's rows, then the vendors'.
    var links: [PersonLink] = []
    /// Pairs that met only under keys too common, and were not compared.
    var uncompared = 0
    /// Officials whose name is spelt in more than one way in the registers.
    var spellings = 0
    /// Judgements that people of two vendors are one, in the order of their rows.
    var vendorLinks: [PersonLink] = []
  }

  /// Finds them, or takes up what an earlier night found in the same rows.
  func link() -> Result {
    let kept = shelf.map { KeptLinks(registry, directory, policy, on: $0) }
    if let found = kept?.load() { return found }
    let found = compare()
    kept?.keep(found)
    return found
  }

  private func compare() -> Result {
    let people = people()
    let settled = settle(people)
    var result = Result(links: [], uncompared: settled.uncompared, spellings: spellings(people))
    var evidence = PairEvidence(registry, people, policy, prior: Self.prior(people, policy.model))
    for contest in settled.competition.contests {
      let probability = Logarithm.probability(bits: contest.total * policy.model[.slope])
      guard probability >= policy.reviewThreshold else { continue }
      result.links += evidence.links(of: contest, probability: probability)
    }
    result.vendorLinks = vendorLinks(people)
    result.links.sort { ($0.governmentRow, $0.vendorRow) < ($1.governmentRow, $1.vendorRow) }
    return result
  }

  /// Judges the people whose rows stand in several vendors.
  private func vendorLinks(_ people: People) -> [PersonLink] {
    let people = people.amongVendors
    var evidence = PairEvidence(registry, people, policy, prior: Self.prior(people, policy.model))
    var links: [PersonLink] = []
    for person in people.vendors.members.keys.sorted() {
      let rows = people.vendors.rows(of: person).filter { directory.ofPerson[Int($0)] >= 0 }
      for (place, one) in rows.enumerated() {
        for other in rows[(place + 1)...] {
          let vendors = (directory.ofPerson[Int(one)], directory.ofPerson[Int(other)])
          guard vendors.0 != vendors.1,
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
    let names = WholeNames(people, keys)
    people.weighWords()
    people.weighNames(names)
    let joiner = PersonJoiner(people, names, policy.model)
    joiner.government(&people.government, registry)
    joiner.vendors(&people.vendors, directory)
    people.weighNames(names)
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
