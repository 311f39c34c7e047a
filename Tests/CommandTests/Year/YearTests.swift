import Foundation
import Testing

/// The casebook over a year.
@Suite struct YearTests {
  private static func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
  }

  /// All nights go through the built program. `BENTURAN_YEAR_NIGHTS=365` makes a whole year of it, which takes minutes;
  /// `BENTURAN_YEAR_SEED` gives another.
  @Test func `a year of nights agrees with a model that knows nothing of the program`() throws {
    let nights = Self.number("BENTURAN_YEAR_NIGHTS", 45)
    var year = try Year(seed: UInt64(Self.number("BENTURAN_YEAR_SEED", 2026)))
    for night in 1...nights {
      try year.pass()
      if night % 73 == 0 || night == nights { try year.verify() }
    }
    guard nights >= 365 else { return }
    let happened = [
      "baru", "tetap", "berubah", "dibuka_kembali", "hilang", "decided", "refused", "skipped", "late", "replayed",
      "replayed earlier", "told anew",
    ]
    for name in happened { #expect(year.counts[name, default: 0] > 2, "\(name): \(year.counts)") }
    #expect(KillShim.compiler == nil || year.counts["killed", default: 0] > 10)
  }
}
