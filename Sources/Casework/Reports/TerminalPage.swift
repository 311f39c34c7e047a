/// Plain text of a fixed width, built section by section.
struct TerminalPage {
  /// Columns of the narrowest terminal that auditors use, and of a printed page.
  static let width = 100

  private(set) var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// A blank line and a title.
  mutating func add(section title: String) {
    lines.append("")
    lines.append(title.uppercased())
  }

  /// A line as it is, but for blanks at its end.
  mutating func add(line: String) { lines.append(Self.trimmed(line)) }

  /// A paragraph, its first line after a lead and the rest below the lead's end.
  ///
  /// - Parameters:
  ///   - lead: What stands before the text, such as `  - `.
  ///   - indent: How far further lines go in; `nil` for the lead's length.
  mutating func add(_ text: String, after lead: String = "", indent: Int? = nil) {
    let hanging = String(repeating: " ", count: indent ?? lead.count)
    var line = lead
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      for piece in Self.pieces(of: word, room: Self.width - hanging.count) {
        if !isEmpty, line.count + 1 + piece.count > Self.width {
          lines.append(line)
          line = hanging
          isEmpty = true
        }
        if isEmpty, line.count + piece.count > Self.width {
          lines.append(line)
          line = hanging
        }
        line += isEmpty ? piece : " \(piece)"
        isEmpty = false
      }
    }
    lines.append(Self.trimmed(line))
  }

  /// A list with a hyphen before each entry.
  mutating func add(list: [String]) {
    for entry in list { add(entry, after: "  - ") }
  }

  /// Texts cut or filled to widths, as a line of a table; the last one goes on below itself.
  mutating func add(cells: [(text: String, width: Int)], then last: String) {
    let lead = cells.map { Self.fitted($0.text, $0.width) }.joined(separator: "  ")
    add(last, after: "  \(lead)  ")
  }

  private static func fitted(_ text: String, _ width: Int) -> String {
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    if line.count > width { return line.prefix(width - 1) + "~" }
    return line + String(repeating: " ", count: width - line.count)
  }

  /// A word in parts that fit a line.
  private static func pieces(of word: Substring, room: Int) -> [Substring] {
    var pieces: [Substring] = []
    var rest = word
    while rest.count > room {
      pieces.append(rest.prefix(room))
      rest = rest.dropFirst(room)
    }
    return pieces + [rest]
  }

  private static func trimmed(_ line: String) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " { end = line.index(before: end) }
    return String(line[..<end])
  }
}
