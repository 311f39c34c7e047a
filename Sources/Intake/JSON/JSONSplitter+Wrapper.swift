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
      switch next {
      case nil: throw .truncated(line: line)
      case 0x7B where path.first == key: try readWrapper(path.dropFirst(), take, setAside)
      case 0x5B where isList: try readList(key, take, setAside)
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
