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
  package let isClosed: Bool
  package let awaitsSecond: Bool

  package init(
    id: String, status: String, level: Level, row: [String], decisions: [Decision], isClosed: Bool, awaitsSecond: Bool
  ) {
    (self.id, self.status, self.level, self.row) = (id, status, level, row)
    (self.decisions, self.isClosed, self.awaitsSecond) = (decisions, isClosed, awaitsSecond)
  }
}

extension ReviewCase {
  package var state: Standing.State { isClosed ? .closed : awaitsSecond ? .awaiting : .open }

  /// The decisions that have not lapsed and what they amount to.
  ///
  /// A case whose facts changed is open again whatever was decided before, so what still counts is the longest run of
  /// its latest decisions that leads to the state that the case is in.
  package var standing: Standing {
    for start in 0..<decisions.count {
      let standing = Standing(of: decisions[start...], level: level)
      if standing.state == state { return standing }
    }
    return Standing(of: [], level: level)
  }

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
