/// A package that no rule flagged and at least one rule could check and found clear.
package struct ClearPackage: Sendable {
  /// As written; empty for none.
  package let code: String
  /// Rows that announce it.
  package let rows: [RowReference]
  /// Bids on it, as places in the registry's table.
  package let bids: [Int]
  /// Roles on it, as places in the registry's table.
  package let roles: [Int]
  /// Bit n is set where the n-th rule of ``Judgement/coverage`` found it clear.
  private let clearRules: UInt32

  package init(code: String, rows: [RowReference], bids: [Int], roles: [Int], clearRules: UInt32) {
    (self.code, self.rows, self.bids, self.roles) = (code, rows, bids, roles)
    self.clearRules = clearRules
  }

  /// Whether a rule could check the package; where it could not, a datum was missing.
  ///
  /// - Parameter place: The rule's place in ``Judgement/coverage``.
  package func isClear(ofRuleAt place: Int) -> Bool { clearRules >> UInt32(place) & 1 == 1 }

  /// Every row that speaks of the package, in the order announcement, bids, roles.
  package var allRows: [RowReference] {
    rows + bids.map { RowReference(.bids, $0) } + roles.map { RowReference(.roles, $0) }
  }
}
