import Records
import Testing

@testable import Casework

@Suite struct DecisionCheckTests {
  private func check(_ written: WrittenDecision, _ cases: [ReviewCase] = [Reviewed.matter()]) -> DecisionCheck.Outcome {
    DecisionCheck(cases, asOf: Reviewed.today).check(written)
  }

  struct Bad: CustomTestStringConvertible {
    let name: String
    let written: WrittenDecision
    let codes: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Bad(name: "no id", written: Reviewed.written(""), codes: ["caseID review-case-missing"]),
    Bad(name: "wrong check symbol", written: Reviewed.written("BK-0000-0015-1"), codes: ["caseID review-case-id"]),
    Bad(name: "no id at all", written: Reviewed.written("Jumlah", ""), codes: ["caseID review-case-id"]),
    Bad(name: "unknown case", written: Reviewed.written("BK-T3SN-HVRS-V"), codes: ["caseID review-case-unknown"]),
    Bad(name: "a link's id", written: Reviewed.written("BT-0000-0015-0"), codes: ["caseID review-case-unknown"]),
    Bad(
      name: "unknown verdict", written: Reviewed.written(Reviewed.ids[0], "selsai"),
      codes: ["verdict review-verdict-unknown"]),
    Bad(name: "no reason", written: Reviewed.written(reason: " \n"), codes: ["reason review-reason-missing"]),
    Bad(name: "nobody", written: Reviewed.written(by: "\u{A0}"), codes: ["by review-signer-missing"]),
    Bad(name: "no day", written: Reviewed.written(on: .unreadable), codes: ["on review-date"]),
    Bad(
      name: "tomorrow", written: Reviewed.written(on: .day(Invented.date(2026, 11, 24))),
      codes: ["on review-date-future"]),
    Bad(
      name: "another century", written: Reviewed.written(on: .day(Invented.date(1927, 1, 1))),
      codes: ["on review-date-old"]),
    Bad(
      name: "longer than a cell", written: Reviewed.written(note: String(repeating: "a", count: 32_001)),
      codes: ["note review-text-long"]),
    Bad(
      name: "everything", written: Reviewed.written("BK-T3SN-HVRS-V", "x", reason: "", by: "", on: .unreadable),
      codes: [
        "caseID review-case-unknown", "verdict review-verdict-unknown", "reason review-reason-missing",
        "by review-signer-missing", "on review-date",
      ]),
  ])
  func `what cannot be recorded is refused with every reason`(_ bad: Bad) {
    let outcome = check(bad.written)
    #expect(outcome.isRefused)
    #expect(outcome.codes == bad.codes)
  }

  @Test func `the nearest verdict is named, and never what was written`() throws {
    guard case .refused(let remarks) = check(Reviewed.written(Reviewed.ids[0], "selsai")) else {
      return #expect(Bool(false))
    }
    #expect(remarks[0].message.remedy == "did you mean selesai?")
    #expect(!remarks[0].message.problem.contains("selsai"))
  }

  @Test func `an id and a verdict are read however they are written`() {
    let outcome = check(
      Reviewed.written(" bk 0000 oo15 0", "Bukan orang sama", reason: "'=NIK beda", by: " Ana  Contoh"))
    #expect(outcome.decision == Reviewed.decision(.notSamePerson, reason: "=NIK beda"))
    #expect(outcome.codes == [])
  }

  @Test func `without a day it is today's`() {
    #expect(check(Reviewed.written(on: .none)).decision?.on == Reviewed.today)
  }

  @Test func `a row without a verdict is passed over, and what was written all the same is told`() {
    #expect(check(Reviewed.written(Reviewed.ids[0], " ", reason: "", by: "", on: .none)).codes == [])
    let half = check(Reviewed.written(Reviewed.ids[0], ""))
    #expect(half.isPassedOver && half.codes == ["verdict review-verdict-missing"])
    #expect(check(Reviewed.written("", "", reason: "", by: "", on: .none)).isPassedOver)
  }

  @Test func `a person's number is masked before it is recorded, and that is told`() {
    let outcome = check(Reviewed.written(reason: "NIK 5371014503900001 lain"))
    #expect(outcome.decision?.reason == "NIK 53************01 lain")
    #expect(outcome.codes == ["reason review-masked"])
  }

  @Test func `the decision that stands is not new, with its day or without`() {
    let cases = [Reviewed.matter(decisions: [Reviewed.decision(.finished)])]
    #expect(check(Reviewed.written(), cases).isRecorded)
    #expect(check(Reviewed.written(by: "ANA CONTOH", on: .none), cases).isRecorded)
  }

  @Test func `the second signature must be another person's`() {
    let cases = [Reviewed.matter(decisions: [Reviewed.decision(.finished)])]
    let own = check(Reviewed.written(reason: "dilihat lagi", by: " ana contoh"), cases)
    #expect(own.isRefused && own.codes == ["by review-second-person"])
    #expect(check(Reviewed.written(by: "Beni Contoh"), cases).decision?.by == "Beni Contoh")
    #expect(check(Reviewed.written(Reviewed.ids[0], "perlu klarifikasi"), cases).decision != nil)
    let low = [Reviewed.matter(Reviewed.ids[0], .low, [])]
    #expect(check(Reviewed.written(), low).decision != nil)
  }

  @Test func `an old list does not bring back what was decided otherwise since`() {
    let first = Reviewed.decision(.finished, on: Invented.date(2026, 11, 1))
    let cases = [Reviewed.matter(decisions: [first, Reviewed.decision(.needsClarification, by: "Beni Contoh")])]
    let outcome = check(Reviewed.written(on: .day(first.on)), cases)
    #expect(outcome.isRecorded && outcome.codes == ["verdict review-not-standing"])
  }

  @Test func `a decision that lapsed may be made again under its own day`() {
    let old = Reviewed.decision(.notSamePerson, on: Invented.date(2026, 11, 1))
    let cases = [Reviewed.matter(decisions: [old], lapsed: 1)]
    let again = Reviewed.written(Reviewed.ids[0], "bukan_orang_sama")
    #expect(check(again, cases).decision == Reviewed.decision(.notSamePerson))
    #expect(check(Reviewed.written(Reviewed.ids[0], "bukan_orang_sama", on: .day(old.on)), cases).isRecorded)
  }

  @Test func `who replaces another person's decision is told`() {
    let cases = [Reviewed.matter(decisions: [Reviewed.decision(.handled, by: "Beni Contoh")])]
    let outcome = check(Reviewed.written(Reviewed.ids[0], "perlu_klarifikasi"), cases)
    #expect(outcome.decision != nil && outcome.codes == ["verdict review-replaces"])
  }
}
