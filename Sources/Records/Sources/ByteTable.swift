/// Numbers distinct byte strings from 0 in the order in which they come: open addressing over one store of bytes.
package struct ByteTable: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var starts: [UInt32] = [0]
  /// Above a string's hash, below its number plus one; 0 for none.
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)

  package init() {}

  package var count: Int { starts.count - 1 }

  /// Where a string's bytes stand in ``bytes``.
  package func range(_ number: UInt32) -> Range<Int> { Int(starts[Int(number)])..<Int(starts[Int(number) + 1]) }

  package func string(_ number: UInt32) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  /// The number of a string, given now if it is new; numbers of new strings are ``count`` before the call.
  package mutating func number(of text: Span<UInt8>) -> UInt32 {
    if count * 2 >= slots.count { grow() }
    let hash = TextArena.hash(text) >> 32
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = UInt32(truncatingIfNeeded: slots[slot]) - 1
      if slots[slot] >> 32 == hash, isEqual(number, text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(count)
    bytes.append(addingCapacity: text.count) { $0.append(contentsOf: text) }
    starts.append(UInt32(bytes.count))
    slots[slot] = hash << 32 | UInt64(number + 1)
    return number
  }

  package mutating func number(of text: [UInt8]) -> UInt32 { number(of: text.span) }

  private func isEqual(_ number: UInt32, _ text: Span<UInt8>) -> Bool {
    let range = range(number)
    return range.count == text.count && TextArena.areEqual(bytes.span.extracting(range), text)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 4)
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
