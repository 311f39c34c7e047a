/// A small table that is built into the program: rows of a CSV file with a header, in ASCII or UTF-8.
///
/// Only the quoting that these tables use is understood; input from outside never comes here.
struct KnowledgeTable {
  let rows: [[String]]

  init(_ bytes: [UInt8]) {
    rows = bytes.split { $0 == 0x0A || $0 == 0x0D }.dropFirst().map {
      Self.fields(of: String(decoding: $0, as: UTF8.self))
    }
  }

  private static func fields(of line: String) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      default: field.append(character)
      }
    }
    return fields + [field]
  }
}
