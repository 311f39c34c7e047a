/// Holds a night against those before it.
///
/// A number that falls to half or to nothing is held against the last night too: once somebody let such a night
/// pass, the nights after it are as usual. Where fewer than three nights were published, only the last one counts.
struct Drift: Sendable {
  let policy: DriftPolicy

  init(_ policy: DriftPolicy) { self.policy = policy }

  /// - Parameter earlier: The nights before, the last one first.
  /// - Returns: What is unlike, in the order of codes and subjects.
  func alarms(tonight: NightCounts, earlier: [NightCounts]) -> [DriftAlarm] {
    let usual = Array(earlier.prefix(policy.nights))
    let alike = usual.filter { $0.policy == tonight.policy }
    let alarms =
      rows(tonight, usual) + rejects(tonight, usual) + cases(tonight, alike) + coverage(tonight, alike)
      + stale(tonight, earlier)
    return alarms.filter { $0.severity != .off }.sorted { ($0.place, $0.subject) < ($1.place, $1.subject) }
  }

  private func rows(_ tonight: NightCounts, _ earlier: [NightCounts]) -> [DriftAlarm] {
    guard let last = earlier.first else { return [] }
    let datasets = earlier.reduce(into: Set(tonight.rows.keys)) { $0.formUnion($1.rows.keys) }
    return datasets.compactMap { dataset in
      let numbers = earlier.map { $0.rows[dataset, default: 0] }
      let (found, before) = (tonight.rows[dataset, default: 0], last.rows[dataset, default: 0])
      let isKnown = numbers.count >= DriftPolicy.fewestNights
      guard let band = UsualBand(isKnown ? numbers : [before], spreads: policy.band, floor: UsualBand.rowFloor),
        band.median >= Double(DriftPolicy.fewestRows)
      else { return nil }
      let nights = isKnown ? numbers.count : 1
      func alarm(_ code: DriftAlarm.Code, _ severity: DriftPolicy.Severity) -> DriftAlarm {
        DriftAlarm(code, severity, dataset, usual: band, found: found, nights: nights)
      }
      if found == 0, before >= DriftPolicy.fewestRows { return alarm(.rowsZero, policy.zero) }
      if Double(found) * 2 < band.median, found * 2 < before { return alarm(.rowsHalf, policy.rows) }
      guard isKnown, policy.rows != .off else { return nil }
      if found < band.lowest { return alarm(.rowsFall, .warn) }
      return found > band.highest ? alarm(.rowsJump, .warn) : nil
    }
  }

  private func rejects(_ tonight: NightCounts, _ earlier: [NightCounts]) -> [DriftAlarm] {
    tonight.rejects.compactMap { series, found in
      let numbers = earlier.compactMap { $0.rejects[series] }
      guard found >= DriftPolicy.fewestRejects, let band = band(numbers, UsualBand.countFloor), found > band.highest
      else { return nil }
      return DriftAlarm(.rejects, policy.rejects, series, usual: band, found: found, nights: numbers.count)
    }
  }

  private func cases(_ tonight: NightCounts, _ earlier: [NightCounts]) -> [DriftAlarm] {
    var alarms: [DriftAlarm] = []
    for (level, found) in tonight.cases where found >= DriftPolicy.fewestCases {
      let numbers = earlier.map { $0.cases[level, default: 0] }
      guard let band = band(numbers, UsualBand.countFloor), found > band.highest else { continue }
      alarms.append(
        DriftAlarm(.casesJump, policy.cases, level, usual: band, found: found, nights: numbers.count))
    }
    let totals = earlier.map { $0.cases.values.reduce(0, +) }
    let isKnown = totals.count >= DriftPolicy.fewestNights
    let counted = isKnown ? totals : Array(totals.prefix(1))
    if tonight.cases.values.allSatisfy({ $0 == 0 }), let last = totals.first, last > 0,
      let band = UsualBand(counted, spreads: policy.band, floor: UsualBand.countFloor),
      band.median >= Double(DriftPolicy.fewestCases)
    {
      alarms.append(
        DriftAlarm(.casesZero, policy.cases, "cases", usual: band, found: 0, nights: counted.count))
      return alarms
    }
    return alarms + fewerCases(tonight, earlier)
  }

  /// Levels that fall below what is usual, or all cases together where each level is too small to tell. What was
  /// let pass on the last night is no fall.
  private func fewerCases(_ tonight: NightCounts, _ earlier: [NightCounts]) -> [DriftAlarm] {
    func alarm(_ subject: String, _ count: (NightCounts) -> Int) -> DriftAlarm? {
      let (found, numbers) = (count(tonight), earlier.map(count))
      guard let band = band(numbers, UsualBand.countFloor), found < band.lowest, let last = numbers.first, found < last
      else { return nil }
      return DriftAlarm(.casesFall, policy.cases, subject, usual: band, found: found, nights: numbers.count)
    }
    let levels = earlier.reduce(into: Set(tonight.cases.keys)) { $0.formUnion($1.cases.keys) }
    let alarms = levels.compactMap { level in alarm(level) { $0.cases[level, default: 0] } }
    return alarms.isEmpty ? [alarm("cases") { $0.cases.values.reduce(0, +) }].compactMap(\.self) : alarms
  }

  private func coverage(_ tonight: NightCounts, _ earlier: [NightCounts]) -> [DriftAlarm] {
    tonight.coverage.compactMap { rule, found in
      let shares = earlier.compactMap { $0.coverage[rule] }.filter { $0.packages >= DriftPolicy.fewestPackages }
        .map(\.percent)
      guard found.packages >= DriftPolicy.fewestPackages, let band = band(shares, UsualBand.shareFloor),
        found.percent < band.lowest
      else { return nil }
      return DriftAlarm(.coverage, policy.coverage, rule, usual: band, found: found.percent, nights: shares.count)
    }
  }

  private func stale(_ tonight: NightCounts, _ earlier: [NightCounts]) -> [DriftAlarm] {
    let nights = earlier.prefix(policy.staleNights)
    guard nights.count == policy.staleNights else { return [] }
    let digests = nights.map { Set($0.files.map(\.digest)) }
    return tonight.files.compactMap { file in
      guard file.rows >= DriftPolicy.fewestRows, digests.allSatisfy({ $0.contains(file.digest) }) else { return nil }
      return DriftAlarm(
        code: .stale, severity: policy.stale, subject: file.path, expected: [0, policy.staleNights - 1],
        found: nights.count, nights: nights.count)
    }
  }

  /// `nil` where too few nights are known.
  private func band(_ numbers: [Int], _ floor: (Double) -> Double) -> UsualBand? {
    numbers.count < DriftPolicy.fewestNights ? nil : UsualBand(numbers, spreads: policy.band, floor: floor)
  }
}

extension DriftAlarm {
  fileprivate init(
    _ code: Code, _ severity: DriftPolicy.Severity, _ subject: String, usual: UsualBand, found: Int, nights: Int
  ) {
    // With one night to go by, that night's number is what was there; a band would pretend to more.
    let span = nights == 1 ? [Int(usual.median), Int(usual.median)] : [max(0, usual.lowest), usual.highest]
    self.init(code: code, severity: severity, subject: subject, expected: span, found: found, nights: nights)
  }

  /// Where the code stands among the codes.
  fileprivate var place: Int { Code.allCases.firstIndex(of: code) ?? 0 }
}
