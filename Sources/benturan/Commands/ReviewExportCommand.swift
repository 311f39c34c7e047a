import ArgumentParser
import Casework
import Logging
import Records

/// Open cases as a list that auditors fill.
struct ReviewExportCommand: ReviewStep {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes open cases as a CSV list with columns for the decision.",
    discussion: """
      Example: benturan review export --output results --out review.csv
      Example: benturan review export --output results --blind --out second-opinion.csv
      """)
  static let addsDecisions = false

  @OptionGroup var casebook: CasebookOptions
  @Option(help: "A new file for the list; without it, standard output.") var out: String?
  @Flag(help: "Leave out level, rank and scores, and order cases by id.") var blind = false
  @Flag(help: "List closed cases too.") var all = false
  @Option(help: "The configuration file; its output.delimiter and output.language count.") var config: String?
  @Option(help: "Language of the header: id or en.") var lang: Language?

  func run(on store: any DecisionStore) throws {
    let configuration = try Stage.configuration(config, Logger.forCommand(format: .text, isQuiet: true))
    let run = try? PublishedRun(opening: FolderPath.plain(casebook.output))
    try run?.noteShown(by: "review export")
    let sheet = ReviewSheet(
      of: try store.cases(), isBlind: blind, withClosed: all, language: lang ?? configuration.language,
      delimiter: configuration.delimiter)
    guard let out, out != "-" else { return Terminal.print(bytes: sheet.bytes) }
    try sheet.write(to: out)
    Terminal.say("\(out): \(sheet.rows) cases")
  }
}
