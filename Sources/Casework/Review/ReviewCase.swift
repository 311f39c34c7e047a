package import Records

/// What review needs to know of a case.
package struct ReviewCase: Sendable {
  package let id: String
  /// The word of the column `status`: how the case compares with the night before.
  package let status: String
  package let level: Level
  /// Its cells of `flagged-pairs.csv`, in the order of that table's header; as masked as they were published.
  package let row: [String]
  /// Every decision made of it, oldest first, those that lapsed among them.
  package let decisions: [Decision]
  /// What the decisions that have not lapsed amount to, as the list of the night would show it.
  package let standing: Standing

  package init(
    id: String, status: String, level: Level, row: [String], decisions: [Decision], standing: Standing
  ) {
    (self.id, self.status, self.level, self.row) = (id, status, level, row)
    (self.decisions, self.standing) = (decisions, standing)
  }
}

extension ReviewCase {
  package var state: Standing.State { standing.state }
  package var isClosed: Bool { state == .closed }

  /// The decision that a list shows beside the case; `nil` where none stands.
  package var standingDecision: Decision? { standing.decisions.last }

  /// The cell under a header of `flagged-pairs.csv`; empty where the case has none.
  package func cell(_ header: String) -> String {
    guard let place = Self.places[header], place < row.count else { return "" }
    return row[place]
  }

  private static let places = Dictionary(
    [Column].flaggedPairs.enumerated().map { ($0.element.indonesian, $0.offset) }, uniquingKeysWith: { one, _ in one })
}
