import ArgumentParser
import Casework

/// The auditors' decisions: lists out, decisions in.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Hands cases to auditors and takes in their decisions.",
    discussion: """
      Decisions are only ever added. One of bukan_orang_sama or sudah_ditangani closes a case, perlu_klarifikasi leaves
      it open, and selesai closes it; on the levels kritis and tinggi selesai takes the signatures of two people.

      Example: benturan review export --output results --out review.csv
      Example: benturan review import review.csv --output results
      """,
    subcommands: [
      ReviewExportCommand.self, ReviewImportCommand.self, ReviewListCommand.self, ReviewDecideCommand.self,
    ])
}

/// What all parts of `review` take.
struct CasebookOptions: ParsableArguments {
  @Option(help: "The output folder, which holds the casebook.") var output = "output"
}

/// A part of `review`: something to be done with the casebook of an output folder.
protocol ReviewStep: ParsableCommand {
  var casebook: CasebookOptions { get }
  /// Whether it adds decisions, for which it holds the output folder's lock.
  static var addsDecisions: Bool { get }

  func run(on store: any DecisionStore) throws
}

extension ReviewStep {
  /// Runs on the output folder's casebook.
  ///
  /// - Parameter open: Opens the casebook of an output folder.
  func run(opening open: (String) throws -> any DecisionStore) throws {
    let output = FolderPath.plain(casebook.output)
    guard FolderPath.isFolder(output) else {
      Terminal.say(
        "\(output): error: there is no such folder [output-missing]\n  remedy: name the folder with --output")
      throw ExitStatus.missingInput.code
    }
    do {
      guard Self.addsDecisions else { return try run(on: try open(output)) }
      let lock = try OutputLock(output: output)
      try withExtendedLifetime(lock) { try run(on: try open(output)) }
    } catch let fault as CaseworkFault {
      Terminal.say("\(fault)")
      throw Stage.status(of: fault).code
    }
  }
}

extension ReviewStep {
  func run() throws { try run(opening: { CaseDecisions(output: $0) }) }
}
