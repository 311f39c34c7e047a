/// Names of settings, fields and datasets, for messages about one that does not exist.
enum SettingNames {
  /// The name that is most like a wrong one; of equals the first.
  static func nearest(to name: String, among names: [String]) -> String {
    // Nobody misses a name by so much, and a long text would take long.
    let short = String(name.prefix(100))
    return names.min { distance($0, short) < distance($1, short) } ?? ""
  }

  /// A name as a message shows it: on one line, and with nothing that a terminal would act on.
  static func shown(_ name: String) -> String {
    var shown = ""
    for scalar in name.unicodeScalars.prefix(200) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown.unicodeScalars.append("\u{FFFD}")
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// Levenshtein's distance; the names are short.
  private static func distance(_ one: String, _ other: String) -> Int {
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
