/// A text of a record, as four bytes: its place in the arena of the file it was read from.
package struct TextID: Hashable, Sendable, BitwiseCopyable {
  package let offset: UInt32

  package init(offset: UInt32) { self.offset = offset }

  /// The empty text, which is also what an absent field holds.
  package static let none = TextID(offset: 0)

  package var isEmpty: Bool { offset == 0 }
}

/// The texts of one file's records, as codes of their words, one after another.
///
/// A ``WordTable`` takes most texts to a third of their length. Repeated texts (units, places, occupations) are stored
/// once where the reader asks for it, through an open-addressing table of offsets: equal texts have equal codes.
package struct TextArena: Sendable {
  package static let longestText = 65_536

  private var codes: [UInt8] = [0]
  private var words = WordTable()
  private var slots: [UInt32] = []
  private var interned = 0
  private var scratch: [UInt8] = []
  /// Short texts that were interned, by their hash; a newer one takes an older one's place.
  private var recent: [ShortText] = []

  private static let recentTexts = 512

  package init() {}

  /// How much of memory the texts take.
  package var byteCount: Int { codes.count + words.bytes.count + words.ends.count * MemoryLayout<UInt32>.size }

  /// Makes room for texts of so many more bytes, which else would move as they grow.
  package mutating func reserveCapacity(_ more: Int) {
    codes.reserveCapacity(min(codes.count + more, Int(UInt32.max)))
  }

  /// Stores a text and tells its place; texts over 64 KiB are cut at that bound, which readers enforce before.
  package mutating func append(_ text: Span<UInt8>) -> TextID {
    guard text.count > 0 else { return .none }
    let id = nextPlace
    Self.encode(text, by: &words, into: &codes)
    return id
  }

  /// Stores a text once: an equal text that came before gives the same place.
  package mutating func intern(_ text: Span<UInt8>) -> TextID {
    guard text.count > 0 else { return .none }
    guard text.count <= ShortText.longest else { return internLong(text) }
    if recent.isEmpty { recent = Array(repeating: ShortText(), count: Self.recentTexts) }
    var short = ShortText(text)
    let place = short.hash & (Self.recentTexts - 1)
    if recent[place].isText(of: short) { return recent[place].id }
    short.id = internLong(text)
    recent[place] = short
    return short.id
  }

  private mutating func internLong(_ text: Span<UInt8>) -> TextID {
    scratch.removeAll(keepingCapacity: true)
    Self.encode(text, by: &words, into: &scratch)
    if interned * 2 >= slots.count { grow() }
    var slot = Int(truncatingIfNeeded: Self.hash(scratch.span)) & (slots.count - 1)
    while slots[slot] != 0 {
      if isStored(at: Int(slots[slot])) { return TextID(offset: slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = nextPlace
    codes.append(contentsOf: scratch)
    slots[slot] = id.offset
    interned += 1
    return id
  }

  package mutating func intern(_ text: String) -> TextID {
    let utf8 = Array(text.utf8)
    return intern(utf8.span)
  }

  /// Where the next text goes.
  private var nextPlace: TextID {
    precondition(codes.count + 4 * Self.longestText <= Int(UInt32.max), "one file's texts fit four gigabytes")
    return TextID(offset: UInt32(codes.count))
  }

  private static func encode(_ text: Span<UInt8>, by words: inout WordTable, into codes: inout [UInt8]) {
    let text = text.extracting(first: longestText)
    codes.append(addingCapacity: WordTable.mostCodes(ofBytes: text.count)) { words.encode(text, into: &$0) }
  }

  /// How many bytes a text has.
  package func count(of id: TextID) -> Int { words.counts(ofTextAt: Int(id.offset), in: codes.span).text }

  /// Puts a text's bytes in place of what a buffer holds.
  package func copy(_ id: TextID, to text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    text.append(addingCapacity: count(of: id)) { words.decode(Int(id.offset), in: codes.span, into: &$0) }
  }

  package func string(_ id: TextID) -> String {
    var text: [UInt8] = []
    copy(id, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The ``hash(_:)`` of a text's bytes.
  package func hash(of id: TextID) -> UInt64 {
    var text: [UInt8] = []
    copy(id, to: &text)
    return Self.hash(text.span)
  }

  /// Sums up a text, equal for equal texts of any file; cheaper than ``hash(_:)`` of its bytes, and not the same in
  /// every version.
  package func sum(of id: TextID) -> UInt64 { words.sum(ofTextAt: Int(id.offset), in: codes.span) }

  /// Gives back the tables that only writing needs.
  package mutating func finish() {
    (slots, interned, scratch, recent) = ([], 0, [], [])
    words.finish()
  }

  /// Whether the codes in hand stand at a place.
  private func isStored(at offset: Int) -> Bool {
    guard offset + scratch.count <= codes.count else { return false }
    // The end of a text is a code of its own, so what begins alike to its end is the same text.
    return Self.areEqual(codes.span.extracting(offset..<offset + scratch.count), scratch.span)
  }

  /// Whether two texts of one length are the same.
  static func areEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    let words = other.count & ~7
    for index in stride(from: 0, to: words, by: 8) where word(one, index) != word(other, index) { return false }
    for index in words..<other.count where one[index] != other[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(1024, old.count * 2))
    for offset in old where offset != 0 {
      let start = Int(offset)
      let count = words.counts(ofTextAt: start, in: codes.span).codes
      var slot = Int(truncatingIfNeeded: Self.hash(codes.span.extracting(start..<start + count))) & (slots.count - 1)
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
  fileprivate static func word(_ text: Span<UInt8>, _ index: Int) -> UInt64 {
    unsafe UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private static func fold(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return product.high ^ product.low ^ hash << 1
  }
}

extension TextArena {
  /// Writes the texts as they lie in memory.
  package func keep(in writer: inout KeptWriter) {
    writer.put(all: codes)
    writer.put(all: words.bytes)
    writer.put(all: words.ends)
  }

  /// Reads what ``keep(in:)`` wrote; texts can be added, but none that was there is found again.
  package init(from reader: inout KeptReader) throws(KeptReader.Damage) {
    codes = try reader.all()
    words = WordTable(finished: try reader.all(), ends: try reader.all())
  }
}

/// A text that two words hold, with the place where it is stored.
private struct ShortText: BitwiseCopyable {
  static let longest = 16

  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var count: UInt32 = 0
  var id = TextID.none

  init() {}

  init(_ text: Span<UInt8>) {
    count = UInt32(text.count)
    if text.count >= 8 {
      (first, last) = (TextArena.word(text, 0), TextArena.word(text, text.count - 8))
    } else {
      for index in text.indices { first |= UInt64(text[index]) << UInt64(8 * index) }
    }
  }

  func isText(of other: ShortText) -> Bool { first == other.first && last == other.last && count == other.count }

  var hash: Int {
    let product = (first ^ last &* 0xa076_1d64_78bd_642f ^ UInt64(count)) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: product >> 40)
  }
}
