/// The numbers of one night that nights are compared by.
struct NightCounts: Hashable, Sendable {
  /// Rows accepted from the files that feed a dataset; a file of several datasets counts for each.
  var rows: [String: Int] = [:]
  /// Rows set aside, by series of files.
  var rejects: [String: Int] = [:]
  /// Cases found, listed or not, by level.
  var cases: [String: Int] = [:]
  /// By rule, of so many packages so many could be checked.
  var coverage: [String: Checked] = [:]
  /// The input files.
  var files: [File] = []
  /// Rules, thresholds, model and program: cases and coverage of two nights compare only where they are equal.
  var policy: [String] = []

  struct Checked: Hashable, Sendable {
    let packages: Int
    let checked: Int

    /// In percent, rounded down.
    var percent: Int { packages == 0 ? 0 : checked * 100 / packages }
  }

  struct File: Hashable, Sendable {
    let path: String
    let digest: String
    let rows: Int
  }

  init() {}

  init(_ manifest: RunManifest) {
    for input in manifest.inputs {
      for dataset in input.datasets { rows[dataset, default: 0] += input.rows.accepted }
      rejects[Self.series(input.path), default: 0] += input.rows.quarantined
      files.append(File(path: input.path, digest: input.sha256, rows: input.rows.accepted))
    }
    cases = manifest.cases.levels
    for rule in manifest.coverage { coverage[rule.rule] = Checked(packages: rule.packages, checked: rule.checked) }
    let decisive = manifest.settings.filter { $0.key.hasPrefix("screening.") || $0.key == "name_frequency" }
    policy =
      ["\(manifest.tool.name) \(manifest.tool.version)"]
      + manifest.rules.map { "\($0.id) \($0.version) \(Self.list($0.thresholds))" } + [Self.list(decisive)]
  }

  /// What the path of one night's file shares with that of the next: numbers in it, such as dates, are left open.
  static func series(_ path: String) -> String {
    var series = ""
    for character in path {
      if !character.isASCII || !character.isNumber {
        series.append(character)
      } else if series.last != "#" {
        series.append("#")
      }
    }
    return series
  }

  private static func list(_ settings: [String: String]) -> String {
    settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }
}
