import Records

/// Feeds one file of sheets to the reader of its form, from its first row to its last.
struct SheetSource {
  private static let chunkSize = 1 << 16

  let file: InputFile
  let format: SheetFormat

  /// - Parameter sink: Gets all rows in the order of the file, sheet by sheet.
  /// - Returns: The fault that ended the reading early.
  func read(into sink: some SheetSink) -> SheetFault? {
    let writer = SheetWriter(sink)
    do throws(SheetFault) {
      switch format {
      case .xlsx: try XLSXFile(file).read(into: writer)
      case .spreadsheetML: try readSpreadsheetML(into: writer)
      case .html: try readHTML(into: writer)
      }
      return nil
    } catch {
      return error
    }
  }

  private func readSpreadsheetML(into writer: SheetWriter) throws(SheetFault) {
    let sheets = Spreadsheet2003(writer)
    let xml = try OfficeXML(sheets)
    defer { sheets.abandon() }
    try readChunks { chunk throws(SheetFault) in
      writer.bytesRead += chunk.count
      try xml.read(UnsafeRawBufferPointer(chunk))
      return chunk.count
    }
    try xml.finish()
  }

  private func readHTML(into writer: SheetWriter) throws(SheetFault) {
    let page = try HTMLTables(writer)
    var decoder: LineDecoder?
    do throws(SheetFault) {
      try readChunks { chunk throws(SheetFault) in
        let encoding = decoder?.encoding ?? TextEncoding.detect(chunk)
        let skipped = decoder == nil ? encoding.markLength(in: chunk) : 0
        if decoder == nil { decoder = LineDecoder(encoding) }
        let whole = max(skipped, Self.wholeLetters(of: chunk, encoding))
        writer.bytesRead += chunk.count
        let part = UnsafeBufferPointer(rebasing: chunk[skipped..<whole])
        let text = decoder?.decode(part) { text, _ in text.map { $0 == 0 ? 0x20 : $0 } } ?? []
        var fault: SheetFault?
        text.withUnsafeBufferPointer { text in
          do throws(SheetFault) { try page.read(text) } catch { fault = error }
        }
        if let fault { throw fault }
        return whole
      }
      try page.finish()
    } catch {
      page.endAll()
      throw error
    }
    if page.isLogin, !page.hasRecords { throw SheetFault(.loginPage) }
    if !page.hasRecords { throw SheetFault(.noTable) }
  }

  /// How much of a chunk ends with a whole letter: up to the last ASCII one, or all where there is none.
  private static func wholeLetters(of chunk: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) -> Int {
    let high: Int? =
      switch encoding {
      case .utf8, .utf8Marked, .windows1252: nil
      case .utf16LittleEndian: 1
      case .utf16BigEndian: 0
      }
    guard let high else { return chunk.lastIndex { $0 < 0x80 }.map { $0 + 1 } ?? chunk.count }
    var end = chunk.count & ~1
    while end >= 2, chunk[end - 2 + high] & 0xF8 == 0xD8 { end -= 2 }
    return end > 0 ? end : chunk.count
  }

  /// Reads the file piece by piece.
  ///
  /// - Parameter take: Gets a piece and tells how much of it was used; the rest comes again with what follows.
  private func readChunks(
    _ take: (UnsafeBufferPointer<UInt8>) throws(SheetFault) -> Int
  ) throws(SheetFault) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.chunkSize)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      var count = 0
      do throws(InputFile.Fault) {
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      } catch {
        throw SheetFault(error)
      }
      if count == 0 { return }
      let used = try take(UnsafeBufferPointer(rebasing: buffer[0..<count]))
      offset += max(1, used)
    }
  }
}

extension FileReader {
  /// Reads all sheets of a file.
  func readSheets(_ file: InputFile, _ format: SheetFormat, into reading: inout FileReading) {
    let sheets = SheetTables(
      RowReader(asOf: night, mapping: mappings.first(for: reading.path), findings: findings))
    let found = SheetSource(file: file, format: format).read(into: sheets)
    reading.form = .sheets(SheetForm(format: format, tables: sheets.tables))
    reading.counts = sheets.counts
    reading.quarantine = sheets.quarantine
    sheets.finish(into: &reading)
    if let found { reading.fault = fault(reading.path, found.message, line: found.line) }
  }
}
