import Foundation
import Testing

/// What `evaluate --json` says.
extension EvaluateCommandTests {

  struct Report: Decodable {
    let run: String
    let evaluation: Evaluation
    let candidates: Candidates?

    struct Evaluation: Decodable {
      let score: Score
      let thresholds: [Score]
      let grades: [Grade]
      let reliability: [Bin]
      let truePairs: Int
      let judgedPairs: Int
    }

    struct Score: Decodable {
      let threshold: Double
      let right: Int
      let wrong: Int
      let missed: Int
      var counts: [Int] { [right, wrong, missed] }
    }

    struct Grade: Decodable { let right: Int }

    struct Bin: Decodable { let pairs: Int }

    struct Candidates: Decodable {
      let truePairs: Int
      let unknown: Int
      let compared: Int
      let byKey: [String: Int]
      let missed: [String: Int]
      let wrong: [String: Int]
    }
  }

  func report(_ outcome: Program.Outcome) throws -> Report {
    #expect(outcome.status == 0, "\(outcome.messages)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Report.self, from: Data(outcome.output.utf8))
  }
}
