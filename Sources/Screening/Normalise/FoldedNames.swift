/// Names of one table, reduced to what may be compared: tokens without titles, in canonical spelling.
struct FoldedNames: Sendable {
  private(set) var tokens: [UInt32] = []
  private var starts: [UInt32] = [0]
  private(set) var steps: [FoldingSteps] = []

  var count: Int { steps.count }

  /// Where a name's tokens stand in ``tokens``, in the order of the name.
  func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  subscript(row: Int) -> ArraySlice<UInt32> { tokens[range(row)] }

  mutating func append(_ name: FoldedName) {
    tokens.append(contentsOf: name.tokens)
    starts.append(UInt32(tokens.count))
    steps.append(name.steps)
  }

  mutating func reserve(_ names: Int) {
    tokens.reserveCapacity(names * 3)
    starts.reserveCapacity(names + 1)
    steps.reserveCapacity(names)
  }
}

/// One name as ``NameFolder`` leaves it.
struct FoldedName: Hashable, Sendable {
  /// Token numbers in the order of the name, from ``TokenTable``; one-letter tokens are initials.
  var tokens: [UInt32] = []
  var steps: FoldingSteps = []
  /// From which token on the name is the father's (behind `bin` or `binti`).
  var patronym = 0

  /// Whether the name is marked as a dead person's (`Alm.`, `(almh.)`).
  var isMarkedDeceased: Bool { steps.contains(.deceased) }
  /// Whether it names a woman by her husband (`Ny. X`), so that it is not hers.
  var isByHusband: Bool { steps.contains(.husband) }
}
