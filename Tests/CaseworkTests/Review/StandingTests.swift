import Records
import Testing

@testable import Casework

@Suite struct StandingTests {
  struct Course: CustomTestStringConvertible {
    let name: String
    let level: Level
    let steps: [(Verdict, String)]
    let state: Standing.State
    let signers: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Course(name: "nothing decided", level: .critical, steps: [], state: .open, signers: []),
    Course(
      name: "not the same person", level: .critical, steps: [(.notSamePerson, "Ana")], state: .closed, signers: ["Ana"]),
    Course(name: "handled before", level: .high, steps: [(.handled, "Ana")], state: .closed, signers: ["Ana"]),
    Course(
      name: "to be clarified", level: .low, steps: [(.needsClarification, "Ana")], state: .open, signers: ["Ana"]),
    Course(name: "finished, medium", level: .medium, steps: [(.finished, "Ana")], state: .closed, signers: ["Ana"]),
    Course(name: "finished, low", level: .low, steps: [(.finished, "Ana")], state: .closed, signers: ["Ana"]),
    Course(
      name: "finished by one, high", level: .high, steps: [(.finished, "Ana")], state: .awaiting, signers: ["Ana"]),
    Course(
      name: "finished by two", level: .critical, steps: [(.finished, "Ana"), (.finished, "Beni")], state: .closed,
      signers: ["Ana", "Beni"]),
    Course(
      name: "finished twice by one", level: .critical, steps: [(.finished, "Ana Bere"), (.finished, " ana  BERE ")],
      state: .awaiting, signers: ["Ana Bere"]),
    Course(
      name: "finished twice by one, then by another", level: .critical,
      steps: [(.finished, "Ana"), (.finished, "ANA"), (.finished, "Beni")], state: .closed, signers: ["Ana", "Beni"]),
    Course(
      name: "a first signature before a doubt does not count", level: .critical,
      steps: [(.finished, "Ana"), (.needsClarification, "Beni"), (.finished, "Beni")], state: .awaiting,
      signers: ["Beni"]),
    Course(
      name: "a closed case that is doubted is open", level: .critical,
      steps: [(.notSamePerson, "Ana"), (.needsClarification, "Beni")], state: .open, signers: ["Beni"]),
    Course(
      name: "finishing what was closed otherwise takes two again", level: .critical,
      steps: [(.handled, "Ana"), (.finished, "Beni")], state: .awaiting, signers: ["Beni"]),
    Course(
      name: "a third signature changes nothing", level: .critical,
      steps: [(.finished, "Ana"), (.finished, "Beni"), (.finished, "Ana")], state: .closed, signers: ["Ana", "Beni"]),
  ])
  func `decisions amount to a state`(_ course: Course) {
    let decisions = course.steps.map { Reviewed.decision($0.0, by: $0.1) }
    let standing = Standing(of: decisions, level: course.level)
    #expect(standing.state == course.state)
    #expect(standing.signers == course.signers)
  }

  @Test func `only finishing on the two highest levels takes two people`() {
    for verdict in Verdict.allCases {
      for level in Level.allCases {
        let needsSecond = Standing.needsSecond(verdict, level)
        #expect(needsSecond == (verdict == .finished && [.high, .critical].contains(level)))
        #expect(Standing(of: [Reviewed.decision(verdict)], level: level).state == .awaiting || !needsSecond)
      }
    }
  }

  @Test func `a title makes another name, and case and blanks do not`() {
    #expect(SignerName("Ana  Contoh") == SignerName("ANA CONTOH "))
    #expect(SignerName("Ana\u{A0}Contoh\u{200B}") == SignerName("ana contoh"))
    #expect(SignerName("Ana Contoh") != SignerName("Ana Contoh, S.E."))
  }
}

@Suite struct ReviewCaseTests {
  private let two = [Reviewed.decision(.finished, by: "Ana"), Reviewed.decision(.finished, by: "Beni")]

  @Test func `what closed a case stands`() {
    #expect(Reviewed.matter(decisions: two).standingDecision == two[1])
    #expect(Reviewed.matter(decisions: two).standing.signers == ["Ana", "Beni"])
  }

  @Test func `nothing stands of a case that changed since it was closed`() {
    let matter = Reviewed.matter(decisions: two, lapsed: 2)
    #expect(matter.standingDecision == nil)
    #expect(matter.state == .open)
  }

  @Test func `a first signature after the change is the first`() {
    let matter = Reviewed.matter(decisions: two + [two[0]], lapsed: 2)
    #expect(matter.standing.state == .awaiting)
    #expect(matter.standing.signers == ["Ana"])
  }

  @Test func `a cell is found by its header`() {
    #expect(Reviewed.matter().cell("nama_pejabat") == "MARIA CONTOH")
    #expect(Reviewed.matter().cell("no_such_column") == "")
  }
}

extension Reviewed {
  static func matter(decisions: [Decision], lapsed: Int = 0) -> ReviewCase {
    matter(ids[0], .critical, decisions, lapsed: lapsed)
  }
}
