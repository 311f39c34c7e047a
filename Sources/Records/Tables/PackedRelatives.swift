/// Relatives of one file as bytes, one row after another; each states what the row before does not.
///
/// Rows stand in blocks. The first of a block rests on no other, so a row is found through the beginning of its block.
/// A row is two bytes of flags, then in this order what they announce: line, place in the file, NIP unless it is that
/// of the row before, NIK, days, telephone, numbers of the repeated texts, places of the other texts. Whole numbers
/// take seven bits a byte, the lowest first; differences are signed, their sign lowest.
///
/// > Variable-byte coding and differences: J. Zobel, A. Moffat. "Inverted Files for Text Search Engines." *ACM Computing
/// > Surveys* 38 (2), 2006, article 6, section 8.
struct PackedRelatives: Sendable {
  /// Half of them are passed over on the way to a row; so few take no time beside what a row is wanted for.
  private static let rowsInBlock = 16
  /// What a row takes at most: two bytes of flags, 13 numbers of ten, those of fixed width, and eight to write behind.
  private static let longestRow = 2 + 13 * 10 + 8 + 7 + 9 + 8

  var file: FileID
  private(set) var count = 0
  private var bytes: [UInt8] = []
  /// Where each block begins in ``bytes``.
  private var blocks: [Int] = []
  private var repeated = RepeatedTexts()
  private var before = Cursor()

  init(of file: FileID) { self.file = file }

  /// What a row's differences are to, and where the row after it stands.
  struct Cursor {
    fileprivate(set) var row = 0
    fileprivate var place = 0
    fileprivate var line: Int64 = 0
    fileprivate var position: Int64 = 0
    fileprivate var text: Int64 = 0
    fileprivate var official: UInt64 = 0

    fileprivate mutating func beginBlock() { (line, position, text, official) = (0, 0, 0, 0) }

