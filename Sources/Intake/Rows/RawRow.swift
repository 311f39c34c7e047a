import CPlainLine

/// One row as its source states it: field after field in UTF-8, reused from row to row.
struct RawRow {
  /// The fields' bytes in their order; what parted them may stand between, and what a longer row left behind.
  private(set) var bytes: [UInt8] = []
  private var fields: [Place] = []
  private(set) var fieldCount = 0
  /// The physical line on which the row begins (in XML, where its start tag ends), from 1.
  var line = 1
  /// The row's first byte in the file, in JSON its object's; in XML the record's ordinal in document order, from 0.
  var position: UInt64 = 0

  /// Whether any byte is a control character; `nil` where nobody has looked.
  private(set) var holdsControls: Bool?

  /// Where a field begins and ends in ``bytes``.
  typealias Place = plainline_place

  /// Where a field stands in ``bytes``; empty beyond the last field.
  func range(_ field: Int) -> Range<Int> {
    guard field < fieldCount else { return 0..<0 }
    let place = fields[field]
    return Int(place.start)..<Int(place.end)
  }

  /// Whether every field is empty.
  var isBlank: Bool { fields.prefix(fieldCount).allSatisfy { $0.start == $0.end } }

  func string(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

  /// Whether another row has the same fields with the same texts.
  func equals(_ other: borrowing RawRow) -> Bool {
    guard fieldCount == other.fieldCount else { return false }
    for field in 0..<fieldCount {
      let (own, others) = (range(field), other.range(field))
      guard own.count == others.count, bytes[own] == other.bytes[others] else { return false }
    }
    return true
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fieldCount = 0
    holdsControls = nil
  }

  /// Becomes a copy of another row, in the memory that it has.
  mutating func assign(_ other: borrowing RawRow) {
    removeAll()
    bytes.append(contentsOf: other.bytes)
    other.fields.withUnsafeBufferPointer { take(UnsafeBufferPointer(rebasing: $0[0..<other.fieldCount])) }
    (line, position, holdsControls) = (other.line, other.position, other.holdsControls)
  }

  /// Adds a field.
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: field)
    close(field.count)
  }

  /// Adds a field from the part of some bytes.
  mutating func append(_ field: ArraySlice<UInt8>) {
    bytes.append(contentsOf: field)
    close(field.count)
  }

  private mutating func close(_ count: Int) {
    let place = Place(start: UInt32(bytes.count - count), end: UInt32(bytes.count))
    if fieldCount < fields.count { fields[fieldCount] = place } else { fields.append(place) }
    fieldCount += 1
  }

  /// Becomes a copy of a line, whose fields stand at some places.
  mutating func assign(
    line: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<Place>, holdsControls: Bool
  ) {
    if bytes.count < line.count { bytes = Array(repeating: 0, count: line.count * 2) }
    bytes.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(line)) }
    take(places)
    self.holdsControls = holdsControls
  }

  private mutating func take(_ places: UnsafeBufferPointer<Place>) {
    if fields.count < places.count { fields = Array(repeating: Place(), count: places.count * 2) }
    fields.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(places)) }
    fieldCount = places.count
  }
}
