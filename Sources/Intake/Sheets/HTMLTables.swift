import CXMLReader
import Records

/// Reads the tables of a web page, however carelessly it is written.
///
/// Owns one reader of `CXMLReader` (C: `htmlCreatePushParserCtxt`, `htmlParseChunk`), which loads nothing. Only text
/// counts; `<br>` and blanks of any number are one blank. Cells that a `colspan` or `rowspan` covers are empty. A
/// table in a cell of another is a table of its own. Rows are numbered through the whole page.
final class HTMLTables {
  /// As many columns as a cell may cover in rows below its own: each such row counts them down.
  private static let mostCovered = 1_024
  /// Within so many bytes of its end a page closes its table, its body or itself.
  private static let tailSize = 1_024

  private let reader: OpaquePointer
  private let writer: SheetWriter
  private var open: [Table] = []
  private var tables = 0
  private var line = 0
  /// Elements whose text nobody sees.
  private var silent = 0
  /// The last bytes of the page so far.
  private var tail: [UInt8] = []
  /// Whether the page asks for a password.
  private(set) var isLogin = false
  /// Whether any row had two cells with text, as every table of records has.
  private(set) var hasRecords = false

  /// An open table with its row and cell.
  private struct Table {
    let sheet: Int
    var row = SheetRow()
    var line = 0
    var column = 0
    var cells = 0
    /// How many more rows each column is covered by a cell from above.
    var covered: [Int] = []
    var isInRow = false
    /// Whether the page ends in the middle of its row.
    var isTorn = false
    var cell: (columns: Int, rows: Int)?
    var text: [UInt8] = []
    var owesBlank = false
  }

  init(_ writer: SheetWriter) throws(SheetFault) {
    self.writer = writer
    guard let reader = chtml_create(chtml_events(start: tagStarted, text: textFound, end: tagEnded)) else {
      throw SheetFault(XMLFault.outOfMemory)
    }
    self.reader = reader
  }

  deinit { chtml_free(reader) }

  /// - Parameter chunk: Whole characters of well-formed UTF-8 without NUL.
  func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(SheetFault) {
    guard let bytes = chunk.baseAddress else { return }
    tail = Array((tail + chunk.suffix(Self.tailSize)).suffix(Self.tailSize))
    try check(chtml_read(reader, bytes, chunk.count, Unmanaged.passUnretained(self).toOpaque()))
  }

  /// Reads what is left after the last byte.
  ///
  /// - Throws: Also where the page ends inside of a table with nothing closed, since its last row may be torn.
  func finish() throws(SheetFault) {
    let isTorn = !open.isEmpty && !isClosed
    if isTorn, let place = open.indices.last, open[place].isInRow { open[place].isTorn = true }
    try check(chtml_finish(reader, Unmanaged.passUnretained(self).toOpaque()))
    endAll()
    if isTorn, hasRecords || !isLogin { throw SheetFault(.pageTruncated, line: line) }
  }

  /// Whether the page's end closes anything that stands around rows.
  private var isClosed: Bool {
    let text = String(decoding: tail, as: UTF8.self).lowercased()
    return ["</table", "</body", "</html"].contains { text.contains($0) }
  }

  /// Ends the tables that a page cut short leaves open.
  func endAll() {
    while !open.isEmpty { endTable() }
  }

  private func check(_ outcome: chtml_outcome) throws(SheetFault) {
    if let fault = writer.fault { throw fault }
    switch outcome {
    case .fine, .stopped: return
    case .too_deep: throw SheetFault(.pageTooDeep, line: nil)
    case .tag_too_long: throw SheetFault(.pageTagTooLong, line: nil)
    case .out_of_memory: throw SheetFault(XMLFault.outOfMemory)
    }
  }
}

extension HTMLTables {
  fileprivate func start(_ tag: chtml_tag) -> Bool {
    if tag.is_password { isLogin = true }
    switch String(cString: tag.name) {
    case "table":
      tables += 1
      open.append(Table(sheet: writer.begin(name: "table \(tables)")))
    case "tr": if !open.isEmpty { startRow() }
    case "td", "th": if !open.isEmpty { startCell(columns: Int(tag.columns), rows: Int(tag.rows)) }
    case "br", "p", "div", "li": blank()
    case "script", "style", "title", "select": silent += 1
    default: break
    }
    return writer.fault == nil
  }

  fileprivate func end(_ name: UnsafePointer<CChar>) -> Bool {
    switch String(cString: name) {
    case "table": if !open.isEmpty { endTable() }
    case "tr": if !open.isEmpty { endRow() }
    case "td", "th": if !open.isEmpty { endCell() }
    case "script", "style", "title", "select": silent = max(0, silent - 1)
    default: break
    }
    return writer.fault == nil
  }

