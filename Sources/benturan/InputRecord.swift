import Foundation

/// Remembers beside the runs which folders each was read from, so that `verify` finds the inputs again.
///
/// Kept out of the runs themselves: where a folder lies is no part of a night's result.
struct InputRecord {
  private let path: String

  init(output: String) { path = output + "/.inputs" }

  /// Notes the folders of a run; that it cannot be written is no reason to fail a published run.
  func remember(_ inputs: [String], for run: String) {
    let folders = inputs.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    var lines = self.lines().filter { !$0.hasPrefix(run + "\t") }
    lines.append(([run] + folders).joined(separator: "\t"))
    let text = Data((lines.joined(separator: "\n") + "\n").utf8)
    _ = FileManager.default.createFile(atPath: path, contents: text, attributes: [.posixPermissions: 0o600])
  }

  /// The folders that a run was read from; empty where nobody noted them.
  func inputs(of run: String) -> [String] {
    lines().first { $0.hasPrefix(run + "\t") }?.split(separator: "\t").dropFirst().map(String.init) ?? []
  }

  private func lines() -> [String] {
    guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
