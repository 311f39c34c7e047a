import Records
import Testing

@testable import Casework

@Suite struct CaseListTests {
  private func list(_ judgement: Judgement, budget: Int? = nil) -> CaseList {
    var cases = CaseList(
      of: judgement, numbering: Numbering(key: SiteKey(bytes: [1])),
      linkIDs: judgement.links.indices.map { "BT-\(judgement.links[$0].nip?.digits ?? "")" })
    cases.settle(cases.all.map(\.progress), gone: [], budget: budget)
    return cases
  }

  @Test func `findings of one official and one vendor are one case, the best leads`() {
    let cases = list(Invented.twoCases.judgement).listed
    #expect(cases.map(\.findings.count) == [3, 1])
    #expect(cases[0].lead.value == Money(sen: 500_000_000_000))
    #expect(cases[0].findings.map(\.level) == [.critical, .critical, .medium])
    #expect(cases[0].packages.count == 2)
    #expect(cases.map(\.rank) == [1, 2])
  }

  @Test func `the order in which findings come changes nothing`() {
    let (one, other) = (list(Invented.twoCases.judgement), list(Invented.twoCases.shuffled().judgement))
    #expect(one.listed.map(\.id) == other.listed.map(\.id))
    #expect(one.listed.map { $0.findings.map(\.value) } == other.listed.map { $0.findings.map(\.value) })
  }

  struct Contest: CustomTestStringConvertible {
    let name: String
    let better: (grade: IdentityGrade, probability: Double, sen: Int64?)
    let worse: (grade: IdentityGrade, probability: Double, sen: Int64?)
    var testDescription: String { name }
  }

  @Test(arguments: [
    Contest(name: "grade before probability", better: (.a, 0.9, 1), worse: (.b, 0.99, 2)),
    Contest(name: "probability before value", better: (.b, 0.99, 1), worse: (.b, 0.9, 2)),
    Contest(name: "value", better: (.b, 0.9, 2), worse: (.b, 0.9, 1)),
    Contest(name: "any value before none", better: (.b, 0.9, 0), worse: (.b, 0.9, nil)),
    Contest(name: "then the lower NIP", better: (.b, 0.9, 1), worse: (.b, 0.9, 1)),
  ])
  func `of one level the firmer and larger comes first`(_ contest: Contest) {
    var world = Invented.twoCases
    world.judgement.findings = [
      world.finding(.high, official: 1, vendor: 1, package: 0, outcome: .bid, sen: contest.worse.sen),
      world.finding(.high, official: 0, vendor: 0, package: 0, outcome: .bid, sen: contest.better.sen),
    ]
    world.judgement.links = zip(world.judgement.links, [contest.better, contest.worse]).map { link, side in
      PersonLink(
        kind: link.kind, nip: link.nip, governmentRow: link.governmentRow, vendorRow: link.vendorRow,
        comparisons: link.comparisons, priorBits: link.priorBits, probability: side.probability, grade: side.grade,
        expectedNamesakes: link.expectedNamesakes)
    }
    #expect(list(world.judgement).listed.map(\.official?.nip) == [Invented.nip, Invented.otherNIP])
  }

  @Test(arguments: [(0, 0, 2), (1, 1, 1), (2, 2, 0), (9, 2, 0)])
  func `a budget lists the best and counts the rest`(budget: Int, listed: Int, leftOut: Int) {
    let cases = list(Invented.twoCases.judgement, budget: budget)
    #expect(cases.listed.count == listed)
    #expect(cases.leftOut == leftOut)
    #expect(cases.levels == [.critical: 1, .low: 1])
  }
}
