import Foundation
import Screening

/// An evaluation as a page for a terminal.
struct EvaluationPage {
  let text: String

  init(_ run: String, _ evaluation: Evaluation, _ reach: Reach?) {
    var lines = ["run \(run): \(evaluation.truePairs) true pairs, \(evaluation.judgedPairs) pairs listed", ""]
    lines.append(Self.row("threshold", ["right", "wrong", "missed", "precision", "recall", "F1"]))
    lines.append(Self.row(Self.share(evaluation.score.threshold) + " *", Self.cells(evaluation.score)))
    for score in evaluation.thresholds { lines.append(Self.row(Self.share(score.threshold), Self.cells(score))) }
    lines += ["* asked for; average precision \(Self.share(evaluation.averagePrecision))", ""]
    lines.append(Self.row("grade", ["right", "wrong", "", "precision"]))
    for grade in evaluation.grades {
      let precision = grade.right + grade.wrong == 0 ? "-" : Self.share(grade.precision)
      lines.append(Self.row(grade.grade, ["\(grade.right)", "\(grade.wrong)", "", precision]))
    }
    lines += ["", Self.row("probability", ["pairs", "stated", "true"])]
    for bin in evaluation.reliability {
      lines.append(
        Self.row(
          "\(Self.tenth(bin.from)) to \(Self.tenth(bin.from + 0.1))",
          ["\(bin.pairs)", Self.share(bin.stated), Self.share(bin.observed)]))
    }
    if let reach { lines += Self.lines(of: reach) }
    text = lines.joined(separator: "\n")
  }

  private static func lines(of reach: Reach) -> [String] {
    var lines = ["", "\(reach.compared) of \(reach.truePairs) true pairs were compared (\(share(reach.recall)))"]
    if reach.unknown > 0 { lines.append("\(reach.unknown) true pairs name a row that no input has") }
    for (title, counts) in [
      ("found by key", reach.byKey), ("missed because of", reach.missed), ("wrong on", reach.wrong),
    ] where !counts.isEmpty {
      lines.append("\(title):")
      for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        lines.append(row("  " + name, ["\(count)"]))
      }
    }
    return lines
  }

  private static func cells(_ score: Evaluation.Score) -> [String] {
    ["\(score.right)", "\(score.wrong)", "\(score.missed)"]
      + [score.precision, score.recall, score.f1].map(share)
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    let padded = name + String(repeating: " ", count: max(0, 24 - name.count))
    return padded
      + cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }

  private static func share(_ value: Double) -> String { String(format: "%.4f", value) }
  private static func tenth(_ value: Double) -> String { String(format: "%.1f", value) }
}
