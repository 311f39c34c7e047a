/// The distinct words of one file's texts, each with a number, and texts as those words' numbers.
///
/// A text is parted at its blanks; each part is a word, as written. Registers repeat few words (given names, streets,
/// "RT", "Kel."), in the order of their frequency more or less, so a word takes one or two bytes where its letters
/// take six. A long number and a very long word are no words of a table and are written out.
///
/// | first byte | what follows | meaning |
/// |---|---|---|
/// | 0 | | the text's end |
/// | 1 to 191 | | word 0 to 190 |
/// | 192 to 239 | 1 byte | word 191 to 12,478 |
/// | 240 to 252 | 2 bytes | word 12,479 to 864,446 |
/// | 253 | counts, letters, number | letters and the digits behind them, such as `K000000001` |
/// | 254 | count - 1, bytes | a part of up to 256 bytes |
/// | 255 | count in 3 bytes, bytes | any other part |
///
/// > J. Goldstein, R. Ramakrishnan, U. Shaft. "Compressing Relations and Indexes." *Proc. 14th International Conference
/// > on Data Engineering*, IEEE, 1998, pp. 370-379 (dictionaries for the values of a table).
struct WordTable: Sendable {
  static let longWords: UInt32 = 191
  static let rareWords: UInt32 = 191 + 48 * 256
  /// As many as three bytes can name; further ones are written out.
  private static let mostWords: UInt32 = rareWords + 13 * 65_536
  /// A longer part is hardly ever written twice.
  static let longestWord = 32
  /// So many digits at a part's end are a number of its own and no word that comes again.
  static let shortestNumber = 5

  /// Words' bytes, one after another.
  private(set) var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``.
  private(set) var ends: [UInt32] = []
  private(set) var slots: [Slot] = []

  /// A word by its first eight bytes, its length and its codes.
  struct Slot: BitwiseCopyable {
    var beginning: UInt64 = 0
    /// From the lowest bits on: the length in 8, the count of codes in 8, up to three codes in 24, the number in the
    /// rest; 0 for no word.
    var facts: UInt64 = 0

    init() {}

    init(_ number: UInt32, beginning: UInt64, length: Int) {
      self.beginning = beginning
      let codes: (count: UInt64, bytes: UInt32)
      switch number {
      case ..<WordTable.longWords: codes = (1, number + 1)
      case ..<WordTable.rareWords:
        let place = number - WordTable.longWords
        codes = (2, 192 + place >> 8 | (place & 0xFF) << 8)
      default:
        let place = number - WordTable.rareWords
        codes = (3, 240 + place >> 16 | (place & 0xFFFF) << 8)
      }
      facts = UInt64(length) | codes.count << 8 | UInt64(codes.bytes) << 16 | UInt64(number) << 40
    }

    var length: Int { Int(truncatingIfNeeded: facts & 0xFF) }
    var codeCount: Int { Int(truncatingIfNeeded: facts >> 8 & 0xFF) }
    var codes: UInt32 { UInt32(truncatingIfNeeded: facts >> 16) }
    var number: Int { Int(truncatingIfNeeded: facts >> 40) }
  }

  init() {}

  /// A table that was ``finish()``ed before.
  init(finished bytes: [UInt8], ends: [UInt32]) { (self.bytes, self.ends) = (bytes, ends) }

  /// Gives back what only writing needs.
  mutating func finish() { slots = [] }
}

extension WordTable {
  /// - Returns: `nil` where the table is full and has no such word.
  mutating func slot(of text: Span<UInt8>, _ part: Range<Int>, _ beginning: UInt64) -> Slot? {
    var place = place(of: beginning, part.count)
    while slots[place].facts != 0 {
      let slot = slots[place]
      if slot.beginning == beginning, slot.length == part.count,
        part.count <= 8 || equals(slot.number, text, part)
      {
        return slot
      }
      place = (place + 1) & (slots.count - 1)
    }
    guard ends.count < Int(Self.mostWords) else { return nil }
    for index in part { bytes.append(text[index]) }
    let slot = Slot(UInt32(ends.count), beginning: beginning, length: part.count)
    ends.append(UInt32(bytes.count))
    slots[place] = slot
    if ends.count * 2 >= slots.count { grow() }
    return slot
  }

  /// Whether a word of more than eight bytes is a part that begins alike and is as long.
  private func equals(_ number: Int, _ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    let start = range(ofWord: number).lowerBound
    let stored = bytes.span
    var index = 8
    while index + 8 <= part.count {
      if Self.word(stored, start + index) != Self.word(text, part.lowerBound + index) { return false }
      index += 8
    }
    return Self.word(stored, start + part.count - 8) == Self.word(text, part.upperBound - 8)
  }

  mutating func grow() {
    var count = max(1024, slots.count * 2)
    while ends.count * 2 >= count { count *= 2 }
    var slots = [Slot](repeating: Slot(), count: count)
    for number in ends.indices {
      let range = range(ofWord: number)
      let text = bytes.span.extracting(range)
      var beginning = Self.beginning(of: text, at: 0)
      if range.count < 8 { beginning &= ~(UInt64.max << UInt64(8 * range.count)) }
      var place = Self.hash(beginning, range.count) & (count - 1)
      while slots[place].facts != 0 { place = (place + 1) & (count - 1) }
      slots[place] = Slot(UInt32(number), beginning: beginning, length: range.count)
    }
    self.slots = slots
  }

  /// Where a word is looked for first.
  @inline(__always)
  func place(of beginning: UInt64, _ length: Int) -> Int { Self.hash(beginning, length) & (slots.count - 1) }

  @inline(__always)
  private static func hash(_ beginning: UInt64, _ length: Int) -> Int {
    let product = (beginning ^ UInt64(truncatingIfNeeded: length) << 59) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: product >> 32 ^ product >> 15)
  }

  func range(ofWord number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }
}

extension WordTable {
  /// Eight bytes of a text as a number, the first lowest; blanks behind the text's end.
  @inline(__always)
  static func beginning(of text: Span<UInt8>, at index: Int) -> UInt64 {
    text.count - index >= 8 ? word(text, index) : lastBytes(of: text, from: index)
  }

  private static func lastBytes(of text: Span<UInt8>, from index: Int) -> UInt64 {
    let left = text.count - index
    if left <= 0 { return 0x2020_2020_2020_2020 }
    let missing = UInt64(8 * (8 - left))
    let rest: UInt64
    if text.count >= 8 {
      rest = word(text, text.count - 8) >> missing
    } else {
      var bytes: UInt64 = 0
      for place in 0..<left { bytes |= UInt64(text[index + place]) << UInt64(8 * place) }
      rest = bytes
    }
    return rest | 0x2020_2020_2020_2020 << (64 - missing)
  }

  /// The highest bit of each byte that is a blank.
  ///
  /// > H. S. Warren. *Hacker's Delight*, 2nd edition. Addison-Wesley, 2013, section 6-1 (find first 0-byte).
  @inline(__always)
  static func blanks(in bytes: UInt64) -> UInt64 {
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let parted = bytes ^ 0x2020_2020_2020_2020
    return ~((parted & lows &+ lows) | parted | lows)
  }

  @inline(__always)
  static func word(_ text: Span<UInt8>, _ index: Int) -> UInt64 {
    unsafe UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}
