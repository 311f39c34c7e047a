/// The relatives of all files, the longest table of all, packed to some thirty bytes a row.
///
/// A row is given out as the ``Relative`` that was put in. Reading the table from its beginning on costs least; a row
/// somewhere inside costs up to fifteen before it.
package struct RelativeTable: RandomAccessCollection, Sendable {
  /// Rows of one file each.
  private var parts: [PackedRelatives] = []
  /// The place of each part's first row.
  private var firsts: [Int] = []
  package private(set) var count = 0

  package init() {}

  package init(_ relatives: some Sequence<Relative>) {
    for relative in relatives { append(relative) }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(position: Int) -> Relative {
    precondition(position < count, "the table has such a row")
    var (low, high) = (0, parts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firsts[middle] <= position { low = middle } else { high = middle }
    }
    return parts[low].row(position - firsts[low])
  }

  package mutating func append(_ relative: Relative) {
    if parts.last?.file != relative.source.file { open(PackedRelatives(of: relative.source.file)) }
    parts[parts.count - 1].append(relative)
    count += 1
  }

  /// Takes over all rows of a table, which are of one file.
  package mutating func append(_ other: consuming RelativeTable, as file: FileID) {
    for var part in other.parts where part.count > 0 {
      part.file = file
      open(part)
      count += part.count
    }
  }

  private mutating func open(_ part: PackedRelatives) {
    parts.append(part)
    firsts.append(count)
  }

  /// Makes room for so many more rows of one file, which else would move as they grow.
  package mutating func reserveCapacity(_ rows: Int) {
    if parts.isEmpty { open(PackedRelatives(of: FileID(index: 0))) }
    parts[parts.count - 1].reserveCapacity(rows)
  }

  /// Changes rows, for which the table is made anew.
  package mutating func change(_ change: (_ place: Int, _ relative: inout Relative) -> Void) {
    var changed = RelativeTable()
    for (place, relative) in enumerated() {
      var relative = relative
      change(place, &relative)
      changed.append(relative)
    }
    self = changed
  }

  package func makeIterator() -> Iterator { Iterator(parts: parts) }

  package struct Iterator: IteratorProtocol {
    private let parts: [PackedRelatives]
    private var part = 0
    private var cursor = PackedRelatives.Cursor()

    fileprivate init(parts: [PackedRelatives]) { self.parts = parts }

    package mutating func next() -> Relative? {
      while part < parts.count {
        if cursor.row < parts[part].count { return parts[part].next(&cursor) }
        part += 1
        cursor = PackedRelatives.Cursor()
      }
      return nil
    }
  }
}

extension RelativeTable {
  /// Writes the rows as they lie in memory.
  package func keep(in writer: inout KeptWriter) {
    writer.put(parts.count)
    for part in parts { part.keep(in: &writer) }
  }

  /// Reads what ``keep(in:)`` wrote.
  package init(from reader: inout KeptReader) throws(KeptReader.Damage) {
    for _ in 0..<Swift.max(0, try reader.value(Int.self)) {
      let part = try PackedRelatives(from: &reader)
      open(part)
      count += part.count
    }
  }
}
