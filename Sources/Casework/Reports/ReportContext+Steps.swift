import Records

/// The steps of a finding in words.
extension ReportContext {
  func steps(of finding: Finding) -> [EvidenceRecord.Step] {
    finding.path.map { step in
      EvidenceRecord.Step(
        step: step.kind.rawValue, text: text(of: step, in: finding), from: step.period.from?.description,
        to: step.period.to?.description, rows: step.rows.map(people.citation).eachOnce)
    }
  }

  /// What a step says; its kind where the rows say nothing.
  private func text(of step: PathStep, in finding: Finding) -> String {
    let text =
      switch step.kind {
      case .official: masking.text(judgement.officials[finding.official].name)
      case .posting: joined(step.rows, unit)
      case .relative: "\(relation(finding.kinship)) \(joined(step.rows, people.name))"
      case .vendorPerson: joined(step.rows, people.name)
      case .holding: joined(step.rows, holding)
      case .vendor: masking.text(judgement.vendors[finding.vendor].name)
      case .bid: language.of(finding.outcome.phrase)
      case .package: package(of: finding).map { $0.name.isEmpty ? $0.code : "\($0.name) (\($0.code))" } ?? ""
      case .role: role(finding.role)
      }
    return text.isEmpty ? language.of(step.kind.phrase) : text
  }

  private func joined(_ rows: [RowReference], _ text: (RowReference) -> String) -> String {
    rows.map(text).filter { !$0.isEmpty }.eachOnce.joined(separator: " + ")
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
