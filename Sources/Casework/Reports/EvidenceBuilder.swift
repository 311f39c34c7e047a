import Records

/// Makes a case's line of `evidence.jsonl`.
struct EvidenceBuilder {
  let context: ReportContext

  private var language: Language { context.language }
  private var masking: Masking { context.masking }

  func record(of matter: Case) -> EvidenceRecord {
    let lead = matter.lead
    return EvidenceRecord(
      case: header(of: matter), links: matter.links.map(link), path: context.steps(of: lead),
      strengths: strengths(lead.strengths), findings: matter.findings.map(finding),
      wouldClear: language.of(lead.wouldClear), sources: matter.rows(in: context.judgement).map(source))
  }

  private func header(of matter: Case) -> EvidenceRecord.Header {
    let identity = context.judgement.identity(of: matter.lead)
    return EvidenceRecord.Header(
      id: matter.id, status: matter.progress.status.rawValue, rank: matter.rank, level: matter.lead.level.name,
      grade: identity.grade.rawValue, probability: NumberText.roundedProbability(identity.probability),
      language: language.rawValue, asOf: context.settings.asOf.description,
      official: matter.official.map { official in
        EvidenceRecord.Official(
          nip: masking.nip(official.nip), name: masking.text(official.name), unit: masking.text(official.unit))
      }, vendor: vendor(matter.vendor), rival: matter.rival.map(vendor),
      sentence: context.sentence(of: matter), nextStep: language.of(matter.lead.nextStep),
      changes: matter.progress.reasons.isEmpty
        ? nil : matter.progress.reasons.map { masking.text(language.of($0)) },
      decision: matter.progress.standing.decisions.last.map { decision in
        EvidenceRecord.Decision(
          verdict: decision.verdict.rawValue, state: matter.progress.standing.state.rawValue,
          by: matter.progress.standing.signers.map(masking.text), on: decision.on.description)
      })
  }

  private func vendor(_ vendor: VendorProfile) -> EvidenceRecord.Vendor {
    EvidenceRecord.Vendor(
      name: masking.text(vendor.name), npwp: vendor.taxID.map(masking.npwp), code: masking.text(vendor.code))
  }

  private func link(_ index: Int) -> EvidenceRecord.Link {
    let link = context.judgement.links[index]
    return EvidenceRecord.Link(
      id: context.linkIDs[index], kind: link.kind.rawValue, government: side(link.governmentRow),
      vendor: side(link.vendorRow), comparisons: link.comparisons.map { comparison($0, of: link) },
      priorBits: NumberText.rounded(link.priorBits), totalBits: NumberText.rounded(link.totalBits),
      probability: NumberText.roundedProbability(link.probability), grade: link.grade.rawValue,
      expectedNamesakes: NumberText.rounded(link.expectedNamesakes),
      factsFor: link.comparisons.phrases(.agrees, in: language),
      factsAgainst: link.comparisons.phrases(.against, in: language),
      notCompared: link.comparisons.phrases(.notCompared, in: language))
  }

  private func comparison(_ comparison: Comparison, of link: PersonLink) -> EvidenceRecord.Comparison {
    func shown(_ value: String, _ row: RowReference) -> String {
      masking.field(value, holding: comparison.content, isMinor: context.people.isMinor(row))
    }
    return EvidenceRecord.Comparison(
      subject: comparison.subject.rawValue, level: comparison.level, verdict: comparison.verdict.rawValue,
      bits: NumberText.rounded(comparison.bits), phrase: language.of(comparison.phrase),
      left: shown(comparison.left, link.governmentRow), right: shown(comparison.right, link.vendorRow))
  }

  private func side(_ row: RowReference) -> EvidenceRecord.Side {
    EvidenceRecord.Side(
      row: context.people.citation(row), dataset: row.dataset.rawValue, asWritten: fields(of: row),
      asUnderstood: context.understood(row))
  }

