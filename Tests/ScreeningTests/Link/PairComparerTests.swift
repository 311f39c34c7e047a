import Records
import Testing

@testable import Screening

@Suite struct PairComparerTests {
  /// A registry of one arena, and people drawn from few values, so that facts agree, slip, differ and are missing.
  private struct People {
    var registry = Registry()
    var folder = NameFolder()
    private var random: UInt64

    init(seed: UInt64) {
      random = seed
      registry.arenas = [TextArena()]
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return values[Int(random >> 33) % values.count]
    }

    mutating func person() -> PersonFacts {
      let name = pick(["Maria Nahak", "MARIA NAHAK, S.E.", "Nahak Maria", "M. Nahak", "Maria G. Nahak", "Maria Bria"])
      let bytes = Array(name.utf8)
      var facts = PersonFacts(
        row: RowReference(.relatives, 0), source: SourceLocation(file: FileID(index: 0), line: 1, position: 0),
        written: registry.arenas[0].intern(name), name: folder.fold(bytes.span))
      let numbers: [UInt64?] = [
        nil, 5_371_015_203_850_002, 5_371_015_203_850_012, 5_371_015_203_850_010, 9_999_015_203_850_002,
      ]
      facts.nationalID = pick(numbers).flatMap { NationalID(value: $0) }
      let dates: [(Int, Int, Int)?] = [
        nil, (1985, 3, 12), (1985, 12, 3), (1985, 3, 13), (1985, 7, 1), (1958, 3, 12), (1990, 1, 1),
      ]
      facts.birthDate = pick(dates).flatMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }
      facts.sex = pick([nil, .male, .female])
      facts.birthPlace = registry.arenas[0].intern(pick(["", "Kupang", "KUPANG", "Ende"]))
      facts.address = registry.arenas[0].intern(pick(["", "Jl. Bukit No. 1", "jalan bukit 1", "Jl. Gading"]))
      let phones: [UInt64?] = [nil, 81_000_000_001, 81_000_000_002]
      facts.phone = pick(phones).flatMap { PhoneNumber(value: $0) }
      facts.isAlive = pick([nil, true, false])
      return facts
    }
  }

  @Test func `a pair is given up only where its facts cannot reach what is needed`() throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    var people = People(seed: 7)
    let pairs = (0..<20_000).map { _ in (people.person(), people.person()) }
    let comparer = PairComparer(
      registry: people.registry, table: people.folder.table, policy: ScreeningPolicy(night: night))
    var kept = 0
    for (left, right) in pairs {
      guard let whole = comparer.compare(left, right) else { continue }
      let total = whole.comparisons.reduce(0) { $0 + $1.bits }
      let name = whole.comparisons.first { $0.subject == .name }?.bits ?? 0
      #expect(total - name <= comparer.mostBitsBesideName(left, right))
      for needed in [-20.0, 0, 10, 25, 60] where total >= needed {
        kept += 1
        #expect(comparer.compare(left, right, needed: needed)?.comparisons == whole.comparisons)
      }
    }
    #expect(kept > 10_000)
  }

  @Test func `a pair that shares neither name nor NIK met by chance`() throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    var people = People(seed: 11)
    var pairs = (0..<200).map { _ in (people.person(), people.person()) }
    for index in pairs.indices { pairs[index].0.nationalID = nil }
    let comparer = PairComparer(
      registry: people.registry, table: people.folder.table, policy: ScreeningPolicy(night: night))
    for (left, right) in pairs {
      let name = NameComparison(left.name.tokens, right.name.tokens, people.folder.table)
      #expect((comparer.compare(left, right) != nil) == name.agrees)
    }
    #expect(pairs.contains { comparer.compare($0.0, $0.1).map { _ in true } == nil })
  }

  @Test func `a woman named by her husband is not he`() throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    var people = People(seed: 13)
    var (wife, husband) = (people.person(), people.person())
    for (name, isWife) in [("Ny. Budi Santoso", true), ("Budi Santoso", false)] {
      let bytes = Array(name.utf8)
      let folded = people.folder.fold(bytes.span)
      if isWife { wife.name = folded } else { husband.name = folded }
    }
    (wife.nationalID, husband.nationalID) = (nil, nil)
    let comparer = PairComparer(
      registry: people.registry, table: people.folder.table, policy: ScreeningPolicy(night: night))
    #expect(wife.name.tokens == husband.name.tokens)
    #expect(comparer.compare(wife, husband).map { _ in true } == nil)
    #expect(comparer.compare(wife, wife).map { _ in true } == true)
  }
}
