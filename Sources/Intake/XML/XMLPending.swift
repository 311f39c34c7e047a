import Records

/// Records that wait: until their outermost record ends, and then until they are delivered.
///
/// An element has an entry as soon as it has a child element or, without one, attributes alone; whether it is a
/// record shows later. Entries stand in the order of their start tags. Those before ``ready`` can be delivered;
/// elements among them that are still open are wrappers, kept for what later records have from them.
struct XMLPending {
  struct Entry {
    let place: Int
    /// The entry of the element around it; -1 for a root.
    let parent: Int
    let line: Int
    fileprivate(set) var firstField = -1
    fileprivate var lastField = -1
    fileprivate(set) var isRecord = false
    /// Set for a root with records in it, which is itself none.
    fileprivate var isSilent = false
    /// What its own fields come to, and those of them that records inside have too.
    fileprivate var size = 0
    fileprivate var passedOn = 0
    /// What it has from the elements around it.
    fileprivate var inherited = 0

    var isDelivered: Bool { isRecord && !isSilent }

    /// Counts a field in and returns the one before it, or -1.
    fileprivate mutating func add(_ field: Field, at index: Int) -> Int {
      let last = lastField
      if last < 0 { firstField = index }
      lastField = index
      size += field.size
      if field.isPassedOn { passedOn += field.size }
      return last
    }
  }

  struct Field {
    let place: Int
    /// Where it stands in ``texts``.
    fileprivate(set) var range: Range<Int>
    let isOverlong: Bool
    /// Whether records inside have the field too.
    fileprivate(set) var isPassedOn: Bool
    /// The entry's next field, or -1.
    fileprivate(set) var next = -1

    /// What it counts for: its text and itself, so that empty fields are not free.
    fileprivate var size: Int { range.count + 32 }
  }

  /// The longest field, in bytes of UTF-8.
  static let longestField = 64 << 10
  private static let mostRecords = 10_000
  private static let mostBytes = 16 << 20
  /// What the rows of one outermost record may come to when each has the fields around it: bounds the work that a
  /// small file can cause.
  private static let mostDelivered = 64 << 20
  /// What rows may have from all wrappers together, since every row of the file has it.
  private static let mostFromWrappers = 4 << 10

  private(set) var entries: [Entry] = []
  private(set) var fields: [Field] = []
  private(set) var texts: [UInt8] = []
  private(set) var ready = 0
  private var delivered = 0
  /// How many records stand behind ``ready``, and how large everything there is.
  private(set) var waiting = 0
  private var waitingSize = 0

  var isOverfull: Bool { waiting > Self.mostRecords || waitingSize > Self.mostBytes }

  /// Adds the entry of an element.
  mutating func open(place: Int, parent: Int, line: Int) -> Int {
    entries.append(Entry(place: place, parent: parent, line: line))
    waitingSize += MemoryLayout<Entry>.size
    return entries.count - 1
  }

  /// Adds a field; of one that is too long, its beginning.
  ///
  /// - Parameter isCut: Whether the text is only the beginning already.
  mutating func add(_ text: Span<UInt8>, isCut: Bool, place: Int, to entry: Int) {
    var count = text.count
    if count > Self.longestField {
      count = Self.longestField
      while count > 0, text[count] & 0xC0 == 0x80 { count -= 1 }
    }
    let start = texts.count
    text.extracting(first: count).withUnsafeBufferPointer { texts.append(contentsOf: $0) }
    let isOverlong = isCut || count < text.count
    let field = Field(
      place: place, range: start..<texts.count, isOverlong: isOverlong, isPassedOn: !isOverlong && count > 0)
    append(field, to: entry)
    waitingSize += field.size
  }

  private mutating func append(_ field: Field, to entry: Int) {
    let last = entries[entry].add(field, at: fields.count)
    if last >= 0 { fields[last].next = fields.count }
    fields.append(field)
  }

  mutating func markRecord(_ entry: Int) {
    guard !entries[entry].isRecord else { return }
    entries[entry].isRecord = true
    waiting += 1
  }

  /// The next record to deliver, if one is ready.
  mutating func next() -> Int? {
    while delivered < ready {
      delivered += 1
      if entries[delivered - 1].isDelivered { return delivered - 1 }
    }
    return nil
  }
}

extension XMLPending {
  /// Makes an open element a wrapper: its fields so far are all that the records in it have from it.
  ///
  /// - Parameters:
  ///   - isSilent: Whether it is no record itself.
  ///   - wrappers: The entries of the wrappers around it.
  mutating func wrap(_ entry: Int, isSilent: Bool, in wrappers: some Sequence<Int>) {
    entries[entry].isSilent = isSilent
    var room = wrappers.reduce(Self.mostFromWrappers) { $0 - entries[$1].passedOn }
    var index = entries[entry].firstField
    while index >= 0 {
      let size = fields[index].isPassedOn ? fields[index].size : 0
      if size > room {
        fields[index].isPassedOn = false
        entries[entry].passedOn -= size
      } else {
        room -= size
      }
      index = fields[index].next
    }
  }

  /// Lets the entries before `end` be delivered.
  ///
  /// - Returns: Whether their rows are of bearable size.
  mutating func makeReady(upTo end: Int) -> Bool {
    var size = 0
    for index in ready..<end {
      let parent = entries[index].parent
      if parent >= 0 { entries[index].inherited = entries[parent].inherited + entries[parent].passedOn }
      if entries[index].isDelivered { size += entries[index].size + entries[index].inherited }
    }
    ready = end
    waiting = 0
    waitingSize = 0
    for entry in entries[end...] {
      waiting += entry.isRecord ? 1 : 0
      waitingSize += entry.size + MemoryLayout<Entry>.size
    }
    return size <= Self.mostDelivered
  }

  /// Forgets what was delivered.
  ///
  /// - Parameter wrappers: Entries to keep, outermost first; they move to the front.
  /// - Returns: By how much the entries that were not ready have moved.
  mutating func dropDelivered(keeping wrappers: [Int]) -> Int {
    let shift = ready - wrappers.count
    guard delivered == ready, shift > 0 else { return 0 }
    let old = (entries: entries, fields: fields, texts: texts)
    (entries, fields, texts) = ([], [], [])
    entries.reserveCapacity(old.entries.count)
    fields.reserveCapacity(old.fields.count)
    texts.reserveCapacity(old.texts.count)
    for (level, wrapper) in wrappers.enumerated() { keep(old.entries[wrapper], parent: level - 1, of: old.fields, old.texts) }
    for entry in old.entries[ready...] {
      let parent = entry.parent >= ready ? entry.parent - shift : wrappers.count - 1
      keep(entry, parent: parent, of: old.fields, old.texts)
    }
    ready = wrappers.count
    delivered = ready
    return shift
  }

  private mutating func keep(_ entry: Entry, parent: Int, of oldFields: [Field], _ oldTexts: [UInt8]) {
    var kept = Entry(place: entry.place, parent: parent, line: entry.line)
    kept.isRecord = entry.isRecord
    kept.isSilent = entry.isSilent
    kept.inherited = entry.inherited
    entries.append(kept)
    var index = entry.firstField
    while index >= 0 {
      var field = oldFields[index]
      index = field.next
      let start = texts.count
      texts.append(contentsOf: oldTexts[field.range])
      field.range = start..<texts.count
      field.next = -1
      append(field, to: entries.count - 1)
    }
  }
}
