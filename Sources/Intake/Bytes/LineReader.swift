import Glibc

/// Splits a file into physical lines, each with its number and byte offset.
///
/// A line ends with LF, CRLF, or a CR alone. Memory is bounded: a line longer than ``longestLine`` is passed over to
/// its end and reported with its beginning only.
struct LineReader: ~Copyable {
  /// One mebibyte: sixteen full fields of the greatest length that a field may have.
  static let longestLine = 1 << 20
  /// How much of a longer line is handed over.
  private static let shownOfOverlong = 4096

  let file: InputFile
  private let window: Int
  private let unitSize: Int
  private let lowByte: Int
  private let buffer: UnsafeMutableRawBufferPointer
  /// The part of ``buffer`` that holds unread bytes, and the file offset of its first.
  private var start = 0
  private var end = 0
  private var offset: Int
  private var number: Int
  private var isAtEnd = false
  /// The place in ``buffer`` of the first LF not yet passed, or of how far none was found.
  private var newline = 0
  /// From here to ``newline`` there is no LF.
  private var searched = 0
  private var hasNewline = false
  /// Between these two places in ``buffer`` there is no CR.
  private var carriageSearched = 0
  private var carriageless = 0

  /// - Parameters:
  ///   - file: The open file.
  ///   - encoding: Decides how wide a line end is.
  ///   - offset: The offset of the first line, behind any byte order mark.
  ///   - number: That line's number.
  ///   - window: How many bytes are read at a time.
  init(
    _ file: InputFile, encoding: TextEncoding, offset: Int, number: Int = 1, window: Int = LineReader.longestLine
  ) {
    self.window = window
    self.file = file
    self.offset = offset
    self.number = number
    switch encoding {
    case .utf8, .utf8Marked, .windows1252: (unitSize, lowByte) = (1, 0)
    case .utf16LittleEndian: (unitSize, lowByte) = (2, 0)
    case .utf16BigEndian: (unitSize, lowByte) = (2, 1)
    }
    buffer = .allocate(byteCount: Self.longestLine * 2, alignment: 64)
  }

  deinit { buffer.deallocate() }

  /// A physical line; its bytes are valid until the next call.
  struct Line {
    let bytes: UnsafeBufferPointer<UInt8>
    let number: Int
    let offset: Int
    /// Where the line after it begins.
    let next: Int
    /// Whether a line end stands behind it; only a file's last line may lack one.
    let isTerminated: Bool
    /// Whether it is longer than a line may be, so that ``bytes`` is only its beginning.
    let isOverlong: Bool
  }

  /// The next line, or `nil` at the end of the file.
  ///
  /// - Throws: Where the file cannot be read on; the beginning of a line before that place is no line.
  mutating func next() throws(InputFile.Fault) -> Line? {
    var length = lineLength(from: 0)
    while length == nil, !isAtEnd, end - start <= Self.longestLine {
      let scanned = end - start
      try fill()
      length = lineLength(from: max(0, scanned - unitSize))
    }
    if end == start { return nil }
    if let length { return take(length, isTerminated: true, isOverlong: length > Self.longestLine) }
    if isAtEnd && end - start <= Self.longestLine { return take(end - start, isTerminated: false, isOverlong: false) }
    return try takeOverlong()
  }

  /// Goes back (or on) to a line whose place is known.
  mutating func seek(to offset: Int, number: Int) {
    let place = start + offset - self.offset
    if (0...end).contains(place) {
      start = place
    } else {
      (start, end, isAtEnd) = (0, 0, false)
      (searched, newline, hasNewline) = (0, 0, false)
      (carriageSearched, carriageless) = (0, 0)
    }
    // What is known of the place of the next LF holds from where it was looked for.
    if start < searched || start > newline { (searched, newline, hasNewline) = (start, start, false) }
    self.number = number
    self.offset = offset
  }

  private mutating func take(_ length: Int, isTerminated: Bool, isOverlong: Bool) -> Line {
    let shown = isOverlong ? Self.shownOfOverlong : length
    let line = Line(
      bytes: UnsafeBufferPointer(
        rebasing: UnsafeRawBufferPointer(buffer).assumingMemoryBound(to: UInt8.self)[start..<start + shown]),
      number: number, offset: offset, next: offset + length, isTerminated: isTerminated, isOverlong: isOverlong)
    start += length
    offset += length
    number += 1
    return line
  }

