import Records

/// How long the folders of runs stay; without a bound, for good.
///
/// Nothing goes by default: which term is lawful the site has to say, and what audit files have to be kept too.
///
/// > UU 27/2022, articles 16(2) and 42 to 45: personal data are deleted when their term is over.
package struct Retention: Hashable, Sendable {
  /// How many nights stay, the last ones; 0 for all.
  package var nights = 0
  /// For how many days before the last night runs stay; 0 for all.
  package var days = 0

  package init() {}

  /// The runs whose term is over, in the order of filing.
  ///
  /// - Parameters:
  ///   - runs: All that were filed and not taken out.
  ///   - latest: The run that `latest` names; it and the one that it was compared with stay in any case.
  ///   - tonight: The run that was just published, which stays for this time.
  func over(among runs: [FiledRun], latest: String?, tonight: String? = nil) -> [FiledRun] {
    let dates = Set(runs.compactMap { CalendarDate(iso: $0.night) }).sorted(by: >)
    guard let newest = dates.first, var first = dates.last else { return [] }
    if nights > 0, dates.count > nights { first = max(first, dates[nights - 1]) }
    if days > 0, let kept = dates.last(where: { newest.dayNumber - $0.dayNumber <= days }) { first = max(first, kept) }
    let standing = Set([latest, runs.first { $0.id == latest }?.predecessor, tonight].compactMap(\.self))
    return runs.filter { $0.night < first.description && !standing.contains($0.id) }
  }
}

extension CalendarDate {
  /// Days since the first of March of the year 0.
  ///
  /// > H. Hinnant. "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  fileprivate var dayNumber: Int {
    let (shiftedYear, shiftedMonth) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + (153 * shiftedMonth + 2) / 5
      + day - 1
  }
}
