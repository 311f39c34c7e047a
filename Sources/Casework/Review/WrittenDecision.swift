package import Records

/// A decision as somebody wrote it, before anything of it was checked.
package struct WrittenDecision: Hashable, Sendable {
  /// The line of the list that it stands on; `nil` where it comes from a command line.
  package var line: Int?
  package var caseID: String
  package var verdict: String
  package var reason: String
  package var note: String
  package var by: String
  package var on: WrittenDay

  package init(
    line: Int? = nil, caseID: String, verdict: String, reason: String, note: String = "", by: String, on: WrittenDay
  ) {
    (self.line, self.caseID, self.verdict) = (line, caseID, verdict)
    (self.reason, self.note, self.by, self.on) = (reason, note, by, on)
  }

  /// Whether nothing of a decision was written, whatever the case.
  var isUntouched: Bool { isWithoutVerdict && [reason, note, by].allSatisfy(\.isBlank) && on == .none }

  var isWithoutVerdict: Bool { verdict.isBlank }
}

extension String {
  /// Whether there is nothing to read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
