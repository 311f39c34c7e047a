import Records

/// The places of a file's structure: for each element and attribute its parent place and its name.
///
/// Records of a kind follow each other with the same children in the same order, so each place remembers what came
/// after it last time; only a surprise costs a look into the table.
struct XMLPaths {
  struct Place {
    let parent: Int
    /// What tells the place from its siblings: the local name, with a table's own name where it has one.
    let name: UInt32
    /// What columns are called by: the local name alone.
    let element: UInt32
    /// The record kind, once a record was seen here.
    var kind = -1
    /// The column of the parent's kind, once such a record was seen with this as its column.
    var column = -1
    /// The places that came here first, and after here, the last time.
    fileprivate var firstChild = -1
    fileprivate var next = -1
  }

  /// The place of the document itself, which has no name.
  static let document = 0
  /// Beyond this many, names are data.
  private static let most = 50_000

  private(set) var places = [Place(parent: -1, name: XMLNames.none, element: XMLNames.none)]
  private var known: [UInt64: Int] = [:]

  var isOverfull: Bool { places.count > Self.most }

  subscript(place: Int) -> Place {
    get { places[place] }
    _modify { yield &places[place] }
  }

  /// Finds the child of a place by its name.
  ///
  /// - Parameters:
  ///   - sibling: The child before it; -1 for a first child.
  ///   - element: The local name, where it is not the whole name.
  mutating func child(of parent: Int, after sibling: Int, named name: UInt32, element: UInt32) -> Int {
    let guess = sibling < 0 ? places[parent].firstChild : places[sibling].next
    if guess >= 0, places[guess].name == name { return guess }
    let key = UInt64(parent) << 32 | UInt64(name)
    let child: Int
    if let found = known[key] {
      child = found
    } else {
      child = places.count
      places.append(Place(parent: parent, name: name, element: element))
      known[key] = child
    }
    if sibling < 0 { places[parent].firstChild = child } else { places[sibling].next = child }
    return child
  }

  /// The names from the root down to a place, joined by `/`.
  func path(of place: Int, in names: XMLNames) -> String {
    var parts: [String] = []
    var place = place
    while place != Self.document {
      parts.append(names.string(places[place].name))
      place = places[place].parent
    }
    return parts.reversed().joined(separator: "/")
  }
}
