/// Looking things up in a record whose names are known.
extension JSONTree {
  /// The parts of an object or list, in the order of the file.
  func children(of node: Int) -> [Int] {
    var found: [Int] = []
    var child = nodes[node].firstChild
    while child >= 0 {
      found.append(child)
      child = nodes[child].next
    }
    return found
  }

  /// Whether an object is a list whose entries have their count for a name, as PHP writes a list with gaps.
  func isCounted(_ node: Int) -> Bool {
    var child = nodes[node].kind == .object ? nodes[node].firstChild : -1
    guard child >= 0 else { return false }
    while child >= 0 {
      let name = texts[nodes[child].name]
      guard nodes[child].kind == .object, !name.isEmpty, name.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return false
      }
      child = nodes[child].next
    }
    return true
  }

  /// The value of a name; `nil` where the object lacks it or it is `null`.
  func child(_ name: StaticString, of node: Int) -> Int? {
    let letters = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var child = nodes[node].kind == .object ? nodes[node].firstChild : -1
    while child >= 0 {
      let range = nodes[child].name
      if range.count == letters.count, texts[range].elementsEqual(letters) {
        return nodes[child].kind == .null ? nil : latest(child)
      }
      child = nodes[child].next
    }
    return nil
  }

  /// The value at the end of some names.
  func child(_ path: [StaticString], of node: Int) -> Int? {
    var place: Int? = node
    for name in path { place = place.flatMap { child(name, of: $0) } }
    return place
  }

  /// The entries of a list; of anything else the thing itself.
  func entries(_ name: StaticString, of node: Int) -> [Int] {
    guard let found = child(name, of: node) else { return [] }
    return nodes[found].kind == .list || isCounted(found) ? children(of: found) : [found]
  }

  /// What a scalar says; `nil` where there is none or it is empty.
  func text(_ path: [StaticString], of node: Int) -> ArraySlice<UInt8>? {
    guard let found = child(path, of: node), nodes[found].isScalar, !nodes[found].text.isEmpty else { return nil }
    return texts[nodes[found].text]
  }

  func string(_ path: [StaticString], of node: Int) -> String? {
    text(path, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a value is `true`.
  func isTrue(_ path: [StaticString], of node: Int) -> Bool { string(path, of: node) == "true" }

  /// Of a versioned value, which is a list of values with the dates of their releases, the last.
  private func latest(_ node: Int) -> Int {
    guard nodes[node].kind == .list else { return node }
    var (last, next) = (-1, nodes[node].firstChild)
    while next >= 0 {
      last = next
      next = nodes[next].next
    }
    guard last >= 0, nodes[last].kind == .object, has("releaseDate", last), has("value", last) else { return node }
    return child("value", of: last) ?? node
  }

  private func has(_ name: String, _ node: Int) -> Bool {
    children(of: node).contains { texts[nodes[$0].name].elementsEqual(name.utf8) }
  }
}
