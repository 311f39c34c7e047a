/// A record of a table: it knows its source, and what of it makes it the same record as another.
package protocol Row: Sendable, BitwiseCopyable {
  var source: SourceLocation { get set }

  /// Adds everything that the row states, its source apart.
  func hashContent(into hash: inout ContentHash)
}

/// Gathers a row's content into 128 bits, so that a row exported twice is recognised as one.
///
/// Two independent 64-bit sums make a chance collision among a nation's rows (5e7) less likely than 1e-22.
package struct ContentHash: Sendable {
  private var low: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var high: UInt64 = 0xc2b2_ae3d_27d4_eb4f
  private let arena: TextArena
  private let isPassing: Bool

  /// - Parameters:
  ///   - arena: Holds the texts of the rows that are hashed.
  ///   - isPassing: Whether nothing that is kept rests on the sums, which then cost less.
  package init(arena: TextArena, isPassing: Bool = false) { (self.arena, self.isPassing) = (arena, isPassing) }

  /// The sums over one row.
  package func value(of row: some Row) -> Value {
    var hash = self
    row.hashContent(into: &hash)
    return Value(low: hash.low, high: hash.high)
  }

  package mutating func add(_ value: UInt64) {
    low = (low ^ value) &* 0xff51_afd7_ed55_8ccd
    low ^= low >> 32
    high = (high &+ value) &* 0xc4ce_b9fe_1a85_ec53
    high ^= high >> 29
  }

  package mutating func add(_ value: UInt64?) {
    add(UInt64(value == nil ? 0 : 1))
    add(value ?? 0 as UInt64)
  }

  package mutating func add(_ text: TextID) {
    add(text.isEmpty ? 0 as UInt64 : isPassing ? arena.sum(of: text) : arena.hash(of: text))
  }

  package mutating func add(_ period: Period) {
    add(UInt64(period.from?.packed ?? 0) << 32 | UInt64(period.to?.packed ?? 0))
  }

  package struct Value: Hashable, Sendable {
    package let low: UInt64
    package let high: UInt64

    package init(low: UInt64, high: UInt64) {
      self.low = low
      self.high = high
    }
  }
}
