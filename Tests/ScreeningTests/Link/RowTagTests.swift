import Records
import Testing

@testable import Screening

@Suite struct RowTagTests {
  private let night = InventedRegistry.night

  @Test func `a row is given up only where no pair of its facts reaches what is needed`() {
    for seed in 1...3 as ClosedRange<UInt64> {
      let people = InventedPeople(seed: seed, rows: 160).people(night)
      var n = 0
      eachPair(people) { comparer, left, right, bits in
        if !comparer.mayReach(bits - 1e-9, left, right) { n += 1; if n < 5 { print("ROW", bits, left, right) } }
      }
      print("ROWBAD", n)
    }
  }

  @Test func `a tag is given up only where the row would be, unless a key of its own leads there`() {
    for seed in 1...3 as ClosedRange<UInt64> {
      let people = InventedPeople(seed: seed, rows: 160).people(night)
      var (n, m) = (0, 0)
      eachPair(people) { comparer, left, right, bits in
        guard !sharesKey(left, right) else { return }
        n += 1
        if !comparer.mayReach(bits - 1e-9, left, RowTag(left), by: RowTag(right), most: .infinity) { m += 1; if m < 6 { print("TAG", bits, left, right) } }
      }
      print("TAGBAD", n, m)
    }
  }

  /// Hands over each pair with the bits that it amounts to.
  private func eachPair(_ people: People, _ body: (PairComparer, PersonFacts, PersonFacts, Double) -> Void) {
    var comparer = PairComparer(people, .builtIn, night: night)
    for (row, left) in people.government.facts.enumerated() {
      for (other, right) in people.vendors.facts.enumerated() {
        guard let weight = comparer.weigh(left, people.government, row, right, people.vendors, other) else { continue }
        body(comparer, left, right, weight.bits)
      }
    }
  }

  /// Whether two rows meet under another key than their names: NIK, birth date either way round, address or phone.
  private func sharesKey(_ left: PersonFacts, _ right: PersonFacts) -> Bool {
    let dates = [left.birth, left.statedBirth].filter { $0 != 0 }
    let others = [right.birth, right.statedBirth].filter { $0 != 0 }
    return left.nationalID != 0 && left.nationalID / 10 == right.nationalID / 10
      || dates.contains { others.contains($0) }
      || dates.contains { others.contains(CalendarDate(packed: $0)?.dayMonthSwapped?.packed ?? 0) }
      || shares([UInt64(left.address), UInt64(left.householdAddress)], [UInt64(right.address), UInt64(right.householdAddress)])
      || shares([left.phone, left.householdPhone], [right.phone, right.householdPhone])
  }

  private func shares(_ one: [UInt64], _ other: [UInt64]) -> Bool { one.contains { $0 != 0 && other.contains($0) } }

  @Test(arguments: [
    (1985, 1985, RowTag.Years.near), (1985, 1986, .near), (1989, 1990, .near), (1985, 1975, .near), (1985, 1885, .near),
    (1985, 1995, .near), (1985, 1996, .apart), (1985, 0, .unknown), (0, 0, .unknown), (1999, 2000, .near),
  ])
  func `years one or one digit apart are near`(_ one: Int, _ other: Int, _ years: RowTag.Years) {
    #expect(tag(one).years(tag(other)) == years)
    #expect(tag(other).years(tag(one)) == years)
  }

  private func tag(_ year: Int) -> RowTag {
    var facts = PersonFacts()
    facts.birth = CalendarDate(year: year, month: 5, day: 6)?.packed ?? 0
    return RowTag(facts)
  }

  @Test func `keeps what the name tells, rounded up, and every word of the address`() {
    var facts = PersonFacts()
    for bits in [0, 0.25, 17, 17.5, 63, 90] as [Float] {
      facts.nameBits = bits
      #expect(RowTag(facts).nameBits == min(63, Double(bits.rounded(.up))))
    }
    for word in 0..<64 {
      facts.addressMask = 1 << UInt64(word)
      #expect(RowTag(facts).sharesAddressWord(RowTag(facts)))
      #expect(RowTag(facts).nameBits == 63)
      #expect(RowTag(facts).years(RowTag(facts)) == .unknown)
    }
  }
}
