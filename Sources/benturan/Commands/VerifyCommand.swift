import ArgumentParser
import Casework
import Intake
import Records

/// Holds a run's inputs and outputs against the digests that were recorded.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Reads inputs and outputs again and holds them against the recorded digests.",
    discussion: "Example: benturan verify results")

  @Argument(help: "An output folder, or one run's folder.") var target = "output"
  @Option(parsing: .upToNextOption, help: "Where the inputs are now; without it, where they were.")
  var input: [String] = []
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    var options = PublishedOptions()
    options.run = FolderPath.plain(target)
    let published = try options.open()
    var faults = published.verifyOutputs().map(text)
    let output = FolderPath.parent(of: FolderPath.parent(of: published.folder))
    let inputs = input.isEmpty ? InputRecord(output: output).folders(of: published.id) : input
    if inputs.isEmpty {
      Terminal.say("warning: nobody noted where the inputs are; name them with --input to verify them too")
    } else {
      faults += try inputFaults(inputs, published)
    }
    let found = Verification(
      run: published.id, outputs: published.manifest.outputs.count,
      inputs: inputs.isEmpty ? 0 : published.manifest.inputs.count, faults: faults)
    if json { Terminal.printJSON(found) } else { for fault in faults { Terminal.say(fault) } }
    guard faults.isEmpty else { throw ExitStatus.unusableInput.code }
    if !json {
      let checked = inputs.isEmpty ? "" : ", \(found.inputs) inputs"
      Terminal.print("run \(found.run): \(found.outputs) outputs\(checked) as recorded")
    }
  }

  /// What was held against the record.
  private struct Verification: Encodable {
    let run: String
    let outputs: Int
    let inputs: Int
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
