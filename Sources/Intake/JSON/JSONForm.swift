/// How a JSON file is laid out, told from its beginning.
struct JSONForm: Equatable {
  enum Layout: Equatable {
    /// One record a line.
    case lines
    /// Records one after another, with blanks or nothing between them; often only one.
    case values
    case list
    /// An object whose names only count the records in it, as PHP writes a list with gaps.
    case counted
    /// An object with lists in it, and the names of objects around that one.
    case wrapped([String])
  }

  /// Whose words the records' names are.
  enum Vocabulary: Equatable {
    /// The exporter's own, recognised as in every other format.
    case own
    /// Releases and records of the Open Contracting Data Standard 1.1.
    case releases
    /// Statements of the Beneficial Ownership Data Standard 0.4.
    case statements
    /// SPSE's list of tenders: fourteen values without names.
    case spseList
  }

  var layout: Layout
  var vocabulary = Vocabulary.own
  /// How many rows the answer that holds an SPSE list says there are on all its pages; `nil` where it says nothing.
  var statedRows: Int?

  var description: String {
    switch vocabulary {
    case .own: layout == .lines ? "json lines" : "json"
    case .releases: layout == .lines ? "json lines ocds" : "json ocds"
    case .statements: layout == .lines ? "json lines bods" : "json bods"
    case .spseList: "json spse"
    }
  }

  /// Names of lists that say nothing about what is in them.
  static let wrapperNames: Set<String> = [
    "data", "aadata", "rows", "row", "records", "result", "results", "items", "item", "list", "value", "values",
    "content", "hits", "entries", "docs", "releases", "hasil", "baris", "isi", "element", "table",
  ]
  /// Names that stand beside a list in an answer, and in no record.
  private static let answerNames: Set<String> = [
    "status", "statuscode", "code", "message", "pesan", "success", "sukses", "error", "count", "total", "jumlah",
    "page", "perpage", "limit", "offset", "next", "previous", "draw", "recordstotal", "recordsfiltered", "version",
    "timestamp", "metadata", "meta", "links",
  ]

  /// What every record of the British register of persons with significant control has in its `data`.
  private static let controlNames: Set<String> = ["etag", "kind"]

  /// Tells the layout and vocabulary.
  ///
  /// - Parameter start: The file's beginning without a byte order mark.
  init(_ start: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
    var probe = JSONProbe(bytes: start)
    probe.skipBlanks()
    let first = probe.index
    let isClosed = probe.skipValue()
    let isOneLine = !start[first..<probe.index].contains(0x0A)
    probe.skipBlanks()
    // Something else behind the first record is told where it stands.
    let isAlone = !isClosed || probe.index == start.count || start[probe.index] != start[first]
    layout = isOneLine && isClosed ? .lines : .values
    var record = first
    var isAnswer = false
    if start[first] == 0x5B, isAlone {
      layout = .list
      guard let entry = JSONProbe(bytes: start, index: first).firstEntry else { return }
      record = entry
      if isClosed, start[entry] == 0x5D { throw .empty }
    } else if start[first] == 0x7B {
      let outer = JSONProbe(bytes: start, index: first)
      if isAlone, let entry = outer.firstCounted {
        (layout, record) = (.counted, entry)
      } else if isAlone, !outer.names.contains("ocid"), let list = Self.list(in: outer, isClosed: isClosed) {
        layout = .wrapped(list.path)
        record = list.entry
        if isClosed, start[record] == 0x5D { throw .empty }
        isAnswer = outer.names.contains("draw") || outer.names.contains("recordsTotal")
        statedRows = outer.number(named: "recordsTotal")
      } else if isAlone, isClosed {
        layout = .values
      }
    }
    guard record < start.count else { return }
    if start[record] == 0x5B {
      let count = JSONProbe(bytes: start, index: record).entryCount
      guard count == SPSEList.columns.count, isAnswer || layout == .list else { throw .unnamed(count: count) }
      vocabulary = .spseList
    } else {
      let names = JSONProbe(bytes: start, index: record).names
      if names.contains("ocid") { vocabulary = .releases }
      if names.contains("statementId"), names.contains("recordType") || names.contains("recordDetails") {
        vocabulary = .statements
      }
      // The first of many, or one whose own lists look like a wrapper's.
      for place in [first, record] where start[place] == 0x7B {
        let inner = JSONProbe(bytes: start, index: place).object(named: "data")
        if let inner, Self.controlNames.isSubset(of: inner.names) { throw .controlRegister }
      }
      if names.contains("statementID"), names.contains("statementType") { throw .oldStatements }
    }
  }

  /// The list that an object is only a wrapper of: where the object with the list is, and the list's first entry.
  private static func list(in outer: JSONProbe, isClosed: Bool) -> (path: [String], entry: Int)? {
    let lists = outer.lists
    guard let first = lists.first else { return nil }
    // What does not end in the beginning is too large for a record of few columns with a list in it.
    if !isClosed, let open = lists.first(where: \.isOpen) { return (open.path, open.entry) }
    if let known = lists.first(where: { wrapperNames.contains(ColumnName.normalForm($0.name)) }) {
      return (known.path, known.entry)
    }
    // An object around the list that says more than how the answer went is a record itself.
    var (inner, around) = (outer, [outer])
    for name in first.path {
      guard let object = inner.object(named: name) else { break }
      inner = object
      around.append(object)
    }
    let isAnswer = around.flatMap(\.scalarNames).allSatisfy { answerNames.contains(ColumnName.normalForm($0)) }
    return lists.count == 1 && isAnswer ? (first.path, first.entry) : nil
  }
}

