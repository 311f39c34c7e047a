import Records

/// One official and one vendor, or two bidders, with every finding that joins them; what an auditor takes up as one
/// matter.
struct Case: Sendable {
  let id: String
  /// From 1, the most urgent first, and those that auditors have closed behind all others; no two cases share one.
  var rank: Int
  /// `nil` where the case is about two bidders.
  let official: OfficialProfile?
  let vendor: VendorProfile
  /// The other bidder, where the case is about two.
  let rival: VendorProfile?
  /// The leading finding; the case's level, identity grade and sentence are its.
  let lead: Finding
  /// All findings, the leading one first.
  let findings: [Finding]
  /// What the casebook knows of it.
  var progress: CaseProgress

  /// Codes of the packages, each once.
  var packages: Set<Int> { Set(findings.compactMap(\.package)) }

  /// Indices into the night's links, each once, the leading finding's first.
  var links: [Int] {
    var seen: Set<Int> = []
    return findings.compactMap(\.link).filter { seen.insert($0).inserted }
  }

  /// Every row that the findings and their links rest on, in the order of the steps, each once.
  func rows(in judgement: Judgement) -> [RowReference] {
    let linked = links.flatMap { judgement.links[$0].bothRows }
    return (findings.flatMap(\.path).flatMap(\.rows) + linked).eachOnce
  }
}

extension PersonLink {
  var bothRows: [RowReference] { [governmentRow, vendorRow] }
}

extension Sequence where Element: Hashable {
  /// The elements without those that came before.
  var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
