import Records

/// Finds rows that say what an earlier one said, in two passes over the rows, with few bytes a row.
///
/// The first pass marks a bit for each content; a bit that is marked twice may mean a repeat. Only contents of such bits
/// are then held against each other in full. So the table of contents holds few of many rows.
///
/// > B. H. Bloom. "Space/Time Trade-offs in Hash Coding with Allowable Errors." *Communications of the ACM* 13 (7), 1970,
/// > pp. 422-426 (one hash, and a second bit for what was met again).
struct RepeatFinder {
  /// So many bits that one row in sixteen meets another's by chance.
  private static let bitsPerRow = 16

  private var once: [UInt64]
  private var again: [UInt64]
  private let mask: UInt64
  private var contents = ContentSet()
  private var candidates = 0

  /// - Parameter rows: How many there are.
  init(rows: Int) {
    var bits = 1024
    while bits < rows * Self.bitsPerRow { bits *= 2 }
    mask = UInt64(bits - 1)
    once = Array(repeating: 0, count: bits / 64)
    again = once
  }

  /// Takes notice of a row, in the first pass.
  mutating func note(_ content: ContentHash.Value) {
    let (word, bit) = place(of: content)
    if once[word] & bit == 0 {
      once[word] |= bit
    } else {
      // The first of them is a candidate as well.
      candidates += again[word] & bit == 0 ? 2 : 1
      again[word] |= bit
    }
  }

  /// Ends the first pass.
  mutating func settle() {
    once = []
    contents.reserve(candidates)
  }

  /// Whether an earlier row of the second pass said the same.
  mutating func isRepeat(_ content: ContentHash.Value) -> Bool {
    let (word, bit) = place(of: content)
    return again[word] & bit != 0 && !contents.insert(content)
  }

  private func place(of content: ContentHash.Value) -> (word: Int, bit: UInt64) {
    let bit = content.high & mask
    return (Int(bit >> 6), 1 << (bit & 63))
  }
}
