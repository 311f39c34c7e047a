import Records

/// A listed relative of an official of another unit of the same government holds a bidder; one row a case.
struct KinHoldsVendorElsewhere: ConflictRule {
  static let card = RuleCard(
    id: "kin-holds-vendor-elsewhere", version: 1,
    title: Phrase(
      "Keluarga pejabat satuan kerja lain memiliki atau mengurus peserta",
      "A relative of an official of another unit owns or runs a bidder"),
    basis: [.province],
    innocentExplanation: Phrase(
      "pejabat tidak berwenang atas paket itu; catatan ini hanya untuk register",
      "an official without any power over the package; the note is for the register only"),
    page: PackageResources.kin_holds_vendor_elsewhere_md)

  let needs: Needs = [.relatives, .unit, .postings]

  func matches(in graph: RelationGraph) -> [Match] {
    graph.listedKin.flatMap { holder -> [Match] in
      let official = graph.holders[holder].official
      return graph.participationsWithoutRole(of: holder).compactMap { package, place in
        guard graph.participations[package][place].outcome > .registered,
          graph.serviceInUnit(of: official, at: package) == nil,
          let service = graph.serviceElsewhere(of: official, at: package)
        else { return nil }
        return Match(
          holder: holder, package: package, participation: place,
          role: Finding.RoleOnPackage(name: service.unitName, isOnPackage: false), power: .elsewhere,
          duty: service.period, isDutyImplied: false, dutyRow: service.row)
      }
    }
  }
}
