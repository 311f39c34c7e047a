import CXMLReader
import Records

/// Tells records from containers and fields while elements open and close, and puts each field where it belongs.
///
/// A *leaf* has no child elements. It is a field of the element around it, unless it has attributes and no text:
/// then it is a record. Another element is a record once it has a field; without one it is a container.
///
/// Records nested in a record have its fields too, and those may come after the nested records. So all wait until
/// the *outermost* record ends. A *wrapper* is an open element that stands around outermost records: the root as
/// soon as it has a record in it, and elements around more records than can wait.
struct XMLAssembly {
  /// An open element.
  private struct Frame {
    let place: Int
    let line: Int
    /// The place of the latest child, from which the next one's is guessed.
    var lastChild = -1
    /// Its entry among the pending, once it has children.
    var entry = -1
    /// Whether a leaf is among its fields, and not only attributes.
    var hasLeaves = false
    var isColumn = false
    var isNil = false

    var hasChildren: Bool { entry >= 0 }
  }

  /// Why assembly stopped, if it did.
  private(set) var fault: XMLFault?
  private(set) var tables = XMLTables()
  private var names = XMLNames()
  private var paths = XMLPaths()
  private var pending = XMLPending()
  /// The open elements are the first ``depth`` of these; the others are left over.
  private var frames: [Frame] = []
  private var depth = 0
  /// How many of the outermost frames are wrappers.
  private var wrappers = 0
  private var attributes = XMLAttributes()
  /// The places of fields that come from a field's attributes, by the attribute's place.
  private var besideLeaves: [Int: Int] = [:]

  mutating func name(_ bytes: Span<UInt8>) { names.add(bytes) }

  mutating func start(_ number: Int, _ attributes: UnsafeBufferPointer<cxml_attribute>, line: Int) {
    becomeParent()
    let name = names.ofParser[number]
    var marks = XMLMarks(of: name)
    for attribute in attributes { marks.note(attribute, &names) }
    var frame = Frame(place: place(marks.name, element: marks.element), line: line)
    frame.isColumn = marks.isColumn
    frame.isNil = marks.isNil
    for attribute in attributes where marks.isField(attribute, names) {
      let name = names.ofParser[Int(attribute.name)].number
      frame.lastChild = paths.child(of: frame.place, after: frame.lastChild, named: name, element: name)
      self.attributes.hold(attribute.bytes.span, place: frame.lastChild)
    }
    if depth < frames.count { frames[depth] = frame } else { frames.append(frame) }
    depth += 1
    if names.isOverfull || paths.isOverfull { fault = .tooManyNames(line: line) }
  }

  mutating func text(_ bytes: Span<UInt8>) {
    if depth > 0, !frames[depth - 1].hasChildren { pending.addText(bytes) }
  }

  mutating func end() {
    depth -= 1
    if frames[depth].hasChildren {
      if depth >= wrappers { pending.dropIfBare(frames[depth].entry) }
      close()
    } else {
      endLeaf(frames[depth])
    }
    if pending.isOverfull { relieve() }
  }

  /// The outermost record that is still open, with those nested in it: its element and the line of its start tag;
  /// `nil` where only containers are open.
  var torn: (element: String, line: Int)? {
    guard depth > 0 else { return nil }
    // A root is a record where it has shown columns of its own, and is else taken for a container.
    let first = wrappers > 0 ? wrappers : depth > 1 && !frames[0].hasLeaves ? 1 : 0
    let innermost = depth - 1
    for level in first..<max(first, depth) {
      let isRecord =
        frames[level].hasChildren
        ? pending.entries[frames[level].entry].isRecord && (level > 0 || frames[level].hasLeaves)
        : level > 0 && level == innermost
      let hasOpenLeaf = level == innermost - 1 && !frames[innermost].hasChildren
      if isRecord || hasOpenLeaf { return (names.string(paths[frames[level].place].element), frames[level].line) }
    }
    return nil
  }

  /// Fills a row with the next record that is ready.
  ///
  /// - Returns: The record's kind, and what is wrong with the row; `nil` when all have been delivered.
  mutating func next(_ row: inout RawRow) throws(XMLFault) -> (kind: Int, fault: XMLRowFault?)? {
    if let entry = pending.next() { return try tables.fill(&row, with: entry, of: pending, &paths, names) }
    let shift = pending.dropDelivered(keeping: frames[..<wrappers].map(\.entry))
    if shift > 0 {
      for level in 0..<depth where frames[level].hasChildren {
        frames[level].entry = level < wrappers ? level : frames[level].entry - shift
      }
    }
    return nil
  }
}

