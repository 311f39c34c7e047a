import Foundation

/// Finds the lines on which a configuration sets something, since the TOML library tells none.
struct ConfigurationLines {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// The line of a key, from 1; the first where it is nowhere.
  func line(of key: String) -> Int {
    (lines.firstIndex { Self.sets(key, $0) || Self.word($0) == "[\(key)]" } ?? 0) + 1
  }

  /// The line of a `[[source]]` table, of one of its keys, or of an entry in a table among them.
  ///
  /// - Parameters:
  ///   - number: Which of the tables, from 0.
  func line(ofSource number: Int, key: String? = nil, entry: String? = nil) -> Int {
    let heads = lines.indices.filter { Self.word(lines[$0]).replacing(" ", with: "") == "[[source]]" }
    guard number < heads.count else { return line(of: "source") }
    let block = heads[number] + 1..<(number + 1 < heads.count ? heads[number + 1] : lines.count)
    guard let key else { return heads[number] + 1 }
    let place = block.first { Self.sets(key, lines[$0]) || Self.word(lines[$0]) == "[source.\(key)]" }
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
      rest = rest.dropFirst().drop(while: Self.isBlank)
      if rest.first == "[" { rest = rest.dropFirst().drop(while: Self.isBlank) }
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

  private static func word(_ line: Substring) -> String { line.trimmingCharacters(in: .whitespaces) }
}
