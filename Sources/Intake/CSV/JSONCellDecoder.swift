/// Turns a row whose cells are JSON literals into the CSV that libcsv reads.
///
/// The government's service bus writes an unquoted header and then rows in which every cell is a JSON literal:
/// `2025,"D107",null,"Desa (DAK)\""`. Inside a string `\"` becomes `""` and the other escapes become what they stand
/// for; outside strings the bare word `null` becomes nothing. A doubled quote, which JSON never has, passes through.
struct JSONCellDecoder {
  private var text: [UInt8] = []

  /// - Parameters:
  ///   - line: One physical line in UTF-8; JSON strings hold no line ends.
  ///   - body: Gets the same row as CSV.
  mutating func decode<Result>(
    _ line: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard line.contains(0x5C) || line.contains(0x6E) else { return body(line) }
    text.removeAll(keepingCapacity: true)
    var (index, isInString) = (0, false)
    while index < line.count {
      let byte = line[index]
      if byte == 0x22 {
        isInString.toggle()
      } else if isInString, byte == 0x5C, index + 1 < line.count {
        index = decodeEscape(line, at: index + 1)
        continue
      } else if !isInString, isNull(line, at: index) {
        index += 4
        continue
      }
      text.append(byte)
      index += 1
    }
    return text.withUnsafeBufferPointer(body)
  }

  /// - Returns: The place behind the escape.
  private mutating func decodeEscape(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch line[index] {
    case 0x22: text += [0x22, 0x22]
    case 0x5C: text.append(0x5C)
    case 0x2F: text.append(0x2F)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x75: return decodeUnicode(line, at: index + 1)
    default: text += [0x5C, line[index]]
    }
    return index + 1
  }

  private mutating func decodeUnicode(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard var scalar = hexadecimal(line, at: index) else {
      text += [0x5C, 0x75]
      return index
    }
    var next = index + 4
    if (0xD800...0xDBFF).contains(scalar), next + 1 < line.count, line[next] == 0x5C, line[next + 1] == 0x75,
      let low = hexadecimal(line, at: next + 2), (0xDC00...0xDFFF).contains(low)
    {
      scalar = 0x10000 + (scalar - 0xD800) << 10 + low - 0xDC00
      next += 6
    }
    if scalar == 0x22 { text.append(0x22) }
    text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    return next
  }

  private func hexadecimal(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 4 <= line.count, line[index..<index + 4].allSatisfy(Self.isHexadecimal) else { return nil }
    return UInt32(String(decoding: line[index..<index + 4], as: UTF8.self), radix: 16)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }

  private func isNull(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard line[index] == 0x6E, index + 4 <= line.count, line[index + 1] == 0x75, line[index + 2] == 0x6C,
      line[index + 3] == 0x6C
    else { return false }
    let before = index == 0 ? 0x2C : line[index - 1]
    let after = index + 4 < line.count ? line[index + 4] : 0x0A
    return before == 0x2C && (after == 0x2C || after == 0x0A || after == 0x0D)
  }
}
