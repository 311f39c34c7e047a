import Records
import Testing

@testable import Screening

@Suite struct ModelTrainerTests {
  typealias Facts = InventedRegistry.Facts

  /// What a registry trains, and the model that it started from; trained once, as it takes seconds.
  private static let swapped = train(SwappedDates.registry, threads: 1)
  private static let again = train(SwappedDates.registry, threads: 2)
  private static let start = MatchModel.builtIn

  private static func train(_ registry: Registry, threads: Int) -> ModelTrainer.Training {
    ModelTrainer(registry, ScreeningPolicy(night: InventedRegistry.night), threads: threads).train()
  }

  /// Relatives who are vendors' people under their own name, address and phone; every third with day and month of
  /// the birth date exchanged. And strangers.
  private enum SwappedDates {
    static let pairs = 150
    static let swapped = 50

    static var registry: Registry {
      var rows = InventedRegistry()
      var random = Seeded(7)
      for pair in 0..<pairs {
        rows.official(pair, OtherNames.name(4_000 + pair))
        let (month, day) = (1 + random.below(12), 1 + random.below(12))
        let year = 1960 + random.below(40)
        let otherDay = day == month ? day % 12 + 1 : day
        var facts = Facts(born: date(year, month, otherDay), phone: 81_000_000_000 + UInt64(pair), sex: .female)
        rows.relative(OtherNames.name(pair), "Ipar", of: pair, facts)
        if pair % 3 == 0 { facts.born = date(year, otherDay, month) }
        rows.vendorPerson(OtherNames.name(pair), in: "CV \(pair)", facts)
        rows.vendorPerson(
          OtherNames.name(1_000 + pair), in: "CV \(pair)",
          Facts(born: date(1950 + random.below(50), 1 + random.below(12), 1 + random.below(28))))
      }
      return rows.registry
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> String {
      CalendarDate(year: year, month: month, day: day)?.description ?? ""
    }
  }

  @Test func `two trainings of one registry are equal, whatever the threads`() {
    let (one, other) = (Self.swapped, Self.again)
    #expect(one.model.version == other.model.version)
    #expect(one.model.file(notes: []) == other.model.file(notes: []))
    #expect(one.matches == other.matches)
    #expect(one.pairs == other.pairs && one.lastChange == other.lastChange)
    #expect(one.levels.map(\.after) == other.levels.map(\.after))
  }

  @Test func `dates exchanged in a third of the true pairs are learnt`() {
    let learnt = Self.swapped.model.shares[FactLevel.birthSwapped.place].m
    let believed = 50.0
    let expected =
      (Double(SwappedDates.swapped) + believed * Self.start.shares[FactLevel.birthSwapped.place].m)
      / (Double(SwappedDates.pairs) + believed)
    #expect(abs(learnt - expected) < 0.03, "\(learnt) for \(expected)")
    #expect(Self.swapped.model[.birthSwapped] > Self.start[.birthSwapped] + 3)
    #expect(Self.swapped.model.shares[FactLevel.birthEqual.place].m < Self.start.shares[FactLevel.birthEqual.place].m)
  }

  @Test func `the share of vendors' people who are relatives is learnt`() throws {
    // Half of them are.
    let share = try #require(Self.swapped.matches.last)
    #expect(abs(share - 0.5) < 0.05)
    #expect(abs(Self.swapped.model[.priorBits] - 1) < 0.2)
    #expect(Self.swapped.pairs >= SwappedDates.pairs)
    #expect(Self.swapped.lastChange < 0.01)
  }

  @Test func `every share stays above 0 and at most 1`() {
    for share in Self.swapped.model.shares {
      #expect(share.m > 0 && share.m <= 1)
      #expect(share.u.map { $0 > 0 && $0 <= 1 } ?? true)
      #expect(share.k > 0 && share.k <= 1)
    }
    #expect(Self.swapped.model.bits.allSatisfy { $0.isFinite })
  }

  @Test(arguments: [FactLevel.nikOneDigit, .nikNextSerial])
  func `a NIK one digit apart weighs what it did`(_ level: FactLevel) {
    let (before, after) = (Self.start.shares[level.place], Self.swapped.model.shares[level.place])
    #expect(before.m == after.m && before.u == after.u && before.k == after.k)
  }

