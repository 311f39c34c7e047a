import Foundation
import Records
import Screening

/// Writes a text file for each wrong and each missed pair, with everything that was compared.
struct Dossiers {
  let folder: String

  /// - Throws: Where the folder cannot be written.
  func write(
    _ evaluation: Evaluation, _ truth: LinkTruth, _ study: LinkStudy,
    _ judged: [Evaluation.Pair: Evaluation.Judged]
  ) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      try removeOlder()
      for (name, pairs) in [("wrong", evaluation.wrongPairs), ("missed", evaluation.missedPairs)] {
        for (place, pair) in pairs.enumerated() {
          let text = text(truth.written[pair] ?? pair, study, judged[pair])
          let path = "\(folder)/\(name)-\(String(paddedDigits: UInt64(place + 1), count: 5)).txt"
          guard
            FileManager.default.createFile(
              atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
          else { throw CocoaError(.fileWriteUnknown) }
        }
      }
    } catch {
      Terminal.say("\(folder): error: cannot be written [output-unwritable]\n  remedy: name another folder")
      throw ExitStatus.unwritableOutput.code
    }
  }

  /// Dossiers of an earlier evaluation would be taken for this one's.
  private func removeOlder() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".txt") && (name.hasPrefix("wrong-") || name.hasPrefix("missed-")) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  private func text(_ pair: Evaluation.Pair, _ study: LinkStudy, _ said: Evaluation.Judged?) -> String {
    var lines = ["pair: \(pair.government) = \(pair.vendor)"]
    lines.append(
      said.map { "listed with probability \($0.probability), grade \($0.grade.rawValue)" } ?? "not listed for review")
    guard let finding = study.study(pair) else {
      let isMasked = pair.government.contains("*") || pair.vendor.contains("*")
      lines.append(
        isMasked ? "the run masks this number; a run with --unmask tells more" : "the inputs have not both rows")
      return lines.joined(separator: "\n") + "\n"
    }
    lines.append("kind: \(finding.kind.rawValue)")
    lines.append("met under: \(finding.keys.isEmpty ? "no key" : finding.keys.joined(separator: ", "))")
    if !finding.commonKeys.isEmpty {
      lines.append("keys too common: \(finding.commonKeys.joined(separator: ", "))")
    }
    var sum = finding.priorBits
    lines.append(bits(sum) + "  prior")
    for comparison in finding.comparisons {
      sum += comparison.bits
      lines.append(
        "\(bits(comparison.bits))  \(comparison.subject.rawValue) \(comparison.level)  \"\(comparison.left)\" / \"\(comparison.right)\""
      )
    }
    lines.append(bits(sum) + "  total")
    return lines.joined(separator: "\n") + "\n"
  }

  private func bits(_ value: Double) -> String {
    let text = String(format: "%.1f", value)
    return String(repeating: " ", count: max(0, 7 - text.count)) + text
  }
}
