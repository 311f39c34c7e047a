package import Records

/// Files one night's judgement: cases, reports, publication.
package struct Casebook: Sendable {
  /// The output folder.
  package let output: String
  package let settings: CaseworkSettings

  package init(output: String, settings: CaseworkSettings) {
    self.output = output
    self.settings = settings
  }

  /// Files a night under a lock that the caller holds, as a run must from before it reads its inputs.
  ///
  /// Leftovers of runs that were killed are removed, the reports are written beside the published runs and checked,
  /// and only then `latest` is pointed at them, unless it leads to a later night.
  ///
  /// - Throws: ``CaseworkFault``; `latest` is then as it was. What fails once readers see the run stands in the
  ///   published run.
  package func publish(_ night: Night, holding lock: borrowing OutputLock) throws(CaseworkFault) -> PublishedRun {
    try Self.check(lock.output)
    try Leftovers(output: lock.output).clear()
    let start = ContinuousClock.now
    let runs = RunFolders(output: lock.output)
    let store = try CaseStore(in: lock.output)
    defer { store.close() }
    let filing = RunFiling(store: store, runs: runs)
    try filing.recover()
    let removal = RunRemoval(store: store, runs: runs)
    try removal.finish()
    let id = RunFolders.id(of: night, settings: settings)
    let history = try CaseHistory(of: id, asOf: settings.asOf, in: store)
    let key = try SiteKey(at: settings.keyFile, orIn: lock.output, expecting: history.keyCheck)
    var run: PublishedRun
    if let standing = try self.standing(id, history, filing) {
      run = standing
    } else {
      run = try publish(night, as: id, history, key, filing, since: start)
    }
    run.newer = history.newer
    guard run.settlingFault == nil else { return run }
    // The night is published, and stays so where old ones cannot be taken out.
    do throws(CaseworkFault) { try removal.retire(under: settings.retention, sparing: id) } catch {
      run.removalFault = error
    }
    return run
  }

  /// Looks, before anything is written, whether an output folder's runs and casebook belong together.
  ///
  /// - Throws: ``CaseworkFault``: without the casebook that its runs were filed in, every decision would be lost.
  package static func check(_ output: String) throws(CaseworkFault) { try KnownRuns(of: output).check() }

  /// The run as it was published, where it is not written again: later runs rest on what it said, or lines of it were
  /// purged.
  private func standing(
    _ id: String, _ history: CaseHistory, _ filing: RunFiling
  ) throws(CaseworkFault) -> PublishedRun? {
    guard history.isSealed || history.isWithdrawn else { return nil }
    let runs = filing.runs
    guard let run = PublishedRun(complete: runs.folder(of: id)), run.verifyOutputs().isEmpty else {
      if history.isWithdrawn { throw .withdrawn(id) }
      return nil
    }
    try filing.store.write { try filing.noteShown(run.manifest, to: settings.askedBy, in: $0) }
    try runs.lead(to: history.newer ?? id)
    return run
  }

  private func publish(
    _ night: Night, as id: String, _ history: CaseHistory, _ key: SiteKey, _ filing: RunFiling,
    since start: ContinuousClock.Instant
  ) throws(CaseworkFault) -> PublishedRun {
    let runs = filing.runs
    var reports = Reports(night: night, settings: settings, key: key)
    let tonight = TonightsCases(reports, key: key, mark: RunMark(of: night))
    reports.settle(tonight.progress(history), gone: tonight.gone(history, earlier: earlierRows(history, runs)))
    let previous = history.previousDigest
    reports.draw(by: RecheckSeed(inputs: night.registry.sources.map(\.digest), previous: previous), key: key)
    let staging = try StagedRun(id: id, in: runs)
    do throws(CaseworkFault) {
      let outputs = try staging.write(reports.files())
      let spent = start.duration(to: .now) / .milliseconds(1)
      var manifest = RunManifest(
        of: reports, id: id, outputs: outputs, history: history, previous: previous, reportMilliseconds: Int(spent))
      manifest.alarms = try runs.alarms(
        of: manifest, under: settings.drift, filed: history.filed.flatMap { RunManifest(json: $0.manifest) },
        retired: history.retired)
      try staging.write(manifest)
      try RunChecks(reports).run(on: staging, manifest: manifest)
      let publication = { Publication(of: staging, in: runs, latest: history.newer) }
      // A night told again is in the casebook already, and keeps its place there whatever became of its folder.
      if let filed = history.filed, RunManifest.fits(manifest.json, filed.manifestDigest) {
        try staging.take(filed: filed.manifest)
        try filing.store.write { try filing.noteShown(manifest, to: settings.askedBy, in: $0) }
        try publication().publish()
        return PublishedRun(folder: runs.folder(of: id), manifest: try runs.manifest(of: id))
      }
      guard !history.isSealed else { throw .replayDiffers(id) }
      let seal = RunFiling.Seal(
        mark: tonight.mark, keyCheck: key.check, shownTo: settings.unmaskReason == nil ? nil : settings.askedBy,
        parties: Parties(reports, run: id, key: key), gone: reports.cases.gone.map(\.id))
      try filing.stage(manifest, tonight.states(reports.cases), history: history, seal)
      return try publish(manifest, publication(), filing)
    } catch {
      staging.discard()
      throw error
    }
  }

  /// Publishes a staged run, and makes it count in the casebook.
  ///
  /// - Throws: ``CaseworkFault`` where readers do not see the run. Where they do, it is published, and whoever comes
  ///   next tells the casebook.
  private func publish(
    _ manifest: RunManifest, _ publication: Publication, _ filing: RunFiling
  ) throws(CaseworkFault) -> PublishedRun {
    do throws(CaseworkFault) {
      try publication.publish()
      try filing.confirm(manifest.run)
      return PublishedRun(
        folder: filing.runs.folder(of: manifest.run), manifest: try filing.runs.manifest(of: manifest.run))
    } catch {
      guard publication.isVisible, var run = PublishedRun(complete: filing.runs.folder(of: manifest.run)),
        run.manifest.withoutTimings == manifest.withoutTimings
      else {
        publication.takeBack()
        throw error
      }
      run.settlingFault = error
      return run
    }
  }

  /// The list of the night before, unless it shows what tonight's may not.
  private func earlierRows(_ history: CaseHistory, _ runs: RunFolders) -> [String: [String]] {
    guard let before = history.predecessor.flatMap({ PublishedRun(complete: runs.folder(of: $0.id)) }),
      before.manifest.unmaskReason == nil || settings.unmaskReason != nil
    else { return [:] }
    return before.flaggedRows()
  }

  /// Takes the lock and files a night.
  package func publish(_ night: Night) throws(CaseworkFault) -> PublishedRun {
    try publish(night, holding: OutputLock(output: output))
  }

  /// The trails of a night's cases as they would be filed, without filing them.
  package func trails(of night: Night) throws(CaseworkFault) -> [EvidenceRecord] {
    let key = try SiteKey(at: settings.keyFile, orIn: output)
    let reports = Reports(night: night, settings: settings, key: key)
    let builder = EvidenceBuilder(context: reports.context)
    return reports.cases.listed.map(builder.record)
  }

  /// Every row that a finding rests on, for the caller to read again from its file, in the order of the tables.
  package static func rows(citedBy judgement: Judgement) -> [RowReference] {
    var rows: Set<RowReference> = []
    for finding in judgement.findings {
      for step in finding.path { rows.formUnion(step.rows) }
      if let link = finding.link { rows.formUnion(judgement.links[link].bothRows) }
    }
    return rows.sorted()
  }
}
