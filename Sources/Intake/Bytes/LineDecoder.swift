/// Turns one physical line's bytes into UTF-8.
///
/// Bytes that are not of the file's encoding are read as Windows-1252, which has a letter for nearly every byte, and
/// the line is marked, so that nothing is lost and somebody is told.
struct LineDecoder {
  let encoding: TextEncoding
  private var text: [UInt8] = []

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Decodes a line.
  ///
  /// - Parameters:
  ///   - line: The line's bytes with its end.
  ///   - body: Gets the line in UTF-8, and whether bytes in it were foreign to the encoding.
  mutating func decode<Result>(
    _ line: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, _ isForeign: Bool) throws -> Result
  ) rethrows -> Result {
    switch encoding {
    case .utf8, .utf8Marked:
      if Self.isASCII(line) { return try body(line, false) }
      return try decodeUTF8(line, body)
    case .windows1252:
      if Self.isASCII(line) { return try body(line, false) }
      text.removeAll(keepingCapacity: true)
      for byte in line { appendWindows1252(byte) }
      return try text.withUnsafeBufferPointer { try body($0, false) }
    case .utf16LittleEndian: return try decodeUTF16(line, high: 1, body)
    case .utf16BigEndian: return try decodeUTF16(line, high: 0, body)
    }
  }

  private mutating func decodeUTF8<Result>(
    _ line: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Bool) throws -> Result
  ) rethrows -> Result {
    var index = 0
    while index < line.count {
      let length = UTF8Sequence.length(at: index, in: line)
      guard length > 0 else { break }
      index += length
    }
    if index == line.count { return try body(line, false) }
    text.removeAll(keepingCapacity: true)
    index = 0
    while index < line.count {
      let length = UTF8Sequence.length(at: index, in: line)
      if length > 0 {
        text.append(contentsOf: line[index..<index + length])
        index += length
      } else {
        appendWindows1252(line[index])
        index += 1
      }
    }
    return try text.withUnsafeBufferPointer { try body($0, true) }
  }

  private mutating func decodeUTF16<Result>(
    _ line: UnsafeBufferPointer<UInt8>, high: Int, _ body: (UnsafeBufferPointer<UInt8>, Bool) throws -> Result
  ) rethrows -> Result {
    text.removeAll(keepingCapacity: true)
    var (isForeign, index) = (line.count % 2 != 0, 0)
    func unit(_ at: Int) -> UInt32 { UInt32(line[at + high]) << 8 | UInt32(line[at + 1 - high]) }
    while index + 1 < line.count {
      var scalar = unit(index)
      index += 2
      if (0xD800...0xDBFF).contains(scalar), index + 1 < line.count, (0xDC00...0xDFFF).contains(unit(index)) {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + unit(index) - 0xDC00
        index += 2
      }
      if (0xD800...0xDFFF).contains(scalar) {
        isForeign = true
        scalar = 0xFFFD
      }
      append(scalar)
    }
    return try text.withUnsafeBufferPointer { try body($0, isForeign) }
  }

  private mutating func appendWindows1252(_ byte: UInt8) {
    guard byte >= 0x80 else { return text.append(byte) }
    append((0x80...0x9F).contains(byte) ? UInt32(Self.windows1252[Int(byte) - 0x80]) : UInt32(byte))
  }

  private mutating func append(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// Most lines are ASCII; a plain loop that the compiler turns into wide instructions decides it.
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var seen: UInt8 = 0
    for byte in bytes { seen |= byte }
    return seen < 0x80
  }

  /// Letters of the bytes 0x80 to 0x9F; five bytes have none and become U+FFFD.
  ///
  /// > Unicode Consortium. "cp1252 to Unicode table", version 2.01.
  private static let windows1252: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
