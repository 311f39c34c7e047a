import Records

/// The kinds of records found in a JSON file, and the rows that records make.
///
/// An object in an object is part of the same row: `{"satker": {"nama": ...}}` gives the column `satker/nama`. Each
/// object in a list, or in an object whose names only count as in `{"0": {...}, "2": {...}}`, is a row of its own kind,
/// which also has the columns of the objects around the list. Values in a list are one column, joined by `;`.
struct JSONTables {
  /// One kind of row.
  struct Kind {
    /// The names of the lists around it, such as `paket/peserta`.
    let path: String
    /// What the rows are called by; empty where the list's name says nothing.
    let element: String
    var columns: [String] = []
    /// Whether the column is of the row itself, and not of an object around its list.
    var isOwn: [Bool] = []
  }

  /// A place in records, by the names that lead to it.
  private struct Shape {
    let name: String
    let parent: Int
    /// The shape of the object that is the row.
    let row: Int
    /// What stands in an object here.
    var names: [[UInt8]] = []
    var children: [Int] = []
    /// What stands in the objects of a list here, which are rows.
    var entry = -1
    var column = -1
    var kind = -1
  }

  /// A value and the shape it has.
  private struct Value {
    let shape: Int
    let text: Range<Int>
    /// Whether it stands in ``texts`` and not in the record's.
    let isJoined: Bool
  }

  /// More than any export has; every row of a kind pays for each.
  private static let mostColumns = 2_048
  private static let mostShapes = 20_000
  /// Stands for the objects around the outermost list; no name that a file can have as one of a list.
  private static let wrapper = "\0"

  private(set) var kinds: [Kind] = []
  private var shapes: [Shape] = []
  private var roots: [String: Int] = [:]
  private var columnNames: [Set<String>] = []
  private var inherited: [UInt64: Int] = [:]
  private var texts: [UInt8] = []
  private var slots: [Value?] = []
  private var row = RawRow()

  typealias Deliver = (Int, borrowing RawRow, _ node: Int, JSONRowFault?, [Kind]) throws(JSONFault) -> Void

  /// Makes the rows of a record.
  ///
  /// - Parameters:
  ///   - list: The name of the list that the record stands in.
  ///   - deliver: Gets each row with its kind's place in ``kinds``, the object that it is of, and the kinds so far.
  mutating func rows(
    of tree: JSONTree, _ place: JSONSplitter.Place, _ deliver: Deliver
  ) throws(JSONFault) {
    texts.removeAll(keepingCapacity: true)
    let root = rootShape(place.list)
    var around: [Value] = []
    for (name, text) in place.around where !text.isEmpty {
      let shape = try child(name[...], of: rootShape(Self.wrapper), after: -1, line: place.line).shape
      around.append(Value(shape: shape, text: append(text[...]), isJoined: true))
    }
    // A record that is itself a list by its names' counts.
    for record in tree.isCounted(0) ? tree.children(of: 0) : [0] {
      try deliverRow(tree, record, root, around, place, deliver)
    }
  }

  private mutating func append(_ text: ArraySlice<UInt8>) -> Range<Int> {
    texts.append(contentsOf: text)
    return texts.count - text.count..<texts.count
  }

  private mutating func rootShape(_ list: String) -> Int {
    if let known = roots[list] { return known }
    let isTelling = !JSONForm.wrapperNames.contains(ColumnName.normalForm(list))
    shapes.append(Shape(name: isTelling ? list : "", parent: -1, row: shapes.count))
    roots[list] = shapes.count - 1
    return shapes.count - 1
  }

  /// Delivers an object as a row, and the objects in its lists after it.
  private mutating func deliverRow(
    _ tree: JSONTree, _ node: Int, _ shape: Int, _ around: [Value], _ place: JSONSplitter.Place, _ deliver: Deliver
  ) throws(JSONFault) {
    let kind = kind(of: shape)
    var own: [Value] = []
    var nested: [(node: Int, shape: Int)] = []
    var fault: JSONRowFault?
    try collect(tree, node, shape, &own, &nested, &fault, line: place.line)
    var width = 0
    for value in own {
      let column = try column(of: value.shape, kind, line: place.line)
      width = max(width, put(value, in: column))
    }
    for value in around {
      let column = try inheritedColumn(value.shape, kind, line: place.line)
      if column >= 0, column >= slots.count || slots[column] == nil { width = max(width, put(value, in: column)) }
    }
    row.removeAll()
    row.line = place.line + tree.nodes[node].line
    row.position = UInt64(place.offset + tree.nodes[node].start)
    for column in 0..<width {
      let value = slots[column]
      row.append(value.map { $0.isJoined ? texts[$0.text] : tree.texts[$0.text] } ?? [])
      slots[column] = nil
    }
    if !own.isEmpty { try deliver(kind, row, node, fault, kinds) }
    guard !nested.isEmpty else { return }
    let passedOn = own + around
    for (node, shape) in nested { try deliverRow(tree, node, shape, passedOn, place, deliver) }
  }

  private mutating func put(_ value: Value, in column: Int) -> Int {
    while slots.count <= column { slots.append(nil) }
    slots[column] = value
    return column + 1
  }

