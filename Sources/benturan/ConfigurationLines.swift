import Foundation

/// Finds the lines on which a configuration sets something, since the TOML library tells none.
struct ConfigurationLines {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// The first line, from 1, whose bytes are not UTF-8; `nil` where all are.
  static func firstForeign(_ bytes: some Sequence<UInt8>) -> Int? {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }

  /// The line of a setting, from 1; of its table where it stands in one between braces; the first where it is nowhere.
  ///
  /// - Parameter name: The whole name, such as `drift.nights`: tables may have keys of one name.
  func line(of name: String) -> Int {
    var (table, around) = ("", 0)
    for (index, line) in lines.enumerated() {
      let found: String
      if let head = Self.head(of: line) {
        (found, table) = (head, head + ".")
      } else if let equals = line.firstIndex(of: "="), !Self.word(line).hasPrefix("#") {
        found = table + Self.plain(line[..<equals])
      } else {
        continue
      }
      if found == name || found.hasPrefix(name + ".") { return index + 1 }
      if name.hasPrefix(found + ".") { around = index }
    }
    return around + 1
  }

  /// The line of a `[[source]]` table, of one of its keys, or of an entry in a table among them.
  ///
  /// - Parameters:
  ///   - number: Which of the tables, from 0.
  func line(ofSource number: Int, key: String? = nil, entry: String? = nil) -> Int {
    let heads = lines.indices.filter { Self.head(of: lines[$0]) == "source" && Self.word(lines[$0]).hasPrefix("[[") }
    guard number < heads.count else { return line(of: "source") }
    let block = heads[number] + 1..<(number + 1 < heads.count ? heads[number + 1] : lines.count)
    guard let key else { return heads[number] + 1 }
    let place = block.first { Self.sets(key, lines[$0]) || Self.head(of: lines[$0]) == "source.\(key)" }
    guard let place else { return heads[number] + 1 }
    guard let entry else { return place + 1 }
    // An inline table has its entries on its own line, a table of its own below.
    let inner = (place..<block.upperBound).first { Self.names(entry, lines[$0]) }
    return (inner ?? place) + 1
  }

  /// The first line that opens a table and then has no name, from 1; `nil` where all have one.
  ///
  /// toml++, which the TOML library is made of, ends the program at such a line instead of refusing it
  /// (`parser::parse_table_header` calls `parse_key`, which asserts that a key begins), so it must not see one.
  var namelessTable: Int? {
    let index = lines.firstIndex { line in
      var rest = line.unicodeScalars.drop { Self.isBlank($0) || $0 == "\u{FEFF}" }
      guard rest.first == "[" else { return false }
      // Blanks are TOML's two alone: toml++ does not pass over a form feed either.
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      if rest.first == "[" { rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" } }
      guard let letter = rest.first else { return true }
      switch letter {
      case "A"..."Z", "a"..."z", "0"..."9", "_", "-", "\"", "'", "]": return false
      default: return true
      }
    }
    return index.map { $0 + 1 }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func sets(_ key: String, _ line: Substring) -> Bool {
    let word = word(line.prefix { $0 != "=" })
    return word == key || word.hasSuffix("." + key) || word == "\"\(key)\"" || word == "'\(key)'"
  }

  private static func names(_ entry: String, _ line: Substring) -> Bool {
    line.contains("\"\(entry)\"") || line.contains("'\(entry)'") || sets(entry, line)
      || line.contains("{ \(entry) ") || line.contains("{\(entry) ") || line.contains(", \(entry) ")
  }

  /// The name of the table that a line opens, without blanks and quotes; `nil` where it opens none.
  private static func head(of line: Substring) -> String? {
    let word = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard word.first == "[" else { return nil }
    return plain(word.drop { $0 == "[" }.prefix { $0 != "]" })
  }

  /// A dotted name without blanks and quotes.
  private static func plain(_ name: Substring) -> String {
    name.split(separator: ".").map { part in
      part.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: CharacterSet(charactersIn: "\"'\u{FEFF}"))
    }.joined(separator: ".")
  }

  private static func word(_ line: Substring) -> String { line.trimmingCharacters(in: .whitespaces) }
}
