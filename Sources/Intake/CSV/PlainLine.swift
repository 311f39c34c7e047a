import CPlainLine
import Glibc

/// A line that holds a whole row whose fields are bare, or quoted from end to end without a quote inside.
///
/// Such a row is split sixteen bytes at a time, and whatever else is asked of its bytes is found along. Everything else
/// (a doubled or stray quote, a field that goes on in the next line, a field beyond the bound) is left to libcsv.
struct PlainLine {
  private let base: UnsafeRawPointer
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
  }

  /// Splits the line.
  ///
  /// - Parameters:
  ///   - gathered: Gets the row; its row is as before where the answer is `false`.
  ///   - isUnseen: Whether nobody has looked at the line's bytes yet: then one of other than ASCII or with a NUL byte is
  ///     not split.
  /// - Returns: Whether the line was such a row.
  func split(into gathered: inout GatheredRow, isUnseen: Bool = false) -> Bool {
    guard end <= CSVSplitter.longestField else { return false }
    let first = gathered.places
    var kinds: CUnsignedInt = 0
    let count = plainline_split(base.assumingMemoryBound(to: UInt8.self), end, delimiter, first, &kinds)
    func has(_ kind: Int) -> Bool { kinds & CUnsignedInt(kind) != 0 }
    if isUnseen, has(PLAINLINE_FOREIGN) || has(PLAINLINE_NUL) { return false }
    // A line of blanks is no row.
    if count == 1, first.pointee.start == first.pointee.end { return false }
    var last = first + count
    if has(PLAINLINE_QUOTE) {
      guard let stop = splitQuoted(at: nextQuote(from: 0), from: first) else { return false }
      last = stop
    }
    gathered.row.assign(
      line: UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: end),
      places: UnsafeBufferPointer(start: first, count: last - first),
      isPlain: !has(PLAINLINE_CONTROL) && !has(PLAINLINE_FOREIGN))
    return true
  }

  /// The place of a bare field, as libcsv has it without the blanks around it.
  @inline(__always)
  private func trimmed(_ first: Int, _ last: Int) -> RawRow.Place {
    if first < last, byte(first) > 0x20, byte(last - 1) > 0x20 { return place(first, last) }
    var (start, stop) = (first, last)
    while start < stop, isBlank(byte(start)) { start += 1 }
    while stop > start, isBlank(byte(stop - 1)) { stop -= 1 }
    return place(start, stop)
  }

  @inline(__always)
  private func place(_ start: Int, _ stop: Int) -> RawRow.Place {
    RawRow.Place(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: stop))
  }

  private func splitQuoted(
    at quote: Int, from first: UnsafeMutablePointer<RawRow.Place>
  ) -> UnsafeMutablePointer<RawRow.Place>? {
    var (index, quote, next) = (0, quote, first)
    while true {
      var (start, stop) = (skippingBlanks(from: index), 0)
      if start == quote, start < end {
        start += 1
        stop = nextQuote(from: start)
        guard stop < end else { return nil }
        index = skippingBlanks(from: stop + 1)
        guard index == end || byte(index) == delimiter else { return nil }
        quote = nextQuote(from: index)
        next.initialize(to: place(start, stop))
      } else {
        index = nextDelimiter(from: start)
        guard quote >= index else { return nil }
        next.initialize(to: trimmed(start, index))
      }
      next += 1
      if index == end { return next }
      index += 1
    }
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

  private func nextDelimiter(from index: Int) -> Int {
    var index = index
    while index < end {
      let found = delimiters(from: index)
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    return end
  }

  /// The highest bit of every byte, of the next eight before the line's end, that is the delimiter: a byte equal to it
  /// is a byte of nought after an exclusive or.
  ///
  /// > H. S. Warren. *Hacker's Delight*, 2nd edition. Addison-Wesley, 2013, section 6-1 (find first 0-byte).
  @inline(__always)
  private func delimiters(from index: Int) -> UInt64 {
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var word: UInt64 = 0
    let left = end - index
    if left >= 8 {
      word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    } else {
      for place in 0..<left { word |= UInt64(byte(index + place)) << (8 * UInt64(place)) }
    }
    let parted = word ^ (0x0101_0101_0101_0101 &* UInt64(delimiter))
    return ~((parted & lows &+ lows) | parted | lows)
  }
}
