import Records

/// Bidders of one package are under one owner of more than half, or one of them is the other's.
struct CommonControlBidders: BidderRule {
  static let card = RuleCard(
    id: "common-control-bidders", version: 1,
    title: Phrase(
      "Dua peserta satu paket dikuasai pihak yang sama", "Two bidders of one package are under one control"),
    basis: [.commonControl, .bidRigging],
    innocentExplanation: Phrase(
      "saham sudah dialihkan sebelum penawaran, atau satu perusahaan mundur demi yang lain",
      "shares handed over before the offers, or one company stood back for the other"),
    page: PackageResources.common_control_bidders_md)

  let needs: Needs = [.shares]

  func pairs(in graph: RelationGraph) -> [BidderPair] {
    byPeople(graph) + byCompanies(graph)
  }

  /// One person holds more than half of both, directly.
  private func byPeople(_ graph: RelationGraph) -> [BidderPair] {
    graph.bidderLinks.indices.flatMap { index -> [BidderPair] in
      let ties = (graph.tie(graph.bidderLinks[index].governmentRow), graph.tie(graph.bidderLinks[index].vendorRow))
      guard graph.isControlling(ties.0.share), graph.isControlling(ties.1.share) else { return [] }
      return graph.pairs(joinedBy: index, ways: ([ties.0], [ties.1]))
    }
  }

  /// One company, known by its number, holds more than half of both at any depth, or is one of them.
  private func byCompanies(_ graph: RelationGraph) -> [BidderPair] {
    var pairs: [BidderPair] = []
    for package in graph.packages.indices {
      let bidders = graph.participations[package].indices.filter {
        graph.ownership.touches(graph.participations[package][$0].vendor)
      }
      for (place, one) in bidders.enumerated() {
        for other in bidders[(place + 1)...] {
          if let pair = graph.commonParent(of: one, other, in: package) { pairs.append(pair) }
        }
      }
    }
    return pairs
  }
}
