/// What stands around the list of records.
extension JSONSplitter {
  mutating func readWrapper(
    _ path: ArraySlice<String>, _ take: Take, _ setAside: SetAside
  ) throws(JSONFault) {
    try skip(0x7B, expecting: "an object is expected")
    if try skipBlanks() == 0x7D {
      index += 1
      return
    }
    while true {
      guard try skipBlanks() != nil else { throw .truncated(line: line) }
      let name = try scalar()
      try skip(0x3A, expecting: JSONRowFault.StaticWord.colon.rawValue)
      let key = String(decoding: name, as: UTF8.self)
      let next = try skipBlanks()
      var isList = false
      if next == 0x5B, path.isEmpty { isList = try isListOfRecords() }
      if next == 0x7B, path.isEmpty { isList = try isCounted() }
      switch next {
      case nil: throw .truncated(line: line)
      case 0x7B where path.first == key: try readWrapper(path.dropFirst(), take, setAside)
      case 0x5B where isList: try readList(key, take, setAside)
      case 0x7B where isList: try readList(key, isCounted: true, take, setAside)
      case 0x7B, 0x5B: pass(try wholeEnd() - index)
      default: around.append((name, try scalar()))
      }
      if try skipBlanks() == 0x7D {
        index += 1
        return
      }
      try skip(0x2C, expecting: JSONRowFault.StaticWord.separator.rawValue)
    }
  }

  /// Whether the list here begins with an object or a list.
  private mutating func isListOfRecords() throws(JSONFault) -> Bool {
    var place = index + 1
    while true {
      while place < buffer.count, buffer[place] <= 0x20 { place += 1 }
      if place < buffer.count { return buffer[place] == 0x7B || buffer[place] == 0x5B }
      if isAtEnd || place - index > Self.longestRecord { return false }
      place -= index
      try load()
    }
  }

  /// Whether the object here begins with a record under a name that only counts.
  private mutating func isCounted() throws(JSONFault) -> Bool {
    // A name that counts and what stands around it are never longer.
    while buffer.count - index < Self.longestCount, !isAtEnd { try load() }
    let start = buffer[index..<min(buffer.count, index + Self.longestCount)].filter { $0 > 0x20 }
    let digits = start.dropFirst(2).prefix { (0x30...0x39).contains($0) }
    return start.starts(with: [0x7B, 0x22]) && !digits.isEmpty
      && start[digits.endIndex...].starts(with: [0x22, 0x3A, 0x7B])
  }

  /// Passes over a name and its colon, up to the value.
  mutating func skipName() throws(JSONFault) {
    // One that the file's end cuts off is no name at all.
    let end = try wholeEnd()
    if end == buffer.count { throw .truncated(line: line) }
    pass(end - index)
    try skip(0x3A, expecting: JSONRowFault.StaticWord.colon.rawValue)
    guard try skipBlanks() != nil else { throw .truncated(line: line) }
  }

  private static var longestCount: Int { 4_096 }

  /// What the text, number or word here says.
  private mutating func scalar() throws(JSONFault) -> [UInt8] {
    let end = try wholeEnd()
    let line = self.line
    var text: [UInt8] = []
    var isRead = true
    buffer[index..<end].withUnsafeBufferPointer { bytes in
      do throws(JSONRowFault) {
        try tree.read(bytes, line: line)
        text = Array(tree.texts)
      } catch {
        isRead = false
      }
    }
    guard isRead else { throw .malformed(line: line, expected: JSONRowFault.StaticWord.value.rawValue) }
    pass(end - index)
    return text
  }
}
