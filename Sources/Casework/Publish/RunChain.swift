import GRDB
import Records

/// All runs of an output folder from the first to the last, each resting on the one before, with the decisions that
/// each knew.
///
/// A run's `run.json` holds the digest of every file that it wrote and of the `run.json` before it (timings apart), and
/// the casebook holds them all. Whoever changes a byte of a file has to change everything behind it too, in both places.
package struct RunChain {
  private let output: String
  private let keyFile: String?

  /// - Parameters:
  ///   - output: An output folder.
  ///   - keyFile: The site's key; `nil` for the output folder's own, if it lies there.
  package init(output: String, keyFile: String? = nil) { (self.output, self.keyFile) = (output, keyFile) }

  /// Whether the folder has a casebook or runs that ask for one; one run's folder has neither.
  package var isThere: Bool {
    hasCasebook || !RunFolders.isComplete(output) && (try? KnownRuns(of: output))?.strangers.isEmpty == false
  }

  private var hasCasebook: Bool { Disk.kind(of: "\(output)/\(CaseStore.fileName)") == .file }

  /// What a walk found.
  package struct Walk: Sendable {
    package let runs: Int
    package let decisions: Int
    /// Everything that does not fit, the first broken link first.
    package let breaks: [Break]
    /// What was taken out and what was shown in full, a sentence each, the oldest first.
    package let notes: [String]
  }

  /// Walks the chain to its end, after what a killed run left is settled, if that may be.
  ///
  /// - Throws: ``CaseworkFault`` where the casebook cannot be read.
  package func walk() throws(CaseworkFault) -> Walk {
    guard hasCasebook else {
      let runs = try KnownRuns(of: output).strangers.count
      return Walk(runs: 0, decisions: 0, breaks: [.lost(runs)], notes: [])
    }
    guard CaseStore.isWritable(in: output) else {
      let store = try CaseStore(reading: output)
      defer { store.close() }
      return try walk(store)
    }
    let lock = try OutputLock(output: output)
    defer { extendLifetime(lock) }
    try Leftovers(output: output).clear()
    let store = try CaseStore(in: output)
    defer { store.close() }
    let folders = RunFolders(output: output)
    let unpublished = try store.read { try TableSeal.unpublished(in: $0) }
    try RunFiling(store: store, runs: folders).recover()
    try RunRemoval(store: store, runs: folders).finish()
    return try walk(store, unpublished)
  }

  private func walk(_ store: CaseStore, _ unpublished: String? = nil) throws(CaseworkFault) -> Walk {
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
    breaks += try KnownRuns(of: output).strangers.map(Break.unknown)
    let folders = RunFolders(output: output)
    // One that was killed before it counted, where nothing may be settled.
    let staged = try store.read { try FiledRun.staged(in: $0) }
    let seen = runs + [staged].compactMap(\.self).filter { RunFolders.isComplete(folders.folder(of: $0.id)) }
    if let newest = seen.max(by: FiledRun.isOlder), Disk.target(of: folders.latest) != folders.target(of: newest.id) {
      breaks.append(.latest(newest.id))
    }
    breaks += decisions.filter { !$0.fits }.map { .decision($0.seq) }
    breaks += journal.entries.filter { !$0.fits }.map { .journal($0.seq) }
    let rows = try store.read { try TableSeal.check(runs, journal, in: $0) }
    breaks += (rows.runs + [unpublished].compactMap(\.self)).map(Break.rows)
    if !rows.isSharedWhole { breaks.append(.shared) }
    breaks += try store.read { try CaseSchema.differences(in: $0) }.map(Break.schema)
    breaks += keyFaults(expecting: runs.last { $0.keyCheck != nil }?.keyCheck)
    return Walk(
      runs: runs.count, decisions: decisions.count, breaks: breaks,
      notes: journal.entries.map(\.note.sentence).filter { !$0.isEmpty })
  }

  /// Holds the key against the runs, and what is sealed with it against the key; nothing where there is none, as in a
  /// copy that is kept apart from it.
  private func keyFaults(expecting check: String?) -> [Break] {
    let path = keyFile ?? "\(output)/key"
    guard let check, keyFile != nil || Disk.kind(of: path) != nil else { return [] }
    guard let key = try? SiteKey(at: keyFile, orIn: output, expecting: check) else { return [.key(path)] }
    return SealedShelf.damaged(in: output, key).map(Break.kept)
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
    guard RunManifest.isUnchanged(bytes, from: run.manifest) else { return breaks + [.manifest(run.id)] }
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
    /// There is no casebook for so many runs.
    case lost(Int)
    /// What lies among the runs is none that the casebook knows.
    case unknown(String)
    /// The casebook's rows of the run are not as they were filed.
    case rows(String)
    /// Rows that runs share are not as they were.
    case shared
    /// A table, index or trigger of the casebook is not the program's.
    case schema(String)
    /// The key is not the one that the runs were filed with.
    case key(String)
    /// What was left for the next night is not as it was sealed.
    case kept(String)
    /// `latest` does not lead to the run of the newest night.
    case latest(String)
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
    case .lost(let runs):
      "\(CaseStore.fileName): error: it is not there, and published runs are there: \(runs) [casebook-lost]"
    case .rows(let run): "\(run): error: the casebook's rows of the run were changed [chain-rows]"
    case .shared:
      "\(CaseStore.fileName): error: its rows of cases, persons' digests or facts were changed [chain-tables]"
    case .schema(let name): "\(CaseStore.fileName): error: its \(name) is not as the program made it [chain-schema]"
    case .key(let path):
      "\(path): error: it cannot be used, or is not the key that the runs were filed with [chain-key]"
    case .kept(let name):
      "\(SealedShelf.folderName)/\(name): error: it is not as it was sealed; remove it, a night makes it anew "
        + "[kept-changed]"
    case .unknown(let run): "\(run): error: the casebook does not know this run [chain-unknown]"
    case .latest(let run): "latest: error: it does not lead to the newest night's run, \(run) [chain-latest]"
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
