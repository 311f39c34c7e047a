import Records

/// An officer of a cooperative that took part in a package decides on that package.
struct CooperativeOfficer: ConflictRule {
  static let card = RuleCard(
    id: "cooperative-officer", version: 1,
    title: Phrase(
      "Pengurus koperasi peserta memutuskan pada paket",
      "An officer of a bidding cooperative decides on the package"),
    basis: [.cooperative, .interest, .province],
    innocentExplanation: Phrase(
      "pengurus koperasi pegawai karena jabatan, atau sudah berhenti dan koperasi belum memperbarui datanya",
      "an officer of a staff cooperative by virtue of the post, or one who left before the register was updated"),
    page: PackageResources.cooperative_officer_md)

  let needs: Needs = [.roles, .officials]

  func matches(in graph: RelationGraph) -> [Match] {
    graph.holders.indices.filter { index in
      let holder = graph.holders[index]
      return holder.kinship == nil && [.director, .commissioner].contains(holder.office)
        && holder.isDirect(in: graph) && isCooperative(holder.vendor, in: graph)
    }
    .flatMap { graph.rolesOnPackages(of: $0) }
    .filter { $0.power == .decides }
  }

  /// Whether a vendor's name, or the legal form that a register states, is a cooperative's.
  private func isCooperative(_ vendor: Int, in graph: RelationGraph) -> Bool {
    CompanyName.isCooperative(graph.vendors[vendor].name)
      || graph.vendors[vendor].rows.contains { row in
        guard row.dataset == .vendors else { return false }
        let stated = graph.registry.vendors[row.index]
        return CompanyName.isCooperative(graph.registry.text(stated.legalForm, at: stated.source))
      }
  }
}

extension Holder {
  /// Whether the office or share is in the vendor itself, and not in a company that holds a part of it.
  fileprivate func isDirect(in graph: RelationGraph) -> Bool { graph.seeds[person][seed].company == vendor }
}
