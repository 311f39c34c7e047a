import ArgumentParser
import Casework
import Records

/// Cases and where they stand.
struct ReviewListCommand: ReviewStep {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists cases with their level, state and the decision that stands.",
    discussion: """
      Without --status, all cases that are not closed.

      Example: benturan review list --output results --status menunggu
      """)
  static let addsDecisions = false

  @OptionGroup var casebook: CasebookOptions
  @Option(
    parsing: .upToNextOption,
    help: "Only cases of these statuses or states: \(CaseOverview.words.joined(separator: ", ")).")
  var status: [String] = []
  @Option(help: "Language: id or en.") var lang = Language.indonesian
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    for word in status where !CaseOverview.words.contains(word) {
      throw ValidationError("--status takes \(CaseOverview.words.joined(separator: ", "))")
    }
  }

  func run(on store: any DecisionStore) throws {
    let overview = CaseOverview(of: try store.cases(), only: status)
    if json { Terminal.printJSON(overview.entries) } else { Terminal.print(overview.text(in: lang)) }
  }
}
