import Records

/// Questions that the rules about two bidders ask of the graph.
extension RelationGraph {
  /// A row of `vendor_people` as a holding.
  func tie(_ row: RowReference) -> BidderPair.Tie {
    let person = registry.vendorPeople[row.index]
    return BidderPair.Tie(
      row: row, role: registry.text(person.role, at: person.source), share: shares.share(of: row.index),
      period: person.period)
  }

  func isControlling(_ share: Fraction?) -> Bool { (share?.part ?? 0) > policy.controllingShare }

  /// Whether a row is about a director or commissioner.
  func isOffice(_ row: RowReference) -> Bool {
    let person = registry.vendorPeople[row.index]
    let kind = officeTable.kind(of: registry.text(person.role, at: person.source))
    return kind == .director || kind == .commissioner
  }

  /// The packages in which the two vendors of a link met, where both holdings stand or may.
  func pairs(
    joinedBy link: Int, ways: (one: [BidderPair.Tie], other: [BidderPair.Tie])
  ) -> [BidderPair] {
    let (one, other) = (
      ofPerson[bidderLinks[link].governmentRow.index], ofPerson[bidderLinks[link].vendorRow.index]
    )
    return market.meetings(one, other).compactMap { meeting in
      standing(ways.one + ways.other, in: meeting.package).map { standing in
        let isInOrder = meeting.one < meeting.other
        return BidderPair(
          package: meeting.package, one: min(meeting.one, meeting.other), other: max(meeting.one, meeting.other),
          link: link, ways: isInOrder ? ways : (ways.other, ways.one), standing: standing)
      }
    }
  }

  /// The least certain of some holdings on a package's days; `nil` where one did not stand.
  private func standing(_ ties: [BidderPair.Tie], in package: Int) -> Period.Standing? {
    let all = ties.map { packages[package].standing(of: $0.period) }
    guard let worst = all.max(), worst <= .unknown else { return nil }
    return worst
  }

  /// Two bidders of a package that one company controls, the nearest such company of both.
  func commonParent(of one: Int, _ other: Int, in package: Int) -> BidderPair? {
    let bidders = participations[package]
    let (ways, others) = (parents(of: bidders[one].vendor, package), parents(of: bidders[other].vendor, package))
    let shared = ways.filter { way in others.contains { $0.company == way.company } }
    guard let first = shared.min(by: { ($0.ties.count, $0.company) < ($1.ties.count, $1.company) }),
      let second = others.first(where: { $0.company == first.company }),
      let standing = standing(first.ties + second.ties, in: package)
    else { return nil }
    return BidderPair(
      package: package, one: one, other: other, link: nil, ways: (first.ties, second.ties), standing: standing)
  }

  /// A company with those that hold more than half of it, one above the other, each with the way down.
  private func parents(of company: Int, _ package: Int) -> [(company: Int, ties: [BidderPair.Tie])] {
    var found: [(company: Int, ties: [BidderPair.Tie])] = [(company, [])]
    var current = company
    while let edge = (ownership.byCompany[current] ?? []).map({ ownership.edges[$0] }).first(where: { edge in
      !edge.isByName && isControlling(edge.share) && packages[package].standing(of: edge.period) <= .unknown
        && !found.contains { $0.company == edge.holder }
    }) {
      found.append((edge.holder, [tie(edge.row)] + (found.last?.ties ?? [])))
      current = edge.holder
    }
    return found
  }
}

extension Ownership {
  /// Whether a company holds or is held by another one.
  func touches(_ company: Int) -> Bool { byHolder[company] != nil || byCompany[company] != nil }
}
