import Records

/// The people of one side of the comparison: facts and folded names, row by row.
struct PersonTable: Sendable {
  var facts: [PersonFacts] = []
  var names = FoldedNames()
  /// For each row the person that it tells of: the first row of that person.
  var persons: [UInt32] = []
  /// The rows of each person who has more than one, by ``persons``.
  var members: [UInt32: [UInt32]] = [:]
  /// What the other rows of a row's person, or of its number, contradict; few rows have any.
  var disputes: [UInt32: [Dispute]] = [:]

  var count: Int { facts.count }

  /// All rows of a person.
  func rows(of person: UInt32) -> [UInt32] { members[person] ?? [person] }
}
