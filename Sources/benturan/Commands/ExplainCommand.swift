import ArgumentParser
import Casework
import Records

/// The evidence trail of one case.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Prints the evidence trail of one case or link.",
    discussion: "Example: benturan explain BK-7Q2M-9XTC-4 --run results")

  @Argument(help: "A case's or a link's id.") var id: String
  @OptionGroup var published: PublishedOptions
  @Option(help: "Language: id or en; without it, the run's.") var lang: Language?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let run = try published.open()
    try run.noteShown(by: "explain \(Numbering.canonical(id) ?? "")")
    do throws(PublishedRun.Fault) {
      if let record = try run.evidence(of: id) {
        return show(record) { CaseTrail(record, language: lang).text }
      }
      if let link = try run.link(id) {
        return show(link) { link.map { "\($0.column): \($0.value)" }.joined(separator: "\n") }
      }
    } catch {
      throw published.failure(error)
    }
    throw ValidationError("run \(run.id) has no case or link \(id)")
  }

  private func show(_ value: some Encodable, _ text: () -> String) {
    if json { Terminal.printJSON(value) } else { Terminal.print(text()) }
  }
}

extension PublishedOptions {
  /// Opens the run, or says why it cannot be.
  func open() throws -> PublishedRun {
    do { return try PublishedRun(opening: run) } catch { throw failure(error) }
  }

  func failure(_ fault: PublishedRun.Fault) -> any Error {
    switch fault {
    case .noRun(let path):
      Terminal.say(
        "\(Benturan.withoutNumbers(path)): error: there is no published run [run-missing]\n"
          + "  remedy: name the output folder with --run")
      return ExitStatus.missingInput.code
    case .damaged(let path):
      Terminal.say(
        "\(path): error: the file is missing or not as it was written [run-damaged]\n  remedy: see benturan verify; run the night again"
      )
      return ExitStatus.unusableInput.code
    }
  }
}