  /// The columns that a row was made of, masked by what each holds; none where the row was not read again.
  private func fields(of row: RowReference) -> [EvidenceRecord.Field] {
    let isMinor = context.people.isMinor(row)
    return (context.night.excerpts[row]?.fields ?? []).map { field in
      EvidenceRecord.Field(
        column: masking.text(field.column),
        value: masking.field(field.value, holding: field.content, isMinor: isMinor),
        repairs: field.repairs.isEmpty
          ? nil : field.repairs.map { EvidenceRecord.Repair(code: $0.rawValue, phrase: language.of($0.phrase)) })
    }
  }

  private func source(_ row: RowReference) -> EvidenceRecord.Source {
    let location = context.registry.location(of: row)
    let file = context.registry.source(location)
    let offset: Int?
    if let excerpt = context.night.excerpts[row] {
      offset = excerpt.byteOffset
    } else {
      offset = file.isXML ? nil : Int(location.position)
    }
    return EvidenceRecord.Source(
      row: context.people.citation(row), dataset: row.dataset.rawValue, file: masking.path(file.path),
      sha256: file.digest, line: Int(location.line), byteOffset: offset, columns: fields(of: row))
  }
}

extension EvidenceBuilder {
  private func finding(_ finding: Finding) -> EvidenceRecord.Finding {
    let rule = context.night.rules.first { $0.id == finding.rule }
    let holding = finding.holding
    return EvidenceRecord.Finding(
      rule: finding.rule, ruleVersion: rule?.version, level: finding.level.name,
      tableLevel: finding.tableLevel.name, legalBasis: language.of(finding.criteria),
      thresholds: (rule?.thresholds ?? []).byName,
      link: finding.link.map { context.linkIDs[$0] }, nearness: finding.relation.rawValue,
      power: finding.power.rawValue, package: package(of: finding),
      relation: finding.kinship.map { kinship in
        EvidenceRecord.Relation(
          asWritten: masking.text(kinship.asWritten), term: language.of(Phrase(kinship.term, kinship.english)),
          listItems: kinship.listItems, degree: kinship.degree, path: kinship.path,
          derivedThrough: kinship.derivedThrough.map(language.of))
      },
      role: finding.role.map {
        EvidenceRecord.Role(name: masking.text($0.name), isOnPackage: $0.isOnPackage)
      },
      outcome: finding.outcome.code,
      holding: EvidenceRecord.Holding(
        role: masking.text(holding.role), sharePercent: holding.share.map(NumberText.percent),
        greatestSharePercent: holding.greatestShare.map(NumberText.percent),
        depth: holding.depth, from: holding.period.from?.description, to: holding.period.to?.description),
      time: finding.standing.code, from: finding.overlap.from?.description, to: finding.overlap.to?.description,
      value: finding.value?.description, strengths: strengths(finding.strengths), path: context.steps(of: finding),
      wouldClear: language.of(finding.wouldClear), nextStep: language.of(finding.nextStep))
  }

  private func package(of finding: Finding) -> EvidenceRecord.Package? {
    context.package(of: finding).map { package in
      EvidenceRecord.Package(
        code: package.code, name: package.name, unit: package.unit, from: package.period.from?.description,
        to: package.period.to?.description)
    }
  }

  private func strengths(_ strengths: Strengths) -> EvidenceRecord.Strengths {
    func record(_ strength: Strengths.Strength) -> EvidenceRecord.Strength {
      EvidenceRecord.Strength(fact: strength.fact, cap: strength.cap.name, reason: language.of(strength.reason))
    }
    return EvidenceRecord.Strengths(
      samePerson: record(strengths.samePerson), kinDeclared: record(strengths.kinDeclared),
      heldOnTheDay: record(strengths.heldOnTheDay), hadPower: record(strengths.hadPower),
      cap: strengths.cap.name)
  }
}

extension SourceFile {
  /// Whether a record's position is its ordinal, and not a byte offset.
  var isXML: Bool { form.hasPrefix("xml") }
}

extension [Night.Setting] {
  /// As an object; the last of a repeated name counts.
  var byName: [String: String] { reduce(into: [:]) { $0[$1.name] = $1.value } }
}
