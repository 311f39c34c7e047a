import Records
import Testing

@testable import Screening

@Suite struct PairComparerTests {
  private let people: People
  private let model = MatchModel.builtIn
  private let night: CalendarDate

  init() throws {
    night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    people = InventedPeople(seed: 7, rows: 400).people(night)
  }

  @Test func `a pair is given up only where its facts cannot reach what is needed`() {
    var comparer = PairComparer(people, model, night: night)
    var kept = 0
    for left in 0..<people.government.count {
      for right in stride(from: left % 7, to: people.vendors.count, by: 7) {
        guard let whole = weigh(left, right, &comparer) else { continue }
        for needed in [-20.0, -5, 0, 5, 10, 25, 60] {
          let passing = weigh(left, right, needed: needed, &comparer)
          #expect((passing != nil) == (whole.bits >= needed))
          if passing != nil { kept += 1 }
        }
      }
    }
    #expect(kept > 1_000)
  }

  @Test func `evidence adds up to what was weighed in passing`() throws {
    var comparer = PairComparer(people, model, night: night)
    for left in 0..<people.government.count {
      let weight = try #require(weigh(left, left, keepsLevels: true, &comparer))
      let sum = weight.levels.reduce(weight.nameBits) { $0 + $1.bits } + weight.disputes.reduce(0) { $0 + $1.bits }
      #expect(abs(sum - weight.bits) < 1e-9)
      #expect(Set(weight.levels.map(\.level.subject)).count == weight.levels.count)
    }
  }

  @Test func `either side may stand first`() {
    var comparer = PairComparer(people, model, night: night)
    for left in 0..<people.government.count {
      let right = (left * 31 + 5) % people.vendors.count
      let (one, other) = (people.government, people.vendors)
      let there = comparer.weigh(one.facts[left], one, other.facts[right], other)
      let back = comparer.weigh(other.facts[right], other, one.facts[left], one)
      guard let there, let back else { continue }
      #expect(abs(there.bits - back.bits) < 1e-9)
      #expect(abs(there.kinBits - back.kinBits) < 1e-9)
    }
  }

  private func weigh(
    _ left: Int, _ right: Int, needed: Double = -.infinity, keepsLevels: Bool = false, _ comparer: inout PairComparer
  ) -> PairComparer.Weight? {
    comparer.weigh(
      people.government.facts[left], people.government, people.vendors.facts[right], people.vendors,
      needed: needed, keepsLevels: keepsLevels)
  }
}
