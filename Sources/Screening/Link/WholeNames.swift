/// The names of a registry as wholes: every name, in whatever order and spelling its words are, has a number.
struct WholeNames {
  /// For each row the number of its name; 0 for a name of initials only.
  private(set) var government: [UInt32] = []
  private(set) var vendors: [UInt32] = []
  /// ``KeyMaker/wholeName(_:)`` by number.
  private(set) var keys: [UInt64] = [0]
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// People outside the registries who bear names as well, as ``TokenTable`` thinks of them.
  private static let outsiders = 2000.0
  /// How many bearers a name has that nobody else in the registries bears, and the least population it is held against.
  private static let unseen = 0.125
  private static let least = 65_536.0

  init(_ people: People, _ keyMaker: KeyMaker) {
    government = numbers(of: people.government, keyMaker)
    vendors = numbers(of: people.vendors, keyMaker)
    slots = []
  }

  private mutating func numbers(of table: PersonTable, _ keyMaker: KeyMaker) -> [UInt32] {
    let names = table.names
    return (0..<table.count).map { row in
      keyMaker.wholeName(names.tokens.span.extracting(names.range(row))).map { number(of: $0) } ?? 0
    }
  }

  private mutating func number(of key: UInt64) -> UInt32 {
    if keys.count * 2 >= slots.count { grow() }
    var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
    while slots[slot] != 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(keys.count)
    keys.append(key)
    return slots[slot]
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in 1..<max(keys.count, 1) {
      var slot = Int(truncatingIfNeeded: keys[number]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// By number the bits that a name as a whole tells, by its rarity among all persons.
  func bits(_ people: People) -> [UInt8] {
    var bearers = [UInt32](repeating: 0, count: keys.count)
    for (table, numbers) in [(people.government, government), (people.vendors, vendors)] {
      for row in 0..<table.count where Int(table.persons[row]) == row {
        guard let rows = table.members[UInt32(row)] else {
          bearers[Int(numbers[row])] += 1
          continue
        }
        // Each name of a person counts once, whichever row has it.
        for number in Set(rows.map { numbers[Int($0)] }) { bearers[Int(number)] += 1 }
      }
    }
    let population = Double(people.government.count + people.vendors.count) + Self.outsiders
    return bearers.map { bearers in
      // The person and the one it is held against are not chance. Where nobody else bears the name, the registries
      // only say that it is rarer than they can count, and its words say how rare.
      let others = Int(bearers) - 2
      let share = others > 0 ? (Double(others) + 0.5) / population : Self.unseen / max(population, Self.least)
      return UInt8(max(0, Logarithm.wholeBits(1 / share)))
    }
  }
}

extension People {
  /// Notes in each row how rare its name is as a whole.
  mutating func weighNames(_ names: WholeNames) {
    let bits = names.bits(self)
    Self.weigh(&government, names.government, bits)
    Self.weigh(&vendors, names.vendors, bits)
  }

  private static func weigh(_ table: inout PersonTable, _ numbers: [UInt32], _ bits: [UInt8]) {
    for (row, number) in numbers.enumerated() where number != 0 {
      table.facts[row].wholeNameBits = bits[Int(number)]
    }
  }

  /// Notes in each row what its name's words can tell together.
  mutating func weighWords() {
    Self.weighWords(&government, tokens)
    Self.weighWords(&vendors, tokens)
  }

  private static func weighWords(_ table: inout PersonTable, _ tokens: Vocabulary) {
    for row in table.facts.indices {
      var bits: Float = 0
      for place in table.names.range(row) {
        let token = table.names.tokens[place]
        bits += Float(tokens.isInitial(token) ? tokens.letterRarity(token) : tokens.rarity(token))
      }
      table.facts[row].nameBits = bits
    }
  }
}
