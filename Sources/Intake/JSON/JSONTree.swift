import Records

/// One record of a JSON file, taken apart by the grammar of RFC 8259 and kept with the places of its parts.
///
/// Numbers stay as they are written, since a NIK or an NPWP without quotes has more digits than binary fractions keep;
/// so do the order of names, a name that is there twice, and where each object begins. The arrays are reused from
/// record to record.
///
/// > T. Bray (ed.). "The JavaScript Object Notation (JSON) Data Interchange Format." RFC 8259, 2017.
struct JSONTree {
  static let greatestDepth = 64
  static let mostNodes = 1 << 19
  /// The longest field, in bytes of UTF-8.
  static let longestField = 64 << 10

  enum Kind { case object, list, text, number, truth, null }

  struct Node {
    let kind: Kind
    /// Where it begins and ends in the record's bytes.
    let start: Int
    fileprivate(set) var end = 0
    /// How many line ends of the record stand before it.
    let line: Int
    /// The name that it has in the object around it.
    let name: Range<Int>
    /// What a scalar says, in ``texts``; empty for `null`.
    fileprivate(set) var text = 0..<0
    fileprivate(set) var firstChild = -1
    fileprivate(set) var next = -1

    var isScalar: Bool { kind != .object && kind != .list }
  }

  private(set) var nodes: [Node] = []
  private(set) var texts: [UInt8] = []
  /// Whether bytes were not UTF-8; they were read as Windows-1252.
  private(set) var hasForeignBytes = false
  private var index = 0
  private var line = 0
  private var fault: JSONRowFault?
  private var decoder = LineDecoder(.utf8)

