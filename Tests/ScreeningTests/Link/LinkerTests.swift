import Records
import Testing

@testable import Screening

@Suite struct LinkerTests {
  typealias Facts = InventedRegistry.Facts

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
    }
  }

  @Test func `address, phone and birth date without a word of the name never make a link`() {
    let facts = Facts(born: "1999-03-12", address: address, phone: 81_000_000_001)
    for other in ["Yustina Bria", "M. N.", "", "Mariana Tefa"] {
      #expect(link("Maria Nahak", facts, other, facts) == nil, "\(other)")
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `whatever else agrees, a link has a word of the name or the NIK`(_ seed: UInt64) {
    var registry = InventedPeople(seed: seed, rows: 150).registry
    registry.sources = InventedRegistry().registry.sources
    var folder = NameFolder()
    let links = registry.links()
    #expect(links.count > 20)
    // Other rows of the two persons may have the NIK, or the word, that these two lack.
    for link in links where link[.nationalID]?.verdict != .agrees && link[.rows]?.level != "other_rows" {
      guard let name = link[.name], ["differs", "missing_name"].contains(name.level) else { continue }
      // "Ny. X" differs from X.
      #expect(!Set(folder.words(name.left)).isDisjoint(with: folder.words(name.right)), "\(link.names)")
    }
  }

  @Test func `a twin stays below one half`() {
    let one = Facts(nik: 5_371_015_203_990_002, born: "1999-03-12", address: address, sex: .female)
    let other = Facts(nik: 5_371_015_203_990_003, born: "1999-03-12", address: address, sex: .female)
    let found = link("Maria Nahak", one, "Marta Nahak", other)
    #expect(found?.probability ?? 0 < 0.5)
  }

  @Test func `father and son of one name stay below one half`() {
    for (older, younger) in [("1958-03-12", "1999-07-20"), ("1950-01-05", "1975-11-30")] {
      let found = link(
        "Yohanes Bria", Facts(born: younger, address: address), "Yohanes Bria", Facts(born: older, address: address))
      #expect(found?.probability ?? 0 < 0.5)
    }
  }

  @Test func `neither the rows' order nor the threads change what is found`() {
    // The first province's rows are more than one thread takes at a time.
    for (seed, families, strangers) in [(1, 1_100, 900), (2, 60, 60), (3, 60, 60), (4, 60, 60), (5, 60, 60)] {
      let registry = InventedProvince(seed: UInt64(seed), families: families, strangers: strangers).rows.registry
      let expected = found(registry, threads: 1)
      #expect(expected.count > 20)
      for threads in [2, 7] { #expect(found(registry, threads: threads) == expected) }
      var random = Seeded(UInt64(seed))
      var shuffled = registry
      shuffled.relatives = RelativeTable(registry.relatives.shuffled(using: &random))
      shuffled.officials.shuffle(using: &random)
      shuffled.vendorPeople.shuffle(using: &random)
      let again = found(shuffled, threads: 2)
      #expect(Set(again).symmetricDifference(expected).sorted() == [])
      #expect(again.count == expected.count)
    }
  }

  @Test func `strangers of other names move each fact by the bits of its values' rarity, and the prior not at all`()
    throws
  {
    let before = InventedProvince(seed: 22, families: 60, strangers: 60).rows
    var after = before
    for stranger in 0..<1_500 {
      after.relative(OtherNames.name(2 * stranger), "Ipar", of: 0)
      after.vendorPerson(OtherNames.name(2 * stranger + 1), in: "CV Lain")
    }
    let (few, many) = (before.registry.links(), after.registry.links())
    #expect(few.count > 20)
    #expect(many.allSatisfy { $0.vendorRow.index < before.registry.vendorPeople.count })
    for link in few {
      let same = try #require(many.first { $0.governmentRow == link.governmentRow && $0.vendorRow == link.vendorRow })
      #expect(same.priorBits == link.priorBits)
      for subject in Comparison.Subject.allCases {
        guard let one = link[subject], let other = same[subject] else { continue }
        // A population of 2,000 and these rows grows by a little more than twofold, so each value's rarity by one bit
        // or two; a name has two.
        let most: Double =
          switch subject {
          case .name: 4
          case .birthDate, .address, .phone: 2
          case .rows, .family, .rivals: .infinity
          default: 0
          }
        #expect(one.level == other.level || most == .infinity)
        #expect(most == .infinity || (-1e-9...most + 1e-9).contains(other.bits - one.bits), "\(subject)")
      }
      // Kin and rivals gain by the same facts, so they take away no more than a pair's facts can gain.
      #expect(abs(same.totalBits - link.totalBits) <= 10)
      #expect(abs(Logarithm.probability(bits: same.totalBits) - same.probability) < 1e-9)
    }
  }

  /// Names and probabilities, to a milliardth, as sums may be taken in another order.
  private func found(_ registry: Registry, threads: Int) -> [String] {
    registry.links(threads: threads).map { "\($0.names) \(($0.probability * 1e9).rounded())" }.sorted()
  }
}

/// Names of words that no other test's name is near to, by letter or sound.
enum OtherNames {
  static func name(_ number: Int) -> String { "\(word(2 * number)) \(word(2 * number + 1))" }

  private static let syllables = ["gu", "wo", "gle", "dwe", "wug", "dig", "gog", "wed", "lug", "delg"]

  private static func word(_ number: Int) -> String {
    "gw" + [1, 10, 100, 1_000].map { syllables[number / $0 % 10] }.joined()
  }
}
