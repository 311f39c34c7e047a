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
  private static let longWords: UInt32 = 191
  private static let rareWords: UInt32 = 191 + 48 * 256
  /// As many as three bytes can name; further ones are written out.
  private static let mostWords: UInt32 = rareWords + 13 * 65_536
  /// A longer part is hardly ever written twice.
  private static let longestWord = 32
  /// So many digits at a part's end are a number of its own and no word that comes again.
  private static let shortestNumber = 5

  /// Words' bytes, one after another.
  private(set) var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``.
  private(set) var ends: [UInt32] = []
  private var slots: [Slot] = []

  /// A word by its first eight bytes, its length and its codes.
  private struct Slot: BitwiseCopyable {
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

// MARK: - Texts to codes

extension WordTable {
  /// How many bytes the codes of a text of so many bytes take at most: three for each blank that follows another.
  static func mostCodes(ofBytes count: Int) -> Int { 3 * count + 8 }

  /// Writes a text as codes, with its end.
  ///
  /// - Parameters:
  ///   - text: The text's bytes; not none.
  ///   - codes: Takes the codes behind what it holds; has room for ``mostCodes(ofBytes:)``.
  mutating func encode(_ text: Span<UInt8>, into codes: inout OutputSpan<UInt8>) {
    if slots.isEmpty { grow() }
    var start = 0
    repeat {
      let beginning = Self.beginning(of: text, at: start)
      let blanks = Self.blanks(in: beginning)
      if blanks != 0 {
        let length = blanks.trailingZeroBitCount >> 3
        let letters = beginning & ~(UInt64.max << UInt64(8 * length))
        let slot = slots[place(of: letters, length)]
        // Most words are short, known, and found where they are looked for.
        if slot.beginning == letters, slot.length == length, slot.facts != 0 {
          Self.put(slot, into: &codes)
        } else {
          encode(text, start..<start + length, letters, into: &codes)
        }
        start += length + 1
      } else {
        var end = start + 8
        while end < text.count {
          let blanks = Self.blanks(in: Self.beginning(of: text, at: end))
          if blanks != 0 {
            end += blanks.trailingZeroBitCount >> 3
            break
          }
          end += 8
        }
        encode(text, start..<end, beginning, into: &codes)
        start = end + 1
      }
    } while start <= text.count
    codes.append(0)
  }

  private mutating func encode(
    _ text: Span<UInt8>, _ part: Range<Int>, _ beginning: UInt64, into codes: inout OutputSpan<UInt8>
  ) {
    if part.count >= Self.shortestNumber, text[part.upperBound - 1] &- 0x30 < 10 {
      let digits = Self.digits(at: part, in: text)
      if digits >= Self.shortestNumber { return encode(text, part, digits: digits, into: &codes) }
    }
    guard part.count <= Self.longestWord, let slot = slot(of: text, part, beginning) else {
      return writeOut(text, part, into: &codes)
    }
    Self.put(slot, into: &codes)
  }

  /// Four bytes are written at once, of which those that are no codes are written over later.
  @inline(__always)
  private static func put(_ slot: Slot, into codes: inout OutputSpan<UInt8>) {
    unsafe codes.withUnsafeMutableBufferPointer { place, filled in
      precondition(filled + 4 <= place.count, "there is room for a text's codes")
      unsafe UnsafeMutableRawBufferPointer(place).storeBytes(
        of: slot.codes.littleEndian, toByteOffset: filled, as: UInt32.self)
      filled += slot.codeCount
    }
  }

  /// Up to seven letters and up to nineteen digits; else the bytes.
  private func encode(
    _ text: Span<UInt8>, _ part: Range<Int>, digits: Int, into codes: inout OutputSpan<UInt8>
  ) {
    let letters = part.count - digits
    guard letters <= 7, digits <= 19 else { return writeOut(text, part, into: &codes) }
    codes.append(253)
    codes.append(UInt8(truncatingIfNeeded: letters << 5 | digits))
    for index in part.lowerBound..<part.lowerBound + letters { codes.append(text[index]) }
    var value: UInt64 = 0
    for index in part.lowerBound + letters..<part.upperBound { value = value &* 10 &+ UInt64(text[index] &- 0x30) }
    for _ in 0..<Self.width(ofDigits: digits) {
      codes.append(UInt8(truncatingIfNeeded: value))
      value >>= 8
    }
  }

  private func writeOut(_ text: Span<UInt8>, _ part: Range<Int>, into codes: inout OutputSpan<UInt8>) {
    if part.isEmpty || part.count > 256 {
      codes.append(255)
      codes.append(UInt8(truncatingIfNeeded: part.count))
      codes.append(UInt8(truncatingIfNeeded: part.count >> 8))
      codes.append(UInt8(truncatingIfNeeded: part.count >> 16))
    } else {
      codes.append(254)
      codes.append(UInt8(truncatingIfNeeded: part.count - 1))
    }
    for index in part { codes.append(text[index]) }
  }

  /// How many bytes hold any number of so many digits.
  private static func width(ofDigits count: Int) -> Int { (count * 3402 / 1024 + 8) / 8 }

  /// How many digits stand at the end of a part.
  private static func digits(at part: Range<Int>, in text: Span<UInt8>) -> Int {
    var start = part.upperBound
    while start > part.lowerBound, text[start - 1] &- 0x30 < 10 { start -= 1 }
    return part.upperBound - start
  }

  /// Eight bytes of a text as a number, the first lowest; blanks behind the text's end.
  @inline(__always)
  private static func beginning(of text: Span<UInt8>, at index: Int) -> UInt64 {
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
  private static func blanks(in bytes: UInt64) -> UInt64 {
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let parted = bytes ^ 0x2020_2020_2020_2020
    return ~((parted & lows &+ lows) | parted | lows)
  }

  @inline(__always)
  private static func word(_ text: Span<UInt8>, _ index: Int) -> UInt64 {
    unsafe UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}

// MARK: - Words and numbers

extension WordTable {
  /// - Returns: `nil` where the table is full and has no such word.
  private mutating func slot(of text: Span<UInt8>, _ part: Range<Int>, _ beginning: UInt64) -> Slot? {
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

  private mutating func grow() {
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
  private func place(of beginning: UInt64, _ length: Int) -> Int { Self.hash(beginning, length) & (slots.count - 1) }

  @inline(__always)
  private static func hash(_ beginning: UInt64, _ length: Int) -> Int {
    let product = (beginning ^ UInt64(truncatingIfNeeded: length) << 59) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: product >> 32 ^ product >> 15)
  }

  private func range(ofWord number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }
}

// MARK: - Codes to texts

extension WordTable {
  /// One part of a text, as its codes say.
  private enum Part {
    case word(Range<Int>)
    /// Bytes among the codes.
    case writtenOut(Range<Int>)
    case number(letters: Range<Int>, value: UInt64, digits: Int)
  }

  /// The part whose codes begin at a place, and where those of the next begin; `nil` at the text's end.
  private func part(at place: Int, in codes: Span<UInt8>) -> (part: Part, next: Int)? {
    let first = Int(codes[place])
    switch first {
    case 0: return nil
    case ..<192: return (.word(range(ofWord: first - 1)), place + 1)
    case ..<240:
      let number = Int(Self.longWords) + (first - 192) << 8 + Int(codes[place + 1])
      return (.word(range(ofWord: number)), place + 2)
    case ..<253:
      let number = Int(Self.rareWords) + (first - 240) << 16 + Int(codes[place + 1]) + Int(codes[place + 2]) << 8
      return (.word(range(ofWord: number)), place + 3)
    case 253:
      let (letters, digits) = (Int(codes[place + 1] >> 5), Int(codes[place + 1] & 31))
      let (start, width) = (place + 2 + letters, Self.width(ofDigits: digits))
      var value: UInt64 = 0
      for index in 0..<width { value |= UInt64(codes[start + index]) << UInt64(8 * index) }
      return (.number(letters: place + 2..<start, value: value, digits: digits), start + width)
    case 254:
      let end = place + 3 + Int(codes[place + 1])
      return (.writtenOut(place + 2..<end), end)
    default:
      let count = Int(codes[place + 1]) | Int(codes[place + 2]) << 8 | Int(codes[place + 3]) << 16
      return (.writtenOut(place + 4..<place + 4 + count), place + 4 + count)
    }
  }

  /// How many bytes a text has, and how many its codes.
  func counts(ofTextAt start: Int, in codes: Span<UInt8>) -> (text: Int, codes: Int) {
    var (count, place) = (-1, start)
    while let found = part(at: place, in: codes) {
      place = found.next
      switch found.part {
      case .word(let range), .writtenOut(let range): count += 1 + range.count
      case .number(let letters, _, let digits): count += 1 + letters.count + digits
      }
    }
    return (max(count, 0), place + 1 - start)
  }

  /// Adds a text's bytes to what a buffer holds.
  func decode(_ start: Int, in codes: Span<UInt8>, into text: inout OutputSpan<UInt8>) {
    var place = start
    while let found = part(at: place, in: codes) {
      if place > start { text.append(0x20) }
      place = found.next
      switch found.part {
      case .word(let range): Self.copy(bytes.span.extracting(range), to: &text)
      case .writtenOut(let range): Self.copy(codes.extracting(range), to: &text)
      case .number(let letters, let value, let digits):
        Self.copy(codes.extracting(letters), to: &text)
        var (divisor, rest) = (Self.powers[digits - 1], value)
        while divisor > 0 {
          text.append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
          rest %= divisor
          divisor /= 10
        }
      }
    }
  }

  private static let powers: [UInt64] = (0..<19).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  private static func copy(_ part: Span<UInt8>, to text: inout OutputSpan<UInt8>) {
    for index in part.indices { text.append(part[index]) }
  }

  /// Sums up a text by its parts, without making its bytes: equal for equal texts, whatever the table.
  func sum(ofTextAt start: Int, in codes: Span<UInt8>) -> UInt64 {
    var (sum, place): (UInt64, Int) = (0x9e37_79b9_7f4a_7c15, start)
    while let found = part(at: place, in: codes) {
      place = found.next
      let value =
        switch found.part {
        case .word(let range): TextArena.hash(bytes.span.extracting(range))
        case .writtenOut(let range): TextArena.hash(codes.extracting(range))
        case .number(let letters, let value, let digits):
          TextArena.hash(codes.extracting(letters)) &+ (value &* 0xe703_7ed1_a0b4_28db ^ UInt64(digits))
        }
      let product = (sum ^ value).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
      sum = product.high ^ product.low
    }
    return sum
  }
}
