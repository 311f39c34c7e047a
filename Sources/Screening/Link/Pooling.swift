/// Finds rows of one table that tell of one person, and lets each of them tell what the others know.
///
/// A vendor names a director in one row and the same shareholder in another; spouses who both serve declare the same
/// child. Such rows hold different facts, and only together have they enough to be compared.
struct Pooling {
  private var parents: [UInt32]
  /// What each row tells; empty where nothing can contradict.
  private var facts: [PersonFacts]
  /// By root what all rows of a person of several rows tell together.
  private var together: [UInt32: PersonFacts] = [:]

  /// - Parameter facts: What each row tells; persons that contradict each other are never joined.
  init(_ facts: [PersonFacts]) {
    parents = (0..<UInt32(facts.count)).map { $0 }
    self.facts = facts
  }

  /// Without facts, for things that cannot contradict.
  init(count: Int) {
    parents = (0..<UInt32(count)).map { $0 }
    facts = []
  }

  mutating func root(_ row: UInt32) -> UInt32 {
    var row = row
    while parents[Int(row)] != row {
      parents[Int(row)] = parents[Int(parents[Int(row)])]
      row = parents[Int(row)]
    }
    return row
  }

  /// The earlier row stands for both.
  mutating func join(_ one: UInt32, _ other: UInt32) {
    let (a, b) = (root(one), root(other))
    guard a != b else { return }
    let (first, second) = (min(a, b), max(a, b))
    if !facts.isEmpty {
      var filled = together[first] ?? facts[Int(first)]
      let other = together[second] ?? facts[Int(second)]
      if filled.contradicts(other) { return }
      filled.fill(from: other)
      together[first] = filled
      together[second] = nil
    }
    parents[Int(second)] = first
  }

  /// Joins rows that share a key and that `isOne` holds for one person.
  ///
  /// Where a row could be either of two who are two people, it is neither: rows are joined only if they could be one
  /// with the same others. So the order of rows does not decide who is joined. Runs of over ``longestRun`` rows share too common a
  /// key.
  mutating func join(_ entries: consuming [KeyedRow], where isOne: (UInt32, UInt32) -> Bool) {
    var sorted = entries
    RadixSort.sort(&sorted)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      if end - start > 1, end - start <= Self.longestRun { join(sorted[start..<end].map(\.row), where: isOne) }
      start = end
    }
  }

  private mutating func join(_ rows: [UInt32], where isOne: (UInt32, UInt32) -> Bool) {
    // For each row a bit for each that it could be one with, itself among them.
    var fits = rows.indices.map { UInt64(1) << UInt64($0) }
    for one in rows.indices {
      for other in one + 1..<max(rows.count, one + 1)
      // Asked first, since the answer may note what the rows dispute.
      where isOne(rows[one], rows[other]) || root(rows[one]) == root(rows[other]) {
        fits[one] |= 1 << UInt64(other)
        fits[other] |= 1 << UInt64(one)
      }
    }
    for one in rows.indices {
      if let first = rows.indices.first(where: { fits[$0] == fits[one] }), first < one { join(rows[first], rows[one]) }
    }
  }

  private static let longestRun = 64

  /// Writes the persons into a table and fills each row's gaps from the person's other rows, in their order.
  ///
  /// - Parameter disputes: What rows of one number state differently.
  mutating func apply(to table: inout PersonTable, _ disputes: Disputes) {
    // Shared with the table, which is about to change.
    facts = []
    var members: [UInt32: [UInt32]] = [:]
    for row in 0..<UInt32(parents.count) {
      let person = root(row)
      table.persons[Int(row)] = person
      if person != row { members[person, default: [person]].append(row) }
    }
    var before: [UInt32: PersonFacts] = [:]
    for rows in members.values {
      let own = rows.map { table.facts[Int($0)] }
      if rows.contains(where: { disputes.byRow[$0] != nil }) {
        for (row, facts) in zip(rows, own) { before[row] = facts }
      }
      for row in rows {
        table.facts[Int(row)].marks.insert(.pooled)
        for other in own { table.facts[Int(row)].fill(from: other) }
      }
    }
    table.members = members
    table.mark(disputes, own: before)
  }
}
