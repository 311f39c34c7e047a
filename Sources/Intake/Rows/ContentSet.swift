import Records

/// Contents of rows, in an open-addressing table: they are hashes already.
struct ContentSet {
  private var slots: [ContentHash.Value] = []
  private var count = 0

  private static let none = ContentHash.Value(low: 0, high: 0)

  /// Makes room for so many more.
  mutating func reserve(_ more: Int) {
    var size = 16
    while size * 3 < (count + more) * 4 { size *= 2 }
    guard size > slots.count else { return }
    let old = slots
    slots = Array(repeating: Self.none, count: size)
    for value in old where value != Self.none { slots[place(of: value)] = value }
  }

  /// Adds a content for which there is room.
  ///
  /// - Returns: Whether it is new.
  mutating func insert(_ value: ContentHash.Value) -> Bool {
    // No chance ever makes 128 bits of noughts, and if it did, the row would only be kept each time.
    guard value != Self.none else { return true }
    let place = place(of: value)
    guard slots[place] == Self.none else { return false }
    slots[place] = value
    count += 1
    return true
  }

  private func place(of value: ContentHash.Value) -> Int {
    var place = Int(truncatingIfNeeded: value.low) & (slots.count - 1)
    while slots[place] != Self.none, slots[place] != value { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
