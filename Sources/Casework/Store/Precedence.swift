import Records

/// How two findings stand to each other in a list: the one to look at first is the smaller.
///
/// Level, then identity grade, probability, how far the vendor came, and value; then what the finding says, so that two findings that say
/// different things never tie and neither file names nor the order of rows decide.
struct Precedence: Comparable {
  private let level: Level
  private let grade: IdentityGrade
  private let probability: Double
  private let outcome: BidOutcome
  private let value: Int64
  private let content: [String]

  init(of finding: Finding, in judgement: Judgement, linkID: String) {
    let identity = judgement.identity(of: finding)
    let package = finding.package.map { judgement.packages[$0] }
    level = finding.level
    grade = identity.grade
    probability = identity.probability
    outcome = finding.outcome
    value = finding.value?.sen ?? Int64.min
    content = [
      finding.official.map { judgement.officials[$0].nip.digits } ?? "",
      finding.rival.map { judgement.vendors[$0].key } ?? "", judgement.vendors[finding.vendor].key, finding.rule,
      package?.code ?? "", package?.name ?? "", package?.unit ?? "", linkID, finding.role?.name ?? "",
      String(finding.outcome.rawValue), finding.kinship?.term ?? "", finding.holding.role,
      String(finding.holding.depth), finding.holding.share.map { String($0.millionths) } ?? "",
      PeriodText.iso(finding.holding.period), PeriodText.iso(finding.overlap), String(finding.standing.rawValue),
    ]
  }

  static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

  static func < (left: Self, right: Self) -> Bool {
    if left.level != right.level { return left.level > right.level }
    if left.grade != right.grade { return left.grade < right.grade }
    if left.probability != right.probability { return left.probability > right.probability }
    if left.outcome != right.outcome { return left.outcome > right.outcome }
    if left.value != right.value { return left.value > right.value }
    return left.content.lexicographicallyPrecedes(right.content)
  }
}