  /// Reads a record, which becomes node 0.
  ///
  /// - Parameters:
  ///   - bytes: The record's bytes without blanks around them.
  ///   - line: The line of the first, for messages.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, line first: Int) throws(JSONRowFault) {
    nodes.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    (index, line, fault, hasForeignBytes) = (0, 0, nil, false)
    do throws(JSONRowFault) {
      _ = try value(bytes, name: 0..<0, depth: 0)
      skipBlanks(bytes)
      if index < bytes.count { throw expects(.end) }
    } catch {
      if case .malformed(let line, let expected) = error { throw .malformed(line: line + first, expected: expected) }
      throw error
    }
    if let fault { throw fault }
  }

  private func expects(_ what: JSONRowFault.StaticWord) -> JSONRowFault { .malformed(line: line, expected: what) }

  private mutating func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      index += 1
    }
  }

  private mutating func value(
    _ bytes: UnsafeBufferPointer<UInt8>, name: Range<Int>, depth: Int
  ) throws(JSONRowFault) -> Int {
    skipBlanks(bytes)
    guard index < bytes.count else { throw expects(.value) }
    guard depth < Self.greatestDepth else { throw .tooDeep }
    guard nodes.count < Self.mostNodes else { throw .tooManyValues }
    let node = nodes.count
    func add(_ kind: Kind) { nodes.append(Node(kind: kind, start: index, line: line, name: name)) }
    switch bytes[index] {
    case 0x7B:
      add(.object)
      try children(of: node, bytes, closing: 0x7D, depth: depth)
      checkNames(of: node)
    case 0x5B:
      add(.list)
      try children(of: node, bytes, closing: 0x5D, depth: depth)
    case 0x22:
      add(.text)
      nodes[node].text = try text(bytes)
    case 0x2D, 0x30...0x39:
      add(.number)
      nodes[node].text = try number(bytes)
    case 0x74:
      add(.truth)
      nodes[node].text = try word("true", bytes)
    case 0x66:
      add(.truth)
      nodes[node].text = try word("false", bytes)
    case 0x6E:
      add(.null)
      _ = try word("null", bytes)
    default: throw expects(.value)
    }
    nodes[node].end = index
    return node
  }

  private mutating func children(
    of node: Int, _ bytes: UnsafeBufferPointer<UInt8>, closing: UInt8, depth: Int
  ) throws(JSONRowFault) {
    let isObject = closing == 0x7D
    var last = -1
    index += 1
    skipBlanks(bytes)
    if index < bytes.count, bytes[index] == closing {
      index += 1
      return
    }
    while true {
      var name = 0..<0
      if isObject {
        skipBlanks(bytes)
        guard index < bytes.count, bytes[index] == 0x22 else { throw expects(.name) }
        name = try text(bytes)
        skipBlanks(bytes)
        guard index < bytes.count, bytes[index] == 0x3A else { throw expects(.colon) }
        index += 1
      }
      let child = try value(bytes, name: name, depth: depth + 1)
      if last < 0 { nodes[node].firstChild = child } else { nodes[last].next = child }
      last = child
      skipBlanks(bytes)
      guard index < bytes.count else { throw expects(.separator) }
      defer { index += 1 }
      if bytes[index] == closing { return }
      guard bytes[index] == 0x2C else { throw expects(.separator) }
    }
  }

  private mutating func word(
    _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONRowFault) -> Range<Int> {
    let count = word.utf8CodeUnitCount
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard bytes[index...].starts(with: letters) else { throw expects(.value) }
    index += count
    texts.append(contentsOf: letters)
    return texts.count - count..<texts.count
  }

  /// A number as it is written.
  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONRowFault) -> Range<Int> {
    let start = index
    func digits() throws(JSONRowFault) {
      let first = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      if index == first { throw expects(.number) }
    }
    if bytes[index] == 0x2D { index += 1 }
    let first = index
    try digits()
    if bytes[first] == 0x30, index > first + 1 { throw expects(.number) }
    if index < bytes.count, bytes[index] == 0x2E {
      index += 1
      try digits()
    }
    if index < bytes.count, bytes[index] | 0x20 == 0x65 {
      index += 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      try digits()
    }
    let place = texts.count
    texts.append(contentsOf: bytes[start..<index])
    if index - start > Self.longestField { fault = .fieldTooLong }
    return place..<texts.count
  }

  /// A text in quotes, with its escapes replaced by what they stand for.
  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONRowFault) -> Range<Int> {
    let place = texts.count
    index += 1
    var (start, isPlain) = (index, true)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C {
        append(bytes[start..<index], isPlain: isPlain)
        index += 1
        if byte == 0x22 {
          if texts.count - place > Self.longestField { fault = .fieldTooLong }
          return place..<texts.count
        }
        try escape(bytes)
        (start, isPlain) = (index, true)
        continue
      }
      if byte < 0x20 { throw expects(.quote) }
      if byte >= 0x80 { isPlain = false }
      index += 1
    }
    throw expects(.quote)
  }

  private mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, isPlain: Bool) {
    if isPlain {
      texts.append(contentsOf: bytes)
    } else {
      decoder.decode(UnsafeBufferPointer(rebasing: bytes)) { text, isForeign in
        texts.append(contentsOf: text)
        if isForeign { hasForeignBytes = true }
      }
    }
  }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONRowFault) {
    guard index < bytes.count else { throw expects(.quote) }
    let letter = bytes[index]
    index += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: texts.append(letter)
    case 0x6E: texts.append(0x0A)
    case 0x72: texts.append(0x0D)
    case 0x74: texts.append(0x09)
    case 0x62: texts.append(0x08)
    case 0x66: texts.append(0x0C)
    case 0x75:
      var scalar = try hexadecimal(bytes)
      if (0xD800...0xDBFF).contains(scalar), bytes[index...].starts(with: [0x5C, 0x75]) {
        let place = index
        index += 2
        let low = try hexadecimal(bytes)
        if (0xDC00...0xDFFF).contains(low) {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + low - 0xDC00
        } else {
          index = place
        }
      }
      if scalar == 0 { fault = .nul }
      texts.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    default: throw expects(.escape)
    }
  }

  private mutating func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONRowFault) -> UInt32 {
    guard index + 4 <= bytes.count else { throw expects(.escape) }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: throw expects(.escape)
      }
    }
    index += 4
    return value
  }

  /// Looks for a name that an object has twice; twice the same value does no harm.
  private mutating func checkNames(of node: Int) {
    var seen: [ArraySlice<UInt8>: Int] = [:]
    var child = nodes[node].firstChild
    var count = 0
    while child >= 0 {
      // Few names are compared faster one by one than hashed.
      if count < 40 {
        var other = nodes[node].firstChild
        while other != child {
          if isSame(nodes[other].name, nodes[child].name), !isSameScalar(other, child) { fault = .repeatedName }
          other = nodes[other].next
        }
      } else {
        if seen.isEmpty {
          for other in children(of: node).prefix(count) { seen[texts[nodes[other].name]] = other }
        }
        if let other = seen.updateValue(child, forKey: texts[nodes[child].name]), !isSameScalar(other, child) {
          fault = .repeatedName
        }
      }
      count += 1
      child = nodes[child].next
    }
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count && texts[one].elementsEqual(texts[other])
  }

  private func isSameScalar(_ one: Int, _ other: Int) -> Bool {
    nodes[one].isScalar && nodes[one].kind == nodes[other].kind && isSame(nodes[one].text, nodes[other].text)
  }
}
