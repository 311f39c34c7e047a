import ArgumentParser
import Foundation
import Intake
import Logging
import Records
import Screening

/// Re-estimates the matching weights on this data; never happens by itself.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Re-estimates the matching weights on this data and writes a new model file.",
    discussion: """
      No truth is needed: the weights are fitted by expectation maximisation, starting from the model in use. The new
      file takes effect only where a configuration names it: [screening] model = "FILE". Hold it against a truth file
      with benturan evaluate before you trust it.

      Example: benturan train --input exports --model-out model.csv
      """)

  @Option(parsing: .upToNextOption, help: "Folders (or files) to read, with their subfolders.") var input: [String]
  @Option(help: "The file to write; it must not be there yet.") var modelOut: String
  @Option(help: "A TOML file with settings; its model is the one that training starts from.") var config: String?
  @Option(help: "The night's date, as 2026-11-23; without it today in Asia/Makassar.") var asOf: CalendarDate?
  @Option(help: "How many threads to use; the result does not depend on it.") var threads = 2
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if input.isEmpty { throw ValidationError("--input needs at least one folder") }
    if threads < 1 || threads > 256 { throw ValidationError("--threads takes a number from 1 to 256") }
  }

  func run() throws {
    let log = Logger.forCommand(format: .text, isQuiet: true)
    let configuration = try Stage.configuration(config, log)
    guard let night = asOf ?? Clock.today else { throw ExitStatus.internalError.code }
    if FileManager.default.fileExists(atPath: modelOut) {
      Terminal.say(
        "\(modelOut): error: the file is there already [model-exists]\n  remedy: name a new file; models are kept, not replaced"
      )
      throw ExitStatus.unwritableOutput.code
    }
    var reader = SourceReader.Policy(night: night)
    reader.threads = threads
    reader.mappings = configuration.sources
    let policy = try Stage.policy(night, configuration, log)
    let reading = try Stage.reading(input, reader, passingOver: modelOut)
    let training = ModelTrainer(reading.registry, policy, threads: threads).train()
    let text = training.model.file(notes: notes(training, policy, night))
    guard
      FileManager.default.createFile(
        atPath: modelOut, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else {
      Terminal.say("\(modelOut): error: cannot be written [output-unwritable]\n  remedy: check the folder")
      throw ExitStatus.unwritableOutput.code
    }
    let summary = Summary(training, modelOut)
    if json { Terminal.printJSON(summary) } else { Terminal.print(summary.text) }
  }

  private func notes(_ training: ModelTrainer.Training, _ policy: ScreeningPolicy, _ night: CalendarDate) -> [String] {
    [
      "A matching model re-estimated by benturan train as of \(night), from model \(policy.model.version).",
      "\(training.pairs) pairs of rows, \(training.matches.count) rounds, last change \(training.lastChange) bits.",
      "Shares among kin, bounds of rarity and the calibration are those of the model it came from.",
    ]
  }

  private struct Summary: Encodable {
    struct Weight: Encodable {
      let level: String
      let before: Double
      let after: Double
    }

    let file: String
    let version: String
    let pairs: Int
    let matches: [Double]
    let lastChange: Double
    let weights: [Weight]

    init(_ training: ModelTrainer.Training, _ file: String) {
      self.file = file
      version = training.model.version
      pairs = training.pairs
      matches = training.matches
      lastChange = training.lastChange
      weights = training.levels.map { Weight(level: $0.level, before: $0.before, after: $0.after) }
    }

    private enum CodingKeys: String, CodingKey {
      case file, version, pairs, matches
      case lastChange = "last_change"
      case weights
    }

    var text: String {
      var lines = ["\(file): model \(version) from \(pairs) pairs in \(matches.count) rounds"]
      let shares = matches.map { String(format: "%.4f", $0) }.joined(separator: " ")
      lines.append("vendors' people thought to be on the government's side, by round: \(shares)")
      lines.append("last change of a weight: \(String(format: "%.3f", lastChange)) bits")
      lines.append("")
      lines.append("level" + String(repeating: " ", count: 27) + "before    after  (bits)")
      for weight in weights {
        let name = weight.level + String(repeating: " ", count: max(1, 30 - weight.level.count))
        lines.append(name + String(format: "%8.2f %8.2f", weight.before, weight.after))
      }
      return lines.joined(separator: "\n")
    }
  }
}
