/// Finds where each record of a JSON file begins and ends, in bounded memory, and what stands around the records.
///
/// A record's brackets are counted without reading it; whoever is given its bytes says whether they are well-formed.
/// Where they are not, reading resumes at the next record that can be told from its indentation, so that a lost
/// bracket or quote costs its own record. A text never goes over a line end, which a lost quote would.
struct JSONSplitter: ~Copyable {
  /// The longest record, with all that is nested in it.
  static let longestRecord = 16 << 20
  private static let chunkSize = 1 << 18
  /// How much may be looked at again behind broken records: this, and so many times what was passed.
  private static let lookedAtAgain = (start: 256 << 20, ratio: 32)

  /// Where a record stands, and what the objects around its list say before it.
  struct Place {
    let offset: Int
    let line: Int
    /// The list's name; empty for a list that has none.
    let list: String
    let around: [(name: [UInt8], text: [UInt8])]
  }

  /// Takes a record's bytes, or tells why they are none.
  typealias Take = (UnsafeBufferPointer<UInt8>, Place) throws(JSONFault) -> JSONRowFault?
  typealias SetAside = (UnsafeBufferPointer<UInt8>, Place, JSONRowFault) -> Void

  private let file: InputFile
  var buffer: [UInt8] = []
  /// The file offset of the buffer's first byte.
  private var base: Int
  /// The next byte to look at, and its line.
  var index = 0
  var line = 1
  var isAtEnd = false
  /// How many blanks stand before the next byte on its line; `nil` where other bytes do.
  private var indentation: Int? = 0
  private var lookedAtAgain = 0
  var around: [(name: [UInt8], text: [UInt8])] = []
  var tree = JSONTree()

  /// How many bytes of the file have been passed.
  var passed: Int { base + index }

  /// - Parameter offset: Where the first byte behind any byte order mark stands.
  init(_ file: InputFile, offset: Int) {
    self.file = file
    base = offset
  }

  mutating func read(_ layout: JSONForm.Layout, _ take: Take, _ setAside: SetAside) throws(JSONFault) {
    switch layout {
    case .lines: try readLines(take, setAside)
    case .values:
      while try skipBlanks() != nil { _ = try readRecord(in: "", take, setAside) }
    case .list:
      _ = try skipBlanks()
      try readList("", take, setAside)
      try checkEnd()
    case .counted:
      _ = try skipBlanks()
      try readList("", isCounted: true, take, setAside)
      try checkEnd()
    case .wrapped(let path):
      _ = try skipBlanks()
      try readWrapper(path[...], take, setAside)
      try checkEnd()
    }
  }

  /// Appends the file's next bytes, and forgets those before ``index``.
  mutating func load() throws(JSONFault) {
    buffer.removeSubrange(0..<index)
    base += index
    index = 0
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunkSize))
    var count = 0
    var problem: InputFile.Fault?
    let offset = base + start
    buffer.withUnsafeMutableBytes { bytes in
      let room = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
      do throws(InputFile.Fault) { count = try file.read(into: room, at: offset) } catch { problem = error }
    }
    if let problem { throw .unreadable(problem) }
    isAtEnd = count == 0
    buffer.removeLast(Self.chunkSize - count)
  }

  /// The next byte that is no blank; `nil` at the end.
  mutating func skipBlanks() throws(JSONFault) -> UInt8? {
    while true {
      while index < buffer.count {
        let byte = buffer[index]
        switch byte {
        case 0x0A: (line, indentation) = (line + 1, 0)
        case 0x20, 0x09, 0x0D: indentation = indentation.map { $0 + 1 }
        default: return byte
        }
        index += 1
      }
      if isAtEnd { return nil }
      try load()
    }
  }

  mutating func skip(_ byte: UInt8, expecting what: String) throws(JSONFault) {
    guard let next = try skipBlanks() else { throw .truncated(line: line) }
    guard next == byte else { throw .malformed(line: line, expected: what) }
    (index, indentation) = (index + 1, nil)
  }

  private mutating func checkEnd() throws(JSONFault) {
    if try skipBlanks() != nil { throw .malformed(line: line, expected: "something follows the end of the list") }
  }

  /// Passes over bytes in the buffer.
  mutating func pass(_ count: Int) {
    for byte in buffer[index..<index + count] where byte == 0x0A { line += 1 }
    (index, indentation) = (index + count, nil)
  }
}

extension JSONSplitter {
  /// - Parameter isCounted: Whether the list is an object whose names count the records.
  mutating func readList(
    _ name: String, isCounted: Bool = false, _ take: Take, _ setAside: SetAside
  ) throws(JSONFault) {
    try skip(isCounted ? 0x7B : 0x5B, expecting: "a list is expected")
    let closing: UInt8 = isCounted ? 0x7D : 0x5D
    var hasComma = true
    while true {
      switch try skipBlanks() {
      case nil: throw .truncated(line: line)
      case closing:
        (index, indentation) = (index + 1, nil)
        return
      case 0x2C:
        if hasComma { throw .malformed(line: line, expected: "a record is expected") }
        (index, hasComma) = (index + 1, true)
      case .some(let byte) where isCounted:
        guard hasComma else { throw .malformed(line: line, expected: JSONRowFault.StaticWord.separator.rawValue) }
        guard byte == 0x22 else { throw .malformed(line: line, expected: JSONRowFault.StaticWord.name.rawValue) }
        try skipName()
        hasComma = try readRecord(in: name, take, setAside)
      case .some:
        if hasComma {
          hasComma = try readRecord(in: name, take, setAside)
        } else {
          self.setAside(end: try wholeEnd(), in: name, .noComma, setAside)
        }
      }
    }
  }

