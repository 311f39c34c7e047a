import Records
import Testing

@testable import Screening

@Suite struct PoolingTests {
  typealias Facts = InventedRegistry.Facts

  private let address = "Jl. Bukit Indah No. 14, Oehani"

  /// Whether all rows of a side tell of one person.
  private func isOne(_ table: PersonTable, _ rows: Range<Int>) -> Bool { Set(table.persons[rows]).count == 1 }

  @Test func `a vendor's rows of one name are one person and share what they know`() {
    var rows = InventedRegistry()
    rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", Facts(nik: 5_371_015_203_990_002))
    rows.vendorPerson("SKOLASTIKA BANUNAEK, S.E.", in: "CV. MAJU", Facts(born: "1999-03-12", phone: 81_000_000_001))
    rows.vendorPerson("Yustina Bria", in: "CV Maju")
    let table = rows.registry.linker().people().vendors
    #expect(table.persons == [0, 0, 2])
    #expect(table.rows(of: 0) == [0, 1])
    #expect(table.rows(of: 2) == [2])
    for facts in table.facts[..<2] {
      #expect(facts.nationalID == 5_371_015_203_990_002)
      #expect(CalendarDate(packed: facts.birth)?.description == "1999-03-12")
      #expect(facts.phone == 81_000_000_001)
      #expect(facts.marks.contains(.pooled))
    }
    #expect(table.facts[2].nationalID == 0)
  }

  @Test func `one name in two vendors is one person only with a second fact`() {
    for (facts, isSame) in [(Facts(), false), (Facts(born: "1999-03-12"), true), (Facts(address: address), true)] {
      var rows = InventedRegistry()
      rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", facts)
      rows.vendorPerson("Skolastika Banunaek", in: "PT Terang", facts)
      #expect(isOne(rows.registry.linker().people().vendors, 0..<2) == isSame)
    }
  }

  @Test(arguments: [
    (Facts(nik: 5_371_015_203_990_002), Facts(nik: 5_371_015_203_990_012)),
    (Facts(born: "1999-03-12"), Facts(born: "1999-03-13")),
    (Facts(sex: .male), Facts(sex: .female)),
    (Facts(nik: 5_371_015_203_990_002), Facts(born: "1958-07-20")),
  ])
  func `rows that contradict each other are two people`(_ one: Facts, _ other: Facts) {
    var rows = InventedRegistry()
    rows.official(1, "Petrus Klau")
    for facts in [one, other] {
      var atHome = facts
      atHome.address = address
      rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", atHome)
      rows.relative("Skolastika Banunaek", "Saudara", of: 1, atHome)
    }
    let people = rows.registry.linker().people()
    #expect(!isOne(people.vendors, 0..<2))
    #expect(!isOne(people.government, 0..<2))
  }

  @Test func `spouses who both serve declare one child, of whom each knows the name alone`() {
    for isDeclared in [true, false] {
      var rows = InventedRegistry()
      rows.official(1, "Petrus Klau", Facts(nik: 5_371_010_101_800_001))
      rows.official(2, "Yustina Bria", Facts(nik: 5_371_014_101_800_002, sex: .female))
      rows.relative("Skolastika Klau", "Anak", of: 1)
      rows.relative("Skolastika Klau", "Anak", of: 2)
      if isDeclared { rows.relative("Yustina Bria", "Istri", of: 1, Facts(nik: 5_371_014_101_800_002)) }
      let table = rows.registry.linker().people().government
      #expect(isOne(table, 0..<2) == isDeclared)
      // The declared wife and the official are one person too.
      if isDeclared { #expect(table.persons[2] == table.persons[4]) }
    }
  }

  @Test func `one name under two officials who are no family stays two people`() {
    var rows = InventedRegistry()
    for official in 1...2 {
      rows.official(official, official == 1 ? "Petrus Klau" : "Yustina Bria")
      rows.relative("Skolastika Klau", "Anak", of: official)
    }
    #expect(!isOne(rows.registry.linker().people().government, 0..<2))
  }

  @Test(arguments: [Facts(), Facts(address: "Jl. Bukit Indah No. 14, Oehani")])
  func `father and son of one name are two people`(_ facts: Facts) {
    var rows = InventedRegistry()
    rows.official(1, "Petrus Klau")
    rows.relative("Yohanes Klau", "Ayah", of: 1, facts)
    rows.relative("Yohanes Klau", "Anak", of: 1, facts)
    #expect(!isOne(rows.registry.linker().people().government, 0..<2))
  }

  @Test func `two rows of one official are one person, whatever their names`() {
    var rows = InventedRegistry()
    rows.official(1, "Petrus Klau")
    rows.official(1, "P. K.")
    rows.official(2, "Petrus Klau")
    #expect(rows.registry.linker().people().government.persons == [0, 0, 2])
  }

  @Test func `a company that holds a share is nobody's other row`() {
    var rows = InventedRegistry()
    for _ in 0..<2 { rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", Facts(nik: 5_371_015_203_990_002)) }
    rows.registry.vendorPeople[1].isCompany = true
    #expect(!isOne(rows.registry.linker().people().vendors, 0..<2))
  }
}
