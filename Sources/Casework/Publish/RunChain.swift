import GRDB
import Records

/// All runs of an output folder from the first to the last, each resting on the one before, with the decisions that
/// each knew.
///
/// A run's `run.json` holds the digest of every file that it wrote and of the `run.json` before it, and the casebook
/// holds them all. Whoever changes a byte of a file has to change everything behind it too, in both places.
package struct RunChain {
  private let output: String

  /// - Parameter output: An output folder.
  package init(output: String) { self.output = output }

  /// Whether the folder has a casebook, without which there is only the last run to look at.
  package var isThere: Bool { Disk.kind(of: "\(output)/\(CaseStore.fileName)") == .file }

  /// Walks the chain to its end, after what a killed run left is settled.
  ///
  /// - Returns: How many runs and decisions there are, and everything that does not fit, the first broken link first.
  /// - Throws: ``CaseworkFault`` where the casebook cannot be read.
  package func walk() throws(CaseworkFault) -> (runs: Int, decisions: Int, breaks: [Break]) {
    let lock = try OutputLock(output: output)
    defer { extendLifetime(lock) }
    try Leftovers(output: output).clear()
    let store = try CaseStore(in: output)
    defer { store.close() }
    try RunFiling(store: store, runs: RunFolders(output: output)).recover()
    let runs = try store.read { try FiledRun.all(in: $0) }
    let (chain, decisions) = try store.read { try StoredDecision.chain(in: $0) }
    var breaks: [Break] = []
    var before: String?
    for (place, run) in runs.enumerated() {
      breaks += faults(of: run, isFirst: place == 0, before: before, chain: chain)
      before = run.manifestDigest
    }
    return (runs.count, decisions.count, breaks + decisions.filter { !$0.fits }.map { .decision($0.seq) })
  }

  private func faults(of run: FiledRun, isFirst: Bool, before: String?, chain: [Int: String]) -> [Break] {
    guard let manifest = RunManifest(json: run.manifest), Digest.hex(of: run.manifest) == run.manifestDigest else {
      return [.casebook(run.id)]
    }
    var breaks: [Break] = []
    if !isFirst, manifest.previous != before { breaks.append(.previous(run.id)) }
    if manifest.casebook?.decisionsSha256 != chain[run.decisions] { breaks.append(.decisions(run.id)) }
    let folder = RunFolders(output: output).folder(of: run.id)
    guard let bytes = try? Disk.read("\(folder)/\(RunManifest.fileName)") else { return breaks + [.missing(run.id)] }
    guard bytes == run.manifest else { return breaks + [.manifest(run.id)] }
    return breaks
      + PublishedRun(folder: folder, manifest: manifest).verifyOutputs().map { .file(run.id, $0) }
  }

  /// A link that does not hold.
  package enum Break: Hashable, Sendable {
    /// The casebook's own copy of a run's `run.json` is not what it was.
    case casebook(String)
    /// The run does not rest on the one before it.
    case previous(String)
    /// The decisions that the run knew are not those of the casebook.
    case decisions(String)
    case missing(String)
    case manifest(String)
    case file(String, PublishedRun.Mismatch)
    /// The decision with this number is not what it was.
    case decision(Int)
  }
}

extension RunChain.Break: CustomStringConvertible {
  /// Place, problem and code.
  package var description: String {
    switch self {
    case .casebook(let run):
      "\(run): error: the casebook's record of the run was changed [chain-casebook]"
    case .previous(let run): "\(run): error: the run does not rest on the one before it [chain-previous]"
    case .decisions(let run): "\(run): error: the decisions that the run knew were changed [chain-decisions]"
    case .missing(let run): "\(run): error: the run's folder is not there, or has no run.json [chain-missing]"
    case .manifest(let run): "\(run)/run.json: error: it was changed since it was published [chain-manifest]"
    case .file(let run, .missing(let name)): "\(run)/\(name): error: the output is missing [output-missing]"
    case .file(let run, .changed(let name, _, _)):
      "\(run)/\(name): error: the output was changed since it was published [output-changed]"
    case .file(let run, .unlisted(let name)):
      "\(run)/\(name): error: the run never wrote this file [output-unlisted]"
    case .decision(let number): "decision \(number): error: it was changed since it was given [chain-decision]"
    }
  }
}
