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
  /// and only then `latest` is pointed at them.
  ///
  /// - Throws: ``CaseworkFault``; `latest` is then as it was.
  package func publish(_ night: Night, holding lock: borrowing OutputLock) throws(CaseworkFault) -> PublishedRun {
    try Leftovers(output: lock.output).clear()
    let start = ContinuousClock.now
    let key = try SiteKey(at: settings.keyFile, orIn: lock.output)
    let reports = Reports(night: night, settings: settings, key: key)
    let runs = RunFolders(output: lock.output)
    let id = RunFolders.id(of: night, settings: settings)
    let staging = try StagedRun(id: id, in: runs)
    do throws(CaseworkFault) {
      let outputs = try staging.write(reports.files())
      let spent = start.duration(to: .now) / .milliseconds(1)
      var manifest = RunManifest(
        of: reports, id: id, outputs: outputs, previous: try runs.previousDigest(of: id),
        reportMilliseconds: Int(spent))
      manifest.alarms = try runs.alarms(of: manifest, under: settings.drift)
      try staging.write(manifest)
      try RunChecks(reports).run(on: staging, manifest: manifest)
      try Publication(of: staging, in: runs).publish()
      return PublishedRun(folder: runs.folder(of: id), manifest: try runs.manifest(of: id))
    } catch {
      staging.discard()
      throw error
    }
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
