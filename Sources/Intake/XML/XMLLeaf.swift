import Records

/// Text and attributes of the innermost open element, held while it is not known what they are fields of.
struct XMLLeaf {
  private(set) var text: [UInt8] = []
  /// Whether text was left out because a field is never that long.
  private(set) var isCut = false
  /// The places of the attributes, and where their values end in ``values``.
  private(set) var attributes: [(place: Int, end: Int)] = []
  private var values: [UInt8] = []

  /// Adds a piece of text, without blanks at the beginning.
  mutating func add(_ bytes: Span<UInt8>) {
    var from = 0
    if text.isEmpty { while from < bytes.count, Self.isBlank(bytes[from]) { from += 1 } }
    // One character more than a field may have, so that it shows where there was more.
    let count = min(bytes.count - from, XMLPending.longestField + 4 - text.count)
    if from + count < bytes.count { isCut = true }
    guard count > 0 else { return }
    bytes.extracting(from..<from + count).withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }

  /// Drops blanks at the text's end.
  mutating func trimEnd() {
    while let last = text.last, Self.isBlank(last) { text.removeLast() }
  }

  mutating func hold(_ value: Span<UInt8>, place: Int) {
    value.withUnsafeBufferPointer { values.append(contentsOf: $0) }
    attributes.append((place, values.count))
  }

  func addText(to pending: inout XMLPending, _ entry: Int, place: Int) {
    pending.add(text.span, isCut: isCut, place: place, to: entry)
  }

  /// Adds an attribute's value to an entry, without blanks around it.
  func addAttribute(_ index: Int, to pending: inout XMLPending, _ entry: Int, place: Int) {
    var range = (index == 0 ? 0 : attributes[index - 1].end)..<attributes[index].end
    while let first = range.first, Self.isBlank(values[first]) { range.removeFirst() }
    while let last = range.last, Self.isBlank(values[last]) { range.removeLast() }
    pending.add(values.span.extracting(range), isCut: false, place: place, to: entry)
  }

  mutating func removeAll() {
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    isCut = false
    guard !attributes.isEmpty else { return }
    attributes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
