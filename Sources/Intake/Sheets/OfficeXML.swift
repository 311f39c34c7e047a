import CXMLReader

/// Names of elements and attributes that matter in the XML of spreadsheets; all others are one.
enum OfficeWord: String {
  case other = ""
  // Office Open XML: relationships, workbook, styles, strings, sheets.
  case relationship = "Relationship", idOfRelationship = "Id", type = "Type", target = "Target"
  case targetMode = "TargetMode"
  case workbookProperties = "workbookPr", date1904, sheet, name, state, id
  case numberFormats = "numFmts", numberFormat = "numFmt", numberFormatID = "numFmtId", formatCode
  case cellFormats = "cellXfs", format = "xf"
  case stringItem = "si", text = "t", phonetic = "rPh", inlineString = "is"
  case sheetData, row, cell = "c", value = "v", formula = "f", reference = "r", style = "s"
  // XML Spreadsheet 2003.
  case worksheet2003 = "Worksheet", row2003 = "Row", cell2003 = "Cell", data2003 = "Data", name2003 = "Name"
  case index2003 = "Index", mergeAcross = "MergeAcross", span2003 = "Span", visible = "Visible", table2003 = "Table"
  case formula2003 = "Formula", style2003 = "Style", styles2003 = "Styles", column2003 = "Column"
  case styleName2003 = "ID", styleParent2003 = "Parent", styleOf2003 = "StyleID"
  case numberFormat2003 = "NumberFormat", format2003 = "Format"
}

/// An element's start with its attributes; valid only while the listener is told of it.
struct OfficeTag {
  let word: OfficeWord
  /// The element around it.
  let parent: OfficeWord
  fileprivate let attributes: UnsafeBufferPointer<cxml_attribute>
  fileprivate let words: [OfficeWord]

  /// An attribute's bytes, to be used at once; `nil` where the element has none of that name.
  func bytes(_ word: OfficeWord) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes where words[Int(attribute.name)] == word {
      return UnsafeBufferPointer(start: attribute.value, count: attribute.length)
    }
    return nil
  }

  func text(_ word: OfficeWord) -> String? { bytes(word).map { String(decoding: $0, as: UTF8.self) } }

  /// An attribute that is a whole number of at most nine digits.
  func number(_ word: OfficeWord) -> Int? {
    guard let bytes = bytes(word), (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  func isTrue(_ word: OfficeWord) -> Bool { text(word).map { $0 == "1" || $0 == "true" } ?? false }
}

/// What reads one kind of XML part.
protocol OfficeListener: AnyObject {
  func start(_ tag: OfficeTag)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ word: OfficeWord, in parent: OfficeWord)
  /// Why reading stops; asked after each element.
  var fault: SheetFault? { get }
}

/// Reads the XML of spreadsheets element by element, without building anything.
///
/// Owns one reader of `CXMLReader` (C: `xmlCreatePushParserCtxt`, `xmlParseChunk`), thus refuses DOCTYPEs.
final class OfficeXML {
  private let reader: OpaquePointer
  private let listener: any OfficeListener
  private let part: String?
  private var words: [OfficeWord] = []
  private var open: [OfficeWord] = [.other]

  /// - Parameter part: The part's name in an archive, for messages; `nil` for a file of its own.
  init(_ listener: any OfficeListener, part: String? = nil) throws(SheetFault) {
    let events = cxml_events(name: nameFound, start: elementStarted, text: textFound, end: elementEnded)
    guard let reader = cxml_create(events) else { throw SheetFault(XMLFault.outOfMemory, part: part) }
    self.reader = reader
    self.listener = listener
    self.part = part
  }

  deinit { cxml_free(reader) }

  func read(_ chunk: UnsafeRawBufferPointer) throws(SheetFault) {
    guard let bytes = chunk.assumingMemoryBound(to: UInt8.self).baseAddress else { return }
    try check(cxml_read(reader, bytes, chunk.count, Unmanaged.passUnretained(self).toOpaque()))
  }

  /// Reads what is left after the last byte.
  func finish() throws(SheetFault) {
    try check(cxml_finish(reader, Unmanaged.passUnretained(self).toOpaque()))
  }

  private func check(_ outcome: cxml_outcome) throws(SheetFault) {
    if let fault = listener.fault { throw fault }
    if let fault = XMLFault(outcome, of: reader) { throw SheetFault(fault, part: part) }
  }

  fileprivate func name(_ bytes: UnsafeBufferPointer<UInt8>) {
    words.append(OfficeWord(rawValue: String(decoding: bytes, as: UTF8.self)) ?? .other)
  }

  fileprivate func start(_ name: Int, _ attributes: UnsafeBufferPointer<cxml_attribute>) -> Bool {
    let tag = OfficeTag(word: words[name], parent: open[open.count - 1], attributes: attributes, words: words)
    open.append(tag.word)
    listener.start(tag)
    return listener.fault == nil
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) { listener.text(bytes) }

  fileprivate func end() -> Bool {
    let word = open.removeLast()
    listener.end(word, in: open[open.count - 1])
    return listener.fault == nil
  }
}

// What the C reader calls. `context` is the reader above, for the time of one call of `cxml_read` or `cxml_finish`.

private func office(_ context: UnsafeMutableRawPointer) -> OfficeXML {
  Unmanaged<OfficeXML>.fromOpaque(context).takeUnretainedValue()
}

private func nameFound(_ context: UnsafeMutableRawPointer, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> CInt {
  office(context).name(UnsafeBufferPointer(start: bytes, count: length))
  return 0
}

private func elementStarted(
  _ context: UnsafeMutableRawPointer, _ name: Int32, _ attributes: UnsafePointer<cxml_attribute>?, _ count: Int,
  _ line: Int64
) -> CInt {
  office(context).start(Int(name), UnsafeBufferPointer(start: attributes, count: count)) ? 0 : 1
}

private func textFound(_ context: UnsafeMutableRawPointer, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> CInt {
  office(context).text(UnsafeBufferPointer(start: bytes, count: length))
  return 0
}

private func elementEnded(_ context: UnsafeMutableRawPointer) -> CInt { office(context).end() ? 0 : 1 }
