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

  /// By scalars, since a quote and a mark that combines with it are one character.
  private static func split(_ text: String, _ delimiter: Character) -> [[String]] {
    var (lines, line, field): ([[String]], [String], String.UnicodeScalarView) = ([], [], .init())
    var (isQuoted, wasQuote) = (false, false)
    let delimiter = delimiter.unicodeScalars.first
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        // A second quote right after one that ended the quoting is a quote that was meant.
        if !isQuoted, wasQuote { field.append(scalar) }
        wasQuote = isQuoted
        isQuoted.toggle()
        continue
      }
      wasQuote = false
      switch scalar {
      case _ where isQuoted: field.append(scalar)
      case delimiter:
        line.append(String(field))
        field = .init()
      case "\r": break
      case "\n":
        lines.append(line + [String(field)])
        (line, field) = ([], .init())
      default: field.append(scalar)
      }
    }
    if !line.isEmpty || !field.isEmpty { lines.append(line + [String(field)]) }
    return lines
  }
}
