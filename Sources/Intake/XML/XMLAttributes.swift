import CXMLReader
import Records

/// The attributes of the innermost open element, held until it is known what they are fields of.
struct XMLAttributes {
  /// The attributes' places.
  private(set) var places: [Int] = []
  /// Where each value ends in ``values``.
  private var ends: [Int] = []
  private var values: [UInt8] = []

  var isEmpty: Bool { places.isEmpty }

  mutating func hold(_ value: Span<UInt8>, place: Int) {
    value.withUnsafeBufferPointer { values.append(contentsOf: $0) }
    places.append(place)
    ends.append(values.count)
  }

  /// Adds a value to an entry.
  func add(_ index: Int, to pending: inout XMLPending, _ entry: Int, place: Int) {
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    pending.addText(values.span.extracting(range))
    pending.endText(as: place, of: entry)
  }

  mutating func removeAll() {
    if isEmpty { return }
    places.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }
}
