import Records
import Testing

@testable import Screening

@Suite struct RowTagTests {
  private let night = InventedRegistry.night

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `a row is given up only where no pair of its facts reaches what is needed`(_ seed: UInt64) {
    var pairs = 0
    eachPair(seed) { comparer, left, right, bits in
      pairs += 1
      guard !comparer.mayReach(bits - Self.rounding, left, right) else { return }
      Issue.record("\(bits) bits are given up: \(left) \(right)")
    }
    #expect(pairs > 10_000)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `a tag is given up only where the row would be, unless a key of its own leads there`(_ seed: UInt64) {
    var pairs = 0
    eachPair(seed) { comparer, left, right, bits in
      guard !sharesKey(left, right) else { return }
      pairs += 1
      let bounds = TagReach.Bounds(comparer, bits - Self.rounding)
      guard !TagReach(bounds, left).admits(RowTag(right), most: .infinity, bounds) else { return }
      Issue.record("\(bits) bits are given up: \(left) \(right)")
    }
    #expect(pairs > 1_000)
  }

  /// What sums of the same bits in another order may differ by.
  private static let rounding = 1e-9

  /// Hands over each pair with the bits that it amounts to.
  private func eachPair(_ seed: UInt64, _ body: (PairComparer, PersonFacts, PersonFacts, Double) -> Void) {
    let people = InventedPeople(seed: seed, rows: 160).people(night)
    var comparer = PairComparer(people, .builtIn, night: night)
    for left in people.government.facts {
      for right in people.vendors.facts {
        guard let weight = comparer.weigh(left, people.government, right, people.vendors) else { continue }
        body(comparer, left, right, weight.bits)
      }
    }
  }

  /// Whether two rows meet under another key than their names, by NIK, birth date either way round, address or phone;
  /// or were born on one day of two years, of which a tag knows nothing.
  private func sharesKey(_ left: PersonFacts, _ right: PersonFacts) -> Bool {
    let days = { (facts: PersonFacts) in [facts.birth, facts.statedBirth].filter { $0 != 0 } }
    let swapped = days(left).compactMap { CalendarDate(packed: $0)?.dayMonthSwapped?.packed }
    return left.nationalID != 0 && left.nationalID / 10 == right.nationalID / 10
      || shares(days(left) + swapped, days(right))
      || shares(days(left).map { $0 & 511 }, days(right).map { $0 & 511 })
      || shares([left.address, left.householdAddress], [right.address, right.householdAddress])
      || shares([left.phone, left.householdPhone], [right.phone, right.householdPhone])
  }

  private func shares<Number: BinaryInteger>(_ one: [Number], _ other: [Number]) -> Bool {
    one.contains { $0 != 0 && other.contains($0) }
  }

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
