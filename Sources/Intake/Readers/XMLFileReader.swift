import Records

/// Feeds one XML file to the record reader, chunk by chunk.
struct XMLFileReader {
  private static let chunkSize = 1 << 16
  /// How much is looked at before the first record is used, so that columns the first records lack are known.
  private static let sampleSize = 1 << 20

  /// How much is shown of a torn record whose beginning lies far above the file's end.
  private static let shownEnd = 1 << 10

  let file: InputFile

  /// Reads all records in document order.
  ///
  /// - Parameters:
  ///   - limit: Stop after about so many bytes; `nil` for the whole file.
  ///   - isDone: Asked now and then; where it says so, the rest of the file is left.
  ///   - accept: Gets each record with the place of its kind among the reader's kinds, and the reader, which knows
  ///     the kinds found so far and whether the record is to be set aside.
  ///   - setAside: Gets the record inside of which the file ends.
  /// - Returns: The kinds of records found, and what ended the reading early; records before it have been delivered.
  func read(
    limit: Int? = nil, isDone: () -> Bool = { false },
    accept: (_ kind: Int, _ row: borrowing RawRow, _ records: XMLRecordReader) -> Void,
    setAside: (Torn) -> Void = { _ in }
  ) -> (kinds: [XMLRecordKind], fault: (message: Diagnostic.Message, line: Int?)?) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 64)
    defer { buffer.deallocate() }
    var offset = 0
    var fault: (message: Diagnostic.Message, line: Int?)?
    var kinds: [XMLRecordKind] = []
    do throws(XMLFault) {
      let records = try XMLRecordReader()
      do throws(XMLFault) {
        while offset < limit ?? Int.max, fault == nil, !isDone() {
          var count = 0
          do throws(InputFile.Fault) {
            count = try file.read(into: buffer, at: offset)
          } catch {
            fault = (error.message, nil)
            // Records that were whole before the place may still wait for what would follow them.
            try? records.finish { kind, row in accept(kind, row, records) }
            continue
          }
          if count == 0 {
            try records.finish { kind, row in accept(kind, row, records) }
            break
          }
          let chunk = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[0..<count])
          try records.read(chunk) { kind, row in accept(kind, row, records) }
          offset += count
        }
      } catch {
        fault = (error.message, error.line)
        if case .truncated(let line) = error, let torn = torn(records, line, end: offset) { setAside(torn) }
      }
      kinds = records.kinds
    } catch {
      fault = (error.message, error.line)
    }
    return (kinds, fault)
  }

  /// A record inside of which the file ends.
  struct Torn {
    let location: SourceLocation
    /// What there is of it, or the end of that.
    let text: String
  }

  /// Finds the text of a torn record again, at the file's end.
  ///
  /// - Parameters:
  ///   - line: The file's last.
  ///   - end: How many bytes the file has.
  /// - Returns: `nil` where the file ends between two records.
  private func torn(_ records: XMLRecordReader, _ line: Int, end: Int) -> Torn? {
    let start = max(0, end - Self.chunkSize)
    var bytes = [UInt8](repeating: 0, count: end - start)
    let count = bytes.withUnsafeMutableBytes { buffer in
      do throws(InputFile.Fault) { return try file.read(into: buffer, at: start) } catch { return 0 }
    }
    bytes.removeLast(bytes.count - count)
    var text = bytes.withUnsafeBufferPointer { bytes in
      var decoder = LineDecoder(TextEncoding.detect(bytes))
      return decoder.decode(bytes) { text, _ in String(decoding: text, as: UTF8.self) }
    }
    if let torn = records.torn {
      let starts = text.ranges(of: "<\(torn.element)").filter {
        $0.upperBound == text.endIndex || !(text[$0.upperBound].isLetter || text[$0.upperBound].isNumber)
      }
      // One that begins before what is looked at shows its end alone.
      text = starts.last.map { String(text[$0.lowerBound...]) } ?? String(text.suffix(Self.shownEnd))
    } else {
      // Nothing but the beginning of a start tag.
      let last = text[(text.lastIndex(of: ">").map { text.index(after: $0) } ?? text.startIndex)...]
      let tag = last.drop(while: \.isWhitespace)
      guard tag.first == "<", tag.dropFirst().first.map({ $0.isLetter || $0 == "_" }) ?? false else { return nil }
      text = String(tag)
    }
    let location = SourceLocation(
      file: FileID(index: 0), line: UInt32(truncatingIfNeeded: records.torn?.line ?? line),
      position: records.nextPosition)
    return Torn(location: location, text: text)
  }

  /// The kinds of records in the file's beginning, with the columns that they have there, and about how many records
  /// of each the whole file has; none where it is short.
  func sample() -> (kinds: [XMLRecordKind], expected: [Int]) {
    var counts: [Int] = []
    let kinds = read(
      limit: Self.sampleSize,
      accept: { kind, _, _ in
        while counts.count <= kind { counts.append(0) }
        counts[kind] += 1
      }
    ).kinds
    let share = min(file.byteCount, FileReader.longestReserve) / Self.sampleSize
    // A tenth more, so that tables rarely move; but no record of use is that short.
    return (kinds, counts.map { min($0 * share * 11 / 10, file.byteCount / 64) })
  }
}

