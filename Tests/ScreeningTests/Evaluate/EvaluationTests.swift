import Records
import Testing

@testable import Screening

@Suite struct EvaluationTests {
  typealias Pair = Evaluation.Pair

  private static func pair(_ name: String) -> Pair { Pair(government: "K\(name)", vendor: "P\(name)") }

  /// Five judgements and four truths; `e` was never listed.
  private static let judged: [Pair: Evaluation.Judged] = [
    pair("a"): .init(probability: 1, grade: .a), pair("b"): .init(probability: 0.9, grade: .a),
    pair("c"): .init(probability: 0.6, grade: .c), pair("d"): .init(probability: 0.5, grade: .c),
    pair("f"): .init(probability: 0.2, grade: .e),
  ]
  private static let truth = Set(["a", "c", "f", "e"].map(pair))

  struct Row: CustomTestStringConvertible {
    let threshold: Double
    let right: Int
    let wrong: Int
    let missed: Int
    let precision: Double
    let recall: Double
    let f1: Double
    var testDescription: String { "from \(threshold)" }

    init(_ threshold: Double, _ counts: (Int, Int, Int), _ shares: (Double, Double, Double)) {
      self.threshold = threshold
      (right, wrong, missed) = counts
      (precision, recall, f1) = shares
    }
  }

  /// Reckoned by hand.
  private static let rows = [
    Row(0.05, (3, 2, 1), (3.0 / 5, 3.0 / 4, 2.0 / 3)), Row(0.2, (3, 2, 1), (3.0 / 5, 3.0 / 4, 2.0 / 3)),
    Row(0.25, (2, 2, 2), (1.0 / 2, 1.0 / 2, 1.0 / 2)), Row(0.5, (2, 2, 2), (1.0 / 2, 1.0 / 2, 1.0 / 2)),
    Row(0.55, (2, 1, 2), (2.0 / 3, 1.0 / 2, 4.0 / 7)), Row(0.65, (1, 1, 3), (1.0 / 2, 1.0 / 4, 1.0 / 3)),
    Row(0.95, (1, 0, 3), (1, 1.0 / 4, 2.0 / 5)),
  ]

  private func check(_ score: Evaluation.Score, _ row: Row) {
    #expect([score.right, score.wrong, score.missed] == [row.right, row.wrong, row.missed])
    #expect(abs(score.precision - row.precision) < 1e-12)
    #expect(abs(score.recall - row.recall) < 1e-12)
    #expect(abs(score.f1 - row.f1) < 1e-12)
  }

