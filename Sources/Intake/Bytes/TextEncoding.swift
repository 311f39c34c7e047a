/// How a file's bytes stand for letters.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf8Marked = "utf-8-bom"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"

  /// Bytes before the first letter: the byte order mark.
  func markLength(in start: UnsafeBufferPointer<UInt8>) -> Int {
    switch self {
    case .utf8Marked: 3
    case .utf16LittleEndian where start.starts(with: [0xFF, 0xFE]): 2
    case .utf16BigEndian where start.starts(with: [0xFE, 0xFF]): 2
    case .utf8, .windows1252, .utf16LittleEndian, .utf16BigEndian: 0
    }
  }

  /// Tells the encoding from a file's beginning: by its mark, by the zeros of UTF-16, else by whether the bytes above
  /// 127 form UTF-8 sequences more often than not.
  static func detect(_ start: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8Marked }
    if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let head = start.prefix(1024)
    if head.count >= 8 {
      var (evenZeros, oddZeros) = (0, 0)
      for (index, byte) in head.enumerated() where byte == 0 {
        if index.isMultiple(of: 2) { evenZeros += 1 } else { oddZeros += 1 }
      }
      // Latin text in UTF-16 has a zero in nearly every second place; stray NUL bytes do not, and what a disk has lost
      // is zeros in all of them.
      let (many, few) = (head.count * 9 / 20, head.count / 4)
      if oddZeros > many, evenZeros < few { return .utf16LittleEndian }
      if evenZeros > many, oddZeros < few { return .utf16BigEndian }
    }
    var (sequences, strays, index) = (0, 0, 0)
    while index < start.count {
      if start[index] < 0x80 {
        index += 1
        continue
      }
      let length = UTF8Sequence.length(at: index, in: start)
      if length > 0 {
        sequences += 1
        index += length
      } else {
        // A sequence cut by the end of the sample is no stray.
        if index + 4 <= start.count { strays += 1 }
        index += 1
      }
    }
    return strays > sequences ? .windows1252 : .utf8
  }
}

/// Well-formed UTF-8, by the table of the Unicode standard (3-7).
enum UTF8Sequence {
  /// The length of the sequence at a place: 1 to 4, or 0 where the bytes there form none.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes[index]
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xE1...0xEC, 0xEE...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
