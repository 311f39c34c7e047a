/// How many people of a whole population bear each name, from a list that somebody counted.
package struct NameFrequencies: Sendable {
  /// Names as written, with their people.
  private var entries: [(name: [UInt8], people: Int)] = []

  package init() {}

  /// Notes a name, of one word or several, and how many bear it.
  package mutating func add(_ name: some Sequence<UInt8>, people: Int) {
    if people > 0 { entries.append((Array(name), people)) }
  }

  /// A name for the list, from what it states; empty for an empty one.
  package var version: String {
    guard !entries.isEmpty else { return "" }
    var hash: UInt64 = 0
    for entry in entries {
      for byte in entry.name { hash = LinkKey.mix(hash ^ UInt64(byte), kind: 10) }
      hash = LinkKey.mix(hash ^ UInt64(entry.people), kind: 11)
    }
    return String(hash, radix: 16)
  }

  func folded(by folder: inout NameFolder) -> [(tokens: [UInt32], people: Int)] {
    entries.map { (folder.fold($0.name.span).tokens, $0.people) }
  }
}
