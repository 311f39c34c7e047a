/// A number of tonight that is unlike those of the nights before.
package struct DriftAlarm: Codable, Hashable, Sendable {
  package let code: Code
  package let severity: DriftPolicy.Severity
  /// The dataset, file, level or rule; a file's path as `run.json` prints it.
  package let subject: String
  /// The least and the most that would have been usual; for ``Code/stale`` the nights.
  package let expected: [Int]
  package let found: Int
  /// How many earlier nights tell what is usual.
  package let nights: Int

  /// What is unlike, as messages and metrics print it.
  package enum Code: String, Codable, CaseIterable, Hashable, Sendable {
    case rowsFall = "drift-rows-fall"
    case rowsJump = "drift-rows-jump"
    case rowsHalf = "drift-rows-half"
    case rowsZero = "drift-rows-zero"
    case rejects = "drift-rejects"
    case casesJump = "drift-cases-jump"
    case casesFall = "drift-cases-fall"
    case casesZero = "drift-cases-zero"
    case coverage = "drift-coverage"
    case stale = "drift-stale"
  }
}

extension DriftAlarm: CustomStringConvertible {
  /// Subject, numbers, code and remedy.
  package var description: String {
    let word = severity == .fail ? "error" : "warning"
    return "\(subject): \(word): \(problem) [\(code.rawValue)]\n  remedy: \(remedy)"
  }

  private var problem: String {
    switch code {
    case .rowsFall, .rowsJump, .rowsHalf, .rowsZero: "\(found) rows, where \(usual)"
    case .rejects: "\(found) rows were set aside, where \(usual)"
    case .casesJump, .casesFall, .casesZero: "\(found) cases, where \(usual)"
    case .coverage: "\(found) % of the packages could be checked, where \(usual)"
    case .stale: "the file is the same as on the \(found) nights before"
    }
  }

  private var usual: String {
    let span = expected[0] == expected[1] ? "\(expected[0])" : "\(expected[0]) to \(expected[1])"
    return nights == 1 ? "the night before had \(span)" : "\(span) were usual in \(nights) nights"
  }

  private var remedy: String {
    switch code {
    case .rowsFall, .rowsJump:
      "compare the dataset's files with those of the night before; benturan inspect shows how each is read"
    case .rowsHalf: "ask for the export again; where the fall is right, set drift.rows = \"warn\" for one night"
    case .rowsZero: "ask for the export again; where nothing is right, set drift.zero = \"warn\" for one night"
    case .rejects: "see quarantine.csv and benturan inspect for what changed in the export"
    case .casesJump: "read some of the new cases before the list is passed on; a mistaken export can make many"
    case .casesFall: "see coverage.csv for what could not be checked, and the list for why cases are gone"
    case .casesZero: "see coverage.csv for what could not be checked"
    case .coverage: "see coverage.csv for the datum that is missing, and ask for it"
    case .stale: "ask the office whether its export still runs; where it is to stay, raise drift.stale_nights"
    }
  }
}