extension FileReader {
  func readXML(_ file: InputFile, _ mapping: SourceMapping?, into reading: inout FileReading) {
    let source = XMLFileReader(file: file)
    var rows = RowReader(asOf: night, mapping: mapping, findings: findings)
    let sample = source.sample()
    var tables = sample.kinds.map { kind in table(kind, &rows) }
    for (table, expected) in zip(tables, sample.expected) where expected > 0 {
      rows.reserve(table.plans, rows: expected, bytes: min(file.byteCount, Self.longestReserve))
    }
    var counts = SourceFile.Counts()
    var quarantine: [QuarantinedRow] = []
    func take(_ row: borrowing RawRow, _ piece: XMLPieces.Piece) {
      // Columns that the sample did not have: look again what the table feeds.
      for news in piece.news {
        let found = table(news.kind, &rows)
        if news.place < tables.count { tables[news.place] = found } else { tables.append(found) }
      }
      counts.read += 1
      guard let message = piece.rejected?.message ?? rows.accept(row, plans: tables[piece.kind].plans) else {
        counts.accepted += 1
        return
      }
      counts.quarantined += 1
      let location = SourceLocation(
        file: FileID(index: 0), line: UInt32(truncatingIfNeeded: row.line), position: row.position)
      quarantine.append(
        QuarantinedRow(location: location, message: message, text: text(of: row, tables[piece.kind])))
    }
    var pieces = XMLPieces(source, knowing: sample.kinds)
    if readsAhead { RowRelay.pass(&pieces, to: take) } else { pieces.pieces(take) }
    reading.form = .xml(tables)
    if let torn = pieces.torn {
      counts.read += 1
      counts.quarantined += 1
      quarantine.append(QuarantinedRow(location: torn.location, message: XMLRowFault.torn.message, text: torn.text))
    }
    reading.counts = counts
    reading.quarantine = quarantine
    if let found = pieces.fault { reading.fault = fault(reading.path, found.message, line: found.line) }
    reading.take(&rows)
  }

  private func table(_ kind: XMLRecordKind, _ rows: inout RowReader) -> FileForm.XMLTable {
    let columns = kind.columns.indices.map { column in
      var name = ColumnName(kind.columns[column], isNested: true)
      name.isOwn = kind.isOwn[column]
      return name
    }
    let element = ColumnName.normalForm(Self.ownElement(kind))
    return FileForm.XMLTable(
      path: kind.path, columns: kind.columns,
      plans: rows.plans(for: columns, element: element.isEmpty ? nil : element))
  }

  private static func ownElement(_ kind: XMLRecordKind) -> String {
    let last = kind.path.split(separator: "/").last.map(String.init) ?? kind.path
    return last.firstIndex(of: "[").map { String(last[..<$0]) } ?? last
  }

  /// A record's columns and values as one line, since a record's own markup is not kept.
  private func text(of row: borrowing RawRow, _ table: FileForm.XMLTable) -> String {
    var parts: [String] = []
    for column in 0..<min(row.fieldCount, table.columns.count) where !row.range(column).isEmpty {
      parts.append("\(table.columns[column])=\(row.string(column))")
    }
    return parts.joined(separator: " | ")
  }
}
