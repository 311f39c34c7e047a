/// How many slips part two words: a letter more, less, other, or two neighbours exchanged, each counted once.
///
/// Bit-parallel: one word is a column of 64 bits, so that a letter of the other costs a dozen instructions.
///
/// > H. Hyyrö. "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances." *Nordic Journal of
/// > Computing* 10 (1), 2003, pp. 29-39 (optimal string alignment).
enum EditDistance {
  /// - Parameters:
  ///   - one: At most 64 letters a to z; what stands behind is not looked at.
  ///   - other: Letters a to z.
  static func of(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Int {
    let length = min(one.count, 64)
    guard length > 0 else { return other.count }
    var masks = InlineArray<32, UInt64>(repeating: 0)
    for index in 0..<length { masks[Int(one[index] & 31)] |= 1 << UInt64(index) }
    var positive = UInt64.max
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var earlier: UInt64 = 0
    var distance = length
    let last: UInt64 = 1 << UInt64(length - 1)
    for index in 0..<other.count {
      let matches = masks[Int(other[index] & 31)]
      let exchanged = ((~diagonal & matches) << 1) & earlier
      diagonal = (((matches & positive) &+ positive) ^ positive) | matches | negative | exchanged
      var horizontalPositive = negative | ~(diagonal | positive)
      var horizontalNegative = diagonal & positive
      if horizontalPositive & last != 0 { distance += 1 }
      if horizontalNegative & last != 0 { distance -= 1 }
      horizontalPositive = horizontalPositive << 1 | 1
      horizontalNegative <<= 1
      positive = horizontalNegative | ~(diagonal | horizontalPositive)
      negative = horizontalPositive & diagonal
      earlier = matches
    }
    return distance
  }
}
