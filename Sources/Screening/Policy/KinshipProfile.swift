/// Which relatives a law names; the laws do not count alike, so each has its own profile.
package enum KinshipProfile: String, CaseIterable, Sendable {
  /// The closed list of eleven in the elucidation of UU 30/2014 article 43(1)b; the default.
  case administration = "uu30-2014"
  /// UU 48/2009 article 17: spouses, even after divorce, and blood or affinity to the third degree.
  case judges = "uu48-2009"
  /// UU 24/2004, elucidation of article 68: to the second degree with the spouse's grandparents, grandchildren's spouses,
  /// spouses' siblings and their spouses, and besan.
  case deposits = "uu24-2004"

  /// Whether a relation is one of those.
  func lists(_ kin: KinshipTable.Entry) -> Bool {
    let isFormer = kin.term.hasPrefix("mantan")
    switch self {
    case .administration: return !kin.listItems.isEmpty
    case .judges:
      return isSpouse(kin) || isFormer
        || kin.isBloodOrAffinity && (1...3).contains(kin.degree ?? 0)
    case .deposits:
      return !isFormer && isSpouse(kin) || kin.isBloodOrAffinity && (1...2).contains(kin.degree ?? 0)
        || ["besan", "biras"].contains(kin.term)
    }
  }

  private func isSpouse(_ kin: KinshipTable.Entry) -> Bool { ["suami", "istri", "pasangan"].contains(kin.term) }
}
