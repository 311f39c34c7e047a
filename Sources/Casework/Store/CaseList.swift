import Records

/// The night's cases, ranked, and how many of them fit the budget.
struct CaseList: Sendable {
  /// Every case that the night found, by its findings alone.
  private(set) var all: [Case]
  /// The best that ask for somebody, at most as many as the budget allows, and behind them those that are closed.
  private(set) var listed: [Case]
  /// Cases of the night before that are not there tonight.
  private(set) var gone: [GoneCase] = []

  /// How many cases the night found, listed or not.
  var found: Int { all.count }
  var leftOut: Int { found - listed.count }

  /// How many of those found have each level.
  var levels: [Level: Int] { all.reduce(into: [:]) { $0[$1.lead.level, default: 0] += 1 } }

  /// - Parameters:
  ///   - linkIDs: The ids of the judgement's links, in their order.
  init(of judgement: Judgement, numbering: Numbering, linkIDs: [String]) {
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
    all = groups.indices.map { index in
      let findings = groups[index].findings
      return Case(
        id: ids[index], rank: index + 1, official: findings[0].official.map { judgement.officials[$0] },
        vendor: judgement.vendors[findings[0].vendor], rival: findings[0].rival.map { judgement.vendors[$0] },
        lead: findings[0], findings: findings,
        progress: CaseProgress(status: .new, standing: Standing(of: [], level: findings[0].level)))
    }
    listed = all
  }

  /// Takes up what the casebook knows, and lists what fits.
  ///
  /// Closed cases stand behind all open ones and count for no budget, so that they push nobody off the list.
  ///
  /// - Parameters:
  ///   - progress: That of each case of ``all``.
  ///   - budget: How many open cases to list; `nil` for all.
  mutating func settle(_ progress: [CaseProgress], gone: [GoneCase], budget: Int?) {
    for index in all.indices { all[index].progress = progress[index] }
    let open = all.filter { $0.progress.standing.state != .closed }
    let closed = all.filter { $0.progress.standing.state == .closed }
    listed = Array(open.prefix(budget.map { max(0, $0) } ?? open.count)) + closed
    for index in listed.indices { listed[index].rank = index + 1 }
    self.gone = gone
  }

  private struct Pair: Hashable {
    /// The official's NIP, or the other bidder's key.
    let one: String
    let vendor: String
  }
}
