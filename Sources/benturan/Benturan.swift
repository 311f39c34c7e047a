import ArgumentParser
import Glibc

/// The command line: `benturan run`, `inspect`, `explain`, `why-not`, `review`, `evaluate`, `train`, `verify`, `purge`, `rules`,
/// `init` and `doctor`.
@main
struct Benturan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benturan",
    abstract: "Finds indications of conflicts of interest between procurement officials and vendors.",
    discussion: """
      Reads tender exports and staff registries (CSV, XML), matches vendors' owners and officers with officials'
      declared relatives, and writes lists of pairs to be clarified, each with a trail of evidence.

      Example: benturan run --input exports --output results
      """,
    version: toolVersion,
    subcommands: [
      RunCommand.self, InspectCommand.self, ExplainCommand.self, EvaluateCommand.self, TrainCommand.self,
      WhyNotCommand.self, VerifyCommand.self, ReviewCommand.self, PurgeCommand.self,
      RulesCommand.self, InitCommand.self, DoctorCommand.self, MeasureCommand.self,
    ])

  /// The program's version; part of every run's identity.
  static let toolVersion = "0.1.0"

  /// A message without the long numbers in what it echoes: a person's may stand where another word was asked for.
  static func withoutNumbers(_ text: String) -> String {
    text.replacing(/[0-9]{13,}/) { "(\($0.output.count) digits)" }
  }

  static func main() {
    // A reader that closes the pipe early has seen enough: that is success, not a crash.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      guard !code.isSuccess else { exit(withError: error) }
      let text = fullMessage(for: error)
      if !text.isEmpty { Terminal.say(withoutNumbers(text)) }
      Glibc.exit(code.rawValue)
    }
  }
}
