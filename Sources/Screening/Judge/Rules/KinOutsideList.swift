import Records

/// A relative outside the law's list, or a relative's relative, holds a bidder of an official with a role; for
/// information only.
struct KinOutsideList: ConflictRule {
  static let card = RuleCard(
    id: "kin-outside-list", version: 1,
    title: Phrase(
      "Kerabat di luar daftar undang-undang memiliki atau mengurus peserta (informasi)",
      "Kin outside the law's list own or run a bidder (for information)"),
    basis: [.procurementEthics, .province],
    innocentExplanation: Phrase(
      "hubungan itu tidak termasuk daftar UU 30/2014; tidak ada kewajiban yang dilalaikan",
      "the relation is not on the list of Law 30/2014; no duty was passed over"),
    page: PackageResources.kin_outside_list_md)

  let needs: Needs = [.roles, .relatives]

  func matches(in graph: RelationGraph) -> [Match] {
    graph.otherKin.flatMap { graph.rolesOnPackages(of: $0) }
      .filter { graph.participations[$0.package][$0.participation].outcome > .registered }
  }
}
