import Records

/// The kinds of records found, and the rows that records make.
struct XMLTables {
  /// A column's place in the row being made: the field it shows, and the entry that has the field.
  private struct Slot {
    var field: Int32 = -1
    var entry: Int32 = -1
    /// Further fields of the same name: where they begin and end in ``joins``.
    var firstJoin: Int32 = -1
    var lastJoin: Int32 = -1
  }

  /// More than any export has; every row of a kind pays for each.
  private static let mostColumns = 2_048
  /// What all kinds, columns and their names may come to, which also repeat the names of elements.
  private static let mostBytes = 4 << 20

  private(set) var kinds: [XMLRecordKind] = []
  /// Each kind's columns by their names.
  private var columns: [[String: Int]] = []
  private var size = 0
  /// The columns of fields from around a record, by the record's kind and the field's place.
  private var inherited: [UInt64: Int] = [:]

  private var slots: [Slot] = []
  private var joins: [(field: Int, next: Int)] = []
  private var joined: [UInt8] = []

  /// Fills a row with a record's fields, and those of the records around it.
  ///
  /// - Throws: ``XMLFault/tooManyNames(line:)``.
  mutating func fill(
    _ row: inout RawRow, with entry: Int, of pending: XMLPending, _ paths: inout XMLPaths, _ names: XMLNames
  ) throws(XMLFault) -> (kind: Int, fault: XMLRowFault?) {
    let record = pending.entries[entry]
    let kind = try kind(of: record, &paths, names)
    var count = 0
    var fault: XMLRowFault?
    var index = record.firstField
    while index >= 0 {
      let field = pending.fields[index]
      if paths[field.place].column < 0 {
        paths[field.place].column = try add(field.place, to: kind, isOwn: true, line: record.line, paths, names)
      }
      let column = paths[field.place].column
      put(index, of: entry, in: column, pending)
      if field.isOverlong, fault == nil { fault = .fieldTooLong(column: column) }
      count = max(count, column + 1)
      index = field.next
    }
    var around = record.parent
    while around >= 0 {
      index = pending.entries[around].firstField
      while index >= 0 {
        let field = pending.fields[index]
        if field.isPassedOn {
          let column = try inheritedColumn(field.place, in: kind, line: record.line, paths, names)
          if column >= 0 {
            put(index, of: around, in: column, pending)
            count = max(count, column + 1)
          }
        }
        index = field.next
      }
      around = pending.entries[around].parent
    }
    row.removeAll()
    row.line = record.line
    if let column = write(count, to: &row, pending), fault == nil { fault = .fieldTooLong(column: column) }
    return (kind, fault)
  }

  /// Puts a field into its column; among records around each other the nearest has it.
  private mutating func put(_ field: Int, of entry: Int, in column: Int, _ pending: XMLPending) {
    while slots.count <= column { slots.append(Slot()) }
    let shown = Int(slots[column].field)
    let isSame = slots[column].entry == Int32(truncatingIfNeeded: entry)
    if shown < 0 || isSame && pending.fields[shown].isEmpty {
      slots[column].field = Int32(truncatingIfNeeded: field)
      slots[column].entry = Int32(truncatingIfNeeded: entry)
    } else if isSame, !pending.fields[field].isEmpty {
      let last = Int(slots[column].lastJoin)
      slots[column].lastJoin = Int32(truncatingIfNeeded: joins.count)
      if last < 0 { slots[column].firstJoin = slots[column].lastJoin } else { joins[last].next = joins.count }
      joins.append((field, -1))
    }
  }

  /// Writes the columns and empties them.
  ///
  /// - Returns: The first column that is too long because of its repeats.
  private mutating func write(_ count: Int, to row: inout RawRow, _ pending: XMLPending) -> Int? {
    var overlong: Int?
    pending.texts.withUnsafeBufferPointer { texts in
      for column in 0..<count {
        let slot = slots[column]
        guard slot.field >= 0 else {
          row.appendEmpty()
          continue
        }
        if slot.firstJoin >= 0 {
          if !join(slot, pending), overlong == nil { overlong = column }
          row.append(joined[...])
        } else {
          row.append(UnsafeBufferPointer(rebasing: texts[pending.fields[Int(slot.field)].range]))
        }
        slots[column] = Slot()
      }
    }
    joins.removeAll(keepingCapacity: true)
    return overlong
  }

  /// Joins a column's repeats by `;`, as far as they make a field of bearable length.
  ///
  /// - Returns: Whether all of them are in ``joined``.
  private mutating func join(_ slot: Slot, _ pending: XMLPending) -> Bool {
    joined.removeAll(keepingCapacity: true)
    joined.append(contentsOf: pending.texts[pending.fields[Int(slot.field)].range])
    var index = Int(slot.firstJoin)
    while index >= 0 {
      let range = pending.fields[joins[index].field].range
      guard joined.count + 1 + range.count <= XMLPending.longestField else { return false }
      joined.append(UInt8(ascii: ";"))
      joined.append(contentsOf: pending.texts[range])
      index = joins[index].next
    }
    return true
  }
}

extension XMLTables {
  private mutating func kind(
    of record: XMLPending.Entry, _ paths: inout XMLPaths, _ names: XMLNames
  ) throws(XMLFault) -> Int {
    let known = paths[record.place].kind
    if known >= 0 { return known }
    let path = paths.path(of: record.place, in: names)
    try note(path.utf8.count, line: record.line)
    paths[record.place].kind = kinds.count
    kinds.append(XMLRecordKind(path: path))
    columns.append([:])
    return kinds.count - 1
  }

  /// The column of a field from around a record; -1 where the record's own element has one of that name.
  private mutating func inheritedColumn(
    _ place: Int, in kind: Int, line: Int, _ paths: XMLPaths, _ names: XMLNames
  ) throws(XMLFault) -> Int {
    let key = UInt64(kind) << 32 | UInt64(place)
    if let known = inherited[key] { return known }
    let column = try add(place, to: kind, isOwn: false, line: line, paths, names)
    try note(0, line: line)
    inherited[key] = column
    return column
  }

  /// The column `element/name` for a field's place, new or known under that name; with a mark behind it where an
  /// element around the record has that name already.
  private mutating func add(
    _ place: Int, to kind: Int, isOwn: Bool, line: Int, _ paths: XMLPaths, _ names: XMLNames
  ) throws(XMLFault) -> Int {
    let element = names.string(paths[paths[place].parent].element)
    var name = "\(element)/\(names.string(paths[place].element))"
    if let known = columns[kind][name] {
      if kinds[kind].isOwn[known] == isOwn { return known }
      if !isOwn { return -1 }
      name += "'"
      if let marked = columns[kind][name] { return marked }
    }
    let column = kinds[kind].columns.count
    guard column < Self.mostColumns else { throw .tooManyNames(line: line) }
    try note(name.utf8.count, line: line)
    columns[kind][name] = column
    kinds[kind].columns.append(name)
    kinds[kind].isOwn.append(isOwn)
    return column
  }

  /// Counts a name, and what is kept beside it.
  private mutating func note(_ bytes: Int, line: Int) throws(XMLFault) {
    size += bytes + 64
    if size > Self.mostBytes { throw .tooManyNames(line: line) }
  }
}
