import Foundation
import Intake
import Records
import Screening
import Testing

/// One folder of `fixtures/rules`: the smallest input that shows a point, and what the screening is to say of it.
struct RuleFixture: CustomTestStringConvertible, Sendable {
  let rule: String
  let name: String
  let folder: String

  var testDescription: String { "\(rule)/\(name)" }
  var expectedPath: String { folder + "/expected.csv" }

  static let night = CalendarDate(year: 2026, month: 11, day: 23)!

  /// All of them, found by walking up from this file.
  static let all: [RuleFixture] = {
    let files = FileManager.default
    return names(in: root).flatMap { rule in
      names(in: "\(root)/\(rule)").map { RuleFixture(rule: rule, name: $0, folder: "\(root)/\(rule)/\($0)") }
    }

    func names(in folder: String) -> [String] {
      ((try? files.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }
  }()

  static let root: String = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("fixtures/rules").path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return ""
  }()

  func read() throws -> Reading {
    try SourceReader(.init(night: Self.night)).read([folder + "/input"])
  }

  func judge() throws -> Judgement {
    Screener(ScreeningPolicy(night: Self.night)).screen(try read().registry)
  }
}

extension Judgement {
  static let fixtureHeader = "aturan;tingkat;kode_paket;hasil_penyedia;waktu;mutu_identitas"

  /// Findings as the fixtures' `expected.csv` writes them: a header, then sorted lines.
  var fixtureText: String {
    let lines = findings.map { finding in
      [
        finding.rule, finding.level.name, finding.package.map { packages[$0].code } ?? "", finding.outcome.column,
        finding.standing.column, identity(of: finding).grade.rawValue,
      ].joined(separator: ";")
    }
    return ([Self.fixtureHeader] + lines.sorted()).map { $0 + "\n" }.joined()
  }
}

extension BidOutcome {
  /// The word in the outputs' columns.
  var column: String {
    switch self {
    case .registered: "mendaftar"
    case .bid: "menawar"
    case .won: "menang"
    case .contracted: "berkontrak"
    }
  }
}

extension Period.Standing {
  /// The word in the outputs' columns.
  var column: String {
    switch self {
    case .during: "berlaku"
    case .unknown: "tidak_diketahui"
    case .before: "sebelum"
    case .after: "sesudah"
    }
  }
}
