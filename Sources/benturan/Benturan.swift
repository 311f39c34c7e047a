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

  static func main() {
    // A reader that closes the pipe early has seen enough: that is success, not a crash.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}
