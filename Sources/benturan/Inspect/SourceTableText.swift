import Casework
import Intake
import Records

/// A `[[source]]` table as a draft: what was found out stands as a comment, what the columns hold as settings.
struct SourceTableText {
  let draft: MappingDraft

  var text: String {
    var lines = ["[[source]]", "file = \(Self.quoted(draft.file))"]
    if let dataset = draft.dataset {
      lines.append("dataset = \"\(dataset.rawValue)\"")
    } else if let nearest = draft.nearest {
      lines += ["# The columns make no dataset; it comes nearest to this one.", "#dataset = \"\(nearest.rawValue)\""]
    }
    lines.append("# As found out; a line without its # holds whatever the next delivery looks like.")
    if let delimiter = draft.delimiter { lines.append("#delimiter = \(Self.quoted(delimiter.rawValue))") }
    if let encoding = draft.encoding { lines.append("#encoding = \"\(encoding.rawValue)\"") }
    if let line = draft.headerLine { lines.append("#header_line = \(line)") }
    lines += ["#date_order = \"dmy\"", "", "[source.columns]"]
    lines += draft.columns.filter { Self.isShown($0.column) }
      .map { "\(Self.quoted($0.column)) = \"\($0.field.documentedName)\"" }
    let others = draft.others.filter(Self.isShown)
    if !others.isEmpty {
      lines.append("# Not used, or of a relative in the official's row, which only the built-in names can tell:")
      lines += others.map { "#\(Self.quoted($0)) = \"\"" }
    }
    lines += ["", "#[source.relations]", "#\"20\" = \"istri\"", "", "#[source.constants]", "#government = \"\""]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A column's name that holds a person's number is data in the wrong place.
  private static func isShown(_ column: String) -> Bool { MessageText.masked(column) == MessageText.visible(column) }

  /// A text as a basic string of TOML.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\t": quoted += "\\t"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        quoted += "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
