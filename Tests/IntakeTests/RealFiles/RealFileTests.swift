import Foundation
import Records
import Testing

@testable import Intake

/// Every real file with its outcome; they stand only where the project is worked on.
@Suite(.enabled(if: Nearby.real != nil, "the real files are not here"))
struct RealFileTests {
  /// The files that the collection's own list names.
  private func listed(in folder: String) throws -> [String] {
    try String(contentsOfFile: "\(folder)/MANIFEST.tsv", encoding: .utf8).split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != "\t" })
    }
  }

  @Test func `the table has every file of the collection and no other`() throws {
    let listed = try listed(in: try #require(Nearby.real))
    let told = Set(try RealFileTable().lines.keys)
    #expect(!listed.isEmpty)
    #expect(Set(listed).subtracting(told).isEmpty)
    #expect(told.subtracting(listed).isEmpty)
  }

  @Test func `every file has the outcome that the table tells, and every row is accounted for`() throws {
    let folder = try #require(Nearby.real)
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let reader = FileReader(night: night, quarantineShare: 1)
    let expected = try RealFileTable().lines
    var found: [RealFileTable.Line] = []
    for path in try listed(in: folder) {
      let reading = reader.read("\(folder)/\(path)", as: path)
      #expect(reading.counts.read == reading.counts.accepted + reading.counts.quarantined, "\(path)")
      #expect(reading.counts.quarantined == reading.quarantine.count, "\(path)")
      #expect(reading.fault != nil || reading.counts.read > 0 || !reading.datasets.isEmpty, "\(path): a silent nothing")
      var line = RealFileTable.Line(reading)
      line.independent = expected[path]?.independent ?? "-"
      line.how = expected[path]?.how ?? ""
      #expect(line.text == expected[path]?.text)
      found.append(line)
    }
    guard ProcessInfo.processInfo.environment["BENTURAN_RECORD"] == "1" else { return }
    try RealFileTable.write(found)
    Issue.record("the table was written anew; read what changed before it is kept")
  }

  @Test func `another reader counts the same rows, or the table says why not`() throws {
    for line in try RealFileTable().lines.values {
      let read = String(line.rows.prefix { $0 != " " })
      #expect(!line.how.isEmpty, "\(line.path)")
      if line.outcome == "read", line.independent != read {
        #expect(line.how.hasPrefix("differs: "), "\(line.path): \(read), not \(line.independent)")
      }
      #expect(line.outcome == "read" || line.codes != "-", "\(line.path)")
    }
  }
}
