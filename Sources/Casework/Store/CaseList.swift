import Records

/// The night's cases, ranked, and how many of them fit the budget.
struct CaseList: Sendable {
  /// The best, at most as many as the budget allows.
  let listed: [Case]
  /// How many cases the night found, listed or not.
  let found: Int
  /// How many of those found have each level.
  let levels: [Level: Int]

  var leftOut: Int { found - listed.count }

  /// - Parameters:
  ///   - linkIDs: The ids of the judgement's links, in their order.
  ///   - budget: How many cases to list; `nil` for all.
  init(of judgement: Judgement, numbering: Numbering, linkIDs: [String], budget: Int?) {
    let ranked = judgement.findings
      .map { (precedence: Precedence(of: $0, in: judgement, linkID: linkIDs[$0.link]), finding: $0) }
      .sorted { $0.precedence < $1.precedence }
    var places: [Pair: Int] = [:]
    var groups: [(pair: Pair, findings: [Finding])] = []
    for (_, finding) in ranked {
      let pair = Pair(
        nip: judgement.officials[finding.official].nip, vendor: judgement.vendors[finding.vendor].key)
      if let place = places[pair] {
        groups[place].findings.append(finding)
      } else {
        places[pair] = groups.count
        groups.append((pair, [finding]))
      }
    }
    let ids = numbering.caseIDs(of: groups.map { ($0.pair.nip, $0.pair.vendor) })
    found = groups.count
    levels = groups.reduce(into: [:]) { counts, group in counts[group.findings[0].level, default: 0] += 1 }
    listed = groups.indices.prefix(budget.map { max(0, $0) } ?? groups.count).map { index in
      let findings = groups[index].findings
      return Case(
        id: ids[index], rank: index + 1, official: judgement.officials[findings[0].official],
        vendor: judgement.vendors[findings[0].vendor], lead: findings[0], findings: findings)
    }
  }

  private struct Pair: Hashable {
    let nip: CivilServantID
    let vendor: String
  }
}
