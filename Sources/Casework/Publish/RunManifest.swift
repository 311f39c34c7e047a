/// `run.json`: what a run read, wrote and counted; with the digest of the run before it, a link in a chain.
///
/// Two equal nights give equal manifests, ``timings`` apart.
package struct RunManifest: Codable, Hashable, Sendable {
  package var tool: Tool
  /// The run's id, which is its folder's name.
  package var run: String
  /// The night's date, ISO 8601.
  package var asOf: String
  /// SHA-256 of the configuration's text; absent where there was none.
  package var configurationSha256: String?
  package var settings: [String: String]
  /// Absent where everything is masked.
  package var unmaskReason: String?
  package var rules: [Rule]
  package var inputs: [Input]
  package var outputs: [Output]
  package var cases: Cases
  package var casebook: CasebookMark?
  package var links: Int
  /// How many times a vendor came so far in a package: registered only, bid, won, contracted.
  package var participations: [String: Int]
  package var coverage: [Coverage]
  /// How the clear packages to be checked again were chosen; absent in runs of early versions.
  package var recheck: Recheck?
  package var remarks: [Remark]
  /// Rows that repeated an earlier one exactly, by dataset.
  package var repeats: [String: Int]
  /// What was unlike the nights before; absent where nothing was.
  package var alarms: [DriftAlarm]?
  /// The seal of the `run.json` of the run that was the latest before, see ``seal(of:)``; absent in an output folder's
  /// first run.
  package var previous: String?
  /// Milliseconds by stage; the only member that two equal nights may differ in. In `run.json` with a check.
  package var timings: [String: Int]

  package static let fileName = "run.json"

  package struct Tool: Codable, Hashable, Sendable {
    package var name: String
    package var version: String
  }

  package struct Rule: Codable, Hashable, Sendable {
    package var id: String
    package var version: String
    package var thresholds: [String: String]
  }

  package struct Input: Codable, Hashable, Sendable {
    package var path: String
    package var bytes: Int
    package var sha256: String
    package var form: String
    package var datasets: [String]
    package var rows: Rows
    package var warnings: [Warning]
    package var unknownColumns: [String]
    /// Why the file was not read, or not to its end; absent where it was.
    package var fault: Fault?
  }

  package struct Fault: Codable, Hashable, Sendable {
    package var code: String
    package var problem: String
    package var remedy: String
  }

  /// `read` is the sum of `accepted` and `quarantined`.
  package struct Rows: Codable, Hashable, Sendable {
    package var read: Int
    package var accepted: Int
    package var quarantined: Int
    package var blank: Int
    /// Lines of the sheet around the table; absent where there are none.
    package var skipped: Int?
  }

  package struct Warning: Codable, Hashable, Sendable {
    package var code: String
    package var column: String
    package var problem: String
    package var remedy: String
    package var count: Int
    /// The first of them.
    package var lines: [Int]
  }

  package struct Output: Codable, Hashable, Sendable {
    package var name: String
    /// Rows below the header, or lines.
    package var rows: Int
    package var bytes: Int
    package var sha256: String
  }

  package struct Cases: Codable, Hashable, Sendable {
    package var found: Int
    package var listed: Int
    /// Found, but beyond the budget.
    package var leftOut: Int
    /// Cases found, by level.
    package var levels: [String: Int]
    /// Cases found and gone, by how they stand to the night before.
    package var statuses: [String: Int]?
    /// Cases found that ask for somebody for the first time or again, by level.
    package var fresh: [String: Int]?
    /// Cases found that auditors have closed.
    package var closed: Int?
  }

  /// What of the casebook the run rests on.
  package struct CasebookMark: Codable, Hashable, Sendable {
    /// The run that cases were compared with; absent in the first.
    package var predecessor: String?
    /// How many decisions were known.
    package var decisions: Int
    /// SHA-256 over them, each over the one before; absent where there is none.
    package var decisionsSha256: String?
    /// What was noted of removals and of lists shown in full; absent where nothing was.
    package var journal: JournalMark?
  }

  /// How far the casebook's journal went.
  package struct JournalMark: Codable, Hashable, Sendable {
    package var entries: Int
    /// SHA-256 over them, each over the one before.
    package var sha256: String
  }

  package struct Coverage: Codable, Hashable, Sendable {
    package var rule: String
    package var packages: Int
    package var checked: Int
    package var clear: Int
    package var flagged: Int
    package var couldNotBeChecked: Int
    package var missing: [Missing]
    /// Officials with power over a package; absent for a rule that looks at no family.
    package var officialsInPower: Int?
    /// Those of them of whom no relative was declared.
    package var officialsWithoutFamily: Int?
  }

  /// The draw of clear packages for somebody to check; see ``RecheckSeed``.
  package struct Recheck: Codable, Hashable, Sendable {
    package var seed: String
    /// Packages that the draw was made from.
    package var clear: Int
    package var listed: Int
  }

  package struct Missing: Codable, Hashable, Sendable {
    package var code: String
    package var datum: String
    package var count: Int
  }

  package struct Remark: Codable, Hashable, Sendable {
    package var code: String
    package var text: String
    package var count: Int
  }
}

extension RunManifest {
  package init?(json: [UInt8]) {
    guard let manifest = JSONText.value(Self.self, from: json) else { return nil }
    self = manifest
    removeCheck()
  }

  /// What stands in `run.json`: with line breaks, keys sorted, and a line end.
  var json: [UInt8] { JSONText.bytes(of: checked, forPeople: true) + [0x0A] }
}
