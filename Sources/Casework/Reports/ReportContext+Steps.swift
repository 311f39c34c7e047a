import Records

/// The steps of a finding in words.
extension ReportContext {
  func steps(of finding: Finding) -> [EvidenceRecord.Step] {
    let rivalFrom = finding.rival == nil ? nil : finding.path.firstIndex { $0.kind == .bid }.map { $0 + 1 }
    return finding.path.enumerated().map { place, step in
      EvidenceRecord.Step(
        step: step.kind.rawValue, text: text(of: step, in: finding, isRival: place >= rivalFrom ?? .max),
        from: step.period.from?.description,
        to: step.period.to?.description, knownOn: step.knownOn?.description,
        sharePercent: step.share.map(NumberText.percent), rows: step.rows.map(people.citation).eachOnce)
    }
  }

  /// What a step says; its kind where the rows say nothing.
  ///
  /// - Parameter isRival: Whether the step is the second bidder's.
  private func text(of step: PathStep, in finding: Finding, isRival: Bool) -> String {
    let text =
      switch step.kind {
      case .official: masking.text(finding.official.map { judgement.officials[$0].name } ?? "")
      case .posting: joined(step.rows, unit)
      case .relative: joined(step.rows) { "\(relation($0, finding)) \(people.name($0))" }
      case .vendorPerson: joined(step.rows, people.name)
      case .holding: joined(step.rows, holding)
      case .vendor: masking.text(judgement.vendors[isRival ? finding.rival ?? finding.vendor : finding.vendor].name)
      case .declaration: joined(step.rows, action)
      case .bid: language.of(bid(step, finding).phrase)
      case .package: package(of: finding).map { $0.name.isEmpty ? $0.code : "\($0.name) (\($0.code))" } ?? ""
      case .role: role(finding.role)
      }
    return text.isEmpty ? language.of(step.kind.phrase) : text
  }

  /// What the relative of a row is; of two declarations each row has its own relation.
  private func relation(_ row: RowReference, _ finding: Finding) -> String {
    guard let kinship = finding.kinship, let through = kinship.derivedThrough else { return relation(finding) }
    let isLast = finding.link.map { judgement.links[$0].governmentRow } == row
    return language.of(isLast ? Phrase(kinship.term, kinship.english) : through)
  }

  /// How far a bidder came: in a finding about two, as its own rows say.
  private func bid(_ step: PathStep, _ finding: Finding) -> BidOutcome {
    guard finding.rival != nil else { return finding.outcome }
    let outcomes = step.rows.map { row -> BidOutcome in
      switch row.dataset {
      case .bids: registry.bids[row.index].outcome
      case .tenders: registry.tenders[row.index].contractedOn == nil ? .won : .contracted
      default: .registered
      }
    }
    return outcomes.max() ?? finding.outcome
  }

  private func joined(_ rows: [RowReference], _ text: (RowReference) -> String) -> String {
    rows.map(text).filter { !$0.isEmpty }.eachOnce.joined(separator: " + ")
  }

  private func action(_ row: RowReference) -> String {
    row.dataset == .declarations ? people.text(registry.declarations[row.index].action, of: row) : ""
  }

  private func unit(_ row: RowReference) -> String {
    switch row.dataset {
    case .postings: people.text(registry.postings[row.index].unit, of: row)
    case .officials: people.text(registry.officials[row.index].unit, of: row)
    case .relatives, .vendors, .vendorPeople, .tenders, .bids, .roles, .units, .declarations: ""
    }
  }

  /// Office or share, and in what; the holder is named by the step before.
  private func holding(_ row: RowReference) -> String {
    guard row.dataset == .vendorPeople else { return "" }
    let person = registry.vendorPeople[row.index]
    let vendor = people.text(person.vendor.name.isEmpty ? person.vendor.code : person.vendor.name, of: row)
    let role = people.text(person.role, of: row)
    let holder = person.isCompany ? "\(people.name(row)): " : ""
    return holder + [role, vendor].filter { !$0.isEmpty }.joined(separator: language.of(Phrase(" pada ", " at ")))
  }
}
