import CXMLReader
import Records

/// Reads the records of an XML file as rows, whatever shape an exporter gave them.
///
/// Owns one reader of `CXMLReader`, which stands around libxml2's SAX2 push parser (C: `xmlCreatePushParserCtxt`,
/// `xmlParseChunk`) and refuses DOCTYPEs and whatever else makes that parser slow or large. Lines are those that
/// libxml2 has at a start tag's end; they have no limit, unlike those of its text reader and its tree.
///
/// One generic rule reads all shapes; ``XMLAssembly`` tells it. Records come in the order of their start tags, each
/// as soon as the outermost record around it has ended, so that a file cut short gives only complete ones.
final class XMLRecordReader {
  private let reader: OpaquePointer
  private var assembly = XMLAssembly()
  private var row = RawRow()
  private var count: UInt64 = 0
  private var budget = XMLBudget()
  private var fault: XMLFault?
  private var isFinished = false

  /// Why the record that `accept` is given is to be set aside; `nil` where nothing is wrong.
  private(set) var rejected: XMLRowFault?

  /// The record inside of which the file ended, once ``finish(accept:)`` has found that it is cut short.
  private(set) var torn: (element: String, line: Int)?

  /// C: `xmlCreatePushParserCtxt`.
  ///
  /// - Throws: ``XMLFault/outOfMemory``.
  init() throws(XMLFault) {
    let events = cxml_events(name: nameFound, start: elementStarted, text: textFound, end: elementEnded)
    guard let reader = cxml_create(events) else { throw .outOfMemory }
    self.reader = reader
  }

  deinit { cxml_free(reader) }

  /// The kinds of records found so far. Kinds and columns are only ever added, so places in them are for good.
  var kinds: [XMLRecordKind] { assembly.tables.kinds }

  /// Reads the file's next bytes. How a file is cut into chunks makes no difference to its rows.
  ///
  /// - Parameter accept: Gets each record with its kind's place in ``kinds``. Field after field belongs to the
  ///   kind's columns; fields that the record lacks are empty, or left out at the end.
  /// - Throws: What is wrong with the file, after the complete records before it; then the same again at each call.
  func read(
    _ chunk: UnsafeRawBufferPointer, accept: (_ kind: Int, _ row: borrowing RawRow) -> Void
  ) throws(XMLFault) {
    precondition(!isFinished, "nothing is read after the end")
    guard let bytes = chunk.assumingMemoryBound(to: UInt8.self).baseAddress else { return }
    for offset in stride(from: 0, to: chunk.count, by: Self.step) {
      let count = min(Self.step, chunk.count - offset)
      try deliver(accept) { cxml_read($0, bytes + offset, count, $1) }
    }
  }

  /// Reads what is left after the file's last byte.
  ///
  /// - Throws: As ``read(_:accept:)``; ``XMLFault/truncated(line:)`` where an element is still open.
  func finish(accept: (_ kind: Int, _ row: borrowing RawRow) -> Void) throws(XMLFault) {
    if isFinished { return }
    try deliver(accept) { cxml_finish($0, $1) }
    isFinished = true
  }

  /// As many bytes as are read before records are delivered, so that few wait.
  private static let step = 1 << 16

  private func deliver(
    _ accept: (_ kind: Int, _ row: borrowing RawRow) -> Void,
    after read: (OpaquePointer, UnsafeMutableRawPointer) -> cxml_outcome
  ) throws(XMLFault) {
    if let fault { throw fault }
    let outcome = withUnsafeMutablePointer(to: &assembly) { read(reader, $0) }
    let passed = Int(cxml_passed(reader))
    do throws(XMLFault) {
      while let (kind, rowFault) = try assembly.next(&row) {
        guard budget.spend(row, ofBytes: passed) else { throw .recordTooLarge(line: row.line) }
        row.position = count
        count += 1
        rejected = rowFault
        accept(kind, row)
      }
      if let fault = XMLFault(outcome, of: reader) ?? (outcome == .stopped ? assembly.fault : nil) { throw fault }
    } catch {
      fault = error
      if case .truncated = error { torn = assembly.torn }
      throw error
    }
  }

  /// The ordinal of the record behind the last one that was delivered.
  var nextPosition: UInt64 { count }
}

// What the C reader calls. `context` is the assembly, for the time of one call of `cxml_read` or `cxml_finish`.

private func nameFound(_ context: UnsafeMutableRawPointer, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> CInt {
  context.assumingMemoryBound(to: XMLAssembly.self).pointee.name(UnsafeBufferPointer(start: bytes, count: length).span)
  return 0
}

private func elementStarted(
  _ context: UnsafeMutableRawPointer, _ name: Int32, _ attributes: UnsafePointer<cxml_attribute>?, _ count: Int,
  _ line: Int64
) -> CInt {
  let assembly = context.assumingMemoryBound(to: XMLAssembly.self)
  assembly.pointee.start(Int(name), UnsafeBufferPointer(start: attributes, count: count), line: Int(line))
  return assembly.pointee.fault == nil ? 0 : 1
}

private func textFound(_ context: UnsafeMutableRawPointer, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> CInt {
  context.assumingMemoryBound(to: XMLAssembly.self).pointee.text(UnsafeBufferPointer(start: bytes, count: length).span)
  return 0
}

private func elementEnded(_ context: UnsafeMutableRawPointer) -> CInt {
  let assembly = context.assumingMemoryBound(to: XMLAssembly.self)
  assembly.pointee.end()
  return assembly.pointee.fault == nil ? 0 : 1
}
