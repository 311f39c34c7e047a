import Records
import Testing

@testable import Screening

@Suite struct LinkerTests {
  typealias Facts = InventedRegistry.Facts

  private let born = "1985-03-12"
  private let address = "Jl. Bukit Indah No. 14, Oehani"

  private func link(
    _ relative: String, _ left: Facts, _ person: String, _ right: Facts, relation: String = "Anak"
  ) -> PersonLink? {
    var rows = InventedRegistry()
    rows.official(1, "Petrus Klau")
    rows.relative(relative, relation, of: 1, left)
    rows.vendorPerson(person, in: "CV Maju", right)
    let links = rows.registry.links()
    #expect(links.count < 2)
    return links.first
  }

  @Test func `equal numbers under one name are grade A`() throws {
    let facts = Facts(nik: 5_371_015_203_990_002)
    let link = try #require(self.link("Maria Nahak", facts, "Maria Nahak", facts))
    #expect(link.grade == .a)
    #expect(link.probability > 0.99)
  }

  @Test func `name and birth date are grade C, and B with the address`() throws {
    let date = Facts(born: "1999-03-12")
    let both = Facts(born: "1999-03-12", address: address)
    #expect(link("Maria Nahak", date, "Maria Nahak", date)?.grade == .c)
    #expect(link("Maria Nahak", both, "Maria Nahak", both)?.grade == .b)
  }

  @Test(arguments: [
    ("Maria Nahak", "Maria Nahak"), ("Maria Goreti Nahak", "Nahak Maria Goreti"), ("Suharto", "Suharto"),
    ("Skolastika Banunaek", "Skolastica Banunaek"), ("Maria Goreti Nahak", "Maria G. Nahak"),
  ])
  func `a name alone is never more than grade E`(_ one: String, _ other: String) {
    for link in [link(one, Facts(), other, Facts()), link(one, Facts(sex: .male), other, Facts(sex: .male))] {
      #expect(link?.grade ?? .e == .e)
      print("L|\(one)|\(link?.probability ?? -1)|\(link?.comparisons.map { "\($0.subject) \($0.level) \($0.bits)" } ?? [])")
    }
  }

  @Test func `address, phone and birth date without a word of the name never make a link`() {
    let facts = Facts(born: "1999-03-12", address: address, phone: 81_000_000_001)
    for other in ["Yustina Bria", "M. N.", "", "Mariana Tefa"] {
      #expect(link("Maria Nahak", facts, other, facts) == nil, "\(other)")
    }
  }

  @Test func `a twin stays below one half`() {
    let one = Facts(nik: 5_371_015_203_990_002, born: "1999-03-12", address: address, sex: .female)
    let other = Facts(nik: 5_371_015_203_990_003, born: "1999-03-12", address: address, sex: .female)
    let found = link("Maria Nahak", one, "Marta Nahak", other)
    print("TWIN", found?.probability ?? -1, found?.grade ?? .e)
    #expect(found?.probability ?? 0 < 0.5)
  }

  @Test func `father and son of one name stay below one half`() {
    for (older, younger) in [("1958-03-12", "1999-07-20"), ("1950-01-05", "1975-11-30")] {
      let found = link(
        "Yohanes Bria", Facts(born: younger, address: address), "Yohanes Bria", Facts(born: older, address: address))
      print("FATHER", found?.probability ?? -1, found?.grade ?? .e)
      #expect(found?.probability ?? 0 < 0.5)
    }
  }

  @Test func `1958 for 1985 is found`() {
      let found = link(
        "Skolastika Banunaek", Facts(born: "1985-03-12"), "Skolastika Banunaek", Facts(born: "1958-03-12"), relation: "Ipar")
      print("1958", found?.probability ?? -1, found?.grade ?? .e, found?.comparisons.map { "\($0.subject) \($0.level) \($0.bits)" } ?? [])
  }

  @Test func `neither the rows' order nor the threads change what is found`() {
    let clock = ContinuousClock()
    for (seed, families, strangers) in [(UInt64(1), 1_100, 900), (2, 60, 60), (3, 60, 60), (4, 60, 60), (5, 60, 60)] {
      let registry = InventedProvince(seed: seed, families: families, strangers: strangers).rows.registry
      var expected: [String] = []
      print("T", clock.measure { expected = found(registry, threads: 1) }, expected.count)
      #expect(expected == found(registry, threads: 2))
      #expect(expected == found(registry, threads: 7))
      var random = Seeded(seed)
      var shuffled = registry
      shuffled.relatives.shuffle(using: &random)
      shuffled.officials.shuffle(using: &random)
      shuffled.vendorPeople.shuffle(using: &random)
      let f = found(shuffled, threads: 2)
      #expect(expected == f, "\(Set(expected).symmetricDifference(f).sorted().prefix(20))")
    }
  }

  /// Names and probabilities, to a milliardth, as sums may be taken in another order.
  private func found(_ registry: Registry, threads: Int) -> [String] {
    registry.links(threads: threads).map { "\($0.names) \(($0.probability * 1e9).rounded())" }.sorted()
  }
}
