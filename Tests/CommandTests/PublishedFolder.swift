import Foundation

/// An output folder as a reader finds it.
struct PublishedFolder {
  let output: String

  init(_ output: String) { self.output = output }

  /// Where `latest` leads; `nil` where there is none.
  var latest: String? { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(output)/latest") }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(output)/latest/\(name)")))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func table(_ name: String, delimiter: Character = ";") throws -> Table {
    Table(try bytes(name), delimiter: delimiter)
  }

  func record() throws -> RunRecord {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(RunRecord.self, from: Data(try bytes("run.json")))
  }

  /// `evidence.jsonl`, one object a line.
  func evidence() throws -> [[String: Any]] {
    try text("evidence.jsonl").split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// All files of the run; `run.json` without the timings.
  func files() throws -> [String: [UInt8]] {
    var files = try Tree.files(below: "\(output)/latest/.")
    if let bytes = files["run.json"], var run = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] {
      run["timings"] = nil
      files["run.json"] = Array(try JSONSerialization.data(withJSONObject: run, options: .sortedKeys))
    }
    return files
  }

  /// Whether a path within an output folder is a whole file of what one night left for the next.
  static func isKept(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 2 && parts[0] == ".kept" && parts[1].count == 32 && parts[1].allSatisfy(\.isHexDigit)
  }

  static let reports = [
    "coverage.csv", "evidence.jsonl", "findings.csv", "flagged-pairs.csv", "person-links.csv", "quarantine.csv",
    "recheck.csv",
  ]
}

/// The parts of `run.json` that tests hold against the other files.
struct RunRecord: Decodable {
  let run: String
  let asOf: String
  let inputs: [Input]
  let outputs: [Output]
  let cases: Cases
  let links: Int
  let coverage: [Coverage]
  let settings: [String: String]
  let unmaskReason: String?
  let previous: String?
  let recheck: Recheck
  let timings: [String: Int]

  struct Input: Decodable {
    let path: String
    let bytes: Int
    let sha256: String
    let datasets: [String]
    let rows: Rows
    let fault: Fault?
  }

  struct Fault: Decodable {
    let code: String
    let remedy: String
  }

  struct Rows: Decodable {
    let read: Int
    let accepted: Int
    let quarantined: Int
  }

  struct Output: Decodable {
    let name: String
    let rows: Int
    let bytes: Int
    let sha256: String
  }

  struct Cases: Decodable {
    let found: Int
    let listed: Int
    let leftOut: Int
    let levels: [String: Int]
  }

  struct Recheck: Decodable {
    let seed: String
    let clear: Int
    let listed: Int
  }

  struct Coverage: Decodable {
    let rule: String
    let packages: Int
    let checked: Int
    let clear: Int
    let flagged: Int
    let couldNotBeChecked: Int
  }
}
