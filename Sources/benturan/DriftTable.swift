import Casework
import TOMLKit

/// Reads the table `[drift]` of a configuration.
enum DriftTable {
  /// What the table may set, in the order in which the starter explains it.
  static let keys = [
    "nights", "band", "stale_nights", "rows", "zero", "rejects", "cases", "coverage", "stale",
  ].map { "drift.\($0)" }

  /// - Returns: What is wrong with the value; `nil` where it was taken.
  static func set(_ name: String, _ value: any TOMLValueConvertible, in policy: inout DriftPolicy) -> String? {
    switch name {
    case "drift.nights": number(value, into: &policy.nights)
    case "drift.stale_nights": number(value, into: &policy.staleNights)
    case "drift.band": band(value, into: &policy.band)
    case "drift.rows": severity(value, into: &policy.rows)
    case "drift.zero": severity(value, into: &policy.zero)
    case "drift.rejects": severity(value, into: &policy.rejects)
    case "drift.cases": severity(value, into: &policy.cases)
    case "drift.coverage": severity(value, into: &policy.coverage)
    default: severity(value, into: &policy.stale)
    }
  }

  private static func number(_ value: any TOMLValueConvertible, into setting: inout Int) -> String? {
    guard let number = value.int, (1...400).contains(number) else {
      return
        "the value is not a whole number of nights from 1 to 400 [config-value]\n  remedy: write a number such as 14"
    }
    setting = number
    return nil
  }

  private static func band(_ value: any TOMLValueConvertible, into setting: inout Double) -> String? {
    guard let number = value.double ?? value.int.map(Double.init), (1...100).contains(number) else {
      return "the value is not a number from 1 to 100 [config-value]\n  remedy: write a number of spreads such as 4"
    }
    setting = number
    return nil
  }

  private static func severity(
    _ value: any TOMLValueConvertible, into setting: inout DriftPolicy.Severity
  ) -> String? {
    guard let severity = value.string.flatMap(DriftPolicy.Severity.init) else {
      let words = DriftPolicy.Severity.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      return "the value is none of \(words) [config-value]\n  remedy: write one of them, with its quotes"
    }
    setting = severity
    return nil
  }
}
