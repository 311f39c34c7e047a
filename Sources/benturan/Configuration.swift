import Casework
import Foundation
import Intake
import Records
import Screening
import TOMLKit

/// What `--config FILE` may set, with the defaults.
///
/// An unknown key is an error that names its place and the nearest key there is, since a misspelt setting that does
/// nothing is worse than none.
struct Configuration {
  var quarantineLimit = 0.05
  /// What becomes of a night that has not read all of a file that it may need.
  var incompleteFiles = IncompleteFiles.fail
  /// Whether a night leaves what the next one need not work out again.
  var keepsReadings = true
  var delimiter = CaseworkSettings.Delimiter.semicolon
  var language = Language.indonesian
  var reviewThreshold = 0.05
  var flagThreshold = 0.5
  /// A model file that takes the built-in one's place.
  var model: String?
  var kinshipProfile = KinshipProfile.administration
  var ownerCoolingOffMonths = 0
  var officialCoolingOffMonths = 0
  var beneficialShare = 0.25
  var controllingShare = 0.5
  /// From when on a night is too unlike those before it.
  var drift = DriftPolicy()
  /// How many clear packages a night draws for somebody to check.
  var recheckSize = 5
  /// How long runs stay.
  var retention = Retention()
  /// What the file says of inputs, in its order; the first that means a file counts.
  var sources: [SourceMapping] = []
  /// The file's text as it was read; part of the run's identity.
  var text = ""

  /// The defaults.
  init() {}

  /// Reads a file.
  ///
  /// - Throws: ``Faults`` with everything that is wrong in it.
  init(file path: String?) throws(Faults) {
    guard let path else {
      self.init()
      return
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Faults(lines: [
        "\(path): error: the file cannot be read [config-unreadable]\n  remedy: check the path and its permissions"
      ])
    }
    if let line = ConfigurationLines.firstForeign(bytes) {
      throw Faults(lines: [
        "\(path):\(line): error: the line holds bytes that are not UTF-8 [config-encoding]\n  remedy: save the file as UTF-8, the only encoding that TOML has"
      ])
    }
    try self.init(text: String(decoding: bytes, as: UTF8.self), path: path)
  }

  /// Reads a file's text.
  ///
  /// - Parameter path: The file, for messages.
  init(text: String, path: String) throws(Faults) {
    self.text = text
    var faults: [String] = []
    let lines = ConfigurationLines(text)
    if let line = lines.namelessTable {
      throw Faults(lines: [
        "\(path):\(line): error: a table has no name [config-syntax]\n  remedy: write it between brackets, as in [screening]"
      ])
    }
    do {
      let table = try TOMLTable(string: text)
      read(table, prefix: "", path: path, lines: lines, faults: &faults)
    } catch let error as TOMLParseError {
      faults.append(
        "\(path):\(error.source.begin.line): error: \(error.description) [config-syntax]\n  remedy: compare with the TOML format"
      )
    } catch {
      faults.append("\(path): error: \(error) [config-syntax]\n  remedy: compare with the TOML format")
    }
    guard faults.isEmpty else { throw Faults(lines: faults) }
  }

  /// What to do about files that were not read to their end.
  enum IncompleteFiles: String, CaseIterable {
    case fail, warn
  }

  struct Faults: Error {
    let lines: [String]
  }

  static let keys =
    [
      "quarantine_limit", "incomplete_files", "output.delimiter", "output.language", "output.keep_readings",
      "screening.review_threshold",
      "screening.flag_threshold",
      "screening.model", "screening.kinship_profile", "screening.owner_cooling_off_months",
      "screening.official_cooling_off_months", "screening.beneficial_share", "screening.controlling_share",
      "retention.nights", "retention.days", "recheck.size",
    ] + DriftTable.keys

  private mutating func read(
    _ table: TOMLTable, prefix: String, path: String, lines: ConfigurationLines, faults: inout [String]
  ) {
    for key in table.keys.sorted() {
      let name = prefix + key
      if name == "source", let value = table[key] {
        var sources = SourceTables(path: path, lines: lines)
        sources.read(value)
        self.sources = sources.mappings
        faults += sources.faults
        continue
      }
      if let inner = table[key]?.table, Self.keys.contains(where: { $0.hasPrefix(name + ".") }) {
        read(inner, prefix: name + ".", path: path, lines: lines, faults: &faults)
        continue
      }
      guard let value = table[key] else { continue }
      if let fault = set(name, value) {
        faults.append("\(path):\(lines.line(of: name)):\(SettingNames.shown(name)): error: \(fault)")
      }
    }
  }