extension XMLAssembly {
  /// The place of a child of the innermost element.
  private mutating func place(_ name: UInt32, element: UInt32) -> Int {
    guard depth > 0 else { return paths.child(of: XMLPaths.document, after: -1, named: name, element: element) }
    let parent = frames[depth - 1]
    let place = paths.child(of: parent.place, after: parent.lastChild, named: name, element: element)
    frames[depth - 1].lastChild = place
    return place
  }

  /// Gives the innermost element its entry, since it turns out to have children.
  private mutating func becomeParent() {
    guard depth > 0, !frames[depth - 1].hasChildren else { return }
    pending.dropText()
    let entry = openEntry(frames[depth - 1], around: depth - 2)
    frames[depth - 1].entry = entry
  }

  /// Adds an entry for an element, with its attributes.
  ///
  /// - Parameter level: The frame of the element around it, or -1.
  private mutating func openEntry(_ frame: Frame, around level: Int) -> Int {
    let entry = pending.open(place: frame.place, parent: level < 0 ? -1 : frames[level].entry, line: frame.line)
    for (index, place) in attributes.places.enumerated() {
      attributes.add(index, to: &pending, entry, place: place)
      pending.markRecord(entry)
    }
    attributes.removeAll()
    return entry
  }

  private mutating func endLeaf(_ closed: Frame) {
    let isField = closed.isColumn || closed.isNil || pending.hasText || attributes.isEmpty
    if isField, depth > 0 {
      addField(closed)
    } else if !attributes.isEmpty {
      pending.dropText()
      _ = openEntry(closed, around: depth - 1)
      close()
    }
    pending.dropText()
    attributes.removeAll()
  }

  /// Adds a leaf to the element around it, with its attributes beside it as `leaf@attribute`.
  private mutating func addField(_ closed: Frame) {
    let level = depth - 1
    guard level >= wrappers else {
      // Rows that lack it have been delivered. The root's later fields are known to be lost; others must not be.
      if level > 0, pending.hasText || !attributes.isEmpty { fault = .recordTooLarge(line: closed.line) }
      return
    }
    let entry = frames[level].entry
    // An empty leaf may be an empty list as well as an empty column: alone it makes no record.
    if closed.isColumn || closed.isNil || pending.hasText {
      pending.markRecord(entry)
      frames[level].hasLeaves = true
    }
    pending.endText(as: closed.place, of: entry)
    for (index, place) in attributes.places.enumerated() {
      attributes.add(index, to: &pending, entry, place: placeBeside(closed.place, place))
    }
  }

  private mutating func placeBeside(_ leaf: Int, _ attribute: Int) -> Int {
    if let known = besideLeaves[attribute] { return known }
    let name = names.number(of: "\(names.string(paths[leaf].element))@\(names.string(paths[attribute].element))")
    let place = paths.child(of: paths[leaf].parent, after: leaf, named: name, element: name)
    besideLeaves[attribute] = place
    return place
  }

  /// Decides what the end of the element at ``depth`` means for what waits.
  private mutating func close() {
    if depth < wrappers {
      wrappers = depth
    } else if depth == wrappers || depth == 1 && hasRecordsInRoot {
      if depth > wrappers {
        pending.wrap(frames[0].entry, isSilent: true, in: [])
        wrappers = 1
      }
      pending.makeReady(upTo: pending.entries.count)
    }
  }

  /// Whether records wait other than the root, which has the first entry as long as it is no wrapper.
  private var hasRecordsInRoot: Bool { pending.waiting > (pending.entries[frames[0].entry].isRecord ? 1 : 0) }

  /// Makes wrappers of the outermost elements whose records are too many to wait for their end.
  ///
  /// Where such an element has shown fields of its own it is a record, and too large.
  private mutating func relieve() {
    while pending.isOverfull, fault == nil {
      guard wrappers < depth, wrappers == 0 ? hasRecordsInRoot : !frames[wrappers].hasLeaves else {
        fault = .recordTooLarge(line: frames[min(wrappers, max(depth - 1, 0))].line)
        return
      }
      pending.wrap(frames[wrappers].entry, isSilent: wrappers == 0, in: frames[..<wrappers].lazy.map(\.entry))
      wrappers += 1
      pending.makeReady(upTo: wrappers < depth ? frames[wrappers].entry : pending.entries.count)
    }
  }
}
