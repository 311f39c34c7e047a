import Records

/// A listed relative of an official posted in the buying unit, without a role on the package, holds a bidder.
struct KinHoldsBidderUnit: ConflictRule {
  static let card = RuleCard(
    id: "kin-holds-bidder-unit", version: 1,
    title: Phrase(
      "Keluarga pejabat di satuan kerja pembeli memiliki atau mengurus peserta",
      "A relative of an official in the buying unit owns or runs a bidder"),
    basis: [.kin, .province],
    innocentExplanation: Phrase(
      "pejabat tidak ikut memutuskan, orang lain dengan nama yang sama, atau sudah pindah tugas",
      "an official with no say in it, somebody else of that name, or a posting that had ended"),
    page: PackageResources.kin_holds_bidder_unit_md)

  let needs: Needs = [.relatives, .unit, .postings, .sameUnit]

  func matches(in graph: RelationGraph) -> [Match] {
    graph.listedKin.flatMap { holder in
      graph.participationsWithoutRole(of: holder).compactMap { package, place in
        graph.serviceInUnit(of: graph.holders[holder].official, at: package).map { service in
          Match(
            holder: holder, package: package, participation: place,
            role: Finding.RoleOnPackage(name: service.unitName, isOnPackage: false), power: .sameUnit,
            duty: service.period, isDutyImplied: false, dutyRow: service.row)
        }
      }
    }
  }
}
