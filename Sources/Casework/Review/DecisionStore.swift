/// The casebook as review sees it.
package protocol DecisionStore {
  /// Every case of the last night and every one that was decided, open or closed.
  func cases() throws -> [ReviewCase]

  /// Adds decisions in the order given: all of them, or none.
  func append(_ decisions: [Decision]) throws
}
