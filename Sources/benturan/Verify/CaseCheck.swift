import Casework
import Intake
import Records
import Screening

/// Reads the rows of a case again from their files, judges everything again, and holds the trail against the record.
struct CaseCheck {
  let run: PublishedRun
  let recorded: EvidenceRecord
  let again: InputsOptions.Again
  let keyFile: String?
  let threads: Int

  /// What differs, a line each; empty where the case stands as it was published.
  func faults() throws -> [String] {
    var faults = settingFaults()
    let table = again.policy.severity
    faults += TrailCheck(recorded, table).faults().map { "\(recorded.case.id): error: \($0) [case-arithmetic]" }
    faults += sourceFaults()
    guard faults.isEmpty else { return faults }
    let records = try records()
    guard var found = records.first(where: { $0.case.id == recorded.case.id }) else {
      return ["\(recorded.case.id): error: judged again, these inputs give no such case [case-gone]"]
    }
    // What the nights before and the auditors add is no part of what the rows say.
    (found.case.status, found.case.rank) = (recorded.case.status, recorded.case.rank)
    (found.case.changes, found.case.decision) = (recorded.case.changes, recorded.case.decision)
    for (name, isEqual) in [
      ("case", found.case == recorded.case), ("links", found.links == recorded.links),
      ("path", found.path == recorded.path), ("strengths", found.strengths == recorded.strengths),
      ("findings", found.findings == recorded.findings), ("would_clear", found.wouldClear == recorded.wouldClear),
      ("sources", found.sources == recorded.sources),
    ] where !isEqual {
      faults.append("\(recorded.case.id): error: judged again, \(name) says something else [case-differs]")
    }
    return faults
  }

  private func settingFaults() -> [String] {
    let now = Stage.night(again.reading, Judgement(), [:], again.configuration, again.policy).settings
    return now.filter { setting in
      run.manifest.settings[setting.name].map { $0 != setting.value } ?? false
    }.map {
      "\($0.name): error: the run was made with \(run.manifest.settings[$0.name] ?? ""), not \($0.value) "
        + "[case-setting]\n  remedy: name the run's own files with --config and --name-frequency"
    }
  }

  /// Files that are gone or are not the bytes that the case rests on.
  private func sourceFaults() -> [String] {
    let digests = Dictionary(
      again.reading.registry.sources.map { (MessageText.masked($0.path), $0.digest) },
      uniquingKeysWith: { one, _ in one })
    var seen: Set<String> = []
    return recorded.sources.filter { seen.insert($0.file).inserted }.compactMap { source in
      guard let digest = digests[source.file] else {
        return "\(source.file): error: the input is missing [input-missing]"
      }
      return digest == source.sha256
        ? nil : "\(source.file): error: the input was changed since it was read [input-changed]"
    }
  }

  /// The trails of the whole night, worked out again.
  private func records() throws -> [EvidenceRecord] {
    let judgement = Screener(again.policy, threads: threads).screen(again.reading.registry)
    let rows = Set(Casebook.rows(citedBy: judgement))
    let excerpts = again.reading.archive.excerpts(of: rows, in: again.reading.registry)
    var settings = CaseworkSettings(asOf: again.policy.night)
    settings.language = Language(rawValue: recorded.case.language) ?? .indonesian
    settings.unmaskReason = run.manifest.unmaskReason
    settings.keyFile = keyFile
    let night = Stage.night(again.reading, judgement, excerpts, again.configuration, again.policy)
    let output = FolderPath.parent(of: FolderPath.parent(of: run.folder))
    return try Casebook(output: output, settings: settings).trails(of: night)
  }
}
