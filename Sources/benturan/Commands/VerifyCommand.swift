import ArgumentParser
import Casework
import Foundation
import Intake
import Records

/// Holds a run's inputs and outputs against the digests that were recorded.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Reads inputs and outputs again and holds them against the recorded digests.",
    discussion: "Example: benturan verify results")

  @Argument(help: "An output folder, or one run's folder.") var target = "output"
  @Option(parsing: .upToNextOption, help: "Where the inputs are now; without it, where they were.") var input:
    [String] = []

  func run() throws {
    var options = PublishedOptions()
    options.run = target
    let published = try options.open()
    var faults = published.verifyOutputs().map(text)
    let outputs = published.manifest.outputs.count
    let folder = (published.folder as NSString).deletingLastPathComponent
    let inputs =
      input.isEmpty
      ? InputRecord(output: (folder as NSString).deletingLastPathComponent).inputs(of: published.id) : input
    if inputs.isEmpty {
      Terminal.say("warning: nobody noted where the inputs are; name them with --input to verify them too")
    } else {
      faults += try inputFaults(inputs, published)
    }
    for fault in faults { Terminal.say(fault) }
    guard faults.isEmpty else { throw ExitStatus.unusableInput.code }
    let checked = inputs.isEmpty ? "" : ", \(published.manifest.inputs.count) inputs"
    Terminal.print("run \(published.id): \(outputs) outputs\(checked) as recorded")
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
    return published.manifest.inputs.compactMap { source in
      guard let found = digests[source.path] else {
        return "\(source.path): error: the input is missing [input-missing]"
      }
      return found == source.sha256
        ? nil : "\(source.path): error: the input was changed since it was read [input-changed]"
    }
  }
}
