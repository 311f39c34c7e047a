/// One row as its source states it: field after field in UTF-8, reused from row to row.
struct RawRow {
  /// All fields' bytes, one after another.
  private(set) var bytes: [UInt8] = []
  /// Where each field ends in ``bytes``.
  private(set) var ends: [Int] = []
  /// The physical line on which the row begins (in XML, where its start tag ends), from 1.
  var line = 1
  /// The row's first byte in the file, in JSON its object's; in XML the record's ordinal in document order, from 0.
  var position: UInt64 = 0

  var fieldCount: Int { ends.count }

  /// Where a field stands in ``bytes``; empty beyond the last field.
  func range(_ field: Int) -> Range<Int> {
    guard field < ends.count else { return 0..<0 }
    return (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  /// Whether every field is empty.
  var isBlank: Bool { bytes.isEmpty }

  func string(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Takes a whole row.
  mutating func assign(bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<Int>) {
    self.bytes.removeAll(keepingCapacity: true)
    self.bytes.append(contentsOf: bytes)
    self.ends.removeAll(keepingCapacity: true)
    self.ends.append(contentsOf: ends)
  }

  /// Becomes a copy of another row, in the memory that it has.
  mutating func assign(_ other: borrowing RawRow) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: other.bytes)
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: other.ends)
    (line, position) = (other.line, other.position)
  }

  /// Adds a field.
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: field)
    ends.append(bytes.count)
  }

  /// Adds a field from the part of some bytes.
  mutating func append(_ field: ArraySlice<UInt8>) {
    bytes.append(contentsOf: field)
    ends.append(bytes.count)
  }
}