  /// Reads the record that begins here.
  ///
  /// - Returns: Whether the comma behind it has been passed too, as that behind a broken one.
  private mutating func readRecord(
    in list: String, _ take: Take, _ setAside: SetAside
  ) throws(JSONFault) -> Bool {
    let indentation = self.indentation
    let found = try end()
    let end = found ?? buffer.count
    let isTorn = found == nil || end == buffer.count && isAtEnd && !isWhole(end)
    var fault: JSONRowFault? = isTorn ? .torn : nil
    if fault == nil {
      let place = Place(offset: passed, line: line, list: list, around: around)
      let range = index..<end
      fault = try buffer.withUnsafeBufferPointer { bytes throws(JSONFault) in
        try take(UnsafeBufferPointer(rebasing: bytes[range]), place)
      }
    }
    guard let fault else {
      pass(end - index)
      return false
    }
    guard let next = nextRecord(before: end, indentation) else {
      if found == nil { throw .recordTooLarge(line: line) }
      self.setAside(end: end, in: list, fault, setAside)
      return false
    }
    lookedAtAgain += end - next
    if lookedAtAgain > Self.lookedAtAgain.start + passed * Self.lookedAtAgain.ratio { throw .tooManyBroken(line: line) }
    self.setAside(end: next, in: list, isTorn ? .malformed(line: line, expected: .separator) : fault, setAside)
    self.indentation = indentation
    return true
  }

  private mutating func setAside(end: Int, in list: String, _ fault: JSONRowFault, _ setAside: SetAside) {
    let place = Place(offset: passed, line: line, list: list, around: around)
    // Without the blanks before what comes next.
    var last = end
    while last > index, buffer[last - 1] <= 0x20 || buffer[last - 1] == 0x2C { last -= 1 }
    buffer[index..<max(last, index)].withUnsafeBufferPointer { setAside($0, place, fault) }
    pass(end - index)
  }

  /// Where in a broken record a line begins like the next record, or like the list's end.
  private func nextRecord(before end: Int, _ indentation: Int?) -> Int? {
    guard let indentation else { return nil }
    let first = buffer[index]
    var place = index
    while let newline = buffer[place..<end].firstIndex(of: 0x0A) {
      place = newline + 1
      while place < end, buffer[place] == 0x20 || buffer[place] == 0x09 { place += 1 }
      guard place < end else { return nil }
      let width = place - newline - 1
      if width == indentation, buffer[place] == first { return place }
      if width < indentation || indentation == 0, width == 0, buffer[place] == 0x5D { return place }
    }
    return nil
  }

  /// Whether brackets and quotes are closed in the bytes from here.
  private func isWhole(_ end: Int) -> Bool {
    buffer[index..<end].withUnsafeBufferPointer { bytes in
      var range = JSONRange()
      return range.end(in: bytes, from: 0) != nil || range.isScalar && !range.isInString
    }
  }

  /// Where the value here ends by its brackets and quotes; at the end of the file where it does not end, and `nil`
  /// where it is too long.
  private mutating func end() throws(JSONFault) -> Int? {
    var range = JSONRange()
    var place = index
    while true {
      let found = buffer.withUnsafeBufferPointer { range.end(in: $0, from: place) }
      if let found { return max(found, index + 1) }
      if isAtEnd { return buffer.count }
      place = buffer.count - index
      if place > Self.longestRecord { return nil }
      try load()
    }
  }

  mutating func wholeEnd() throws(JSONFault) -> Int {
    guard let end = try end() else { throw .recordTooLarge(line: line) }
    return end
  }

  private mutating func readLines(_ take: Take, _ setAside: SetAside) throws(JSONFault) {
    while try skipBlanks() != nil {
      var place = index
      var newline: Int?
      while true {
        newline = buffer[place...].firstIndex(of: 0x0A)
        if newline != nil || isAtEnd { break }
        place = buffer.count - index
        if place > Self.longestRecord { throw .recordTooLarge(line: line) }
        try load()
      }
      var end = newline ?? buffer.count
      while end > index, buffer[end - 1] <= 0x20 { end -= 1 }
      let at = Place(offset: passed, line: line, list: "", around: [])
      let isTorn = newline == nil && !isWhole(end)
      let range = index..<end
      let fault = try buffer.withUnsafeBufferPointer { bytes throws(JSONFault) in
        isTorn ? .torn : try take(UnsafeBufferPointer(rebasing: bytes[range]), at)
      }
      if let fault { self.setAside(end: end, in: "", fault, setAside) } else { pass(end - index) }
    }
  }
}