  /// Gathers an object's values, those of objects in it, and the objects in its lists.
  private mutating func collect(
    _ tree: JSONTree, _ node: Int, _ shape: Int, _ own: inout [Value], _ nested: inout [(node: Int, shape: Int)],
    _ fault: inout JSONRowFault?, line: Int
  ) throws(JSONFault) {
    var child = tree.nodes[node].firstChild
    var guess = -1
    while child >= 0 {
      let part = tree.nodes[child]
      let (place, found) = try self.child(tree.texts[part.name], of: shape, after: guess, line: line)
      guess = place
      switch part.kind {
      case .text, .number, .truth, .null: own.append(Value(shape: found, text: part.text, isJoined: false))
      case .object where tree.isCounted(child): gather(tree, child, entriesOf: found, &nested)
      case .object: try collect(tree, child, found, &own, &nested, &fault, line: line)
      case .list:
        let start = texts.count
        gather(tree, child, entriesOf: found, &nested)
        if texts.count - start > JSONTree.longestField { fault = .fieldTooLong }
        let end = min(texts.count, start + JSONTree.longestField)
        if end > start { own.append(Value(shape: found, text: start..<end, isJoined: true)) }
      }
      child = part.next
    }
  }

  /// Joins the values of a list, and of lists in it, by `;`.
  ///
  /// - Parameter list: A list, or an object whose names only count.
  private mutating func gather(
    _ tree: JSONTree, _ list: Int, entriesOf shape: Int, _ nested: inout [(node: Int, shape: Int)]
  ) {
    let start = texts.count
    var child = tree.nodes[list].firstChild
    while child >= 0 {
      let part = tree.nodes[child]
      switch part.kind {
      case .object: nested.append((child, entryShape(of: shape)))
      case .list: gather(tree, child, entriesOf: shape, &nested)
      case .text, .number, .truth, .null:
        if texts.count > start, !part.text.isEmpty { texts.append(UInt8(ascii: ";")) }
        texts.append(contentsOf: tree.texts[part.text])
      }
      child = part.next
    }
  }
}

extension JSONTables {
  private mutating func entryShape(of shape: Int) -> Int {
    if shapes[shape].entry < 0 {
      shapes[shape].entry = shapes.count
      shapes.append(Shape(name: shapes[shape].name, parent: shape, row: shapes.count))
    }
    return shapes[shape].entry
  }

  /// The shape of a name in an object; names mostly come in the order of the record before.
  private mutating func child(
    _ name: ArraySlice<UInt8>, of shape: Int, after guess: Int, line: Int
  ) throws(JSONFault) -> (place: Int, shape: Int) {
    let count = shapes[shape].names.count
    for step in 0..<count {
      let place = (guess + 1 + step) % count
      if name.elementsEqual(shapes[shape].names[place]) { return (place, shapes[shape].children[place]) }
    }
    guard count < Self.mostColumns, shapes.count < Self.mostShapes else { throw .tooManyNames(line: line) }
    shapes[shape].names.append(Array(name))
    shapes[shape].children.append(shapes.count)
    shapes.append(Shape(name: String(decoding: name, as: UTF8.self), parent: shape, row: shapes[shape].row))
    return (count, shapes.count - 1)
  }

  private mutating func kind(of shape: Int) -> Int {
    if shapes[shape].kind >= 0 { return shapes[shape].kind }
    var names: [String] = []
    var place = shape
    while place >= 0 {
      if shapes[place].entry < 0 || place == shape { names.append(shapes[place].name) }
      place = shapes[place].parent
    }
    shapes[shape].kind = kinds.count
    kinds.append(
      Kind(path: names.reversed().filter { !$0.isEmpty }.joined(separator: "/"), element: shapes[shape].name))
    columnNames.append([])
    return kinds.count - 1
  }

  private mutating func column(of shape: Int, _ kind: Int, line: Int) throws(JSONFault) -> Int {
    if shapes[shape].column >= 0 { return shapes[shape].column }
    var name = shapes[shape].name
    var place = shapes[shape].parent
    if !shapes[place].name.isEmpty { name = "\(shapes[place].name)/\(name)" }
    // Where objects of one name stand in several others, all names that lead there tell them apart.
    while columnNames[kind].contains(name), place != shapes[shape].row, shapes[place].parent >= 0 {
      place = shapes[place].parent
      name = "\(shapes[place].name)/\(name)"
    }
    while columnNames[kind].contains(name) { name += "'" }
    shapes[shape].column = try add(name, to: kind, isOwn: true, line: line)
    return shapes[shape].column
  }

  /// The column of a value from around the row's list; -1 where the row has one of that name itself.
  private mutating func inheritedColumn(_ shape: Int, _ kind: Int, line: Int) throws(JSONFault) -> Int {
    let key = UInt64(kind) << 32 | UInt64(shape)
    if let known = inherited[key] { return known }
    let parent = shapes[shape].parent
    let isNamed = parent >= 0 && !shapes[parent].name.isEmpty && shapes[parent].name != Self.wrapper
    let name = isNamed ? "\(shapes[parent].name)/\(shapes[shape].name)" : shapes[shape].name
    let column = columnNames[kind].contains(name) ? -1 : try add(name, to: kind, isOwn: false, line: line)
    inherited[key] = column
    return column
  }

  private mutating func add(_ name: String, to kind: Int, isOwn: Bool, line: Int) throws(JSONFault) -> Int {
    guard kinds[kind].columns.count < Self.mostColumns else { throw .tooManyNames(line: line) }
    columnNames[kind].insert(name)
    kinds[kind].columns.append(name)
    kinds[kind].isOwn.append(isOwn)
    return kinds[kind].columns.count - 1
  }
}
