import Records

extension RunManifest {
  /// - Parameters:
  ///   - reports: What was made of the night.
  ///   - id: The run's.
  ///   - outputs: The reports as they were written.
  ///   - history: What the casebook knew.
  ///   - previous: Digest of the manifest before; `nil` for the first.
  ///   - reportMilliseconds: How long the reports took; recorded as the stage `reports`.
  init(
    of reports: Reports, id: String, outputs: [Output], history: CaseHistory, previous: String?,
    reportMilliseconds: Int
  ) {
    let (night, settings, cases) = (reports.context.night, reports.context.settings, reports.cases)
    let language = reports.context.language
    // The casebook keeps the manifest and holds nobody's number, so names of files and columns are masked in any case.
    let masking = reports.context.masking.masked
    self.init(
      tool: Tool(name: "benturan", version: night.toolVersion), run: id, asOf: settings.asOf.description,
      configurationSha256: night.configuration.isEmpty ? nil : Digest.hex(of: Array(night.configuration.utf8)),
      settings: (Self.own(settings) + night.settings).byName, unmaskReason: settings.unmaskReason,
      rules: night.rules.sorted { $0.id < $1.id }.map { rule in
        Rule(id: rule.id, version: rule.version, thresholds: rule.thresholds.byName)
      },
      inputs: night.registry.sources.sorted { ($0.path, $0.digest) < ($1.path, $1.digest) }
        .map { Input($0, masking) },
      outputs: outputs,
      cases: Cases(cases),
      casebook: CasebookMark(
        predecessor: history.predecessor?.id, decisions: history.horizon, decisionsSha256: history.decisionChain,
        journal: history.journal),
      links: night.judgement.links.count,
      participations: BidOutcome.allCases.reduce(into: [:]) {
        $0[$1.code] = night.judgement.participations[$1, default: 0]
      },
      coverage: night.judgement.coverage.sorted { $0.rule < $1.rule }.map { Coverage($0, language) },
      recheck: Recheck(
        seed: reports.context.recheck.seed, clear: night.judgement.clear.count,
        listed: reports.context.recheck.packages.count),
      remarks: night.judgement.remarks
        .map { Remark(code: $0.code, text: language.of($0.phrase), count: $0.count) }
        .sorted { ($0.code, $0.text, $0.count) < ($1.code, $1.text, $1.count) },
      repeats: night.registry.repeats.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }, previous: previous,
      timings: night.timings.reduce(into: ["reports": reportMilliseconds]) { $0[$1.stage] = $1.milliseconds })
  }

  /// What this room was told about the outputs; the command's own words for them count.
  private static func own(_ settings: CaseworkSettings) -> [Night.Setting] {
    let budget = settings.budget.map { [Night.Setting("budget", String($0))] } ?? []
    return budget + [
      Night.Setting("language", settings.language.rawValue),
      Night.Setting("output.delimiter", String(Unicode.Scalar(settings.delimiter.rawValue))),
    ]
  }
}

extension RunManifest.Cases {
  fileprivate init(_ cases: CaseList) {
    let open = cases.all.filter { $0.progress.standing.state != .closed }
    var statuses = cases.all.reduce(into: [:]) { $0[$1.progress.status.rawValue, default: 0] += 1 }
    if !cases.gone.isEmpty { statuses[CaseStatus.gone.rawValue] = cases.gone.count }
    self.init(
      found: cases.found, listed: cases.listed.count, leftOut: cases.leftOut,
      levels: Level.allCases.reduce(into: [:]) { $0[$1.name] = cases.levels[$1] ?? 0 }, statuses: statuses,
      fresh: open.filter { $0.progress.status.isFresh }.reduce(into: [:]) { $0[$1.lead.level.name, default: 0] += 1 },
      closed: cases.found - open.count)
  }
}

extension RunManifest.Input {
  fileprivate init(_ file: SourceFile, _ masking: Masking) {
    self.init(
      path: masking.path(file.path), bytes: file.byteCount, sha256: file.digest, form: file.form,
      datasets: file.datasets.map(\.rawValue),
      rows: RunManifest.Rows(
        read: file.counts.read, accepted: file.counts.accepted, quarantined: file.counts.quarantined,
        blank: file.counts.blank, skipped: file.counts.skipped == 0 ? nil : file.counts.skipped),
      warnings: file.warnings
        .map { warning in
          RunManifest.Warning(
            code: warning.message.code, column: masking.text(warning.column), problem: warning.message.problem,
            remedy: warning.message.remedy, count: warning.count, lines: warning.lines)
        }
        .sorted { ($0.code, $0.column, $0.problem) < ($1.code, $1.column, $1.problem) },
      unknownColumns: file.unknownColumns.map(masking.text),
      fault: file.fault.map { .init(code: $0.code, problem: masking.text($0.problem), remedy: $0.remedy) })
  }
}

extension RunManifest.Coverage {
  fileprivate init(_ coverage: RuleCoverage, _ language: Language) {
    self.init(
      rule: coverage.rule, packages: coverage.packages, checked: coverage.checked, clear: coverage.clear,
      flagged: coverage.flagged, couldNotBeChecked: coverage.couldNotBeChecked,
      missing: coverage.unchecked.map {
        RunManifest.Missing(code: $0.code, datum: language.of($0.datum), count: $0.count)
      }, officialsInPower: coverage.families?.officials, officialsWithoutFamily: coverage.families?.withoutFamily)
  }
}
