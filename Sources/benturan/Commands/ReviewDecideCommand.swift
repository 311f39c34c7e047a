import ArgumentParser
import Casework
import Records

/// One decision of one case.
struct ReviewDecideCommand: ReviewStep {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Records one decision of one case.",
    discussion: """
      Example: benturan review decide BK-7Q2M-9XTC-4 --verdict bukan_orang_sama --reason "NIK differ" --by "A. Contoh"
      """)
  static let addsDecisions = true

  @Argument(help: "A case's id.") var id: String
  @OptionGroup var casebook: CasebookOptions
  @Option(help: "One of \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")).") var verdict: String
  @Option(help: "What the decision rests on.") var reason: String
  @Option(help: "Who decided.") var by: String
  @Option(help: "When it was decided, as 2026-11-23; without it, today.") var on: CalendarDate?
  @Option(help: "A remark beside the reason.") var note = ""
  @Option(help: "Today, as 2026-11-23: no decision may be later.") var asOf: CalendarDate?

  func run(on store: any DecisionStore) throws {
    guard let today = asOf ?? Clock.today else { throw ExitStatus.internalError.code }
    let written = WrittenDecision(
      caseID: id, verdict: verdict, reason: reason, note: note, by: by, on: on.map(WrittenDay.day) ?? .none)
    let cases = try store.cases()
    switch DecisionCheck(cases, asOf: today).check(written) {
    case .passedOver:
      throw ValidationError("--verdict takes \(Verdict.allCases.map(\.rawValue).joined(separator: ", "))")
    case .refused(let remarks):
      say(remarks, .error)
      throw ExitStatus.wrongUsage.code
    case .recorded(let remarks):
      say(remarks, .warning)
      Terminal.print("this decision is recorded already")
    case .new(let decision, let remarks):
      say(remarks, .warning)
      try store.append([decision])
      let matter = cases.first { $0.id == decision.caseID }
      Terminal.print(Self.outcome(of: decision, on: matter))
    }
  }

  /// What the decision makes of its case.
  private static func outcome(of decision: Decision, on matter: ReviewCase?) -> String {
    guard let matter else { return "" }
    let standing = Standing(of: matter.standing.decisions + [decision], level: matter.level)
    return switch standing.state {
    case .open: "\(matter.id): recorded; the case stays open"
    case .awaiting: "\(matter.id): recorded; a second person has to sign"
    case .closed: "\(matter.id): recorded; the case is closed"
    }
  }

  private func say(_ remarks: [DecisionCheck.Remark], _ severity: Diagnostic.Severity) {
    for remark in remarks {
      let place = Self.option(of: remark.column)
      Terminal.say("\(Diagnostic(path: place, line: nil, column: nil, severity: severity, message: remark.message))")
    }
  }

  /// Where the command line has what a list has in a column.
  private static func option(of column: DecisionColumn) -> String {
    switch column {
    case .caseID: "CASE"
    case .verdict: "--verdict"
    case .reason: "--reason"
    case .note: "--note"
    case .by: "--by"
    case .on: "--on"
    }
  }
}
