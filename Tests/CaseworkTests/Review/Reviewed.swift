import Records

@testable import Casework

/// Invented cases as an auditor finds them.
enum Reviewed {
  static let ids = ["BK-0000-0015-0", "BK-T3SN-HVRS-V"]
  static let today = Invented.date(2026, 11, 23)

  static func decision(
    _ verdict: Verdict, by: String = "Ana Contoh", reason: String = "akta dibaca", note: String = "",
    on: CalendarDate = today, of id: String = ids[0]
  ) -> Decision {
    Decision(caseID: id, verdict: verdict, reason: reason, note: note, by: by, on: on)
  }

  /// A case in the state that its decisions give, without the first ones if those lapsed.
  static func matter(
    _ id: String = ids[0], _ level: Level = .critical, _ decisions: [Decision] = [], rank: Int = 1, lapsed: Int = 0
  ) -> ReviewCase {
    let cells = [Column].flaggedPairs.map { column in
      switch column.indonesian {
      case "id_kasus": id
      case "peringkat": String(rank)
      case "nama_pejabat": "MARIA CONTOH"
      case "nama_penyedia": "=CV MITRA; CONTOH"
      default: "sel \(column.indonesian)"
      }
    }
    return ReviewCase(
      id: id, status: "baru", level: level, row: cells, decisions: decisions,
      standing: Standing(of: decisions.dropFirst(lapsed), level: level))
  }

  static func written(
    _ id: String = ids[0], _ verdict: String = "selesai", reason: String = "akta dibaca", note: String = "",
    by: String = "Ana Contoh", on: WrittenDay = .day(today), line: Int? = 2
  ) -> WrittenDecision {
    WrittenDecision(line: line, caseID: id, verdict: verdict, reason: reason, note: note, by: by, on: on)
  }
}

/// What anyone may read from a list of remarks: their columns and codes.
extension DecisionCheck.Outcome {
  var codes: [String] {
    switch self {
    case .passedOver(let remarks), .recorded(let remarks), .new(_, let remarks), .refused(let remarks):
      remarks.map { "\($0.column) \($0.message.code)" }
    }
  }

  var decision: Decision? {
    if case .new(let decision, _) = self { decision } else { nil }
  }

  var isRefused: Bool { if case .refused = self { true } else { false } }
  var isRecorded: Bool { if case .recorded = self { true } else { false } }
  var isPassedOver: Bool { if case .passedOver = self { true } else { false } }
}