  /// Adds text with its blanks, no-break ones too, made one.
  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard silent == 0, let place = open.indices.last, open[place].cell != nil, open[place].text.count <= 1 << 20
    else { return }
    var index = 0
    while index < bytes.count {
      if bytes[index] <= 0x20 {
        open[place].owesBlank = true
      } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        open[place].owesBlank = true
        index += 1
      } else {
        if open[place].owesBlank, !open[place].text.isEmpty { open[place].text.append(0x20) }
        open[place].owesBlank = false
        open[place].text.append(bytes[index])
      }
      index += 1
    }
  }

  private func blank() {
    if let place = open.indices.last { open[place].owesBlank = true }
  }

  private func startRow() {
    endRow()
    let place = open.count - 1
    line += 1
    open[place].line = line
    open[place].isInRow = true
    (open[place].column, open[place].cells) = (0, 0)
    open[place].row.removeAll()
  }

  private func startCell(columns: Int, rows: Int) {
    endCell()
    let place = open.count - 1
    if !open[place].isInRow { startRow() }
    while open[place].column < open[place].covered.count, open[place].covered[open[place].column] > 0 {
      open[place].column += 1
    }
    open[place].cell = (min(columns, 1_000), rows)
    open[place].text.removeAll(keepingCapacity: true)
    open[place].owesBlank = false
  }

  private func endCell() {
    let place = open.count - 1
    guard let cell = open[place].cell else { return }
    open[place].cell = nil
    let column = open[place].column
    if !open[place].text.isEmpty { open[place].cells += 1 }
    open[place].row.add(open[place].text, column: column)
    open[place].column = min(column + cell.columns, SheetRow.mostColumns)
    guard cell.rows > 1, open[place].column > column else { return }
    let end = min(open[place].column, Self.mostCovered)
    let missing = end - open[place].covered.count
    if missing > 0 { open[place].covered += Array(repeating: 0, count: missing) }
    // Counted down at this row's end too.
    for covered in column..<max(column, end) { open[place].covered[covered] = cell.rows }
  }

  private func endRow() {
    let place = open.count - 1
    endCell()
    guard open[place].isInRow else { return }
    open[place].isInRow = false
    if open[place].cells > 1 { hasRecords = true }
    for column in open[place].covered.indices where open[place].covered[column] > 0 {
      open[place].covered[column] -= 1
    }
    let rejected = open[place].isTorn ? Diagnostic.Message.tornRow : nil
    writer.write(&open[place].row, sheet: open[place].sheet, line: open[place].line, rejected: rejected)
  }

  private func endTable() {
    endRow()
    writer.end(open.removeLast().sheet)
  }
}

// What the C reader calls. `context` is the reader above, for the time of one call of `chtml_read` or `chtml_finish`.

private func page(_ context: UnsafeMutableRawPointer) -> HTMLTables {
  Unmanaged<HTMLTables>.fromOpaque(context).takeUnretainedValue()
}

private func tagStarted(_ context: UnsafeMutableRawPointer, _ tag: UnsafePointer<chtml_tag>) -> CInt {
  page(context).start(tag.pointee) ? 0 : 1
}

private func textFound(_ context: UnsafeMutableRawPointer, _ bytes: UnsafePointer<UInt8>, _ length: Int) -> CInt {
  page(context).text(UnsafeBufferPointer(start: bytes, count: length))
  return 0
}

private func tagEnded(_ context: UnsafeMutableRawPointer, _ name: UnsafePointer<CChar>) -> CInt {
  page(context).end(name) ? 0 : 1
}

extension Diagnostic.Message {
  static let pageTooDeep = Self(
    code: "html-depth", problem: "elements of the page stand in each other more than 512 deep",
    remedy: "export the table as CSV or XLSX; ask where the page comes from")
  static let pageTagTooLong = Self(
    code: "html-tag-length",
    problem: "a tag of the page is longer than 64 KiB or has over 1,024 attributes, or a text or comment is over 1 MiB",
    remedy: "export the table as CSV or XLSX; ask where the page comes from")
  static let pageTruncated = Self(
    code: "html-truncated", problem: "the page ends inside of a table",
    remedy: "fetch the file again; the export or the transfer stopped before its end")
  static let tornRow = Self(
    code: "torn-line", problem: "the file ends in the middle of this row",
    remedy: "fetch the file again; the export or the transfer stopped before its end")
  static let loginPage = Self(
    code: "html-login", problem: "the file is a web page that asks for a password, not the export",
    remedy: "log in to the application and download the export again; the session had ended")
  static let noTable = Self(
    code: "html-no-table", problem: "the file is a web page without a table of rows, such as an error page",
    remedy: "open the file in a browser to see what the application answered, and download the export again")
}
