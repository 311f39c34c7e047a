import Foundation
import Records
import Testing

@testable import Intake

/// Small documents for what XML 1.0 calls well-formed and what it does not, each with all that is made of it.
///
/// > T. Bray, J. Paoli, C. M. Sperberg-McQueen, E. Maler, F. Yergeau (editors). "Extensible Markup Language (XML) 1.0
/// > (Fifth Edition)." W3C Recommendation, 26 November 2008.
///
/// Three things are read though the recommendation has them as errors, because exporters write them: several roots,
/// blanks before the declaration, and a declared encoding that the bytes or their mark contradict. DOCTYPEs are refused.
@Suite struct XMLConformanceTests {
  struct Document: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    /// `read`, or the fault's code.
    let outcome: String
    /// The records that are delivered, those before the fault where there is one.
    let rows: [String]
    var testDescription: String { name }
  }

  static let documents: [Document] = {
    let place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("xml-documents.tsv")
    let text = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Document(
        name: cells[0], bytes: bytes(of: plain(cells[4]), in: cells[1]), outcome: cells[2],
        rows: cells[3] == "-" ? [] : plain(cells[3]).components(separatedBy: " | "))
    }
  }()

  /// The text with `\u{...}` as characters and `\\` as one backslash.
  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let first = rest.popFirst() {
      guard first == "\\" else {
        scalars.append(first)
        continue
      }
      guard rest.popFirst() == "u" else {
        scalars.append("\\")
        continue
      }
      let digits = rest.dropFirst().prefix { $0 != "}" }
      rest = rest[digits.endIndex...].dropFirst()
      if let scalar = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  private static func bytes(of text: String, in encoding: String) -> [UInt8] {
    switch encoding {
    case "bytes": return text.unicodeScalars.map { UInt8($0.value) }
    case "utf-8": return Array(text.utf8)
    default:
      let marked = encoding.hasSuffix("-mark") ? "\u{FEFF}" + text : text
      return marked.utf16.flatMap { unit in
        let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
        return encoding.hasPrefix("utf-16-be") ? pair : pair.reversed()
      }
    }
  }

  private static func fields(_ row: String) -> String {
    row.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).dropFirst(3).joined()
  }

  @Test func `there are documents of every kind`() {
    #expect(Self.documents.count > 150)
    let outcomes = Set(Self.documents.map(\.outcome))
    #expect(outcomes == ["read", "xml-malformed", "xml-truncated", "xml-encoding", "xml-doctype"])
  }

  @Test(arguments: documents)
  func `is read, or refused with nothing taken behind the fault`(_ document: Document) throws {
    let reading = XMLReading(document.bytes)
    #expect(reading.fault?.message.code ?? "read" == document.outcome)
    #expect(reading.rows.map(Self.fields) == document.rows)
    // The fault has a place, and neither it nor the rows depend on how the file is cut.
    if let fault = reading.fault { #expect(fault.line ?? 0 > 0) }
    for step in [1, 3, 16] { #expect(XMLReading(document.bytes, step: step) == reading) }
    // Whoever reads a whole file comes to the same.
    let folder = try ScratchFolder()
    let whole = try PlainReading(folder.write(document.bytes, to: "input"))
    #expect(whole.code == (document.outcome == "read" && document.rows.isEmpty ? "no-rows" : document.outcome))
    #expect(whole.read == document.rows.count + whole.torn)
    #expect(whole.torn <= (document.outcome == "xml-truncated" ? 1 : 0))
  }

  /// Nothing of a damaged document is taken that the whole one does not have, save the row with the damage.
  @Test(arguments: documents.filter { $0.outcome == "read" })
  func `cut anywhere, a document gives only rows that it has`(_ document: Document) {
    let whole = XMLReading(document.bytes).rows.map(Self.fields)
    for length in 0..<document.bytes.count {
      let cut = XMLReading(Array(document.bytes[..<length])).rows.map(Self.fields)
      #expect(cut == Array(whole.prefix(cut.count)), "\(length) bytes")
    }
  }
}

/// What the reader of files makes of one.
private struct PlainReading {
  let code: String
  let read: Int
  /// How many of the rows are one in which the file ends.
  let torn: Int

  init(_ path: String) throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let reading = FileReader(night: night, quarantineShare: 1).read(path, as: "input")
    code = reading.fault?.message.code ?? "read"
    read = reading.counts.read
    torn = reading.quarantine.count { $0.message.code == "torn-line" }
    #expect(reading.counts.read == reading.counts.accepted + reading.counts.quarantined)
  }
}
