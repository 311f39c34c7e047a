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
      case .word(let range): text.append(contentsOf: bytes.span.extracting(range))
      case .writtenOut(let range): text.append(contentsOf: codes.extracting(range))
      case .number(let letters, let value, let digits):
        text.append(contentsOf: codes.extracting(letters))
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

extension OutputSpan<UInt8> {
  /// Appends all bytes of a text at once.
  mutating func append(contentsOf text: Span<UInt8>) {
    unsafe withUnsafeMutableBufferPointer { place, filled in
      precondition(filled + text.count <= place.count, "there is room for the text")
      unsafe text.withUnsafeBufferPointer { source in
        _ = unsafe place.extracting(filled..<filled + source.count).update(fromContentsOf: source)
      }
      filled += text.count
    }
  }
}
