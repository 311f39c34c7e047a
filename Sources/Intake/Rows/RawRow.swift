import CPlainLine

/// One row as its source states it: field after field in UTF-8, reused from row to row.
struct RawRow {
  /// The fields' bytes in their order; what parted them may stand between.
  private(set) var bytes: [UInt8] = []
  private var fields: [Place] = []
  /// The physical line on which the row begins (in XML, where its start tag ends), from 1.
  var line = 1
  /// The row's first byte in the file, in JSON its object's; in XML the record's ordinal in document order, from 0.
  var position: UInt64 = 0

  /// Whether all bytes are printable ASCII; `nil` where nobody has looked.
  private(set) var isPlain: Bool?

  /// Where a field begins and ends in ``bytes``.
  typealias Place = plainline_place

  var fieldCount: Int { fields.count }

  /// Where a field stands in ``bytes``; empty beyond the last field.
  func range(_ field: Int) -> Range<Int> {
    guard field < fields.count else { return 0..<0 }
    let place = fields[field]
    return Int(place.start)..<Int(place.end)
  }

  /// Whether every field is empty.
  var isBlank: Bool { fields.allSatisfy { $0.start == $0.end } }

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
    fields.removeAll(keepingCapacity: true)
    isPlain = nil
  }

  /// Becomes a copy of another row, in the memory that it has.
  mutating func assign(_ other: borrowing RawRow) {
    removeAll()
    bytes.append(contentsOf: other.bytes)
    fields.append(contentsOf: other.fields)
    (line, position, isPlain) = (other.line, other.position, other.isPlain)
  }

  /// Adds a field.
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: field)
    close(field.count)
  }

  /// Adds an empty field.
  mutating func appendEmpty() { close(0) }

  /// Adds a field from the part of some bytes.
  mutating func append(_ field: ArraySlice<UInt8>) {
    bytes.append(contentsOf: field)
    close(field.count)
  }

  private mutating func close(_ count: Int) {
    isPlain = nil
    fields.append(Place(start: UInt32(bytes.count - count), end: UInt32(bytes.count)))
  }

  /// Becomes a copy of a line, whose fields stand at some places.
  mutating func assign(
    line: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<Place>, isPlain: Bool
  ) {
    removeAll()
    bytes.append(contentsOf: line)
    fields.append(contentsOf: places)
    self.isPlain = isPlain
  }
}
