import ArgumentParser
import Casework
import Intake
import Logging
import Records

/// What a run would read of files, and as what; writes nothing but a mapping that is asked for.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what would be read: encoding, dialect, dataset, columns, row counts, faults. Writes nothing.",
    discussion: """
      Example: benturan inspect exports/pengumuman.csv
      Example: benturan inspect --write-mapping - exports/pengumuman.csv
      """)

  @Argument(help: "Files or folders.") var paths: [String] = []
  @Option(help: "A TOML file with settings; its [[source]] tables say how files are to be read.") var config: String?
  @Flag(help: "List the datasets' fields with the columns that are known for them, and end.") var fields = false
  @Option(help: "Draft a [[source]] table for each file: a new file, or - for standard output.")
  var writeMapping: String?
  @Flag(help: "Print JSON.") var json = false
  @Option(help: "The night's date, as 2026-11-23.") var asOf: CalendarDate?
  @Option(help: "How many threads to use; the result does not depend on it.") var threads = 2

  func validate() throws {
    if paths.isEmpty, !fields { throw ValidationError("Missing expected argument '<paths> ...'") }
    if threads < 1 || threads > 256 { throw ValidationError("--threads takes a number from 1 to 256") }
    if json, writeMapping != nil { throw ValidationError("--json does not go with --write-mapping") }
  }

  func run() throws {
    if fields { return FieldList().show(asJSON: json) }
    guard let night = asOf ?? Clock.today else { throw ExitStatus.internalError.code }
    let log = Logger.forCommand(format: .text, isQuiet: true)
    var policy = SourceReader.Policy(night: night)
    policy.threads = threads
    policy.mappings = try Stage.configuration(config, log).sources
    let found: [Inspection]
    do {
      found = try SourceReader(policy).inspect(paths)
    } catch {
      Terminal.say(
        "\(error.path): error: cannot be read: \(error.reason) [input-missing]\n  remedy: check the path and its permissions"
      )
      throw ExitStatus.missingInput.code
    }
    if let writeMapping {
      let drafts = found.filter { $0.fault == nil }.map { SourceTableText(draft: $0.draft).text }
      return try NewFile.write(drafts.joined(separator: "\n"), to: writeMapping)
    }
    if json { return Terminal.printJSON(found.map { InspectionReport($0, asOf: night) }) }
    for file in found { Terminal.print(InspectionPage(file: file, night: night).text) }
  }
}
