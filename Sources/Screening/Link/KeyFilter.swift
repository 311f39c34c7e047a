/// Tells at once of most keys that nobody added them: eight bits for each key, one of which is set, so that it stays
/// near the processor.
struct KeyFilter: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64

  /// - Parameter count: How many keys to expect.
  init(count: Int) {
    var size: UInt64 = 9
    while 1 << size < count * 8 { size += 1 }
    shift = 64 - size
    bits = Array(repeating: 0, count: 1 << Int(size - 6))
  }

  /// - Parameter key: A hash, as its leading bits are what counts.
  mutating func add(_ key: UInt64) {
    let place = key >> shift
    bits[Int(place >> 6)] |= 1 << (place & 63)
  }

  /// Whether a key may have been added: `false` is certain.
  func mayHold(_ key: UInt64) -> Bool {
    let place = key >> shift
    return bits[Int(place >> 6)] & 1 << (place & 63) != 0
  }
}
