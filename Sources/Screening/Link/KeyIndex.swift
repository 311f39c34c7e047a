/// Finds the rows that carry a key: sorted runs under a directory of the keys' leading bits, behind a filter that
/// answers at once for most keys that no row carries.
///
/// Keys are hashes, so they spread evenly and the directory leads to within a few places of any of them.
struct KeyIndex: Sendable {
  private let keys: [UInt64]
  private let rows: [UInt32]
  private let starts: [UInt32]
  private let shift: UInt64
  /// Eight bits for each key, one of which is set: small enough to stay near the processor.
  private let filter: [UInt64]
  private let filterShift: UInt64

  /// - Parameter entries: Key and row, in any order; equal entries count once.
  init(_ entries: consuming [KeyedRow]) {
    var sorted = entries
    RadixSort.sort(&sorted)
    var keys: [UInt64] = []
    var rows: [UInt32] = []
    keys.reserveCapacity(sorted.count)
    rows.reserveCapacity(sorted.count)
    for entry in sorted {
      if keys.last == entry.key, rows.last == entry.row { continue }
      keys.append(entry.key)
      rows.append(entry.row)
    }
    var bits: UInt64 = 1
    while 1 << bits < keys.count { bits += 1 }
    let shift = 64 - bits
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    let filterShift = 64 - max(6, bits + 3)
    var filter = [UInt64](repeating: 0, count: 1 << (64 - filterShift - 6))
    for key in keys {
      starts[Int(key >> shift) + 1] += 1
      let place = key >> filterShift
      filter[Int(place >> 6)] |= 1 << (place & 63)
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.keys = keys
    self.rows = rows
    self.starts = starts
    self.shift = shift
    self.filter = filter
    self.filterShift = filterShift
  }

  /// Where the rows with a key stand, in ascending order of rows; read them with ``row(at:)``.
  func run(of key: UInt64) -> Range<Int> {
    let place = key >> filterShift
    guard filter[Int(place >> 6)] & 1 << (place & 63) != 0 else { return 0..<0 }
    let bucket = Int(key >> shift)
    var first = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    while first < end, keys[first] < key { first += 1 }
    var last = first
    while last < end, keys[last] == key { last += 1 }
    return first..<last
  }

  func row(at place: Int) -> UInt32 { rows[place] }
}

/// A key, and a row that carries it.
struct KeyedRow: Sendable {
  var key: UInt64
  var row: UInt32
}

/// Sorts by key, rows of one key in the order in which they came.
enum RadixSort {
  /// Eight passes of eight bits; a pass in which all keys agree is left out.
  static func sort(_ entries: inout [KeyedRow]) {
    var other = entries
    var isSwapped = false
    for pass in 0..<8 {
      let shift = UInt64(pass * 8)
      if isSwapped { scatter(other, &entries, shift, &isSwapped) } else { scatter(entries, &other, shift, &isSwapped) }
    }
    if isSwapped { entries = other }
  }

  private static func scatter(
    _ source: [KeyedRow], _ target: inout [KeyedRow], _ shift: UInt64, _ isSwapped: inout Bool
  ) {
    var places = [Int](repeating: 0, count: 257)
    for entry in source { places[Int(entry.key >> shift & 255) + 1] += 1 }
    if places.contains(source.count), source.count > 0 { return }
    for index in 1...256 { places[index] += places[index - 1] }
    for entry in source {
      let digit = Int(entry.key >> shift & 255)
      target[places[digit]] = entry
      places[digit] += 1
    }
    isSwapped.toggle()
  }
}
