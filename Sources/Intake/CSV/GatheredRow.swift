/// A row on its way from lines, at an address that libcsv's callbacks are given.
struct GatheredRow {
  var row = RawRow()
  /// Room for the places of all fields that a line of the greatest length can have; what no line needs is not touched.
  let places = UnsafeMutablePointer<RawRow.Place>.allocate(capacity: CSVSplitter.longestField + 1)
  /// Whether a quoted field goes on in the next line.
  var isOpen = false
  var isComplete = false
  var isTooLong = false

  /// Forgets the row.
  mutating func clear() {
    row.removeAll()
    (isComplete, isTooLong) = (false, false)
  }

  /// Gives the memory back.
  func free() { places.deallocate() }
}
