/// A column that an auditor fills, and the one that tells of which case.
package enum DecisionColumn: Int, CaseIterable, Hashable, Sendable {
  case caseID, verdict, reason, note, by, on

  /// Its header in reports.
  var column: Column {
    switch self {
    case .caseID: Column("id_kasus", "case_id")
    case .verdict: Column("keputusan", "decision")
    case .reason: Column("alasan", "reason")
    case .note: Column("catatan", "note")
    case .by: Column("diputus_oleh", "decided_by")
    case .on: Column("diputus_pada", "decided_at")
    }
  }

  /// Whether a list without it cannot be taken in.
  var isRequired: Bool {
    switch self {
    case .caseID, .verdict, .reason, .by: true
    case .note, .on: false
    }
  }
}
