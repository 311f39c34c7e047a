import Records

/// Feeds one XML file to the record reader, chunk by chunk.
struct XMLFileReader {
  private static let chunkSize = 1 << 16
  /// How much is looked at before the first record is used, so that columns the first records lack are known.
  private static let sampleSize = 1 << 20

  let file: InputFile

  /// Reads all records in document order.
  ///
  /// - Parameters:
  ///   - limit: Stop after about so many bytes; `nil` for the whole file.
  ///   - isDone: Asked now and then; where it says so, the rest of the file is left.
  ///   - accept: Gets each record with the place of its kind among the reader's kinds, and the reader, which knows
  ///     the kinds found so far and whether the record is to be set aside.
  /// - Returns: The kinds of records found, and what ended the reading early; records before it have been delivered.
  func read(
    limit: Int? = nil, isDone: () -> Bool = { false },
    accept: (_ kind: Int, _ row: borrowing RawRow, _ records: XMLRecordReader) -> Void
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
      }
      kinds = records.kinds
    } catch {
      fault = (error.message, error.line)
    }
    return (kinds, fault)
  }

  /// The kinds of records in the file's beginning, with the columns that they have there, and about how many records
  /// of each the whole file has; none where it is short.
  func sample() -> (kinds: [XMLRecordKind], expected: [Int]) {
    var counts: [Int] = []
    let kinds = read(limit: Self.sampleSize) { kind, _, _ in
      while counts.count <= kind { counts.append(0) }
      counts[kind] += 1
    }.kinds
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
    reading.counts = counts
    reading.quarantine = quarantine
    if let found = pieces.fault { reading.fault = fault(reading.path, found.message, line: found.line) }
    reading.take(&rows)
  }

  private func table(_ kind: XMLRecordKind, _ rows: inout RowReader) -> FileForm.XMLTable {
    let element = ColumnName(kind.columns.last { Self.element(of: $0) == Self.ownElement(kind) } ?? "", isNested: true)
      .element
    return FileForm.XMLTable(
      path: kind.path, columns: kind.columns,
      plans: rows.plans(for: kind.columns, element: element.isEmpty ? nil : element))
  }

  private static func element(of column: String) -> String {
    column.split(separator: "/").first.map(String.init) ?? ""
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
