import ArgumentParser
import Intake
import Records
import Screening

/// Times the comparison of pairs by itself; for those who work on the program.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Times the comparison of pairs, on one thread.",
    discussion: "Example: benturan measure --input exports", shouldDisplay: false)

  @Option(parsing: .upToNextOption, help: "Folders (or files) to read, with their subfolders.") var input: [String]
  @Option(help: "How many pairs to compare in a turn.") var pairs = 1_000_000

  /// The quickest of so many turns counts, as anything else on the machine only adds.
  private static let turns = 7

  func run() throws {
    guard let night = Clock.today else { throw ExitStatus.internalError.code }
    let reading = try Stage.reading(input, SourceReader.Policy(night: night), passingOver: "")
    var drill = ComparatorDrill(reading.registry, ScreeningPolicy(night: night))
    for work in ComparatorDrill.Work.allCases {
      var best = Double.infinity
      var sum = 0.0
      for _ in 0..<Self.turns {
        let start = ContinuousClock.now
        sum = drill.run(work, pairs: pairs)
        best = min(best, start.duration(to: .now) / .nanoseconds(1))
      }
      let nanoseconds = (best / Double(max(pairs, 1)) * 10).rounded() / 10
      Terminal.print("\(work.rawValue): \(nanoseconds) ns a pair (sum \(sum.rounded()))")
    }
  }
}
