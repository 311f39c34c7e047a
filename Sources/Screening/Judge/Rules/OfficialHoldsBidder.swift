import Records

/// An official with a role on the package owns, directs or controls a bidder.
struct OfficialHoldsBidder: ConflictRule {
  static let card = RuleCard(
    id: "official-holds-bidder", version: 1,
    title: Phrase(
      "Pejabat dengan peran pada paket memiliki atau mengurus peserta",
      "An official with a role on the package owns or runs a bidder"),
    basis: [.interest, .ownInterest, .procurementControl, .takingPart, .province],
    innocentExplanation: Phrase(
      "orang lain dengan nama yang sama, saham sudah dialihkan, atau jabatan karena tugas negara",
      "somebody else of that name, shares already transferred, or an office held for the state"),
    page: PackageResources.official_holds_bidder_md)

  let needs: Needs = [.roles, .officials]

  func matches(in graph: RelationGraph) -> [Match] {
    graph.holders.indices.filter { graph.holders[$0].kinship == nil }.flatMap { graph.rolesOnPackages(of: $0) }
  }
}
