package import Records

/// How well judgements of "same person" agree with a truth file.
///
/// > P. Christen. *Data Matching.* Springer, 2012, chapter 7 (precision and recall of pairs).
package struct Evaluation: Encodable, Sendable {
  /// A pair of rows, by the keys that a truth file names them with: the relative's row id or the official's NIP, and
  /// the vendor's person's row id.
  package struct Pair: Hashable, Comparable, Sendable {
    package let government: String
    package let vendor: String

    package init(government: String, vendor: String) {
      self.government = government
      self.vendor = vendor
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.government, left.vendor) < (right.government, right.vendor)
    }
  }

  /// What was said of a pair.
  package struct Judged: Sendable {
    package let probability: Double
    package let grade: IdentityGrade

    package init(probability: Double, grade: IdentityGrade) {
      self.probability = probability
      self.grade = grade
    }
  }

  /// Counts at one threshold, with what follows from them; shares are 0 where there is nothing to share.
  package struct Score: Encodable, Sendable {
    package let threshold: Double
    package let right: Int
    package let wrong: Int
    package let missed: Int

    package var precision: Double { right + wrong == 0 ? 0 : Double(right) / Double(right + wrong) }
    package var recall: Double { right + missed == 0 ? 0 : Double(right) / Double(right + missed) }
    package var f1: Double {
      right == 0 ? 0 : 2 * Double(right) / Double(2 * right + wrong + missed)
    }

    private enum Key: String, CodingKey { case threshold, right, wrong, missed, precision, recall, f1 }

    package func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(threshold, forKey: .threshold)
      try values.encode(right, forKey: .right)
      try values.encode(wrong, forKey: .wrong)
      try values.encode(missed, forKey: .missed)
      try values.encode(precision, forKey: .precision)
      try values.encode(recall, forKey: .recall)
      try values.encode(f1, forKey: .f1)
    }
  }

  /// Pairs at or above the threshold that have one grade.
  package struct GradeScore: Encodable, Sendable {
    package let grade: String
    package let right: Int
    package let wrong: Int
    package let precision: Double
  }

  /// Pairs whose stated probability lies in one tenth.
  package struct Bin: Encodable, Sendable {
    package let from: Double
    package let pairs: Int
    /// Mean of what was stated, and the share that is true.
    package let stated: Double
    package let observed: Double
  }

  /// At the threshold asked for.
  package let score: Score
  /// Mean precision over the true pairs, best judgement first; pairs never listed count with precision 0.
  package let averagePrecision: Double
  package let grades: [GradeScore]
  package let thresholds: [Score]
  package let reliability: [Bin]
  package let truePairs: Int
  package let judgedPairs: Int
  /// Judged pairs of people whom the truth file does not know, and the same in the other direction.
  package private(set) var wrongPairs: [Pair] = []
  package private(set) var missedPairs: [Pair] = []

  private enum CodingKeys: String, CodingKey {
    case score
    case averagePrecision = "average_precision"
    case grades, thresholds, reliability
    case truePairs = "true_pairs"
    case judgedPairs = "judged_pairs"
  }

  /// - Parameter threshold: From which probability on a pair counts as linked, from 0 to 1.
  package init(_ judged: [Pair: Judged], truth: Set<Pair>, threshold: Double = 0.5) {
    func score(at threshold: Double) -> Score {
      var (right, wrong) = (0, 0)
      for (pair, said) in judged where said.probability >= threshold {
        if truth.contains(pair) { right += 1 } else { wrong += 1 }
      }
      return Score(threshold: threshold, right: right, wrong: wrong, missed: truth.count - right)
    }
    self.score = score(at: threshold)
    thresholds = (1...19).map { score(at: Double($0) / 20) }
    averagePrecision = Self.averagePrecision(judged, truth)
    grades = IdentityGrade.allCases.map { grade in
      let linked = judged.filter { $0.value.grade == grade && $0.value.probability >= threshold }
      let right = linked.count { truth.contains($0.key) }
      return GradeScore(
        grade: grade.rawValue, right: right, wrong: linked.count - right,
        precision: linked.isEmpty ? 0 : Double(right) / Double(linked.count))
    }
    reliability = (0..<10).compactMap { tenth in
      let pairs = judged.filter { min(9, Int($0.value.probability * 10)) == tenth }
      guard !pairs.isEmpty else { return nil }
      // Summed in order, so that the last digit does not depend on the table's.
      let stated = pairs.values.map(\.probability).sorted().reduce(0, +) / Double(pairs.count)
      let observed = Double(pairs.count { truth.contains($0.key) }) / Double(pairs.count)
      return Bin(from: Double(tenth) / 10, pairs: pairs.count, stated: stated, observed: observed)
    }
    truePairs = truth.count
    judgedPairs = judged.count
    wrongPairs = judged.filter { $0.value.probability >= threshold && !truth.contains($0.key) }.keys.sorted()
    missedPairs = truth.filter { (judged[$0]?.probability ?? -1) < threshold }.sorted()
  }

  private static func averagePrecision(_ judged: [Pair: Judged], _ truth: Set<Pair>) -> Double {
    let ordered = judged.sorted { ($1.value.probability, $0.key) < ($0.value.probability, $1.key) }
    var (right, sum) = (0, 0.0)
    for (place, entry) in ordered.enumerated() where truth.contains(entry.key) {
      right += 1
      sum += Double(right) / Double(place + 1)
    }
    return truth.isEmpty ? 0 : sum / Double(truth.count)
  }
}
