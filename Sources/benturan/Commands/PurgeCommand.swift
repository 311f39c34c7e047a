import ArgumentParser
import Casework
import Records

/// Removes what the runs and the casebook hold of some persons, or of old nights.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Removes a person's rows, or all nights before a date, and records that it did.",
    discussion: """
      Give all numbers of the person: NIP, NIK, NPWP. Inputs are never changed: have them cleaned too.

      Example: benturan purge --output results --person 198001012005011001 --dry-run
      Example: benturan purge --output results --person 198001012005011001 --by "A. Contoh" --reason "surat 12/2026"
      Example: benturan purge --output results --before 2025-01-01 --by "A. Contoh" --reason "retensi"
      """)

  @Option(help: "The output folder, which holds the casebook.") var output = "output"
  @Option(parsing: .upToNextOption, help: "Numbers of one or more persons: NIP, NIK or a person's NPWP.")
  var person: [String] = []
  @Option(help: "Remove all nights before this date, as 2025-01-01, the latest run apart.") var before: CalendarDate?
  @Flag(help: "Only tell in which files of which runs the person stands; change nothing.") var dryRun = false
  @Option(help: "Who purges; recorded.") var by: String?
  @Option(help: "Why; recorded. Name nobody here.") var reason: String?
  @Option(help: "The day that is recorded, as 2026-11-23; without it today in Asia/Makassar.") var asOf: CalendarDate?
  @Option(help: "The site's key file; without it, key in the output folder.") var keyFile: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if person.isEmpty == (before == nil) { throw ValidationError("give either --person or --before") }
    for (place, text) in person.enumerated() where PersonNumber(typed: text) == nil {
      throw ValidationError("--person takes a NIP, a NIK or a person's NPWP; number \(place + 1) is none")
    }
    guard !dryRun else { return }
    for (name, text) in [("--by", by), ("--reason", reason)] where text?.allSatisfy(\.isWhitespace) ?? true {
      throw ValidationError("\(name) TEXT is needed, which is recorded; or look first with --dry-run")
    }
  }

  func run() throws {
    guard let today = asOf ?? Clock.today else { throw ExitStatus.internalError.code }
    let target = before.map(Purge.Target.before) ?? .persons(person.compactMap(PersonNumber.init(typed:)))
    let purge = Purge(output: FolderPath.plain(output), keyFile: keyFile)
    do {
      let found =
        dryRun
        ? try purge.look(for: target)
        : try purge.carryOut(target, Purge.Order(by: by ?? "", on: today, reason: reason ?? ""))
      if json { Terminal.printJSON(found) } else { Terminal.print(text(of: found)) }
    } catch {
      Terminal.say("\(error)")
      throw Stage.status(of: error).code
    }
    if !dryRun, before == nil {
      Terminal.say("the inputs are as they were: have them cleaned, or the next night publishes these rows again")
    }
  }

  private func text(of found: Purge.Found) -> String {
    var lines = found.files.map { "\($0.run)/\($0.name): \($0.rows) rows" }
    lines.append("casebook: \(found.cases) cases, \(found.states) states, \(found.decisions) decisions")
    let isNothing = found.files.isEmpty && found.states + found.decisions == 0
    let summary = isNothing ? "nothing is held" : "\(found.retired.count) runs as a whole"
    lines.append(dryRun ? "dry run: nothing was changed (\(summary))" : "removed and recorded (\(summary))")
    return lines.joined(separator: "\n")
  }
}
