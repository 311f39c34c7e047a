/// Which of the run's input files: an index into the list of sources, which is ordered by path.
package struct FileID: Hashable, Comparable, Sendable, BitwiseCopyable {
  package let index: UInt32

  package init(index: UInt32) { self.index = index }

  package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// Where a record stands in its source.
package struct SourceLocation: Hashable, Sendable, BitwiseCopyable {
  package var file: FileID
  /// The physical line on which the row begins, from 1; in XML the line where its start tag ends, in a sheet
  /// the row's number.
  package let line: UInt32
  /// The byte offset of the row's first byte in a CSV or JSON file, unpacked; in XML the record's ordinal in document
  /// order, from 0; in sheets the sheet's number, from 0, above the row's in the lower 32 bits.
  package let position: UInt64

  package init(file: FileID, line: UInt32, position: UInt64) {
    self.file = file
    self.line = line
    self.position = position
  }
}
