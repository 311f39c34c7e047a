import Records
import Testing

@testable import Screening

@Suite struct LinkStudyTests {
  typealias Facts = InventedRegistry.Facts
  typealias Kind = LinkStudy.Kind

  private static let full = Facts(
    nik: 5_371_015_203_990_002, born: "1999-03-12", address: "Jl. Bukit Indah No. 14, Oehani", phone: 81_000_000_001,
    sex: .female)

  private func study(_ rows: InventedRegistry, _ government: String, _ vendor: String = "P1") -> LinkStudy.Finding? {
    LinkStudy(rows.keyed, ScreeningPolicy(night: InventedRegistry.night), threads: 1)
      .study(.init(government: government, vendor: vendor))
  }

  /// One relative and one vendor's person.
  private func rows(
    _ relative: String, _ left: Facts, _ person: String, _ right: Facts, relation: String = "Anak"
  ) -> InventedRegistry {
    var rows = InventedRegistry()
    rows.official(1, "Petrus Klau")
    rows.relative(relative, relation, of: 1, left)
    rows.vendorPerson(person, in: "CV Maju", right)
    return rows
  }

  @Test func `a true pair tells all keys under which it met`() throws {
    let found = try #require(
      study(rows("Maria Goreti Banunaek", Self.full, "Banunaek Maria Goreti", Self.full), "K1"))
    #expect(found.isCompared)
    // In another order the letters without blanks are others.
    #expect(found.keys == LinkKey.Kind.allCases.filter { $0 != .joined }.map(\.name))
    #expect(found.commonKeys.isEmpty)
    #expect(found.kind == .identifier)
    #expect(found.probability > 0.99)
  }

  @Test func `what it weighs is what the run says`() throws {
    let rows = rows("Maria Nahak", Facts(born: "1999-03-12"), "Maria Nahak", Facts(born: "1999-03-12"))
    let link = try #require(rows.registry.links().first)
    let found = try #require(study(rows, "K1"))
    #expect(found.probability == link.probability)
    #expect(found.priorBits == link.priorBits)
    #expect(found.comparisons == link.comparisons)
  }

  @Test func `an official is found by the NIP`() throws {
    var rows = InventedRegistry()
    rows.official(1, "Petrus Klau", Self.full)
    rows.relative("Maria Nahak", "Istri", of: 1)
    rows.vendorPerson("Petrus Klau", in: "CV Maju", Self.full)
    let found = try #require(study(rows, String(InventedRegistry.nip(1).value)))
    #expect(found.kind == .identifier && found.probability > 0.99)
  }

  @Test func `a pair that never met has no keys, and is told so whatever else holds`() throws {
    let found = try #require(
      study(rows("Maria Nahak", Facts(born: "1999-03-12"), "Yustina Bria", Facts(born: "1970-07-01")), "K1"))
    #expect(!found.isCompared)
    #expect(found.keys.isEmpty && found.commonKeys.isEmpty)
    #expect(found.kind == .neverCompared)
    #expect(found.probability == 0)
    #expect(found.comparisons.contains { $0.subject == .birthDate && $0.verdict == .against })
  }

  @Test func `keys that too many share are named apart and bring nobody together`() throws {
    var rows = rows("Maria Goreti Nahak", Facts(), "Maria Goreti Nahak", Facts())
    for person in 0..<60 { rows.vendorPerson("Maria Goreti Nahak", in: "CV \(person)") }
    let found = try #require(study(rows, "K1"))
    #expect(found.kind == .neverCompared)
    #expect(found.commonKeys == ["name", "joined_name", "two_words"])
  }

  @Test(arguments: [("K2", "P1"), ("K1", "P2"), ("", "P1"), ("K1", ""), ("198001012010011009", "P1"), ("P1", "K1")])
  func `a row that is in no input gives nothing`(_ government: String, _ vendor: String) {
    #expect(study(rows("Maria Nahak", Self.full, "Maria Nahak", Self.full), government, vendor) == nil)
  }

  @Test func `rows without a key cannot be asked for`() {
    let study = LinkStudy(
      rows("Maria Nahak", Self.full, "Maria Nahak", Self.full).registry,
      ScreeningPolicy(night: InventedRegistry.night), threads: 1)
    #expect(study.study(.init(government: "", vendor: "")) == nil)
  }

  @Test func `two who fit equally well are rivals`() throws {
    var rows = InventedRegistry()
    for official in 1...2 {
      rows.official(official, "Petrus Klau")
      let nik = 5_371_015_203_990_002 + UInt64(official) * 1_000
      rows.relative("Skolastika Banunaek", "Anak", of: official, Facts(nik: nik, born: "1999-03-12"))
    }
    rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", Facts(born: "1999-03-12"))
    for key in ["K1", "K2"] {
      let found = try #require(study(rows, key))
      #expect(found.kind == .rivals)
      #expect(found.probability <= 0.5)
    }
  }

  @Test func `one who may as well be a twin is close kin`() throws {
    // Consecutive numbers, one birth date, one address: a twin of the same name is as likely as a slip.
    var twin = Facts(nik: 5_371_015_203_990_002, born: "1999-03-12", address: "Jl. Bukit Indah No. 14, Oehani")
    let one = twin
    twin.nik = 5_371_015_203_990_003
    let found = try #require(study(rows("Skolastika Banunaek", one, "Skolastika Banunaek", twin), "K1"))
    #expect(found.kind == .closeKin)
    #expect(found.comparisons.contains { $0.subject == .family && $0.verdict == .against })
  }

  struct Pair: CustomTestStringConvertible {
    let kind: Kind
    let left: Facts
    let right: Facts
    var testDescription: String { kind.rawValue }
  }

  @Test(arguments: [
    Pair(kind: .identifier, left: Facts(nik: 5_371_015_203_990_002), right: Facts(nik: 5_371_015_203_990_002)),
    Pair(kind: .nameAndBirthDate, left: Facts(born: "1999-03-12"), right: Facts(born: "1999-03-12")),
    Pair(kind: .nameAndContact, left: Facts(phone: 81_000_000_001), right: Facts(phone: 81_000_000_001)),
    Pair(
      kind: .nameAndContact, left: Facts(address: "Jl. Bukit Indah No. 14, Oehani"),
      right: Facts(address: "Jl. Bukit Indah No. 14, Oehani")),
    Pair(kind: .nameAlone, left: Facts(), right: Facts()),
    Pair(
      kind: .factsAgainst, left: Facts(born: "1999-03-12", sex: .male), right: Facts(born: "1999-03-12", sex: .female)),
  ])
  func `the kind says what a pair rests on`(_ pair: Pair) throws {
    let found = try #require(
      study(rows("Skolastika Banunaek", pair.left, "Skolastika Banunaek", pair.right, relation: "Ipar"), "K1"))
    #expect(found.kind == pair.kind)
  }

  @Test func `threads change nothing`() throws {
    let rows = InventedProvince(seed: 31, families: 60, strangers: 60).rows
    let policy = ScreeningPolicy(night: InventedRegistry.night)
    let studies = [1, 2].map { LinkStudy(rows.keyed, policy, threads: $0) }
    let links = rows.registry.links().filter { $0.governmentRow.dataset == .relatives }
    #expect(links.count > 10)
    for link in links {
      let pair = Evaluation.Pair(
        government: "K\(link.governmentRow.index + 1)", vendor: "P\(link.vendorRow.index + 1)")
      let found = try studies.map { try #require($0.study(pair)) }
      #expect(found[0].isCompared && found[0].keys == found[1].keys && found[0].kind == found[1].kind)
      #expect(abs(found[0].probability - found[1].probability) < 1e-9)
    }
  }
}

extension InventedRegistry {
  /// The registry with a key for each row: K1, K2, ... for relatives, P1, P2, ... for vendors' people.
  var keyed: Registry {
    var registry = registry
    let keys = registry.relatives.indices.map { registry.arenas[0].intern("K\($0 + 1)") }
    registry.relatives.change { place, relative in relative.key = keys[place] }
    for place in registry.vendorPeople.indices {
      registry.vendorPeople[place].key = registry.arenas[0].intern("P\(place + 1)")
    }
    return registry
  }
}
