import Records

/// One official and one vendor, with every finding that joins them; what an auditor takes up as one matter.
struct Case: Sendable {
  let id: String
  /// From 1, the most urgent first; no two cases share one.
  let rank: Int
  let official: OfficialProfile
  let vendor: VendorProfile
  /// The leading finding; the case's level, identity grade and sentence are its.
  let lead: Finding
  /// All findings, the leading one first.
  let findings: [Finding]

  /// Codes of the packages, each once.
  var packages: Set<Int> { Set(findings.compactMap(\.package)) }

  /// Indices into the night's links, each once, the leading finding's first.
  var links: [Int] {
    var seen: Set<Int> = []
    return findings.map(\.link).filter { seen.insert($0).inserted }
  }

  /// Every row that the findings and their links rest on, in the order of the steps, each once.
  func rows(in judgement: Judgement) -> [RowReference] {
    let linked = links.flatMap { [judgement.links[$0].governmentRow, judgement.links[$0].vendorRow] }
    return (findings.flatMap(\.path).flatMap(\.rows) + linked).eachOnce
  }
}

extension Sequence where Element: Hashable {
  /// The elements without those that came before.
  var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
