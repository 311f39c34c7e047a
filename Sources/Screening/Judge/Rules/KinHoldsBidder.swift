import Records

/// A listed relative of an official with a role on the package holds a bidder.
struct KinHoldsBidder: ConflictRule {
  static let card = RuleCard(
    id: "kin-holds-bidder", version: 1,
    title: Phrase(
      "Keluarga pejabat dengan peran pada paket memiliki atau mengurus peserta",
      "A relative of an official with a role on the package owns or runs a bidder"),
    basis: [.interest, .kin, .procurementEthics, .province],
    innocentExplanation: Phrase(
      "orang lain dengan nama yang sama, pejabat sudah melapor dan diganti, atau saham sudah dialihkan",
      "somebody else of that name, an official who reported and was replaced, or shares already transferred"),
    page: PackageResources.kin_holds_bidder_md)

  let needs: Needs = [.roles, .relatives]

  func matches(in graph: RelationGraph) -> [Match] {
    graph.listedKin.flatMap { graph.rolesOnPackages(of: $0) }
  }
}