/// Looks through a file's beginning, which may end anywhere, without checking it.
struct JSONProbe {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  struct List {
    /// The names of the objects around the one that has the list.
    let path: [String]
    let name: String
    /// Where its first entry begins.
    let entry: Int
    /// Whether it does not end in the beginning.
    let isOpen: Bool
  }

  private static let deepestWrapper = 3

  mutating func skipBlanks() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  /// Passes over a value by its quotes and brackets.
  ///
  /// - Returns: Whether it ends in the beginning.
  mutating func skipValue() -> Bool {
    var (depth, isInString) = (0, false)
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isInString {
        if byte == 0x5C { index += 1 } else if byte == 0x22 { isInString = false }
        if !isInString, depth == 0 { return true }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return true }
        if depth < 0 {
          index -= 1
          return true
        }
      case 0x2C, 0x3A, 0x00...0x20:
        if depth == 0 {
          index -= 1
          return true
        }
      default: break
      }
    }
    index = bytes.count
    return false
  }

  /// Where the first entry of the list here begins, or its closing bracket stands.
  var firstEntry: Int? {
    var probe = self
    probe.index += 1
    probe.skipBlanks()
    return probe.index < bytes.count ? probe.index : nil
  }

  /// How many entries the list here has.
  var entryCount: Int {
    var (probe, count) = (self, 0)
    probe.index += 1
    while true {
      probe.skipBlanks()
      guard probe.index < bytes.count, bytes[probe.index] != 0x5D else { return count }
      if bytes[probe.index] == 0x2C {
        probe.index += 1
        continue
      }
      let before = probe.index
      _ = probe.skipValue()
      guard probe.index > before else { return count }
      count += 1
    }
  }

  /// The names in the object here.
  var names: [String] { members.map(\.name) }

  /// A whole number in the object here, written with or without quotes.
  func number(named name: String) -> Int? {
    guard let member = members.first(where: { $0.name == name }) else { return nil }
    var probe = JSONProbe(bytes: bytes, index: member.value)
    guard probe.skipValue() else { return nil }
    return Int(String(decoding: bytes[member.value..<probe.index].filter { $0 != 0x22 }, as: UTF8.self))
  }

  /// The object of that name in the object here.
  func object(named name: String) -> JSONProbe? {
    guard let member = members.first(where: { $0.name == name }), bytes[member.value] == 0x7B else { return nil }
    return JSONProbe(bytes: bytes, index: member.value)
  }

  /// Where the first record of a list stands that is written as an object whose names count; `nil` for any other.
  var firstCounted: Int? {
    let members = members
    let isCounted = members.allSatisfy { member in
      bytes[member.value] == 0x7B && !member.name.isEmpty && member.name.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return isCounted ? members.first?.value : nil
  }

  var scalarNames: [String] {
    members.filter { bytes[$0.value] != 0x7B && bytes[$0.value] != 0x5B }.map(\.name)
  }

  private var members: [(name: String, value: Int, isOpen: Bool)] {
    var members: [(name: String, value: Int, isOpen: Bool)] = []
    var probe = self
    probe.index += 1
    while true {
      probe.skipBlanks()
      guard probe.index < bytes.count, bytes[probe.index] != 0x7D else { return members }
      if bytes[probe.index] == 0x2C {
        probe.index += 1
        continue
      }
      let start = probe.index
      guard bytes[start] == 0x22, probe.skipValue() else { return members }
      let name = String(decoding: bytes[start + 1..<max(start + 1, probe.index - 1)], as: UTF8.self)
      probe.skipBlanks()
      guard probe.index < bytes.count, bytes[probe.index] == 0x3A else { return members }
      probe.index += 1
      probe.skipBlanks()
      guard probe.index < bytes.count else { return members }
      let value = probe.index
      let isClosed = probe.skipValue()
      members.append((name, value, !isClosed))
      if !isClosed || probe.index == value { return members }
    }
  }

  /// Lists of objects or lists in the object here, and in objects in it.
  var lists: [List] { lists(below: []) }

  private func lists(below path: [String]) -> [List] {
    var found: [List] = []
    for member in members {
      let probe = JSONProbe(bytes: bytes, index: member.value)
      if bytes[member.value] == 0x5B {
        guard let entry = probe.firstEntry else { continue }
        let isEmpty = bytes[entry] == 0x5D && JSONForm.wrapperNames.contains(ColumnName.normalForm(member.name))
        guard bytes[entry] == 0x7B || bytes[entry] == 0x5B || isEmpty else { continue }
        found.append(List(path: path, name: member.name, entry: entry, isOpen: member.isOpen))
      } else if bytes[member.value] == 0x7B, let entry = probe.firstCounted {
        found.append(List(path: path, name: member.name, entry: entry, isOpen: member.isOpen))
      } else if bytes[member.value] == 0x7B, path.count < Self.deepestWrapper {
        found += probe.lists(below: path + [member.name])
      }
    }
    return found
  }
}
