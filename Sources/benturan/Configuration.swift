import Casework
import Foundation
import Records
import Screening
import TOMLKit

/// What `--config FILE` may set, with the defaults.
///
/// An unknown key is an error that names its place and the nearest key there is, since a misspelt setting that does
/// nothing is worse than none.
struct Configuration {
  var quarantineLimit = 0.05
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
  /// The file's text as it was read; part of the run's identity.
  var text = ""

  /// Reads a file.
  ///
  /// - Throws: ``Faults`` with everything that is wrong in it.
  init(file path: String?) throws(Faults) {
    guard let path else { return }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Faults(lines: [
        "\(path): error: the file cannot be read [config-unreadable]\n  remedy: check the path and its permissions"
      ])
    }
    text = String(decoding: bytes, as: UTF8.self)
    var faults: [String] = []
    do {
      read(try TOMLTable(string: text), prefix: "", path: path, faults: &faults)
    } catch let error as TOMLParseError {
      faults.append(
        "\(path):\(error.source.begin.line): error: \(error.description) [config-syntax]\n  remedy: compare with the TOML format"
      )
    } catch {
      faults.append("\(path): error: \(error) [config-syntax]\n  remedy: compare with the TOML format")
    }
    guard faults.isEmpty else { throw Faults(lines: faults) }
  }

  struct Faults: Error {
    let lines: [String]
  }

  private static let keys = [
    "quarantine_limit", "output.delimiter", "output.language", "screening.review_threshold", "screening.flag_threshold",
    "screening.model", "screening.kinship_profile", "screening.owner_cooling_off_months",
    "screening.official_cooling_off_months", "screening.beneficial_share", "screening.controlling_share",
  ]

  private mutating func read(_ table: TOMLTable, prefix: String, path: String, faults: inout [String]) {
    for key in table.keys.sorted() {
      let name = prefix + key
      if let inner = table[key]?.table, Self.keys.contains(where: { $0.hasPrefix(name + ".") }) {
        read(inner, prefix: name + ".", path: path, faults: &faults)
        continue
      }
      guard let value = table[key] else { continue }
      if let fault = set(name, value) {
        faults.append("\(path):\(line(of: key)):\(name): error: \(fault)")
      }
    }
  }

  /// - Returns: What is wrong with the value or the key; `nil` where it was taken.
  private mutating func set(_ name: String, _ value: any TOMLValueConvertible) -> String? {
    switch name {
    case "quarantine_limit": share(value, into: \.quarantineLimit)
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
    default:
      "no such setting [config-key]\n  remedy: did you mean \(nearest(to: name))?"
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

  private func line(of key: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = lines.firstIndex { line in
      let word = line.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
      return word == key || word.hasSuffix("." + key) || word == "[\(key)]" || word == "\"\(key)\""
    }
    return (index ?? 0) + 1
  }

  private func nearest(to name: String) -> String {
    Self.keys.min { distance($0, name) < distance($1, name) } ?? ""
  }

  /// Levenshtein's distance; the names are short.
  private func distance(_ one: String, _ other: String) -> Int {
    let (a, b) = (Array(one), Array(other))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
