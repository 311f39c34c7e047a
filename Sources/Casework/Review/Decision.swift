package import Records

/// One auditor's judgement of one case, as it was given.
package struct Decision: Hashable, Codable, Sendable {
  package var caseID: String
  package var verdict: Verdict
  /// Never empty.
  package var reason: String
  /// Empty where none was made.
  package var note: String
  /// The auditor's name as written; ``SignerName`` tells whether two are one person's.
  package var by: String
  package var on: CalendarDate

  package init(caseID: String, verdict: Verdict, reason: String, note: String, by: String, on: CalendarDate) {
    (self.caseID, self.verdict, self.reason) = (caseID, verdict, reason)
    (self.note, self.by, self.on) = (note, by, on)
  }

  /// Whether another decision says the same of the same case, whenever it was given.
  func saysTheSame(as other: Decision) -> Bool {
    (caseID, verdict) == (other.caseID, other.verdict) && isBySigner(of: other)
      && DecisionText.canonical(reason) == DecisionText.canonical(other.reason)
      && DecisionText.canonical(note) == DecisionText.canonical(other.note)
  }

  /// Whether one person gave both decisions.
  func isBySigner(of other: Decision) -> Bool { SignerName(by) == SignerName(other.by) }
}

extension CalendarDate: Codable {
  /// Writes ISO 8601: `2026-11-23`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads ISO 8601.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = CalendarDate(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day of the calendar")
    }
    self = date
  }
}
