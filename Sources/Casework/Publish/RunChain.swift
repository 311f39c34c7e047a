import GRDB
import Records

/// All runs of an output folder from the first to the last, each resting on the one before, with the decisions that
/// each knew.
///
/// A run's `run.json` holds the digest of every file that it wrote and of the `run.json` before it (timings apart), and
/// the casebook holds them all. Whoever changes a byte of a file has to change everything behind it too, in both places.
package struct RunChain {
  private let output: String

  /// - Parameter output: An output folder.
  package init(output: String) { self.output = output }

  /// Whether the folder has a casebook, without which there is only the last run to look at.
  package var isThere: Bool { Disk.kind(of: "\(output)/\(CaseStore.fileName)") == .file }

  /// What a walk found.
  package struct Walk: Sendable {
    package let runs: Int
    package let decisions: Int
    /// Everything that does not fit, the first broken link first.
    package let breaks: [Break]
    /// What was taken out and what was shown in full, a sentence each, the oldest first.
    package let notes: [String]
  }

  /// Walks the chain to its end, after what a killed run left is settled.
  ///
  /// - Throws: ``CaseworkFault`` where the casebook cannot be read.
  package func walk() throws(CaseworkFault) -> Walk {
    let lock = try OutputLock(output: output)
    defer { extendLifetime(lock) }
    try Leftovers(output: output).clear()
    let store = try CaseStore(in: output)
    defer { store.close() }
    let folders = RunFolders(output: output)
    try RunFiling(store: store, runs: folders).recover()
    try RunRemoval(store: store, runs: folders).finish()
    let runs = try store.read { try FiledRun.all(in: $0) }
    let journal = try store.read { try Journal(in: $0) }
    let (chain, decisions) = try store.read { try StoredDecision.chain(in: $0, erased: journal.erased) }
    let known = Known(
      decisions: chain, journal: journal.entries.reduce(into: [:]) { $0[$1.seq] = $1.chain }, retired: journal.retired,
      cut: journal.cut)
    var breaks: [Break] = []
    var before: String?
    for (place, run) in runs.enumerated() {
      breaks += faults(of: run, isFirst: place == 0, before: before, known)
      before = run.manifestDigest
    }
    breaks += decisions.filter { !$0.fits }.map { .decision($0.seq) }
    breaks += journal.entries.filter { !$0.fits }.map { .journal($0.seq) }
    return Walk(
      runs: runs.count, decisions: decisions.count, breaks: breaks, notes: journal.entries.map(\.note.sentence))
  }

  /// What the casebook holds beside the runs.
  private struct Known {
    /// Digests of the chain of decisions and of the journal, by number.
    let decisions: [Int: String]
    let journal: [Int: String]
    let retired: [String: RetiredRun]
    let cut: [String: CutRun]
  }

  private func faults(of run: FiledRun, isFirst: Bool, before: String?, _ known: Known) -> [Break] {
    guard let manifest = RunManifest(json: run.manifest), RunManifest.fits(run.manifest, run.manifestDigest)
    else {
      return [.casebook(run.id)]
    }
    var breaks: [Break] = []
    if !isFirst, manifest.previous != before { breaks.append(.previous(run.id)) }
    if let recheck = manifest.recheck,
      recheck.seed != RecheckSeed(inputs: manifest.inputs.map(\.sha256), previous: manifest.previous).hex
    {
      breaks.append(.seed(run.id))
    }
    if manifest.casebook?.decisionsSha256 != known.decisions[run.decisions] { breaks.append(.decisions(run.id)) }
    if let mark = manifest.casebook?.journal, known.journal[mark.entries] != mark.sha256 {
      breaks.append(.removals(run.id))
    }
    if let retired = known.retired[run.id] {
      return breaks + (retired.manifest == run.manifestDigest ? [] : [.casebook(run.id)])
    }
    let folder = RunFolders(output: output).folder(of: run.id)
    guard let bytes = try? Disk.read("\(folder)/\(RunManifest.fileName)") else { return breaks + [.missing(run.id)] }
    guard bytes == run.manifest else { return breaks + [.manifest(run.id)] }
    guard (try? Disk.read("\(folder)/\(CutRun.fileName)")) == known.cut[run.id]?.json else {
      return breaks + [.cut(run.id)]
    }
    return breaks
      + PublishedRun(folder: folder, manifest: manifest).verifyOutputs().map { .file(run.id, $0) }
  }

  /// A link that does not hold.
  package enum Break: Hashable, Sendable {
    /// The casebook's own copy of a run's `run.json` is not what it was.
    case casebook(String)
    /// The run does not rest on the one before it.
    case previous(String)
    /// The seed of the re-checks is not the one that inputs and run before give.
    case seed(String)
    /// The decisions that the run knew are not those of the casebook.
    case decisions(String)
    /// What the run knew of removals and of lists shown in full is not what the casebook holds.
    case removals(String)
    case missing(String)
    case manifest(String)
    /// The record of what a purge left is not the casebook's.
    case cut(String)
    case file(String, PublishedRun.Mismatch)
    /// The decision with this number is not what it was.
    case decision(Int)
    /// The entry with this number of the casebook's journal is not what it was.
    case journal(Int)
  }
}

extension RunChain.Break: CustomStringConvertible {
  /// Place, problem and code.
  package var description: String {
    switch self {
    case .casebook(let run):
      "\(run): error: the casebook's record of the run was changed [chain-casebook]"
    case .previous(let run): "\(run): error: the run does not rest on the one before it [chain-previous]"
    case .seed(let run):
      "\(run): error: the seed of the re-checks does not follow from the inputs and the run before [chain-seed]"
    case .decisions(let run): "\(run): error: the decisions that the run knew were changed [chain-decisions]"
    case .removals(let run):
      "\(run): error: the removals that the run knew of were changed [chain-removals]"
    case .cut(let run): "\(run)/\(CutRun.fileName): error: it is not what the purge recorded [chain-purge]"
    case .missing(let run): "\(run): error: the run's folder is not there, or has no run.json [chain-missing]"
    case .manifest(let run): "\(run)/run.json: error: it was changed since it was published [chain-manifest]"
    case .file(let run, .missing(let name)): "\(run)/\(name): error: the output is missing [output-missing]"
    case .file(let run, .changed(let name, _, _)):
      "\(run)/\(name): error: the output was changed since it was published [output-changed]"
    case .file(let run, .unlisted(let name)):
      "\(run)/\(name): error: the run never wrote this file [output-unlisted]"
    case .decision(let number): "decision \(number): error: it was changed since it was given [chain-decision]"
    case .journal(let number): "journal \(number): error: it was changed since it was written [chain-journal]"
    }
  }
}

extension Journal.Note {
  /// What happened, in a line; names of auditors and their reasons stand in it, and nobody else.
  fileprivate var sentence: String {
    if let run = retired {
      return
        "\(run.run): \(run.cause == .retention ? "pruned on night \(run.day) by retention" : "purged on \(run.day)")"
    }
    if let purge {
      let whom = purge.before.map { "what is from before \($0)" } ?? "\(purge.persons.count) persons' numbers"
      return "purge on \(purge.on) by \(purge.by) (\(purge.reason)): \(whom); \(purge.runs.count) runs cut, "
        + "\(purge.retired) taken out, \(purge.cases) cases and \(purge.decisions.count) decisions removed"
    }
    guard let shown else { return "" }
    return "\(shown.run): shown in full to \(shown.by) (\(shown.command): \(shown.reason))"
  }
}
