import Testing

@testable import Casework

@Suite struct DriftTests {
  /// A night like any other: 1000 officials, 400 tenders, 30 cases, four fifths of 200 packages checked.
  private static func night(_ change: (inout NightCounts) -> Void = { _ in }) -> NightCounts {
    var night = NightCounts()
    night.rows = ["officials": 1000, "tenders": 400, "units": 12]
    night.rejects = ["pegawai-#.csv": 4]
    night.cases = ["kritis": 4, "tinggi": 26, "sedang": 0, "rendah": 0]
    night.coverage = ["kin-holds-bidder": .init(packages: 200, checked: 160)]
    night.policy = ["benturan 1"]
    change(&night)
    return night
  }

  private func alarms(
    _ tonight: NightCounts, _ earlier: [NightCounts], _ change: (inout DriftPolicy) -> Void = { _ in }
  ) -> [DriftAlarm] {
    var policy = DriftPolicy()
    change(&policy)
    return Drift(policy).alarms(tonight: tonight, earlier: earlier)
  }

  private static let usual = Array(repeating: night(), count: 5)

  struct Strange: CustomTestStringConvertible {
    let testDescription: String
    let expected: [String]
    let change: @Sendable (inout NightCounts) -> Void
  }

  @Test(arguments: [
    Strange(testDescription: "nothing", expected: []) { _ in },
    Strange(testDescription: "rows within the band", expected: []) { $0.rows["officials"] = 810 },
    Strange(testDescription: "a fall", expected: ["drift-rows-fall officials warn 800-1200 700"]) {
      $0.rows["officials"] = 700
    },
    Strange(testDescription: "a jump", expected: ["drift-rows-jump tenders warn 320-480 900"]) {
      $0.rows["tenders"] = 900
    },
    Strange(testDescription: "less than half", expected: ["drift-rows-half officials fail 800-1200 499"]) {
      $0.rows["officials"] = 499
    },
    Strange(testDescription: "a dataset gone", expected: ["drift-rows-zero tenders fail 320-480 0"]) {
      $0.rows["tenders"] = nil
    },
    Strange(testDescription: "a small dataset gone", expected: []) { $0.rows["units"] = nil },
    Strange(testDescription: "a few more rows set aside", expected: []) { $0.rejects["pegawai-#.csv"] = 19 },
    Strange(testDescription: "many set aside", expected: ["drift-rejects pegawai-#.csv warn 0-14 60"]) {
      $0.rejects["pegawai-#.csv"] = 60
    },
    Strange(testDescription: "a new file with rows set aside", expected: []) { $0.rejects["lain.csv"] = 60 },
    Strange(testDescription: "a few cases more", expected: []) { $0.cases["kritis"] = 9 },
    Strange(testDescription: "many cases", expected: ["drift-cases-jump kritis warn 0-14 40"]) {
      $0.cases["kritis"] = 40
    },
    Strange(testDescription: "a few cases fewer", expected: []) { $0.cases["tinggi"] = 15 },
    Strange(testDescription: "far fewer cases of a level", expected: ["drift-cases-fall tinggi warn 11-41 5"]) {
      $0.cases["tinggi"] = 5
    },
    Strange(testDescription: "far fewer cases of small levels", expected: ["drift-cases-fall cases warn 14-46 13"]) {
      $0.cases = ["kritis": 0, "tinggi": 13]
    },
    Strange(testDescription: "no cases", expected: ["drift-cases-zero cases warn 14-46 0"]) {
      for level in $0.cases.keys { $0.cases[level] = 0 }
    },
    Strange(testDescription: "less covered", expected: ["drift-coverage kin-holds-bidder warn 70-90 40"]) {
      $0.coverage["kin-holds-bidder"] = .init(packages: 200, checked: 80)
    },
    Strange(testDescription: "few packages", expected: []) {
      $0.coverage["kin-holds-bidder"] = .init(packages: 19, checked: 0)
    },
  ])
  func `one number that changes gives its alarm and no other`(_ strange: Strange) {
    let found = alarms(Self.night(strange.change), Self.usual)
    #expect(
      found.map {
        "\($0.code.rawValue) \($0.subject) \($0.severity.rawValue) \($0.expected[0])-\($0.expected[1]) \($0.found)"
      } == strange.expected)
  }

  @Test func `with two nights only a fall to half or nothing is told, against the last`() {
    let two = Array(Self.usual.prefix(2))
    #expect(alarms(Self.night { $0.rows["officials"] = 700 }, two).isEmpty)
    #expect(alarms(Self.night { $0.cases["kritis"] = 100 }, two).isEmpty)
    let half = alarms(Self.night { $0.rows["officials"] = 400 }, two)
    #expect(half.map(\.code) == [.rowsHalf] && half.map(\.expected) == [[1000, 1000]] && half.map(\.nights) == [1])
    #expect(alarms(Self.night { $0.rows = [:] }, two).map(\.code) == [.rowsZero, .rowsZero])
    #expect(alarms(Self.night { $0.cases = [:] }, two).map(\.code) == [.casesZero])
    #expect(alarms(Self.night { $0.rows = [:] }, []).isEmpty)
  }

  @Test func `once a small night was let pass, the next is no alarm that stops`() {
    let small = Self.night { $0.rows["officials"] = 300 }
    #expect(alarms(small, Self.usual).map(\.severity) == [.fail])
    #expect(alarms(small, [small] + Self.usual).map(\.severity) == [.warn])
  }

  @Test func `cases and coverage of other rules are not compared, rows are`() {
    let other = Self.night {
      $0.policy = ["benturan 2"]
      $0.cases["kritis"] = 400
      $0.coverage["kin-holds-bidder"] = .init(packages: 200, checked: 0)
      $0.rows["officials"] = 700
    }
    #expect(alarms(other, Self.usual).map(\.code) == [.rowsFall])
  }

  @Test func `a file that stays the same is told after so many nights, whatever its name`() {
    func night(_ digest: String, rows: Int = 60) -> NightCounts {
      Self.night { $0.files = [.init(path: "a-\(rows).csv", digest: digest, rows: rows)] }
    }
    let same = Array(repeating: night("a"), count: 3)
    #expect(alarms(night("a"), same) { $0.staleNights = 3 }.map(\.code) == [.stale])
    #expect(alarms(night("a"), same) { $0.staleNights = 4 }.isEmpty)
    #expect(alarms(night("b"), same) { $0.staleNights = 3 }.isEmpty)
    #expect(alarms(night("a"), [night("a"), night("b"), night("a")]) { $0.staleNights = 3 }.isEmpty)
    #expect(alarms(night("a", rows: 49), same) { $0.staleNights = 3 }.isEmpty)
  }

  @Test func `what is off is not told, and what fails says so`() {
    let none = Self.night {
      $0.rows = [:]
      $0.cases = [:]
    }
    #expect(alarms(none, Self.usual) { $0.zero = .off }.map(\.code) == [.casesZero])
    let all = alarms(none, Self.usual) { $0.cases = .fail }
    #expect(all.allSatisfy { $0.severity == .fail } && all.count == 3)
    let half = Self.night { $0.rows["officials"] = 400 }
    #expect(alarms(half, Self.usual) { $0.rows = .off }.isEmpty)
    #expect(alarms(half, Self.usual) { $0.rows = .warn }.map(\.severity) == [.warn])
  }

  @Test(arguments: DriftAlarm.Code.allCases)
  func `every alarm has numbers, its code and a remedy, in neutral words`(_ code: DriftAlarm.Code) {
    let alarm = DriftAlarm(
      code: code, severity: .warn, subject: "officials", expected: [800, 1200], found: 77, nights: 5)
    let text = "\(alarm)"
    #expect(text.hasPrefix("officials: warning: ") && text.contains("77"))
    #expect(text.contains(" [\(code.rawValue)]\n  remedy: ") && NeutralWording.words(in: text).isEmpty)
  }

  @Test func `names of files with dates in them are one series`() {
    #expect(NightCounts.series("a/pegawai-2026-11-23.csv") == "a/pegawai-#-#-#.csv")
    #expect(NightCounts.series("a/pegawai-2026-12-01.csv") == NightCounts.series("a/pegawai-2026-11-3.csv"))
    #expect(NightCounts.series("a.csv") != NightCounts.series("b.csv"))
  }
}
