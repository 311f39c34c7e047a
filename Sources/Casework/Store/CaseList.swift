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
      .map { (precedence: Precedence(of: $0, in: judgement, linkID: $0.link.map { linkIDs[$0] } ?? ""), finding: $0) }
      .sorted { $0.precedence < $1.precedence }
    var places: [Pair: Int] = [:]
    var groups: [(pair: Pair, findings: [Finding])] = []
    for (_, finding) in ranked {
      let pair = Pair(
        one: finding.official.map { judgement.officials[$0].nip.digits }
          ?? finding.rival.map { judgement.vendors[$0].key } ?? "",
        vendor: judgement.vendors[finding.vendor].key)
      if let place = places[pair] {
        groups[place].findings.append(finding)
      } else {
        places[pair] = groups.count
        groups.append((pair, [finding]))
      }
    }
    let ids = numbering.caseIDs(of: groups.map { ($0.pair.one, $0.pair.vendor) })
    found = groups.count
    levels = groups.reduce(into: [:]) { counts, group in counts[group.findings[0].level, default: 0] += 1 }
    listed = groups.indices.prefix(budget.map { max(0, $0) } ?? groups.count).map { index in
      let findings = groups[index].findings
      return Case(
        id: ids[index], rank: index + 1, official: findings[0].official.map { judgement.officials[$0] },
        vendor: judgement.vendors[findings[0].vendor], rival: findings[0].rival.map { judgement.vendors[$0] },
        lead: findings[0], findings: findings)
    }
  }

  private struct Pair: Hashable {
    /// The official's NIP, or the other bidder's key.
    let one: String
    let vendor: String
  }
}
