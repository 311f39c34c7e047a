/// Counts a value's brackets and passes over its texts, over as many pieces as it comes in.
struct JSONRange {
  private var depth = 0
  private(set) var isInString = false
  private var isEscaped = false
  private var isStarted = false
  /// What brackets in the open text come to, should it turn out to be none.
  private var depthInString = 0

  /// Whether the value is no object, list or text.
  var isScalar: Bool { isStarted && depth == 0 }

  /// Where the value ends; `nil` where it does not end in these bytes.
  mutating func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isInString {
        if readInString(byte) { return byte == 0x0A ? index : index + 1 }
      } else {
        switch byte {
        case 0x22:
          (isInString, isStarted, depthInString) = (true, true, 0)
        case 0x7B, 0x5B:
          (depth, isStarted) = (depth + 1, true)
        case 0x7D, 0x5D:
          if depth == 0 { return index }
          depth -= 1
          if depth == 0 { return index + 1 }
        case 0x2C, 0x3A, 0x20, 0x09, 0x0A, 0x0D:
          if depth == 0, isStarted { return index }
        default: isStarted = true
        }
      }
      index += 1
    }
    return nil
  }

  /// - Returns: Whether the value ends with this byte.
  private mutating func readInString(_ byte: UInt8) -> Bool {
    if isEscaped {
      isEscaped = false
      if byte != 0x0A { return false }
    }
    switch byte {
    case 0x5C: isEscaped = true
    case 0x22:
      isInString = false
      return depth == 0
    case 0x7B, 0x5B: depthInString += 1
    case 0x7D, 0x5D: depthInString -= 1
    case 0x0A:
      // A lost quote: what looked like a text was none.
      isInString = false
      depth = max(0, depth + depthInString)
      return depth == 0
    default: break
    }
    return false
  }
}
