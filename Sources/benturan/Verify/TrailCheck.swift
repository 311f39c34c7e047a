import Casework
import Records
import Screening

/// Works a case's verdict out again from its trail alone, without the inputs: sums, dates, and the policy's two tables.
struct TrailCheck {
  private let record: EvidenceRecord
  private let table: SeverityTable

  /// Bits are written with three decimals.
  private static let rounding = 0.001

  init(_ record: EvidenceRecord, _ table: SeverityTable = SeverityTable()) {
    self.record = record
    self.table = table
  }

  /// What does not follow from the rest, in the order of the trail; empty for a trail that is whole.
  func faults() -> [String] {
    var faults: [String] = []
    for link in record.links {
      let sum = link.comparisons.reduce(link.priorBits) { $0 + $1.bits }
      if abs(sum - link.totalBits) > Self.rounding * Double(link.comparisons.count + 2) {
        faults.append("\(link.id): the bits do not add up to the total")
      }
    }
    for (place, finding) in record.findings.enumerated() {
      let name = "\(finding.rule) \(finding.package?.code ?? "")"
      if level(of: finding) != Level(name: finding.level) {
        faults.append("\(name): the level does not follow from the table and the weakest strength")
      }
      if !capsFollow(finding.strengths) { faults.append("\(name): a strength's cap is not the policy's") }
      if let link = record.links.first(where: { $0.id == finding.link }),
        finding.strengths.samePerson.fact != "grade_\(link.grade.lowercased())"
      {
        faults.append("\(name): the strength of identity is not the link's grade")
      }
      if !overlapFollows(finding) { faults.append("\(name): the overlap does not follow from the path's dates") }
      if place == 0, finding.level != record.case.level {
        faults.append("\(name): leads, but has not the case's level")
      }
    }
    return faults
  }

  /// The level that a finding's facts give; `nil` where the policy does not know one of them.
  func level(of finding: EvidenceRecord.Finding) -> Level? {
    guard let relation = Finding.Relation(rawValue: finding.nearness),
      let power = Finding.Power(rawValue: finding.power),
      let outcome = BidOutcome(code: finding.outcome), let cap = cap(of: finding.strengths)
    else { return nil }
    return min(table.level(relation, power, outcome), cap)
  }

  private func caps(_ strengths: EvidenceRecord.Strengths) -> [(strength: EvidenceRecord.Strength, cap: Level?)] {
    zip(
      [strengths.samePerson, strengths.kinDeclared, strengths.heldOnTheDay, strengths.hadPower],
      SeverityTable.Side.allCases
    ).map { ($0, table.cap($1, $0.fact)) }
  }

  private func cap(of strengths: EvidenceRecord.Strengths) -> Level? {
    let caps = caps(strengths).compactMap(\.cap)
    return caps.count == SeverityTable.Side.allCases.count ? caps.min() : nil
  }

  private func capsFollow(_ strengths: EvidenceRecord.Strengths) -> Bool {
    caps(strengths).allSatisfy { $0.cap?.name == $0.strength.cap } && cap(of: strengths)?.name == strengths.cap
  }

  /// Whether the days on which everything stood are those that the steps share; where they share none, the package's.
  private func overlapFollows(_ finding: EvidenceRecord.Finding) -> Bool {
    let dated = finding.path.filter { ["holding", "role", "posting", "package"].contains($0.step) }
    let (from, to) = (dated.compactMap(\.from).max(), dated.compactMap(\.to).min())
    // ISO dates sort as dates do.
    if let from, let to, from > to {
      return finding.from == finding.package?.from && finding.to == finding.package?.to
    }
    return finding.from == from && finding.to == to
  }
}
