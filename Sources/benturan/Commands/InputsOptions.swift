import ArgumentParser
import Casework
import Intake
import Logging
import Records
import Screening

/// What commands take that read a run's inputs again.
struct InputsOptions: ParsableArguments {
  @Option(parsing: .upToNextOption, help: "Where the inputs are now; without it, where they were.")
  var input: [String] = []
  @Option(help: "The configuration that the run was made with.") var config: String?
  @Option(help: "The name frequencies that the run was made with.") var nameFrequency: String?
  @Option(help: "How many threads to use.") var threads = 2

  func validate() throws {
    if threads < 1 || threads > 256 { throw ValidationError("--threads takes a number from 1 to 256") }
  }

  /// A run's inputs as read again, and the policy that it was made with.
  struct Again {
    let reading: Reading
    let configuration: Configuration
    let policy: ScreeningPolicy
  }

  /// Reads them, or says why that cannot be.
  func again(_ run: PublishedRun) throws -> Again {
    let output = FolderPath.parent(of: FolderPath.parent(of: run.folder))
    let inputs = input.isEmpty ? InputRecord(output: output).folders(of: run.id) : input
    guard !inputs.isEmpty, let night = CalendarDate(iso: run.manifest.asOf) else {
      Terminal.say(
        "error: nobody noted where the inputs are [input-missing]\n  remedy: name them with --input DIR")
      throw ExitStatus.missingInput.code
    }
    let log = Logger.forCommand(format: .text, isQuiet: true)
    let configuration = try Stage.configuration(config, log)
    let policy = try Stage.policy(night, configuration, frequencies: nameFrequency, log)
    var reader = SourceReader.Policy(night: night)
    reader.threads = threads
    reader.mappings = configuration.sources
    reader.quarantineShare = configuration.quarantineLimit
    return Again(
      reading: try Stage.reading(inputs, reader, passingOver: output), configuration: configuration, policy: policy)
  }
}
