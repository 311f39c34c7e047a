import Records

/// Two bidders of one package share a director or commissioner.
struct SharedOfficerBidders: BidderRule {
  static let card = RuleCard(
    id: "shared-officer-bidders", version: 1,
    title: Phrase(
      "Dua peserta satu paket mempunyai pengurus yang sama", "Two bidders of one package share an officer"),
    basis: [.sharedOfficers, .bidRigging],
    innocentExplanation: Phrase(
      "orang lain dengan nama yang sama, atau pengurus yang sudah pindah dan belum dicatat",
      "somebody else of that name, or an officer who moved and whose register lags behind"),
    page: PackageResources.shared_officer_bidders_md)

  let needs: Needs = []

  func pairs(in graph: RelationGraph) -> [BidderPair] {
    graph.bidderLinks.indices.flatMap { index -> [BidderPair] in
      let rows = (graph.bidderLinks[index].governmentRow, graph.bidderLinks[index].vendorRow)
      guard graph.isOffice(rows.0), graph.isOffice(rows.1) else { return [] }
      return graph.pairs(joinedBy: index, ways: ([graph.tie(rows.0)], [graph.tie(rows.1)]))
    }
  }
}
