package import Records

/// Holds a decision as written against the cases and the rules of review.
package struct DecisionCheck: Sendable {
  private let cases: [String: ReviewCase]
  private let asOf: CalendarDate

  /// - Parameters:
  ///   - cases: All that may be decided.
  ///   - asOf: Today; no decision is of a later day.
  package init(_ cases: [ReviewCase], asOf: CalendarDate) {
    self.cases = Dictionary(cases.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    self.asOf = asOf
  }

  /// What is to be done with a decision as written.
  package enum Outcome: Hashable, Sendable {
    /// There is no verdict; remarks on what was written all the same.
    case passedOver([Remark])
    /// It is recorded already; remarks where it no longer stands.
    case recorded([Remark])
    /// It is new; remarks on what an auditor may want to know.
    case new(Decision, [Remark])
    /// Everything that is wrong with it.
    case refused([Remark])
  }

  /// What is said of one column of a decision.
  package struct Remark: Hashable, Sendable {
    package let column: DecisionColumn
    package let message: Diagnostic.Message
  }

  package func check(_ written: WrittenDecision) -> Outcome {
    guard !written.caseID.isBlank else {
      return written.isUntouched ? .passedOver([]) : .refused([Remark(column: .caseID, message: .noCase)])
    }
    guard let id = Numbering.canonical(DecisionText.canonicalLine(written.caseID)) else {
      return .refused([Remark(column: .caseID, message: .unreadableID)])
    }
    if written.isWithoutVerdict {
      return .passedOver(written.isUntouched ? [] : [Remark(column: .verdict, message: .noVerdict)])
    }
    var remarks: [Remark] = []
    let matter = cases[id]
    if matter == nil { remarks.append(Remark(column: .caseID, message: id.hasPrefix("BT") ? .linkID : .unknownCase)) }
    let verdict = Verdict(written: written.verdict)
    if verdict == nil { remarks.append(Remark(column: .verdict, message: .unknownVerdict(written.verdict))) }
    for (column, text) in [(DecisionColumn.reason, written.reason), (.by, written.by)] where text.isBlank {
      remarks.append(Remark(column: column, message: column == .by ? .noSigner : .noReason))
    }
    for (column, text) in [(DecisionColumn.reason, written.reason), (.note, written.note), (.by, written.by)]
    where text.utf16.count > DecisionText.longest {
      remarks.append(Remark(column: column, message: .tooLong(text.utf16.count)))
    }
    if let message = fault(of: written.on) { remarks.append(Remark(column: .on, message: message)) }
    guard remarks.isEmpty, let matter, let verdict else { return .refused(remarks) }
    let decision = Decision(
      caseID: id, verdict: verdict, reason: DecisionText.canonical(written.reason),
      note: DecisionText.canonical(written.note), by: DecisionText.canonicalLine(written.by), on: day(written.on))
    return outcome(of: decision, isDated: written.on != .none, on: matter, masked: Self.masked(written, decision))
  }

  /// Whether a sound decision is new to its case, and may be made by that person.
  private func outcome(
    of decision: Decision, isDated: Bool, on matter: ReviewCase, masked: [Remark]
  ) -> Outcome {
    let standing = matter.standing
    // A cell of a date that was left empty says nothing against the decision that stands.
    if standing.decisions.contains(where: { $0.saysTheSame(as: decision) && (!isDated || $0.on == decision.on) }) {
      return .recorded([])
    }
    if isDated, matter.decisions.contains(where: { $0.saysTheSame(as: decision) && $0.on == decision.on }) {
      return .recorded([Remark(column: .verdict, message: .noLongerStands)])
    }
    if standing.state == .awaiting, decision.verdict == .finished, let first = standing.decisions.first,
      first.isBySigner(of: decision)
    {
      return .refused([Remark(column: .by, message: .samePerson)])
    }
    guard let last = standing.decisions.last, last.verdict != decision.verdict, !last.isBySigner(of: decision) else {
      return .new(decision, masked)
    }
    return .new(decision, masked + [Remark(column: .verdict, message: .replaces(last.verdict, of: last.on))])
  }

  private func day(_ written: WrittenDay) -> CalendarDate {
    if case .day(let day) = written { day } else { asOf }
  }

  private func fault(of day: WrittenDay) -> Diagnostic.Message? {
    switch day {
    case .none: nil
    case .unreadable: .unreadableDay
    case .day(let day) where day > asOf: .futureDay(asOf)
    // A year of two digits that has not come yet is read as one of the century before.
    case .day(let day) where day.years(to: asOf) >= 10: .oldDay
    case .day: nil
    }
  }

  /// A remark for each text in which the number of a person was masked.
  private static func masked(_ written: WrittenDecision, _ decision: Decision) -> [Remark] {
    [
      (DecisionColumn.reason, written.reason, decision.reason), (.note, written.note, decision.note),
      (.by, written.by, decision.by),
    ].filter { _, before, after in stars(after) > stars(before) }.map { Remark(column: $0.0, message: .masked) }
  }

  private static func stars(_ text: String) -> Int { text.utf8.count { $0 == 0x2A } }
}

extension Diagnostic.Message {
  fileprivate static let noCase = Self(
    code: "review-case-missing", problem: "a decision stands on a row without a case's id",
    remedy: "copy the id from the list, or empty the row's last columns")
  fileprivate static let unreadableID = Self(
    code: "review-case-id", problem: "this is no case's id, or its check symbol does not fit",
    remedy: "copy the id from the list; a row that holds no case is to be removed")
  fileprivate static let linkID = Self(
    code: "review-case-unknown", problem: "this is a link's id, and decisions are made of cases",
    remedy: "take the id that begins with BK; benturan explain tells it")
  fileprivate static let unknownCase = Self(
    code: "review-case-unknown", problem: "the casebook has no case of this id",
    remedy: "see benturan review list --status terbuka menunggu ditutup; the list may be another output folder's")
  fileprivate static let noVerdict = Self(
    code: "review-verdict-missing", problem: "something was written but no verdict; the row was passed over",
    remedy: "fill the verdict too: \(Verdict.allCases.map(\.rawValue).joined(separator: ", "))")

  fileprivate static func unknownVerdict(_ written: String) -> Self {
    let all = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
    return Self(
      code: "review-verdict-unknown", problem: "the verdict is none of \(all)",
      remedy: Verdict.nearest(to: written).map { "did you mean \($0.rawValue)?" } ?? "write one of these")
  }

  fileprivate static let noReason = Self(
    code: "review-reason-missing", problem: "the decision has no reason",
    remedy: "write in a sentence what it rests on")
  fileprivate static let noSigner = Self(
    code: "review-signer-missing", problem: "the decision does not say whose it is",
    remedy: "write the name of the auditor who decided")

  fileprivate static func tooLong(_ count: Int) -> Self {
    Self(
      code: "review-text-long", problem: "the text has \(count) letters, more than \(DecisionText.longest)",
      remedy: "shorten it; what a spreadsheet cannot hold would be cut off")
  }

  fileprivate static let unreadableDay = Self(
    code: "review-date", problem: "the date cannot be read",
    remedy: "write it as 2026-11-23 or 23/11/2026, the day before the month")

  fileprivate static func futureDay(_ asOf: CalendarDate) -> Self {
    Self(
      code: "review-date-future", problem: "the date is later than \(asOf)",
      remedy: "write the day on which it was decided, the day before the month")
  }

  fileprivate static let oldDay = Self(
    code: "review-date-old", problem: "the date is ten years ago or more",
    remedy: "write the day on which it was decided, its year with four digits")
  fileprivate static let samePerson = Self(
    code: "review-second-person", problem: "the second signature is the same person's as the first",
    remedy: "let another auditor look at the case and sign; a case of this level takes two people")
  fileprivate static let noLongerStands = Self(
    code: "review-not-standing", problem: "this decision is recorded, but no longer stands",
    remedy: "if it is to be made again after another look, give it the day of that look")

  fileprivate static func replaces(_ verdict: Verdict, of day: CalendarDate) -> Self {
    Self(
      code: "review-replaces", problem: "the decision replaces another person's, \(verdict.rawValue) of \(day)",
      remedy: "talk to that person if you did not know of it; both stay recorded")
  }

  fileprivate static let masked = Self(
    code: "review-masked", problem: "a person's number in the text was masked before it was recorded",
    remedy: "name rows and documents instead of people's numbers")
}
