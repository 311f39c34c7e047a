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
    codes.append(contentsOf: text.extracting(part))
  }

  /// How many bytes hold any number of so many digits.
  static func width(ofDigits count: Int) -> Int { (count * 3402 / 1024 + 8) / 8 }

  /// How many digits stand at the end of a part.
  private static func digits(at part: Range<Int>, in text: Span<UInt8>) -> Int {
    var start = part.upperBound
    while start > part.lowerBound, text[start - 1] &- 0x30 < 10 { start -= 1 }
    return part.upperBound - start
  }
}
