/// How often each number occurs, in an open-addressing table.
final class Tally: Sendable {
  private let slots: [Slot]

  private struct Slot {
    var key: UInt64 = 0
    var count: UInt32 = 0
  }

  /// - Parameter fill: Hands over each number as often as it occurs; 0 is not counted.
  init(_ fill: (_ count: (UInt64) -> Void) -> Void) {
    var slots = [Slot](repeating: Slot(), count: 1024)
    var distinct = 0
    fill { number in
      guard number != 0 else { return }
      let place = Self.place(of: number, slots)
      if slots[place].key == 0 {
        slots[place].key = number
        distinct += 1
      }
      slots[place].count += 1
      if distinct * 2 >= slots.count { Self.grow(&slots) }
    }
    self.slots = slots
  }

  subscript(number: UInt64) -> Int { Int(slots[Self.place(of: number, slots)].count) }

  private static func grow(_ slots: inout [Slot]) {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 4)
    for slot in old where slot.key != 0 { slots[place(of: slot.key, slots)] = slot }
  }

  private static func place(of number: UInt64, _ slots: [Slot]) -> Int {
    var place = Int(truncatingIfNeeded: LinkKey.mix(number, kind: 0)) & (slots.count - 1)
    while slots[place].key != 0, slots[place].key != number { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