  private mutating func takeOverlong() throws(InputFile.Fault) -> Line {
    let first = offset
    let kept = Self.shownOfOverlong
    let beginning = [UInt8](UnsafeRawBufferPointer(buffer)[start..<start + kept])
    var length: Int?
    repeat {
      // Keep one unit: a CR may be the last byte and its LF the next.
      let passed = max(0, end - start - unitSize)
      start += passed
      offset += passed
      try fill()
      length = lineLength(from: 0)
    } while length == nil && !isAtEnd
    let rest = length ?? end - start
    start += rest
    offset += rest
    number += 1
    // Each fill read one longest line behind at most two bytes, so the end of the buffer is free for the beginning.
    let place = UnsafeMutableRawBufferPointer(rebasing: buffer[(buffer.count - kept)..<buffer.count])
    place.copyBytes(from: beginning)
    return Line(
      bytes: UnsafeRawBufferPointer(place).assumingMemoryBound(to: UInt8.self),
      number: number - 1, offset: first, next: offset, isTerminated: length != nil, isOverlong: true)
  }

  /// Moves what is unread to the front and reads on behind it.
  private mutating func fill() throws(InputFile.Fault) {
    if start > 0 {
      if newline < start { (searched, newline, hasNewline) = (start, start, false) }
      searched = max(0, searched - start)
      newline -= start
      carriageSearched = max(0, carriageSearched - start)
      carriageless = max(0, carriageless - start)
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start..<end]))
      end -= start
      start = 0
    }
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[end..<min(buffer.count, end + window)])
    let count = try file.read(into: room, at: offset + end)
    isAtEnd = count == 0
    end += count
  }

  /// The length of the line at ``start`` with its end, or `nil` where the end is not in the buffer yet.
  ///
  /// - Parameter scanned: How many bytes of it were looked at before without finding an end.
  private mutating func lineLength(from scanned: Int) -> Int? {
    guard let base = buffer.baseAddress, end > start + scanned else { return nil }
    if unitSize == 2 { return wideLineLength(from: scanned & ~1) }
    locateNewline(base)
    // A CR alone ends a line too.
    if let carriage = carriage(before: hasNewline ? newline : end, base) {
      if hasNewline, carriage + 1 == newline { return newline + 1 - start }
      if carriage + 1 < end || isAtEnd { return carriage + 1 - start }
      return nil
    }
    return hasNewline ? newline + 1 - start : nil
  }

  /// Finds the next LF once, so that a file with CR ends is not searched for it line after line.
  private mutating func locateNewline(_ base: UnsafeMutableRawPointer) {
    if hasNewline, newline >= start { return }
    // Past the last LF the search starts anew; else it goes on where it ended without one.
    if hasNewline || newline < start { (searched, newline) = (start, start) }
    let from = newline
    hasNewline = false
    newline = end
    guard let found = memchr(base + from, 0x0A, end - from) else { return }
    (newline, hasNewline) = (found - base, true)
  }

  /// The place of the first CR before a place; where a file has none, its absence is found once for all of the buffer.
  private mutating func carriage(before place: Int, _ base: UnsafeMutableRawPointer) -> Int? {
    // Where reading went back or far ahead, the search starts anew.
    if start < carriageSearched || start > carriageless { (carriageSearched, carriageless) = (start, start) }
    let from = carriageless
    guard from < place else { return nil }
    carriageless = memchr(base + from, 0x0D, end - from).map { $0 - base } ?? end
    return carriageless < place ? carriageless : nil
  }

  private func wideLineLength(from scanned: Int) -> Int? {
    let bytes = UnsafeRawBufferPointer(buffer)
    var index = start + scanned
    while index + 1 < end {
      if bytes[index + 1 - lowByte] == 0 {
        let letter = bytes[index + lowByte]
        if letter == 0x0A { return index + 2 - start }
        if letter == 0x0D {
          guard index + 3 < end else { return isAtEnd ? index + 2 - start : nil }
          let isPair = bytes[index + 2 + lowByte] == 0x0A && bytes[index + 3 - lowByte] == 0
          return index + (isPair ? 4 : 2) - start
        }
      }
      index += 2
    }
    return nil
  }
}
