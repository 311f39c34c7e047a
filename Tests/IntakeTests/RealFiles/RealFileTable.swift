import Foundation
import Records

@testable import Intake

/// What is made of every real file: a table beside this file, one line a file.
///
/// Columns that the program's reading gives are rewritten by `BENTURAN_RECORD=1`; the count made by another reader
/// (`scripts/recount`) and the words beside it are kept.
struct RealFileTable {
  static let columns = ["path", "outcome", "form", "rows", "tables", "codes", "independent", "how"]
  private static let place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("real-files.tsv")

  /// One file's line.
  struct Line: Equatable {
    let path: String
    /// `read`, or `refused` where the file could not be read, or not to its end.
    let outcome: String
    let form: String
    /// Rows read = accepted + set aside, and how many were blank.
    let rows: String
    /// How many records each dataset has of the file.
    let tables: String
    /// The fault's code, then those of rows that were set aside with their lines.
    let codes: String
    /// What another reader counts; `-` where it finds no table.
    var independent = "-"
    /// How the other count was made, or `differs:` with the reason.
    var how = ""

    var text: String {
      [path, outcome, form, rows, tables, codes, independent, how].joined(separator: "\t")
    }
  }

  private(set) var lines: [String: Line] = [:]

  init() throws {
    for text in try String(contentsOf: Self.place, encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == Self.columns.count else { throw CocoaError(.fileReadCorruptFile) }
      lines[cells[0]] = Line(
        path: cells[0], outcome: cells[1], form: cells[2], rows: cells[3], tables: cells[4], codes: cells[5],
        independent: cells[6], how: cells[7])
    }
  }

  /// Writes the table anew with what was found, in the order of the paths.
  static func write(_ found: [Line]) throws {
    let lines = [columns.joined(separator: "\t")] + found.sorted { $0.path < $1.path }.map(\.text)
    try (lines.joined(separator: "\n") + "\n").write(to: place, atomically: true, encoding: .utf8)
  }
}

extension RealFileTable.Line {
  /// What the program makes of a file.
  init(_ reading: FileReading) {
    let counts = reading.counts
    path = reading.path
    outcome = reading.fault == nil ? "read" : "refused"
    form = reading.formDescription
    rows =
      "\(counts.read) = \(counts.accepted) + \(counts.quarantined)"
      + (counts.blank > 0 ? ", \(counts.blank) blank" : "")
    let tables = reading.tables
    let records: [(Dataset, Int)] = [
      (.officials, tables.officials.count), (.postings, tables.postings.count), (.relatives, tables.relatives.count),
      (.vendors, tables.vendors.count), (.vendorPeople, tables.vendorPeople.count), (.tenders, tables.tenders.count),
      (.bids, tables.bids.count), (.roles, tables.roles.count), (.units, tables.units.count),
      (.declarations, tables.declarations.count),
    ]
    let filled = records.filter { $0.1 > 0 || reading.datasets.contains($0.0) }.map { "\($0.0.rawValue) \($0.1)" }
    self.tables = filled.isEmpty ? counts.read > 0 ? "unknown columns" : "-" : filled.joined(separator: ", ")
    let aside = Self.summary(reading.quarantine)
    let codes = [reading.fault?.message.code, aside.isEmpty ? nil : aside].compactMap { $0 }
    self.codes = codes.isEmpty ? "-" : codes.joined(separator: "; ")
  }

  /// Codes in the order in which they first occur, each with its lines; three or more lines in a row as a span.
  private static func summary(_ rows: [QuarantinedRow]) -> String {
    var codes: [String] = []
    var lines: [String: [ClosedRange<UInt32>]] = [:]
    for row in rows {
      let (code, line) = (row.message.code, row.location.line)
      if lines[code] == nil { codes.append(code) }
      var spans = lines[code] ?? []
      if let last = spans.last, last.upperBound + 1 == line {
        spans[spans.count - 1] = last.lowerBound...line
      } else {
        spans.append(line...line)
      }
      lines[code] = spans
    }
    return codes.map { code in
      let spans = (lines[code] ?? []).flatMap { span in
        span.count > 2 ? ["\(span.lowerBound)-\(span.upperBound)"] : span.map { String($0) }
      }
      return "\(code) \(spans.joined(separator: " "))"
    }.joined(separator: "; ")
  }
}