  @Test(arguments: rows)
  func `counts and shares are those of the table`(_ row: Row) throws {
    let evaluation = Evaluation(Self.judged, truth: Self.truth, threshold: row.threshold)
    check(evaluation.score, row)
    check(try #require(evaluation.thresholds.first { abs($0.threshold - row.threshold) < 1e-12 }), row)
    #expect(evaluation.truePairs == 4 && evaluation.judgedPairs == 5)
  }

  @Test func `thresholds go from a twentieth to nineteen, whichever is asked for`() {
    for threshold in [0, 0.33, 1] {
      let evaluation = Evaluation(Self.judged, truth: Self.truth, threshold: threshold)
      #expect(evaluation.thresholds.map { ($0.threshold * 20).rounded() } == (1...19).map(Double.init))
      #expect(evaluation.score.threshold == threshold)
    }
  }

  @Test func `grades count pairs from the threshold on`() {
    let grades = Evaluation(Self.judged, truth: Self.truth, threshold: 0.5).grades
    #expect(grades.map(\.grade) == ["A", "B", "C", "D", "E"])
    #expect(grades.map(\.right) == [1, 0, 1, 0, 0])
    #expect(grades.map(\.wrong) == [1, 0, 1, 0, 0])
    #expect(grades.map(\.precision) == [0.5, 0, 0.5, 0, 0])
    #expect(Evaluation(Self.judged, truth: Self.truth, threshold: 0.1).grades.last?.right == 1)
  }

  @Test func `wrong and missed pairs are listed in order`() {
    let evaluation = Evaluation(Self.judged, truth: Self.truth, threshold: 0.5)
    #expect(evaluation.wrongPairs == [Self.pair("b"), Self.pair("d")])
    #expect(evaluation.missedPairs == [Self.pair("e"), Self.pair("f")])
    let many = Dictionary(
      uniqueKeysWithValues: (10..<60).map { (Self.pair("\($0)"), Evaluation.Judged(probability: 0.9, grade: .b)) })
    #expect(Evaluation(many, truth: []).wrongPairs == (10..<60).map { Self.pair("\($0)") })
    #expect(Evaluation([:], truth: Set(many.keys)).missedPairs == (10..<60).map { Self.pair("\($0)") })
  }

  @Test func `pairs are in the order of the government's key, then the vendor's`() {
    let pairs = [Pair(government: "a", vendor: "2"), Pair(government: "b", vendor: "1")]
    #expect(pairs[0] < pairs[1] && pairs[0] > Pair(government: "a", vendor: "10"))
  }

  @Test(arguments: [0, 0.2, 0.5, 0.95, 1])
  func `as many pairs are listed as counted`(_ threshold: Double) {
    let evaluation = Evaluation(Self.judged, truth: Self.truth, threshold: threshold)
    #expect(evaluation.wrongPairs.count == evaluation.score.wrong)
    // At 0 a true pair that was never listed is counted as missed and is not in the list.
    #expect(evaluation.missedPairs.count == evaluation.score.missed)
  }

  // MARK: - Average precision

  /// > C. D. Manning, P. Raghavan, H. Schütze. *Introduction to Information Retrieval.* 2008, exercise 8.8: a list of
  /// > twenty with six relevant, of eight in all; (1/1 + 2/2 + 3/9 + 4/11 + 5/15 + 6/20) / 8 = 0.416, and 0.555 where
  /// > there are but the six.
  @Test func `average precision is the textbook's`() {
    let list = Array("RRNNNNNNRNRNNNRNNNNR")
    var judged: [Pair: Evaluation.Judged] = [:]
    for place in list.indices {
      judged[Self.pair("\(10 + place)")] = .init(probability: 1 - Double(place) / 40, grade: .c)
    }
    let six = Set(list.indices.filter { list[$0] == "R" }.map { Self.pair("\(10 + $0)") })
    let eight = six.union([Self.pair("x"), Self.pair("y")])
    #expect(abs(Evaluation(judged, truth: eight).averagePrecision - 0.4163) < 5e-5)
    #expect(abs(Evaluation(judged, truth: six).averagePrecision - 0.5551) < 5e-5)
  }

  @Test func `average precision is 1 where all true pairs come first, whatever the threshold`() {
    let truth = Set(["a", "b"].map(Self.pair))
    for threshold in [0, 0.5, 1] {
      #expect(Evaluation(Self.judged, truth: truth, threshold: threshold).averagePrecision == 1)
    }
  }

  // MARK: - Reliability

  @Test func `a probability belongs to its tenth, and 1 to the last`() {
    let edges = (0...10).map { Double($0) / 10 }
    let judged = Dictionary(
      uniqueKeysWithValues: edges.enumerated().map {
        (Self.pair("\($0.offset)"), Evaluation.Judged(probability: $0.element, grade: .e))
      })
    let bins = Evaluation(judged, truth: [Self.pair("0"), Self.pair("10")]).reliability
    #expect(bins.map(\.from) == (0..<10).map { Double($0) / 10 })
    #expect(bins.map(\.pairs) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 2])
    #expect(bins.map(\.observed) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0.5])
    #expect(bins.first?.stated == 0)
    #expect(abs((bins.last?.stated ?? 0) - 0.95) < 1e-12)
  }

  @Test func `tenths without pairs are left out`() {
    let bins = Evaluation(Self.judged, truth: Self.truth).reliability
    #expect(bins.map(\.from) == [0.2, 0.5, 0.6, 0.9])
    #expect(bins.map(\.pairs) == [1, 1, 1, 2])
    #expect(bins.map(\.observed) == [1, 0, 1, 0.5])
  }

  // MARK: - Nothing to evaluate

  @Test func `without truths everything is wrong and no share is out of bounds`() {
    let evaluation = Evaluation(Self.judged, truth: [])
    #expect(evaluation.score.wrong == 4 && evaluation.score.right == 0 && evaluation.score.missed == 0)
    #expect([evaluation.score.precision, evaluation.score.recall, evaluation.score.f1] == [0, 0, 0])
    #expect(evaluation.averagePrecision == 0)
    #expect(evaluation.missedPairs.isEmpty && evaluation.wrongPairs.count == 4)
  }

  @Test func `without judgements everything is missed`() {
    let evaluation = Evaluation([:], truth: Self.truth)
    #expect(evaluation.score.missed == 4 && evaluation.score.right == 0 && evaluation.score.wrong == 0)
    #expect([evaluation.score.precision, evaluation.score.recall, evaluation.score.f1] == [0, 0, 0])
    #expect(evaluation.averagePrecision == 0 && evaluation.reliability.isEmpty)
    #expect(evaluation.missedPairs.count == 4 && evaluation.wrongPairs.isEmpty)
  }

  @Test func `with neither, all is empty`() {
    let evaluation = Evaluation([:], truth: [])
    #expect(evaluation.truePairs == 0 && evaluation.judgedPairs == 0 && evaluation.averagePrecision == 0)
    #expect(evaluation.grades.allSatisfy { $0.precision == 0 })
    #expect(evaluation.thresholds.allSatisfy { [$0.precision, $0.recall, $0.f1] == [0, 0, 0] })
  }
}
