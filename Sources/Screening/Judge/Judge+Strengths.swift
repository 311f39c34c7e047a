import Records

/// How firmly each of the four links of a finding stands.
extension Judge {
  func level(_ draft: Draft) -> Level {
    let outcome = graph.participations[draft.match.package][draft.match.participation].outcome
    return min(
      policy.severity.level(graph.relation(of: draft.match.holder), draft.match.power, outcome), strengths(draft).cap)
  }

  func strengths(_ draft: Draft) -> Strengths {
    let holder = graph.holders[draft.match.holder]
    let table = policy.severity
    return Strengths(
      samePerson: table.strength(.samePerson, graph.links[holder.link].grade.fact),
      kinDeclared: table.strength(.kinDeclared, kinFact(holder)), heldOnTheDay: held(holder, draft.stake),
      hadPower: table.weakest(.power, powerFacts(holder, draft)))
  }

  private func kinFact(_ holder: Holder) -> String {
    guard let kin = holder.kinship else { return "in_person" }
    if kin.through != nil { return "derived" }
    if !policy.kinshipProfile.lists(kin.entry) { return "outside_list" }
    return kin.entry.isUnsure ? "term_unsure" : "declared"
  }

  /// What a holder has in the bidder: by office, by share, or through companies; whichever is firmer, and then what
  /// speaks against it.
  private func held(_ holder: Holder, _ stake: Stake) -> Strengths.Strength {
    let table = policy.severity
    let ways = [shareFact(holder, stake), officeFact(holder, stake)].compactMap { $0 }
    let firmest = ways.max { table.strength(.held, $0).cap < table.strength(.held, $1).cap } ?? "small_indirect"
    var facts = [firmest]
    if stake.isByName { facts.append("company_by_name") }
    if graph.links[holder.link].comparisons.contains(where: { $0.subject == .alive && $0.verdict == .against }) {
      facts.append("deceased")
    }
    switch stake.standing {
    case .during: break
    case .unknown: facts.append("dates_unknown")
    case .before, .after: facts.append("ended_lately")
    }
    return table.weakest(.held, facts)
  }

  /// What the holder's share amounts to; `nil` where the holder has an office alone.
  private func shareFact(_ holder: Holder, _ stake: Stake) -> String? {
    let seed = graph.seeds[holder.person][holder.seed]
    let isBeneficial = stake.least > policy.beneficialShare
    guard seed.owns || stake.least > 0 else { return nil }
    if stake.chain.isEmpty {
      guard seed.owns, [.owner, .director, .commissioner].contains(holder.office) else { return nil }
      // A share that nobody knows is not small.
      return isBeneficial || stake.controls || seed.share == nil ? "held" : "small_share"
    }
    if stake.controls { return "controls" }
    if isBeneficial { return "beneficial" }
    return stake.greatest > policy.beneficialShare ? "share_unknown" : "small_indirect"
  }

  /// What the holder's office amounts to; `nil` where the holder has a share alone.
  private func officeFact(_ holder: Holder, _ stake: Stake) -> String? {
    switch holder.office {
    case .director, .commissioner:
      if stake.chain.isEmpty { return "held" }
      return stake.runsParent ? "runs_parent" : "runs_holder"
    case .signatory: return "signatory"
    case .unknown: return "office_unknown"
    case .owner, .staff: return nil
    }
  }

  private func powerFacts(_ holder: Holder, _ draft: Draft) -> [String] {
    let end = graph.packages[draft.match.package].period.to
    let isHandled = (graph.handled[holder.official] ?? []).contains {
      $0.covers(vendor: holder.vendor, package: draft.match.package, until: end)
    }
    return (isHandled ? ["handled"] : []) + (draft.duty == .before ? ["left_lately"] : [])
      + (draft.duty == .unknown ? ["duty_dates_unknown"] : []) + [draft.match.power.rawValue]
  }
}

// MARK: - Two bidders

extension Judge {
  /// The level of the one that came farther; where the other only registered, its strengths cap it.
  func level(_ pair: BidderPair) -> Level {
    let (one, other) = outcomes(pair)
    return min(policy.severity.level(.bidders, .bidders, max(one, other)), strengths(pair).cap)
  }

  func outcomes(_ pair: BidderPair) -> (BidOutcome, BidOutcome) {
    let participations = graph.participations[pair.package]
    return (participations[pair.one].outcome, participations[pair.other].outcome)
  }

  func strengths(_ pair: BidderPair) -> Strengths {
    let table = policy.severity
    let (one, other) = outcomes(pair)
    let isRegisteredOnly = min(one, other) == .registered
    return Strengths(
      samePerson: table.strength(
        .samePerson, pair.link.map { graph.bidderLinks[$0].grade.fact } ?? "same_company"),
      kinDeclared: table.strength(.kinDeclared, "not_asked"),
      heldOnTheDay: table.weakest(.held, pair.standing == .unknown ? ["dates_unknown"] : ["held"]),
      hadPower: table.weakest(.power, isRegisteredOnly ? ["one_registered", "bidders"] : ["bidders"]))
  }
}

extension RelationGraph {
  /// How near a holder is to the official.
  func relation(of holder: Int) -> Finding.Relation {
    guard let kin = holders[holder].kinship else { return .closest }
    if kin.through != nil || !policy.kinshipProfile.lists(kin.entry) { return .outside }
    return kin.entry.isClosest ? .closest : .listed
  }
}
