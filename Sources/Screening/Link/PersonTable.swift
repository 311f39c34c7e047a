import Records

/// The people of one side of the comparison: facts and folded names, row by row.
struct PersonTable: Sendable {
  var facts: [PersonFacts] = []
  var names = FoldedNames()
  /// For each row the person that it tells of: the first row of that person.
  var persons: [UInt32] = []
  /// The rows of each person who has more than one, by ``persons``.
  var members: [UInt32: [UInt32]] = [:]

  var count: Int { facts.count }

  /// All rows of a person.
  func rows(of person: UInt32) -> [UInt32] { members[person] ?? [person] }
}
