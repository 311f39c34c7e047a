/// From when on a night is too unlike those before it, and what then happens.
package struct DriftPolicy: Hashable, Sendable {
  /// How many earlier nights tell what is usual.
  package var nights = 14
  /// How many spreads a number may be away from the usual one. Four: of numbers that scatter as a normal law has it,
  /// one night in some ten thousand is further off.
  package var band = 4.0
  /// After how many equal nights an input file counts as left behind. Thirty: staff registries come monthly.
  package var staleNights = 30
  /// A dataset's rows fall to less than half; lesser falls and jumps out of the band only warn.
  package var rows = Severity.fail
  /// More rows of a file are set aside than usual.
  package var rejects = Severity.warn
  /// More or fewer cases of a level than usual, or none where there were many.
  package var cases = Severity.warn
  /// A dataset that had many rows has none.
  package var zero = Severity.fail
  /// A rule could check a smaller part of the packages than usual.
  package var coverage = Severity.warn
  /// An input file is the same as on all nights looked at.
  package var stale = Severity.warn

  package init() {}

  /// What an alarm does.
  package enum Severity: String, CaseIterable, Codable, Hashable, Sendable {
    /// The night is not published.
    case fail
    /// The night is published, and `run.json` says so.
    case warn
    /// Nobody looks.
    case off
  }
}

extension DriftPolicy {
  /// Below so many nights nobody knows what is usual.
  static let fewestNights = 3
  /// Datasets and files of fewer rows change by half for any reason.
  static let fewestRows = 50
  /// Fewer rows set aside are a matter for the quarantine list, not for an alarm.
  static let fewestRejects = 20
  /// Fewer cases come and go with single packages.
  static let fewestCases = 10
  /// A share of fewer packages moves by many points with each of them.
  static let fewestPackages = 20

  /// How many nights have to be read back.
  var reach: Int { max(nights, staleNights) }
}
