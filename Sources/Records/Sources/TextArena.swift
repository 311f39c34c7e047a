/// A text of a record, as four bytes: its place in the arena of the file it was read from.
package struct TextID: Hashable, Sendable, BitwiseCopyable {
  package let offset: UInt32

  package init(offset: UInt32) { self.offset = offset }

  /// The empty text, which is also what an absent field holds.
  package static let none = TextID(offset: 0)

  package var isEmpty: Bool { offset == 0 }
}

/// The texts of one file's records, in UTF-8, one after another.
///
/// Each text is preceded by its length in two bytes. Repeated texts (units, places, occupations) are stored once
/// where the reader asks for it, through an open-addressing table of offsets.
package struct TextArena: Sendable {
  package private(set) var bytes: [UInt8] = [0, 0]
  private var slots: [UInt32] = []
  private var interned = 0

  package init() {}

  /// An arena that was ``finish()``ed before.
  package init(finished bytes: [UInt8]) { self.bytes = bytes }

  /// Makes room for so many more bytes of texts, which else would move as they grow.
  package mutating func reserveCapacity(_ more: Int) {
    bytes.reserveCapacity(min(bytes.count + more, Int(UInt32.max)))
  }

  /// Stores a text and tells its place; texts over 64 KiB are cut at that bound, which readers enforce before.
  package mutating func append(_ text: Span<UInt8>) -> TextID {
    guard text.count > 0 else { return .none }
    let count = min(text.count, 65_536)
    precondition(bytes.count + count + 2 <= Int(UInt32.max), "one file's texts fit four gigabytes")
    let id = TextID(offset: UInt32(bytes.count))
    // One less than the length, so that two bytes hold 64 KiB too; the empty text is never stored.
    bytes.append(addingCapacity: count + 2) { output in
      output.append(UInt8(truncatingIfNeeded: count - 1))
      output.append(UInt8(truncatingIfNeeded: (count - 1) >> 8))
      // The source has `count` bytes, and the output room for them.
      unsafe output.withUnsafeMutableBufferPointer { place, filled in
        unsafe text.withUnsafeBufferPointer { source in
          _ = unsafe place.extracting(filled..<filled + count).update(fromContentsOf: source.extracting(0..<count))
        }
        filled += count
      }
    }
    return id
  }

  /// Stores a text once: an equal text that came before gives the same place.
  package mutating func intern(_ text: Span<UInt8>) -> TextID {
    guard text.count > 0 else { return .none }
    if interned * 2 >= slots.count { grow() }
    var slot = Int(truncatingIfNeeded: Self.hash(text)) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = TextID(offset: slots[slot])
      if equals(candidate, text) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = append(text)
    slots[slot] = id.offset
    interned += 1
    return id
  }

  package mutating func intern(_ text: String) -> TextID {
    let utf8 = Array(text.utf8)
    return intern(utf8.span)
  }

  /// Where a text's bytes stand in ``bytes``.
  package func range(of id: TextID) -> Range<Int> {
    if id.isEmpty { return 2..<2 }
    let start = Int(id.offset)
    let count = (Int(bytes[start]) | Int(bytes[start + 1]) << 8) + 1
    return start + 2..<start + 2 + count
  }

  package func string(_ id: TextID) -> String {
    String(decoding: bytes[range(of: id)], as: UTF8.self)
  }

  /// Gives back the table that only ``intern(_:)-(Span<UInt8>)`` needs.
  package mutating func finish() {
    slots = []
    interned = 0
  }

  private func equals(_ id: TextID, _ text: Span<UInt8>) -> Bool {
    let range = range(of: id)
    guard range.count == text.count else { return false }
    let (stored, words) = (bytes.span.extracting(range), text.count & ~7)
    for index in stride(from: 0, to: words, by: 8) where Self.word(stored, index) != Self.word(text, index) {
      return false
    }
    for index in words..<text.count where bytes[range.lowerBound + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(1024, old.count * 2))
    for offset in old where offset != 0 {
      let range = range(of: TextID(offset: offset))
      var slot = Int(truncatingIfNeeded: Self.hash(bytes.span.extracting(range))) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = offset
    }
  }

  /// Eight bytes at a time, each word mixed in by a multiplication; the same in every process and every version, as
  /// ids of links rest on it.
  ///
  /// > D. Lemire, O. Kaser. "Faster 64-bit universal hashing using carry-less multiplications." *Journal of
  /// > Cryptographic Engineering* 6 (3), 2016 (multiply-and-fold of whole words, after its survey).
  package static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(text.count)
    let words = text.count & ~7
    for index in stride(from: 0, to: words, by: 8) { hash = fold(hash, word(text, index)) }
    var rest: UInt64 = 0
    for index in words..<text.count { rest = rest << 8 | UInt64(text[index]) }
    return fold(hash, rest)
  }

  /// Eight bytes as a number, the first lowest on any machine; beyond the bytes' end the program stops.
  @inline(__always)
  private static func word(_ text: Span<UInt8>, _ index: Int) -> UInt64 {
    unsafe UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private static func fold(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return product.high ^ product.low ^ hash << 1
  }
}
