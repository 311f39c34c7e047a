/// Finds the rows that carry a key: sorted runs under a directory of the keys' leading bits, behind a filter that
/// answers at once for most keys that no row carries.
///
/// Keys are hashes, so they spread evenly and the directory leads to within a few places of any of them.
final class KeyIndex: Sendable {
  /// The key's lower half and the row, by key and row.
  private let entries: [Entry]
  private let starts: [UInt32]
  private let shift: UInt64
  private let filter: KeyFilter

  private struct Entry {
    var check: UInt32
    var row: UInt32
    var tag: UInt64
  }

  /// - Parameters:
  ///   - entries: Key and row, with rows in ascending order; equal entries count once.
  ///   - tags: For each row what may be looked at before the row itself.
  init(_ entries: consuming [KeyedRow], tags: [UInt64]) {
    var sorted = entries
    RadixSort.sort(&sorted)
    var kept: [Entry] = []
    kept.reserveCapacity(sorted.count)
    var bits: UInt64 = 1
    while 1 << bits < sorted.count { bits += 1 }
    let shift = 64 - bits
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    var filter = KeyFilter(count: sorted.count)
    var last: KeyedRow?
    for entry in sorted {
      if last?.key == entry.key, last?.row == entry.row { continue }
      last = entry
      // Keys share their upper bits within a bucket; the lower half tells them apart but for one in four milliard.
      kept.append(Entry(check: UInt32(truncatingIfNeeded: entry.key), row: entry.row, tag: tags[Int(entry.row)]))
      starts[Int(entry.key >> shift) + 1] += 1
      filter.add(entry.key)
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.entries = kept
    self.starts = starts
    self.shift = shift
    self.filter = filter
  }

  /// Whether rows may carry a key: `false` is certain.
  func mayHold(_ key: UInt64) -> Bool { filter.mayHold(key) }

  /// Where the rows stand among which those with a key are.
  func bucket(of key: UInt64) -> Range<Int> {
    let bucket = Int(key >> shift)
    return Int(starts[bucket])..<Int(starts[bucket + 1])
  }

  /// Where the rows with a key stand within its bucket, in ascending order of rows; read them with ``row(at:)``.
  func run(of key: UInt64, in bucket: Range<Int>) -> Range<Int> {
    let check = UInt32(truncatingIfNeeded: key)
    var first = bucket.lowerBound
    while first < bucket.upperBound, entries[first].check != check { first += 1 }
    // From behind, as a run may be long and a bucket has few other keys.
    var last = bucket.upperBound
    while last > first, entries[last - 1].check != check { last -= 1 }
    return first..<last
  }

  func run(of key: UInt64) -> Range<Int> { mayHold(key) ? run(of: key, in: bucket(of: key)) : 0..<0 }

  /// Reads both ends of a bucket ahead.
  func touch(_ bucket: Range<Int>, _ ahead: inout ReadAhead) {
    guard !bucket.isEmpty else { return }
    ahead.touch(entries[bucket.lowerBound].tag)
    ahead.touch(entries[bucket.upperBound - 1].tag)
  }

  func row(at place: Int) -> UInt32 { entries[place].row }
  func tag(at place: Int) -> RowTag { RowTag(bits: entries[place].tag) }
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
