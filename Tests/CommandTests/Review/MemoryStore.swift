import Casework
import Records

/// A casebook in memory.
final class MemoryStore: DecisionStore {
  private(set) var matters: [ReviewCase]
  private(set) var appended: [Decision] = []

  init(_ matters: [ReviewCase]) { self.matters = matters }

  func cases() -> [ReviewCase] { matters }

  func append(_ decisions: [Decision]) {
    appended += decisions
    matters = matters.map { matter in
      Self.matter(matter.id, matter.level, matter.row, matter.decisions + decisions.filter { $0.caseID == matter.id })
    }
  }

  /// A case in the state that its decisions give.
  static func matter(_ id: String, _ level: Level, _ row: [String], _ decisions: [Decision] = []) -> ReviewCase {
    ReviewCase(
      id: id, status: "baru", level: level, row: row, decisions: decisions,
      standing: Standing(of: decisions, level: level))
  }

  /// Ids whose check symbols fit.
  static let ids: [String] = Array(
    (0..<5000).lazy.compactMap { number -> String? in
      let (low, symbols) = (number % 32, Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
      let check = number % 37
      guard check < 32 else { return nil }
      return "BK-0000-0\(symbols[number / 1024])\(symbols[number / 32 % 32])\(symbols[low])-\(symbols[check])"
    }.prefix(400))
}
