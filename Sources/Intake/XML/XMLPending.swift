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

  /// One field of an entry, in few bytes since there are many.
  struct Field {
    fileprivate let placeNumber: Int32
    fileprivate var start: Int32
    fileprivate let count: Int32
    fileprivate var following: Int32 = -1
    let isOverlong: Bool
    /// Whether records inside have the field too.
    fileprivate(set) var isPassedOn: Bool

    var place: Int { Int(placeNumber) }
    /// Where it stands in ``texts``.
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    var isEmpty: Bool { count == 0 }
    /// The entry's next field, or -1.
    var next: Int { Int(following) }
    /// What it counts for: its text and itself, so that empty fields are not free.
    fileprivate var size: Int { Int(count) + MemoryLayout<Self>.stride }
  }

  /// The longest field, in bytes of UTF-8.
  static let longestField = 64 << 10
  /// Ten thousand in the outermost, and that one.
  private static let mostRecords = 10_001
  private static let mostBytes = 16 << 20
  /// What rows may have from all wrappers together, since every row of the file has it.
  private static let mostFromWrappers = 2 << 10

  private(set) var entries: [Entry] = []
  private(set) var fields: [Field] = []
  /// The fields' texts, and at the end that of the innermost element while it may be a field.
  private(set) var texts: [UInt8] = []
  private var textStart = 0
  /// Whether some of it was left out because a field is never that long.
  private var isTextCut = false
  /// Memory of what was delivered, for what is to come.
  private var emptied = (entries: [Entry](), fields: [Field](), texts: [UInt8]())
  private(set) var ready = 0
  private var delivered = 0
  /// How many records stand behind ``ready``, and how large everything there is.
  private(set) var waiting = 0
  private var waitingSize = 0

  var isOverfull: Bool { waiting > Self.mostRecords || waitingSize > Self.mostBytes }

  /// Whether the innermost element has text other than blanks.
  var hasText: Bool { texts.count > textStart }

  /// Adds the entry of an element.
  mutating func open(place: Int, parent: Int, line: Int) -> Int {
    entries.append(Entry(place: place, parent: parent, line: line))
    waitingSize += MemoryLayout<Entry>.size
    return entries.count - 1
  }

  /// Adds a piece to the text of the innermost element, without blanks at the text's beginning.
  mutating func addText(_ piece: Span<UInt8>) {
    var from = 0
    if !hasText { while from < piece.count, Self.isBlank(piece[from]) { from += 1 } }
    // One character more than a field may have, so that it shows where there was more.
    let count = min(piece.count - from, Self.longestField + 4 - (texts.count - textStart))
    if from + count < piece.count { isTextCut = true }
    guard count > 0 else { return }
    piece.extracting(from..<from + count).withUnsafeBufferPointer { texts.append(contentsOf: $0) }
  }

  /// Forgets the text, which is not a field's.
  mutating func dropText() {
    if hasText { texts.removeSubrange(textStart...) }
    isTextCut = false
  }

  /// Adds the text, without blanks at its end, as a field; of one that is too long, its beginning. Empty fields of
  /// one name that follow each other are one.
  mutating func endText(as place: Int, of entry: Int) {
    let last = entries[entry].lastField
    if !hasText, last >= 0, fields[last].isEmpty, fields[last].place == place { return }
    var end = texts.count
    while end > textStart, Self.isBlank(texts[end - 1]) { end -= 1 }
    let isOverlong = isTextCut || end - textStart > Self.longestField
    if end - textStart > Self.longestField {
      end = textStart + Self.longestField
      while end > textStart, texts[end] & 0xC0 == 0x80 { end -= 1 }
    }
    let field = Field(
      placeNumber: Int32(truncatingIfNeeded: place), start: Int32(truncatingIfNeeded: textStart),
      count: Int32(truncatingIfNeeded: end - textStart), isOverlong: isOverlong,
      isPassedOn: !isOverlong && end > textStart)
    append(field, to: entry)
    waitingSize += field.size
    textStart = texts.count
    isTextCut = false
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  private mutating func append(_ field: Field, to entry: Int) {
    let last = entries[entry].add(field, at: fields.count)
    if last >= 0 { fields[last].following = Int32(truncatingIfNeeded: fields.count) }
    fields.append(field)
  }

  /// Takes back the entry of an element that has ended, if nothing in it can be part of a record.
  mutating func dropIfBare(_ entry: Int) {
    guard entry == entries.count - 1, !entries[entry].isRecord else { return }
    waitingSize -= entries[entry].size + MemoryLayout<Entry>.size
    let first = entries[entry].firstField
    if first >= 0 { fields.removeSubrange(first...) }
    entries.removeLast()
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
  mutating func makeReady(upTo end: Int) {
    ready = end
    waiting = 0
    waitingSize = 0
    for entry in entries[end...] {
      waiting += entry.isRecord ? 1 : 0
      waitingSize += entry.size + MemoryLayout<Entry>.size
    }
  }

  /// Forgets what was delivered.
  ///
  /// - Parameter wrappers: Entries to keep, outermost first; they move to the front.
  /// - Returns: By how much the entries that were not ready have moved.
  mutating func dropDelivered(keeping wrappers: [Int]) -> Int {
    let shift = ready - wrappers.count
    guard delivered == ready, shift > 0 else { return 0 }
    swap(&entries, &emptied.entries)
    swap(&fields, &emptied.fields)
    swap(&texts, &emptied.texts)
    let oldStart = textStart
    for (level, wrapper) in wrappers.enumerated() { keep(wrapper, parent: level - 1) }
    for index in ready..<emptied.entries.count {
      let parent = emptied.entries[index].parent
      keep(index, parent: parent >= ready ? parent - shift : wrappers.count - 1)
    }
    textStart = texts.count
    texts.append(contentsOf: emptied.texts[oldStart...])
    emptied.entries.removeAll(keepingCapacity: true)
    emptied.fields.removeAll(keepingCapacity: true)
    emptied.texts.removeAll(keepingCapacity: true)
    ready = wrappers.count
    delivered = ready
    return shift
  }

  private mutating func keep(_ index: Int, parent: Int) {
    let entry = emptied.entries[index]
    var kept = Entry(place: entry.place, parent: parent, line: entry.line)
    kept.isRecord = entry.isRecord
    kept.isSilent = entry.isSilent
    entries.append(kept)
    var index = entry.firstField
    while index >= 0 {
      var field = emptied.fields[index]
      index = field.next
      let range = field.range
      field.start = Int32(truncatingIfNeeded: texts.count)
      field.following = -1
      texts.append(contentsOf: emptied.texts[range])
      append(field, to: entries.count - 1)
    }
  }
}
