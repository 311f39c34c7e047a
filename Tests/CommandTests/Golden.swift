import Foundation

/// Expected files in a folder, which a person reads before they are committed.
struct Golden {
  let folder: String
  /// Whether to write what was found; `BENTURAN_RECORD=1` asks for it.
  var isRecording = ProcessInfo.processInfo.environment["BENTURAN_RECORD"] == "1"

  init(folder: String) { self.folder = folder }

  /// Holds bytes against the file of a name, or writes them.
  ///
  /// - Returns: What is wrong; `nil` where the bytes are as expected. A recording is always wrong, so that it never
  ///   passes for green.
  func fault(_ found: [UInt8], _ name: String) throws -> String? {
    let path = "\(folder)/\(name)"
    let url = URL(fileURLWithPath: path)
    if isRecording {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(found).write(to: url)
      return "\(path) was recorded; read the difference, then run again without BENTURAN_RECORD"
    }
    guard let expected = try? Data(contentsOf: url) else {
      return "\(path) is missing; record it with BENTURAN_RECORD=1"
    }
    guard Array(expected) != found else { return nil }
    return "\(path) differs: \(Self.difference(Array(expected), found))"
  }

  /// The first line in which two texts differ.
  private static func difference(_ expected: [UInt8], _ found: [UInt8]) -> String {
    let split = { (bytes: [UInt8]) in
      bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
    let (old, new) = (split(expected), split(found))
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let text = { (lines: [String]) in line < lines.count ? lines[line] : "(no line)" }
    return "line \(line + 1)\n  expected: \(text(old))\n  found:    \(text(new))"
  }
}