    fileprivate mutating func number(_ bytes: Span<UInt8>) -> UInt64 {
      var (number, shift): (UInt64, UInt64) = (0, 0)
      while true {
        let byte = bytes[place]
        place += 1
        number |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
    }

    fileprivate mutating func number(_ bytes: Span<UInt8>, width: Int) -> UInt64 {
      if place + 8 <= bytes.count {
        let number = unsafe UInt64(
          littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += width
        return number & UInt64.max >> UInt64(64 - 8 * width)
      }
      var number: UInt64 = 0
      for index in 0..<width { number |= UInt64(bytes[place + index]) << UInt64(8 * index) }
      place += width
      return number
    }

    fileprivate mutating func difference(_ bytes: Span<UInt8>) -> Int64 {
      let number = number(bytes)
      return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    fileprivate mutating func day(_ bytes: Span<UInt8>) -> CalendarDate? {
      CalendarDate(packed: UInt32(number(bytes, width: 3)))
    }

    fileprivate mutating func text(_ bytes: Span<UInt8>) -> TextID {
      text &+= difference(bytes)
      return TextID(offset: UInt32(truncatingIfNeeded: text))
    }
  }

  /// What a row states.
  private struct Flags: OptionSet {
    let rawValue: UInt16

    static let sameOfficial = Flags(rawValue: 1)
    static let nationalID = Flags(rawValue: 1 << 1)
    static let birthDate = Flags(rawValue: 1 << 2)
    static let declaredOn = Flags(rawValue: 1 << 3)
    static let statedBirth = Flags(rawValue: 1 << 4)
    static let phone = Flags(rawValue: 1 << 5)
    static let key = Flags(rawValue: 1 << 6)
    static let name = Flags(rawValue: 1 << 7)
    static let address = Flags(rawValue: 1 << 8)
    static let birthPlace = Flags(rawValue: 1 << 9)
    static let occupation = Flags(rawValue: 1 << 10)
    static let part = Flags(rawValue: 1 << 11)
    static let female = Flags(rawValue: 1 << 12)
    static let male = Flags(rawValue: 1 << 13)
    static let alive = Flags(rawValue: 1 << 14)
    static let dead = Flags(rawValue: 1 << 15)
  }

  mutating func reserveCapacity(_ rows: Int) {
    // Nearly all rows of a full register are shorter.
    bytes.reserveCapacity(bytes.count + rows * 40)
    blocks.reserveCapacity(blocks.count + rows / Self.rowsInBlock + 1)
  }

  mutating func append(_ relative: Relative) {
    if count % Self.rowsInBlock == 0 {
      blocks.append(bytes.count)
      before.beginBlock()
    }
    let flags = flags(of: relative)
    let relation = repeated.number(of: relative.relation)
    let birthPlace = repeated.number(of: relative.birthPlace)
    let occupation = repeated.number(of: relative.occupation)
    var cursor = before
    bytes.append(addingCapacity: Self.longestRow) { row in
      row.put(UInt64(flags.rawValue), bytes: 2)
      row.put(Int64(relative.source.line), after: &cursor.line)
      row.put(Int64(bitPattern: relative.source.position), after: &cursor.position)
      if !flags.contains(.sameOfficial) { row.put(relative.official.value, bytes: 8) }
      if flags.contains(.nationalID) { row.put(relative.nationalID?.value ?? 0, bytes: 7) }
      if flags.contains(.birthDate) { row.put(UInt64(relative.birthDate?.packed ?? 0), bytes: 3) }
      if flags.contains(.declaredOn) { row.put(UInt64(relative.declaredOn?.packed ?? 0), bytes: 3) }
      if flags.contains(.statedBirth) { row.put(UInt64(relative.statedBirth?.packed ?? 0), bytes: 3) }
      if flags.contains(.phone) { row.put(relative.phone?.value ?? 0) }
      row.put(relation)
      if flags.contains(.birthPlace) { row.put(birthPlace) }
      if flags.contains(.occupation) { row.put(occupation) }
      if flags.contains(.part) { row.put(UInt64(relative.part)) }
      if flags.contains(.name) { row.put(Int64(relative.name.offset), after: &cursor.text) }
      if flags.contains(.key) { row.put(Int64(relative.key.offset), after: &cursor.text) }
      if flags.contains(.address) { row.put(Int64(relative.address.offset), after: &cursor.text) }
    }
    cursor.official = relative.official.value
    before = cursor
    count += 1
  }

  private func flags(of relative: Relative) -> Flags {
    var flags: Flags = []
    if relative.official.value == before.official { flags.insert(.sameOfficial) }
    if relative.nationalID != nil { flags.insert(.nationalID) }
    if relative.birthDate != nil { flags.insert(.birthDate) }
    if relative.declaredOn != nil { flags.insert(.declaredOn) }
    if relative.statedBirth != nil { flags.insert(.statedBirth) }
    if relative.phone != nil { flags.insert(.phone) }
    if !relative.key.isEmpty { flags.insert(.key) }
    if !relative.name.isEmpty { flags.insert(.name) }
    if !relative.address.isEmpty { flags.insert(.address) }
    if !relative.birthPlace.isEmpty { flags.insert(.birthPlace) }
    if !relative.occupation.isEmpty { flags.insert(.occupation) }
    if relative.part != 0 { flags.insert(.part) }
    switch relative.sex {
    case .female: flags.insert(.female)
    case .male: flags.insert(.male)
    case nil: break
    }
    if let isAlive = relative.isAlive { flags.insert(isAlive ? .alive : .dead) }
    return flags
  }

  /// The row at a place of this part.
  func row(_ number: Int) -> Relative {
    var cursor = Cursor()
    let block = number / Self.rowsInBlock
    (cursor.row, cursor.place) = (block * Self.rowsInBlock, blocks[block])
    while true {
      let isFound = cursor.row == number
      let relative = next(&cursor)
      if isFound { return relative }
    }
  }

  /// Reads the row at a cursor, which goes on to the one after it.
  func next(_ cursor: inout Cursor) -> Relative {
    if cursor.row % Self.rowsInBlock == 0 { cursor.beginBlock() }
    let bytes = bytes.span
    let flags = Flags(rawValue: UInt16(cursor.number(bytes, width: 2)))
    cursor.line &+= cursor.difference(bytes)
    cursor.position &+= cursor.difference(bytes)
    if !flags.contains(.sameOfficial) { cursor.official = cursor.number(bytes, width: 8) }
    guard let official = CivilServantID(value: cursor.official) else { preconditionFailure("a relative has a NIP") }
    var relative = Relative(
      source: SourceLocation(
        file: file, line: UInt32(truncatingIfNeeded: cursor.line), position: UInt64(bitPattern: cursor.position)),
      official: official)
    if flags.contains(.nationalID) { relative.nationalID = NationalID(value: cursor.number(bytes, width: 7)) }
    if flags.contains(.birthDate) { relative.birthDate = cursor.day(bytes) }
    if flags.contains(.declaredOn) { relative.declaredOn = cursor.day(bytes) }
    if flags.contains(.statedBirth) { relative.statedBirth = cursor.day(bytes) }
    if flags.contains(.phone) { relative.phone = PhoneNumber(value: cursor.number(bytes)) }
    relative.relation = repeated.text(cursor.number(bytes))
    if flags.contains(.birthPlace) { relative.birthPlace = repeated.text(cursor.number(bytes)) }
    if flags.contains(.occupation) { relative.occupation = repeated.text(cursor.number(bytes)) }
    if flags.contains(.part) { relative.part = UInt8(truncatingIfNeeded: cursor.number(bytes)) }
    if flags.contains(.name) { relative.name = cursor.text(bytes) }
    if flags.contains(.key) { relative.key = cursor.text(bytes) }
    if flags.contains(.address) { relative.address = cursor.text(bytes) }
    if flags.contains(.female) { relative.sex = .female }
    if flags.contains(.male) { relative.sex = .male }
    if flags.contains(.alive) { relative.isAlive = true }
    if flags.contains(.dead) { relative.isAlive = false }
    cursor.row += 1
    return relative
  }
}

extension PackedRelatives {
  func keep(in writer: inout KeptWriter) {
    writer.put(file)
    writer.put(count)
    writer.put(all: bytes)
    writer.put(all: blocks)
    writer.put(all: repeated.texts)
  }

  init(from reader: inout KeptReader) throws(KeptReader.Damage) {
    file = try reader.value()
    count = try reader.value()
    bytes = try reader.all()
    blocks = try reader.all()
    repeated = RepeatedTexts(try reader.all())
  }
}

/// Numbers of texts that stand in many rows, in the order in which they came.
private struct RepeatedTexts: Sendable {
  /// By number; the empty text is number 0.
  private(set) var texts: [TextID] = [.none]
  /// A text's offset above its number; 0 for none.
  private var slots: [UInt64] = []

  init() {}

  init(_ texts: [TextID]) { self.texts = texts }

  func text(_ number: UInt64) -> TextID { texts[Int(number)] }

  mutating func number(of text: TextID) -> UInt64 {
    if text.isEmpty { return 0 }
    if texts.count * 2 > slots.count { grow() }
    var slot = place(of: text)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == text.offset { return slots[slot] & 0xFFFF_FFFF }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt64(texts.count)
    texts.append(text)
    slots[slot] = UInt64(text.offset) << 32 | number
    return number
  }

  private func place(of text: TextID) -> Int {
    Int(truncatingIfNeeded: (UInt64(text.offset) &* 0x9e37_79b9_7f4a_7c15) >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    var count = max(256, slots.count * 2)
    while texts.count * 2 > count { count *= 2 }
    slots = Array(repeating: 0, count: count)
    for number in texts.indices.dropFirst() {
      var slot = place(of: texts[number])
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt64(texts[number].offset) << 32 | UInt64(number)
    }
  }
}

extension OutputSpan<UInt8> {
  fileprivate mutating func put(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Puts a number's lowest bytes; all eight are written, and what follows is written over those that are not wanted.
  fileprivate mutating func put(_ number: UInt64, bytes: Int) {
    unsafe withUnsafeMutableBufferPointer { place, filled in
      precondition(filled + 8 <= place.count, "there is room for a row")
      unsafe UnsafeMutableRawBufferPointer(place).storeBytes(
        of: number.littleEndian, toByteOffset: filled, as: UInt64.self)
      filled += bytes
    }
  }

  /// Puts the difference to the number before, which becomes this one.
  fileprivate mutating func put(_ number: Int64, after before: inout Int64) {
    let difference = number &- before
    put(UInt64(bitPattern: difference << 1 ^ difference >> 63))
    before = number
  }
}
