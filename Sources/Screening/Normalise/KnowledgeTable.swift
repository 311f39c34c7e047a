/// A small table that is built into the program: rows of a CSV file with a header, in ASCII or UTF-8.
///
/// Only the quoting that these tables use is understood; input from outside never comes here.
struct KnowledgeTable {
  let rows: [[String]]

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    rows = text.split(separator: "\n").dropFirst().map { Self.fields(of: $0) }
  }

  private static func fields(of line: Substring) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      case "\r": continue
      default: field.append(character)
      }
    }
    return fields + [field]
  }
}
