import ArgumentParser
import Casework
import Foundation
import Intake
import Logging
import Records
import Screening

/// Holds a run's judgements of "same person" against a file of what is true.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measures a run's person links against a truth file.",
    discussion: """
      The truth file is a CSV with the columns kunci_keluarga (the relative's row id; empty for officials), nip and
      kunci_pengurus (the vendor's person's row id): every pair of rows that is one human being. In a masked run an
      official in person is known by the ends of the NIP and the vendor's row only.

      Where the inputs are still there, it also tells how many true pairs were ever compared and by which keys, and
      --errors writes a dossier of each wrong and each missed pair. Dossiers hold names and numbers as written.

      Example: benturan evaluate --truth truth/person-links.csv --run results
      """)

  @Option(help: "The truth file.") var truth: String
  @OptionGroup var published: PublishedOptions
  @Option(help: "From which probability on a pair counts as linked.") var threshold = 0.5
  @Option(parsing: .upToNextOption, help: "Where the inputs are now; without it, where they were.")
  var input: [String] = []
  @Option(help: "The configuration that the run was made with.") var config: String?
  @Option(help: "A folder for dossiers of wrong and missed pairs; made if it is not there.") var errors: String?
  @Option(help: "How many threads to use.") var threads = 2
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if !(0...1).contains(threshold) { throw ValidationError("--threshold takes a number from 0 to 1") }
    if threads < 1 || threads > 256 { throw ValidationError("--threads takes a number from 1 to 256") }
  }

  func run() throws {
    let run = try published.open()
    let links = "\(run.folder)/person-links.csv"
    let truths = try LinkTruth(table(truth), path: truth, isMasked: run.manifest.unmaskReason == nil)
    let judged = try LinkTruth.judged(table(links), path: links)
    let evaluation = Evaluation(judged, truth: truths.pairs, threshold: threshold)
    let study = try self.study(run)
    let reach = study.map { Reach(truths, $0, evaluation) }
    if let errors, let study {
      try run.noteRowsShown(by: "evaluate --errors", reason: "dossiers hold names and numbers as written")
      try Dossiers(folder: errors).write(evaluation, truths, study, judged)
    } else if errors != nil {
      Terminal.say("warning: no dossiers without the inputs; name them with --input")
    }
    if json {
      Terminal.printJSON(Report(run: run.id, evaluation: evaluation, candidates: reach))
    } else {
      Terminal.print(EvaluationPage(run.id, evaluation, reach).text)
    }
  }

  private struct Report: Encodable {
    let run: String
    let evaluation: Evaluation
    let candidates: Reach?
  }

  private func table(_ path: String) throws -> PlainTable {
    do {
      let table = try PlainTable(reading: path)
      Stage.warn(of: table, path)
      return table
    } catch {
      Terminal.say("\(error.path): error: cannot be read: \(error.reason) [input-missing]\n  remedy: check the path")
      throw ExitStatus.missingInput.code
    }
  }

  /// Reads the inputs again; `nil` where nobody knows where they are.
  private func study(_ run: PublishedRun) throws -> LinkStudy? {
    let output = FolderPath.parent(of: FolderPath.parent(of: run.folder))
    let inputs = input.isEmpty ? InputRecord(output: output).folders(of: run.id) : input
    guard !inputs.isEmpty, let night = CalendarDate(iso: run.manifest.asOf) else {
      Terminal.say("warning: nobody noted where the inputs are; name them with --input to learn which pairs met")
      return nil
    }
    let log = Logger.forCommand(format: .text, isQuiet: true)
    let configuration = try Stage.configuration(config, log)
    var reader = SourceReader.Policy(night: night)
    reader.threads = threads
    reader.mappings = configuration.sources
    let policy = try Stage.policy(night, configuration, log)
    if input.isEmpty, inputs.contains(where: { !FileManager.default.fileExists(atPath: $0) }) {
      Terminal.say("warning: the inputs are no longer where they were; name them with --input to learn which pairs met")
      return nil
    }
    let reading = try Stage.reading(inputs, reader, passingOver: output)
    return LinkStudy(reading.registry, policy, threads: threads)
  }
}
