import Records
import Testing

@testable import Screening

/// Rows of one person that contradict each other.
@Suite struct DisputeTests {
  typealias Facts = InventedRegistry.Facts

  private static let nik: UInt64 = 5_371_015_203_800_002

  /// The official's best link, with a second row of the NIP or without.
  private func official(_ own: Facts, _ second: Facts?, _ person: Facts, isFirst: Bool = false) -> PersonLink? {
    var rows = InventedRegistry()
    if let second, isFirst { rows.official(1, "Skolastika Banunaek", second) }
    rows.official(1, "Skolastika Banunaek", own)
    if let second, !isFirst { rows.official(1, "Skolastika Banunaek", second) }
    rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", person)
    return rows.registry.links().max { ($0.probability, $1.grade) < ($1.probability, $0.grade) }
  }

  struct Case: CustomTestStringConvertible {
    let name: String
    let own: Facts
    let second: Facts
    var person: Facts?
    var testDescription: String { name }
  }

  private static let home = "Jl. Bukit Indah No. 14, Oehani"
  static let cases = [
    Case(
      name: "birth_date", own: Facts(born: "1980-03-12", address: home),
      second: Facts(born: "1985-07-20", address: home)),
    Case(
      name: "sex", own: Facts(nik: nik, born: "1980-03-12", sex: .female),
      second: Facts(nik: nik, born: "1980-03-12", sex: .male)),
    Case(
      name: "nik", own: Facts(nik: nik, born: "1980-03-12"),
      second: Facts(nik: 5_371_011_203_800_077, born: "1980-03-12")),
  ]

  @Test(arguments: cases)
  func `a fact that rows of one NIP dispute lowers what agrees with it, in either order`(_ example: Case) throws {
    let alone = try #require(official(example.own, nil, example.own))
    let disputed = try #require(official(example.own, example.second, example.own))
    let turned = try #require(official(example.own, example.second, example.own, isFirst: true))
    #expect(alone[.disputes] == nil)
    #expect(disputed.probability < alone.probability)
    #expect(disputed.grade > alone.grade)
    let found = try #require(disputed[.disputes])
    #expect(found.level == example.name)
    #expect(found.verdict == .against)
    #expect(found.bits < 0)
    #expect(found.left == "a.csv#2 a.csv#3" && found.right.isEmpty)
    #expect(found.phrase.english.hasPrefix("rows of one NIP disagree about"))
    #expect(abs(disputed.probability - turned.probability) < 1e-9)
    #expect(disputed.grade == turned.grade)
  }

  @Test func `rows that agree, or of which one is silent, dispute nothing`() throws {
    let facts = Facts(born: "1980-03-12", address: Self.home)
    let alone = try #require(official(facts, nil, facts))
    for second in [facts, Facts()] {
      let link = try #require(official(facts, second, facts))
      #expect(link[.disputes] == nil)
      #expect(link.grade == alone.grade)
    }
  }

  @Test(arguments: [true, false])
  func `rows of one NIK on either side are disputes too`(_ isVendors: Bool) throws {
    func link(_ second: Facts?) -> PersonLink? {
      var rows = InventedRegistry()
      let facts = Facts(nik: Self.nik, born: "1980-03-12")
      rows.official(1, "Petrus Klau")
      rows.official(2, "Yustina Bria")
      rows.relative("Skolastika Banunaek", "Saudara", of: 1, facts)
      rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", facts)
      if let second, isVendors { rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", second) }
      if let second, !isVendors { rows.relative("Skolastika Banunaek", "Saudara", of: 2, second) }
      return rows.registry.links().first { $0.governmentRow.index == 0 && $0.vendorRow.index == 0 }
    }
    let alone = try #require(link(nil))
    let disputed = try #require(link(Facts(nik: Self.nik, born: "1985-07-20")))
    let found = try #require(disputed[.disputes])
    #expect(found.phrase.english == "rows of one NIK disagree about the birth date; its agreement counts for half")
    #expect((isVendors ? found.right : found.left) == "a.csv#2 a.csv#3")
    #expect(disputed.totalBits < alone.totalBits)
    #expect(disputed.grade > alone.grade)
  }

  @Test func `a disputed fact fills no gap of the person's other rows`() {
    for isTurned in [false, true] {
      var rows = InventedRegistry()
      let dates = ["1980-03-12", "1985-07-20"]
      for born in isTurned ? dates.reversed() : dates {
        rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", Facts(nik: Self.nik, born: born))
      }
      rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", Facts(nik: Self.nik, phone: 81_000_000_001))
      let table = rows.registry.linker().people().vendors
      #expect(table.rows(of: 0) == [0, 1, 2])
      #expect(table.facts[2].birth == 0)
      #expect(table.facts[..<2].allSatisfy { $0.phone == 81_000_000_001 })
      #expect(table.facts.allSatisfy { $0.disputed == Dispute.Fact.birth.bit })
    }
  }

  @Test(arguments: 31...34 as ClosedRange<UInt64>)
  func `a contradicting row of a NIP never raises any of its links`(_ seed: UInt64) throws {
    let before = InventedProvince(seed: seed, families: 60, strangers: 60).rows
    let links = before.registry.links().filter { $0.kind == .official }
    var after = before
    for official in before.registry.officials {
      var row = official
      row.birthDate = CalendarDate(year: 1951, month: 2, day: 3)
      row.nationalID = nil
      row.sex = official.sex.map { $0 == .male ? .female : .male }
      after.registry.officials.append(row)
    }
    let again = after.registry.links()
    for link in again where link.kind == .official {
      let index = link.governmentRow.index % before.registry.officials.count
      let same = links.first { $0.governmentRow.index == index && $0.vendorRow == link.vendorRow }
      guard let same, same.probability > 0 else { continue }
      #expect(link.probability <= same.probability + 1e-9, "\(link.names)")
      #expect(link.grade >= same.grade, "\(link.names)")
    }
  }

  @Test func `two damaged numbers that look alike are no agreement`() throws {
    // A number that a spreadsheet damaged is none; one that ends in a single 0 may be whole and is no full agreement.
    let rounded = Facts(nik: 5_371_015_203_800_010)
    let whole = Facts(nik: Self.nik)
    func link(_ facts: Facts) -> PersonLink? {
      var rows = InventedRegistry()
      rows.official(1, "Petrus Klau")
      rows.relative("Skolastika Banunaek", "Saudara", of: 1, facts)
      rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", facts)
      return rows.registry.links().first
    }
    let (doubtful, equal) = (try #require(link(rounded)), try #require(link(whole)))
    #expect(doubtful[.nationalID]?.level == "rounded")
    #expect(equal[.nationalID]?.level == "equal")
    #expect(try #require(doubtful[.nationalID]).bits < #require(equal[.nationalID]).bits - 4)
    #expect(doubtful.grade > equal.grade)
    var damaged = InventedRegistry()
    damaged.official(1, "Petrus Klau")
    damaged.relative("Skolastika Banunaek", "Saudara", of: 1)
    damaged.vendorPerson("Skolastika Banunaek", in: "CV Maju")
    damaged.registry.relatives.change { place, relative in
      if place == 0 { relative.statedBirth = CalendarDate(iso: "1980-03-12") }
    }
    damaged.registry.vendorPeople[0].statedBirth = CalendarDate(iso: "1980-03-12")
    let stated = try #require(damaged.registry.links().first)
    #expect(stated[.nationalID]?.verdict == .notCompared)
    #expect(stated.grade > .b)
  }
}
