/// Finds the rows that carry a key: sorted runs under a directory of the keys' leading bits.
///
/// Keys are hashes, so they spread evenly and the directory leads to within a few places of any of them.
struct KeyIndex {
  private let keys: [UInt64]
  private let rows: [UInt32]
  private let starts: [Int]
  private let shift: UInt64

  /// - Parameter entries: Key and row, in any order; equal entries count once.
  init(_ entries: [(key: UInt64, row: UInt32)]) {
    let sorted = entries.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
    var keys: [UInt64] = []
    var rows: [UInt32] = []
    keys.reserveCapacity(sorted.count)
    rows.reserveCapacity(sorted.count)
    for entry in sorted {
      if keys.last == entry.key, rows.last == entry.row { continue }
      keys.append(entry.key)
      rows.append(entry.row)
    }
    var bits = 1
    while 1 << bits < keys.count { bits += 1 }
    let shift = UInt64(64 - bits)
    var starts = [Int](repeating: 0, count: 1 << bits + 1)
    for key in keys { starts[Int(key >> shift) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.keys = keys
    self.rows = rows
    self.starts = starts
    self.shift = shift
  }

  /// The rows with a key, in ascending order.
  func rows(for key: UInt64) -> ArraySlice<UInt32> {
    let bucket = Int(key >> shift)
    var first = starts[bucket]
    let end = starts[bucket + 1]
    while first < end, keys[first] < key { first += 1 }
    var last = first
    while last < end, keys[last] == key { last += 1 }
    return rows[first..<last]
  }
}

/// Keys under which two rows of one person meet.
enum LinkKey {
  /// Spreads a number over 64 bits; kinds of keys never collide but by chance.
  ///
  /// > G. L. Steele, D. Lea, C. H. Flood. "Fast Splittable Pseudorandom Number Generators." OOPSLA 2014 (its mixer).
  static func mix(_ value: UInt64, kind: UInt64) -> UInt64 {
    var hash = value &+ kind &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
    return hash ^ hash >> 31
  }

  static func nationalID(_ value: UInt64) -> UInt64 { mix(value, kind: 1) }

  /// One key for all orders of a name's full tokens; `nil` for a name of initials only.
  static func name(_ tokens: [UInt32], _ table: TokenTable) -> UInt64? {
    var hash: UInt64 = 0
    var count = 0
    for token in tokens where !table.isInitial(token) {
      hash = hash &+ mix(UInt64(token), kind: 2)
      count += 1
    }
    return count == 0 ? nil : mix(hash, kind: 3)
  }

  /// One key for a name written with and without blanks.
  static func joined(_ tokens: [UInt32], _ table: TokenTable) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for token in tokens { for byte in table.text(token).utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 } }
    return mix(hash, kind: 4)
  }

  static func birth(_ packed: UInt32, token: UInt32) -> UInt64 { mix(UInt64(packed) << 32 | UInt64(token), kind: 5) }
}
