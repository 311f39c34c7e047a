import Foundation

/// How a spreadsheet, and whoever used it, may give a list back: everything but what was decided may change.
struct SpreadsheetForm: CustomStringConvertible {
  enum Encoding: CaseIterable { case utf8, utf8Marked, utf16Little, utf16Big }
  enum Days: CaseIterable { case iso, slashes, hyphens, short, serial, timed }

  let delimiter: Character
  let encoding: Encoding
  let lineEnd: String
  let days: Days
  let quotesAll: Bool
  let order: [Int]
  let blankLines: Bool
  let emptyColumns: Int
  let dropsEmptyEnds: Bool
  let capitals: Bool

  var description: String {
    "\(delimiter.debugDescription) \(encoding) \(days) \(quotesAll) \(emptyColumns) \(dropsEmptyEnds) \(capitals)"
  }

  init(columns: Int, _ random: inout Seeded) {
    delimiter = [",", ";", "\t"].randomElement(using: &random) ?? ";"
    encoding = Encoding.allCases.randomElement(using: &random) ?? .utf8
    lineEnd = Bool.random(using: &random) ? "\r\n" : "\n"
    days = Days.allCases.randomElement(using: &random) ?? .iso
    quotesAll = Bool.random(using: &random)
    order = Bool.random(using: &random) ? Array(0..<columns) : (0..<columns).shuffled(using: &random)
    blankLines = Bool.random(using: &random)
    emptyColumns = Int.random(in: 0...3, using: &random)
    dropsEmptyEnds = Bool.random(using: &random)
    capitals = Bool.random(using: &random)
  }

  /// The table as a file.
  func bytes(_ header: [String], _ rows: [[String]]) -> [UInt8] {
    let (id, verdict, day) = (0, header.count - 5, header.count - 1)
    var lines = [line(header.map { capitals ? " \($0.replacing("_", with: " ").uppercased())" : $0 }, isHeader: true)]
    for (number, row) in rows.enumerated() {
      var row = row
      row[day] = written(row[day])
      if capitals {
        row[id] = " " + row[id].lowercased().replacing("-", with: " ")
        row[verdict] = row[verdict].replacing("_", with: " ").capitalized
      }
      if blankLines, number % 3 == 1 {
        lines.append("")
        lines.append(String(repeating: delimiter, count: header.count - 1 + emptyColumns))
      }
      lines.append(line(row, isHeader: false))
    }
    return encoded(lines.joined(separator: lineEnd) + lineEnd)
  }

  private func line(_ cells: [String], isHeader: Bool) -> String {
    var cells = order.map { cells[$0] } + Array(repeating: "", count: emptyColumns)
    if dropsEmptyEnds, !isHeader { while cells.last == "" { cells.removeLast() } }
    return cells.map(quoted).joined(separator: String(delimiter))
  }

  private func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains {
      "\"\r\n".unicodeScalars.contains($0) || Character($0) == delimiter
    }
    guard needsQuotes || quotesAll && !cell.isEmpty else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// A day that was written as ISO 8601 as a spreadsheet shows it.
  private func written(_ iso: String) -> String {
    let parts = iso.split(separator: "-").map(String.init)
    guard parts.count == 3 else { return iso }
    let (year, month, day) = (parts[0], parts[1], parts[2])
    switch days {
    case .iso: return iso
    case .slashes: return "\(day)/\(month)/\(year)"
    case .hyphens: return "\(day)-\(month)-\(year)"
    case .short: return "\(Int(day) ?? 0)/\(month)/\(year.suffix(2))"
    case .timed: return "\(day)/\(month)/\(year) 00:00"
    case .serial:
      let formatter = ISO8601DateFormatter()
      guard let date = formatter.date(from: "\(iso)T00:00:00Z") else { return iso }
      return String(Int(date.timeIntervalSince1970) / 86_400 + 25_569)
    }
  }

  private func encoded(_ text: String) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8Marked: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16Little: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case .utf16Big: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }
  }
}