  @Test func `what no registry tells stays as it was`() {
    for level in FactLevel.allCases {
      #expect(Self.swapped.model.shares[level.place].k == Self.start.shares[level.place].k)
      #expect((Self.swapped.model.shares[level.place].u == nil) == (Self.start.shares[level.place].u == nil))
    }
    for setting in MatchModel.Setting.allCases where setting != .priorBits {
      #expect(Self.swapped.model[setting] == Self.start[setting])
    }
    #expect(Self.swapped.model.reasons == Self.start.reasons)
  }

  @Test func `each level is told with its weight before and after`() {
    #expect(Self.swapped.levels.map(\.level) == FactLevel.allCases.map(\.key))
    #expect(Self.swapped.levels.map(\.before) == Self.start.bits)
    #expect(Self.swapped.levels.map(\.after) == Self.swapped.model.bits)
    #expect(Self.swapped.model.version != Self.start.version)
  }

  @Test func `the file of a trained model is read back to the same shares, to three digits`() throws {
    let text = Self.swapped.model.file(notes: ["trained", "on an invented registry"])
    let read = try MatchModel(file: Array(text.utf8))
    for level in FactLevel.allCases {
      let (one, other) = (Self.swapped.model.shares[level.place], read.shares[level.place])
      #expect(abs(one.m - other.m) <= one.m * 0.00501 && abs(one.k - other.k) <= one.k * 0.00501)
      #expect(abs((one.u ?? 1) - (other.u ?? 1)) <= (one.u ?? 1) * 0.00501)
    }
    // Cut once, the numbers are stable.
    #expect(read.file(notes: ["trained", "on an invented registry"]) == text)
    #expect(read.version == Self.swapped.model.version)
  }

  // MARK: - Little to learn from

  @Test(arguments: ["nobody", "no vendors", "no officials"])
  func `a registry with an empty side changes no weight`(_ what: String) {
    var rows = InventedRegistry()
    if what == "no vendors" {
      rows.official(1, "Petrus Klau")
      rows.relative("Maria Nahak", "Istri", of: 1, Facts(born: "1999-03-12"))
    }
    if what == "no officials" { rows.vendorPerson("Maria Nahak", in: "CV Maju", Facts(born: "1999-03-12")) }
    let training = Self.train(rows.registry, threads: 2)
    #expect(training.pairs == 0)
    #expect(training.matches.allSatisfy { $0 == 0 })
    for level in training.levels { #expect(abs(level.before - level.after) < 1e-9, "\(level.level)") }
    #expect(abs(training.model[.priorBits] - Self.start[.priorBits]) < 1e-9)
  }

  /// No birth date in it is on a day that stands in for "unknown", and no age speaks for or against a relation.
  @Test func `levels that no true pair shows do not gain`() {
    for key in ["birth_date.stand_in_day", "age.fits", "birth_place.equal", "alive.deceased"] {
      let level = Self.swapped.levels.first { $0.level == key }
      #expect((level?.after ?? .infinity) - (level?.before ?? 0) < 2, "\(key)")
    }
  }
}

@Suite struct MatchModelFileTests {
  @Test func `a model is written as it was read`() throws {
    let text = MatchModel.builtIn.file(notes: ["one", "two"])
    let read = try MatchModel(file: Array(text.utf8))
    #expect(text.hasPrefix("# one\n# two\nlevel;m;u;k;why\n"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(read.version == MatchModel.builtIn.version)
    #expect(read.reasons == MatchModel.builtIn.reasons)
    #expect(read.bits == MatchModel.builtIn.bits && read.kinBits == MatchModel.builtIn.kinBits)
    #expect(read.settings == MatchModel.builtIn.settings)
    #expect(read.file(notes: ["one", "two"]) == text)
  }

  @Test func `numbers have three digits that count, however small`() throws {
    var shares = MatchModel.builtIn.shares
    shares[FactLevel.nikEqual.place].m = 0.123456
    shares[FactLevel.nikEqual.place].u = 0.00000000123456
    let model = MatchModel(
      shares: shares, settings: MatchModel.builtIn.settings, reasons: MatchModel.builtIn.reasons)
    let read = try MatchModel(file: Array(model.file(notes: []).utf8))
    #expect(read.shares[FactLevel.nikEqual.place].m == 0.123)
    #expect(read.shares[FactLevel.nikEqual.place].u == 1.23e-9)
  }
}
