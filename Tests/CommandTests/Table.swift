import Foundation

/// A CSV file as anybody would read it: fields in order, quotes undone; written apart from the program's own reader.
struct Table {
  let header: [String]
  let lines: [[String]]

  /// - Parameter delimiter: What stands between fields.
  init(_ bytes: [UInt8], delimiter: Character = ";") {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let lines = Self.split(text, delimiter)
    header = lines.first ?? []
    self.lines = Array(lines.dropFirst())
  }

  /// Each line as its fields by the names of the columns.
  var rows: [[String: String]] {
    lines.map { line in Dictionary(zip(header, line)) { first, _ in first } }
  }

  func column(_ name: String) -> [String] { rows.map { $0[name] ?? "" } }

  private static func split(_ text: String, _ delimiter: Character) -> [[String]] {
    var (lines, line, field): ([[String]], [String], String) = ([], [], "")
    var (isQuoted, wasQuote) = (false, false)
    for character in text {
      if character == "\"" {
        if isQuoted {
          wasQuote = true
          isQuoted = false
        } else {
          if wasQuote { field.append(character) }
          isQuoted = true
          wasQuote = false
        }
        continue
      }
      wasQuote = false
      if isQuoted {
        field.append(character)
      } else if character == delimiter {
        line.append(field)
        field = ""
      } else if character.isNewline {
        lines.append(line + [field])
        (line, field) = ([], "")
      } else {
        field.append(character)
      }
    }
    if !line.isEmpty || !field.isEmpty { lines.append(line + [field]) }
    return lines
  }
}
