import OrderedCollections
import Records

/// Applies every rule to the graph: dates, levels, strengths, and the three answers for each package.
struct Judge {
  let graph: RelationGraph
  var policy: ScreeningPolicy { graph.policy }

  init(_ graph: RelationGraph) { self.graph = graph }

  /// A match that stands, with what the holder has in the bidder on the package's days.
  struct Draft {
    let match: Match
    let stake: Stake
    /// How the dates of the official's duty stand to the package's.
    let duty: Period.Standing

    /// The less certain of the two.
    var standing: Period.Standing { max(stake.standing, duty) }
  }

  func judge() -> Judgement {
    var judgement = Judgement()
    judgement.links = graph.links + graph.bidderLinks
    judgement.remarks = graph.remarks
    for participation in graph.participations.joined() {
      judgement.participations[participation.outcome, default: 0] += 1
    }
    var writer = FindingWriter(graph)
    // A tie that a stronger rule reports is not reported again as a note about another unit.
    var reported: Set<Tie> = []
    let families = families()
    var answers = Answers(packages: graph.packages.count)
    for rule in AllRules.rules {
      let card = type(of: rule).card
      var flagged: Set<Int> = []
      if let rule = rule as? any ConflictRule {
        let isNote = card.id == KinHoldsVendorElsewhere.card.id
        var drafts: [Draft] = []
        for match in rule.matches(in: graph) where !isNote || !reported.contains(tie(match)) {
          guard let draft = draft(match) else { continue }
          drafts.append(draft)
          flagged.insert(match.package)
        }
        for draft in isNote ? bestOfEachTie(drafts) : bestOfEachPackage(drafts) {
          reported.insert(tie(draft.match))
          judgement.findings.append(writer.finding(card, draft, strengths(draft), level(draft)))
        }
      }
      if let rule = rule as? any BidderRule {
        for pair in bestOfEachPair(rule.pairs(in: graph)) {
          flagged.insert(pair.package)
          judgement.findings.append(writer.finding(card, pair, strengths(pair), level(pair)))
        }
      }
      judgement.coverage.append(coverage(card.id, rule.needs, flagged, families, &answers))
    }
    judgement.clear = answers.clearPackages(graph.packages)
    judgement.officials = writer.desk.officials
    judgement.vendors = writer.desk.vendors
    judgement.packages = writer.desk.packages
    return judgement
  }

  private struct Tie: Hashable {
    let official: CivilServantID
    let vendor: Int
  }

  private func tie(_ match: Match) -> Tie {
    Tie(official: graph.holders[match.holder].official, vendor: graph.holders[match.holder].vendor)
  }
}

// MARK: - Dates

extension Judge {
  /// A match whose holding and duty both stand on the package's days, or may, or ended so short before them that the
  /// policy still counts them; `nil` for any other.
  func draft(_ match: Match) -> Draft? {
    let package = graph.packages[match.package]
    let duty =
      match.duty.isUnknown && match.isDutyImplied
      ? .during : policy.standing(of: match.duty, to: package, coolingOff: policy.officialCoolingOffMonths)
    guard let duty, let stake = stake(match.holder, package) else { return nil }
    return Draft(match: match, stake: stake, duty: duty)
  }

  /// What a holder has in a bidder on a package's days.
  func stake(_ holder: Int, _ package: PackageDirectory.Package) -> Stake? {
    let holder = graph.holders[holder]
    let seeds = graph.seeds[holder.person]
    return graph.ownership.stake(
      of: seeds[holder.seed], among: seeds, in: holder.vendor, control: policy.controllingShare
    ) { policy.standing(of: $0, to: package, coolingOff: policy.ownerCoolingOffMonths) }
  }
}

// MARK: - Choosing

extension Judge {
  /// Of several ways in which one rule ties an official to a vendor in one package, the firmest.
  private func bestOfEachPackage(_ drafts: [Draft]) -> [Draft] {
    best(drafts) {
      [$0.match.package, graph.holders[$0.match.holder].vendor, Int(graph.holders[$0.match.holder].official.value)]
    }
  }

  /// Of several packages in which one tie shows, the one in which the vendor came farthest.
  private func bestOfEachTie(_ drafts: [Draft]) -> [Draft] {
    best(drafts) { [graph.holders[$0.match.holder].vendor, Int(graph.holders[$0.match.holder].official.value)] }
  }

  /// The firmest draft of each key, in the order in which the keys first came.
  private func best(_ drafts: [Draft], by key: (Draft) -> [Int]) -> [Draft] {
    var best: OrderedDictionary<[Int], Draft> = [:]
    for draft in drafts {
      let key = key(draft)
      if let earlier = best[key], !isFirmer(draft, earlier) { continue }
      best[key] = draft
    }
    return Array(best.values)
  }

  private func isFirmer(_ one: Draft, _ other: Draft) -> Bool {
    func rank(_ draft: Draft) -> (Int, Int, Double, Int, Int, Int) {
      let link = graph.links[graph.holders[draft.match.holder].link]
      let participation = graph.participations[draft.match.package][draft.match.participation]
      return (
        level(draft).rawValue, Int(participation.outcome.rawValue), link.probability,
        -(IdentityGrade.allCases.firstIndex(of: link.grade) ?? 0), -draft.standing.rawValue, -draft.stake.chain.count
      )
    }
    let (a, b) = (rank(one), rank(other))
    return (a.0, a.1, a.2, a.3, a.4) != (b.0, b.1, b.2, b.3, b.4)
      ? (a.0, a.1, a.2, a.3, a.4) > (b.0, b.1, b.2, b.3, b.4) : a.5 > b.5
  }

  /// Of several people who join two bidders of one package, the surest.
  private func bestOfEachPair(_ pairs: [BidderPair]) -> [BidderPair] {
    var best: OrderedDictionary<[Int], BidderPair> = [:]
    for pair in pairs {
      let key = [pair.package, pair.one, pair.other]
      if let earlier = best[key], !isFirmer(pair, earlier) { continue }
      best[key] = pair
    }
    return Array(best.values)
  }

  private func isFirmer(_ one: BidderPair, _ other: BidderPair) -> Bool {
    func rank(_ pair: BidderPair) -> (Int, Double) {
      (level(pair).rawValue, pair.link.map { graph.bidderLinks[$0].probability } ?? 1)
    }
    return rank(one) > rank(other)
  }
}
