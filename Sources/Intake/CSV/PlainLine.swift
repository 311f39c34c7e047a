import Glibc

/// A line that holds a whole row whose fields are bare, or quoted from end to end without a quote inside.
///
/// Such a row is found by looking for the delimiter eight bytes at a time. Everything else (a doubled or stray quote,
/// a field that goes on in the next line, a field beyond the bound) is left to libcsv.
struct PlainLine {
  private let base: UnsafeRawPointer
  private let count: Int
  /// Where the line's end begins.
  private let end: Int
  private let delimiter: UInt8

  /// - Parameters:
  ///   - line: One physical line; line ends stand only behind it.
  ///   - delimiter: One of `,`, `;`, tab and `|`.
  init?(_ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    guard let base = line.baseAddress else { return nil }
    var end = line.count
    while end > 0, line[end - 1] == 0x0A || line[end - 1] == 0x0D { end -= 1 }
    (self.base, self.end, self.delimiter) = (UnsafeRawPointer(base), end, delimiter)
    count = line.count
  }

  /// Splits the line.
  ///
  /// - Parameter row: Gets the fields; what it got is worth nothing where the answer is `false`.
  /// - Returns: Whether the line was such a row.
  func split(into row: inout GatheredRow) -> Bool {
    // A line of blanks is no row.
    guard end <= CSVSplitter.longestField, skippingBlanks(from: 0) < end else { return false }
    var (index, quote) = (0, nextQuote(from: 0))
    while true {
      var (start, stop) = (skippingBlanks(from: index), 0)
      if start == quote, start < end {
        start += 1
        stop = nextQuote(from: start)
        guard stop < end else { return false }
        index = skippingBlanks(from: stop + 1)
        guard index == end || byte(index) == delimiter else { return false }
        quote = nextQuote(from: index)
      } else {
        index = nextDelimiter(from: start)
        guard quote >= index else { return false }
        stop = index
        while stop > start, isBlank(byte(stop - 1)) { stop -= 1 }
      }
      row.add(base + start, stop - start)
      if index == end { break }
      index += 1
    }
    row.isComplete = true
    return true
  }

  @inline(__always)
  private func byte(_ index: Int) -> UInt8 { base.load(fromByteOffset: index, as: UInt8.self) }

  /// What libcsv trims: blanks and tabs, unless the tab is the delimiter.
  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 && delimiter != 0x09 }

  @inline(__always)
  private func skippingBlanks(from index: Int) -> Int {
    var index = index
    while index < end, isBlank(byte(index)) { index += 1 }
    return index
  }

  /// C: `memchr`.
  private func nextQuote(from index: Int) -> Int {
    guard index < end, let found = memchr(base + index, 0x22, end - index) else { return end }
    return UnsafeRawPointer(found) - base
  }

  /// Eight bytes at a time: a byte equal to the delimiter is a byte of nought after an exclusive or.
  ///
  /// > H. S. Warren. *Hacker's Delight*, 2nd edition. Addison-Wesley, 2013, section 6-1 (find first 0-byte).
  @inline(__always)
  private func nextDelimiter(from index: Int) -> Int {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let pattern = ones &* UInt64(delimiter)
    var index = index
    while index + 8 <= count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ pattern
      let noughts = (word &- ones) & ~word & highs
      // The lowest byte found is a true one; only bytes above it may be found in error.
      if noughts != 0 { return min(end, index + noughts.trailingZeroBitCount >> 3) }
      index += 8
    }
    while index < end, byte(index) != delimiter { index += 1 }
    return min(index, end)
  }
}
