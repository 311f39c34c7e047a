import ArgumentParser
import Casework
import Intake
import Records

/// Holds a run's inputs and outputs against the digests that were recorded, or works one case out again.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Holds inputs and outputs against the recorded digests, or works one case out again from its rows.",
    discussion: """
      Example: benturan verify results
      Example: benturan verify BK-7Q2M-9XTC-4 --run results
      """)

  @Argument(help: "An output folder, one run's folder, or a case's id.") var target = "output"
  @Option(name: .customLong("run"), help: "Where the case's run is: an output folder, or one run's folder.")
  var caseRun = "output"
  @OptionGroup var inputs: InputsOptions
  @Option(help: "The site's key file that the run was made with; without it, key in the output folder.")
  var keyFile: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    if let id = Numbering.canonical(target) { try verifyCase(id) } else { try verifyRun() }
  }

  private func verifyRun() throws {
    var options = PublishedOptions()
    options.run = FolderPath.plain(target)
    // First the chain, which settles what a kill left.
    let chain = try self.chain(options.run)
    let published = try options.open()
    var faults = published.verifyOutputs().map(text)
    for fault in chain?.breaks ?? [] {
      if case .file(published.id, _) = fault { continue }
      faults.append(fault.description)
    }
    let output = FolderPath.parent(of: FolderPath.parent(of: published.folder))
    let folders = inputs.input.isEmpty ? InputRecord(output: output).folders(of: published.id) : inputs.input
    if folders.isEmpty {
      Terminal.say("warning: nobody noted where the inputs are; name them with --input to verify them too")
    } else {
      faults += try inputFaults(folders, published)
    }
    let found = Verification(
      run: published.id, outputs: published.manifest.outputs.count,
      inputs: folders.isEmpty ? 0 : published.manifest.inputs.count, runs: chain?.runs, decisions: chain?.decisions,
      notes: chain?.notes, faults: faults)
    try report(found, faults)
    if !json {
      let checked = folders.isEmpty ? "" : ", \(found.inputs) inputs"
      Terminal.print("run \(found.run): \(found.outputs) outputs\(checked) as recorded")
      if let chain {
        Terminal.print("chain: \(chain.runs) runs and \(chain.decisions) decisions, each resting on the one before")
        for note in chain.notes { Terminal.print("  \(MessageText.masked(note))") }
      }
    }
  }

  /// The whole chain, where the target is an output folder and not one run's; of a folder without a casebook, that.
  private func chain(_ folder: String) throws -> RunChain.Walk? {
    let chain = RunChain(output: folder, keyFile: keyFile)
    guard chain.isThere else { return nil }
    do {
      return try chain.walk()
    } catch {
      Terminal.say("\(error)")
      throw Stage.status(of: error).code
    }
  }

  private func verifyCase(_ id: String) throws {
    var options = PublishedOptions()
    options.run = FolderPath.plain(caseRun)
    let published = try options.open()
    let recorded: EvidenceRecord?
    do throws(PublishedRun.Fault) { recorded = try published.evidence(of: id) } catch { throw options.failure(error) }
    guard let recorded else { throw ValidationError("run \(published.id) has no case \(id)") }
    let check = CaseCheck(
      run: published, recorded: recorded, again: try inputs.again(published), keyFile: keyFile, threads: inputs.threads)
    let faults = try check.faults()
    try report(CaseVerification(run: published.id, case: recorded.case.id, faults: faults), faults)
    if !json {
      let rows = recorded.sources.count
      Terminal.print(
        "case \(recorded.case.id): \(rows) rows read again, \(recorded.findings.count) findings judged again, all as recorded"
      )
    }
  }

  private func report(_ found: some Encodable, _ faults: [String]) throws {
    if json { Terminal.printJSON(found) } else { for fault in faults { Terminal.say(fault) } }
    guard faults.isEmpty else { throw ExitStatus.unusableInput.code }
  }

  /// What was held against one case's record.
  private struct CaseVerification: Encodable {
    let run: String
    let `case`: String
    let faults: [String]
  }

  /// What was held against the record.
  private struct Verification: Encodable {
    let run: String
    let outputs: Int
    let inputs: Int
    /// Runs and decisions of the chain; absent for one run's folder.
    let runs: Int?
    let decisions: Int?
    /// What was taken out and what was shown in full; absent for one run's folder.
    let notes: [String]?
    let faults: [String]
  }

  private func text(_ mismatch: PublishedRun.Mismatch) -> String {
    switch mismatch {
    case .missing(let name): "\(name): error: the output is missing [output-missing]"
    case .changed(let name, _, _): "\(name): error: the output was changed since it was published [output-changed]"
    case .unlisted(let name): "\(name): error: the run never wrote this file [output-unlisted]"
    }
  }

  private func inputFaults(_ inputs: [String], _ published: PublishedRun) throws -> [String] {
    let digests: [String: String]
    do {
      digests = try SourceReader.digests(of: inputs)
    } catch {
      Terminal.say("\(error.path): error: cannot be read: \(error.reason) [input-missing]")
      throw ExitStatus.missingInput.code
    }
    // A run records paths masked, so they are compared as it wrote them.
    var byPath: [String: Set<String>] = [:]
    for (path, digest) in digests { byPath[MessageText.masked(path), default: []].insert(digest) }
    return published.manifest.inputs.compactMap { source in
      guard let found = byPath[source.path] else {
        return "\(source.path): error: the input is missing [input-missing]"
      }
      return found.contains(source.sha256)
        ? nil : "\(source.path): error: the input was changed since it was read [input-changed]"
    }
  }
}