  /// - Returns: What is wrong with the value or the key; `nil` where it was taken.
  private mutating func set(_ name: String, _ value: any TOMLValueConvertible) -> String? {
    switch name {
    case "quarantine_limit": share(value, into: \.quarantineLimit)
    case "incomplete_files":
      if let found = value.string.flatMap(IncompleteFiles.init) {
        taking { $0.incompleteFiles = found }
      } else {
        "the value is neither \"fail\" nor \"warn\" [config-value]\n  remedy: write one of them, with its quotes"
      }
    case "screening.review_threshold": share(value, into: \.reviewThreshold)
    case "screening.flag_threshold": share(value, into: \.flagThreshold)
    case "screening.beneficial_share": share(value, into: \.beneficialShare)
    case "screening.controlling_share": share(value, into: \.controllingShare)
    case "screening.owner_cooling_off_months": months(value, into: \.ownerCoolingOffMonths)
    case "screening.official_cooling_off_months": months(value, into: \.officialCoolingOffMonths)
    case "screening.kinship_profile":
      if let found = value.string.flatMap(KinshipProfile.init(rawValue:)) {
        taking { $0.kinshipProfile = found }
      } else {
        "no such kinship profile [config-value]\n  remedy: write one of \(KinshipProfile.allCases.map(\.rawValue).joined(separator: ", "))"
      }
    case "screening.model":
      if let path = value.string, !path.isEmpty {
        taking { $0.model = path }
      } else {
        "the value is no path [config-value]\n  remedy: name a file that benturan train wrote"
      }
    case "output.keep_readings":
      if let found = value.bool {
        taking { $0.keepsReadings = found }
      } else {
        "the value is neither true nor false [config-value]\n  remedy: write one of them, without quotes"
      }
    case "output.delimiter":
      if let found = value.string.flatMap(CaseworkSettings.Delimiter.init(text:)) {
        taking { $0.delimiter = found }
      } else {
        "the delimiter is none of ; , | and tab [config-value]\n  remedy: write delimiter = \";\""
      }
    case "output.language":
      if let found = value.string.flatMap(Language.init(rawValue:)) {
        taking { $0.language = found }
      } else {
        "the language is neither id nor en [config-value]\n  remedy: write language = \"id\""
      }
    case "retention.nights": term(value, into: \.retention.nights)
    case "retention.days": term(value, into: \.retention.days)
    case "recheck.size":
      if let found = value.int, (0...1_000).contains(found) {
        taking { $0.recheckSize = found }
      } else {
        "the value is not a whole number from 0 to 1000 [config-value]\n  remedy: write a number such as 5, or 0 for none"
      }
    case let name where DriftTable.keys.contains(name): DriftTable.set(name, value, in: &drift)
    default:
      "no such setting [config-key]\n  remedy: did you mean \(SettingNames.nearest(to: name, among: Self.keys + ["source"]))?"
    }
  }

  private mutating func taking(_ change: (inout Self) -> Void) -> String? {
    change(&self)
    return nil
  }

  private mutating func share(
    _ value: any TOMLValueConvertible, into setting: WritableKeyPath<Configuration, Double>
  ) -> String? {
    guard let number = value.double ?? value.int.map(Double.init), (0...1).contains(number) else {
      return "the value is not a number from 0 to 1 [config-value]\n  remedy: write a share such as 0.05 for 5 %"
    }
    self[keyPath: setting] = number
    return nil
  }

  private mutating func term(
    _ value: any TOMLValueConvertible, into setting: WritableKeyPath<Configuration, Int>
  ) -> String? {
    // Forty years: longer than any file of an audit is kept.
    guard let number = value.int, (0...14_610).contains(number) else {
      return
        "the value is not a whole number from 0 to 14610 [config-value]\n  remedy: write a number such as 400, or 0 for no bound"
    }
    self[keyPath: setting] = number
    return nil
  }

  private mutating func months(
    _ value: any TOMLValueConvertible, into setting: WritableKeyPath<Configuration, Int>
  ) -> String? {
    guard let number = value.int, (0...600).contains(number) else {
      return
        "the value is not a whole number of months from 0 to 600 [config-value]\n  remedy: write a number such as 12"
    }
    self[keyPath: setting] = number
    return nil
  }
}
