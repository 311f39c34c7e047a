import Records

/// Reads the records of one JSON file, by the words of whoever wrote it.
struct JSONFileReader {
  let file: InputFile
  let form: JSONForm

  /// A row's table, what is wrong with it, and what else is known of it.
  struct Found {
    let fault: JSONRowFault?
    /// The kinds of rows so far, of a file in the exporter's own words.
    let kinds: [JSONTables.Kind]
    var foreignAmounts: [Field] = []
    var hasForeignBytes = false
    /// The record that the row is of, and the part of it that is the row.
    let record: UnsafeBufferPointer<UInt8>
    let part: Range<Int>
  }

  typealias Accept = (_ kind: Int, _ row: borrowing RawRow, _ found: Found) -> Void

  /// Reads all records in the order of the file.
  ///
  /// - Parameters:
  ///   - accept: Gets each row.
  ///   - setAside: Gets each record of which no rows can be made.
  /// - Returns: How many records gave no row, and the fault that ended the reading early.
  @discardableResult func read(
    accept: Accept, setAside: (UnsafeBufferPointer<UInt8>, JSONSplitter.Place, JSONRowFault) -> Void
  ) -> (blank: Int, fault: JSONFault?) {
    var (blank, fault): (Int, JSONFault?) = (0, nil)
    do throws(JSONFault) {
      switch form.vocabulary {
      case .own: blank = try readOwn(accept, setAside)
      case .spseList: try readList(accept, setAside)
      case .releases:
        var rows = ReleaseRows()
        blank = try readStandard(accept, setAside) { tree, made in rows.make(of: tree, &made) }
      case .statements:
        var parties = StatementParties()
        var order = 0
        _ = try readStandard({ _, _, _ in }, { _, _, _ in }) { tree, _ in
          parties.note(tree, order)
          order += 1
          return nil
        }
        order = 0
        let rows = StatementRows(parties: parties)
        // Statements without rows are persons, and older words on what is told again: none of them is blank.
        _ = try readStandard(accept, setAside) { tree, made in
          order += 1
          return rows.make(of: tree, order - 1, &made)
        }
      }
    } catch {
      fault = error
    }
    return (blank, fault)
  }

  private func splitter() throws(JSONFault) -> JSONSplitter {
    var mark: (UInt8, UInt8, UInt8) = (0, 0, 0)
    var count = 0
    var problem: InputFile.Fault?
    withUnsafeMutableBytes(of: &mark) { bytes in
      do throws(InputFile.Fault) { count = try file.read(into: bytes, at: 0) } catch { problem = error }
    }
    if let problem { throw .unreadable(problem) }
    return JSONSplitter(file, offset: count == 3 && mark == (0xEF, 0xBB, 0xBF) ? 3 : 0)
  }

  private func readOwn(
    _ accept: Accept, _ setAside: JSONSplitter.SetAside
  ) throws(JSONFault) -> Int {
    var splitter = try splitter()
    var (tree, tables, budget) = (JSONTree(), JSONTables(), XMLBudget())
    var blank = 0
    try splitter.read(
      form.layout,
      { bytes, place throws(JSONFault) in
        do throws(JSONRowFault) { try tree.read(bytes, line: place.line) } catch { return error }
        guard tree.nodes[0].kind == .object else { return .notAnObject }
        var isBlank = true
        try tables.rows(of: tree, place) { kind, row, node, fault, kinds throws(JSONFault) in
          guard budget.spend(row, ofBytes: place.offset + bytes.count) else { throw .recordTooLarge(line: place.line) }
          let found = Found(
            fault: fault, kinds: kinds, hasForeignBytes: isBlank && tree.hasForeignBytes, record: bytes,
            part: tree.nodes[node].start..<tree.nodes[node].end)
          isBlank = false
          accept(kind, row, found)
        }
        if isBlank { blank += 1 }
        return nil
      }, setAside)
    return blank
  }

  private func readList(_ accept: Accept, _ setAside: JSONSplitter.SetAside) throws(JSONFault) {
    var splitter = try splitter()
    var (tree, row) = (JSONTree(), RawRow())
    try splitter.read(
      form.layout,
      { bytes, place throws(JSONFault) in
        do throws(JSONRowFault) { try tree.read(bytes, line: place.line) } catch { return error }
        if let fault = SPSEList.fill(&row, from: tree) { return fault }
        (row.line, row.position) = (place.line, UInt64(place.offset))
        let kinds = [JSONTables.Kind(path: "data", element: "", columns: SPSEList.columns + [SPSEList.year])]
        accept(
          0, row,
          Found(
            fault: nil, kinds: kinds, hasForeignBytes: tree.hasForeignBytes, record: bytes, part: 0..<bytes.count))
        return nil
      }, setAside)
  }

  /// Reads the records of a published standard.
  ///
  /// - Parameter make: Makes rows of a record, and tells why it makes none where something is wrong with it.
  private func readStandard(
    _ accept: Accept, _ setAside: JSONSplitter.SetAside,
    _ make: (JSONTree, inout [StandardRow]) -> JSONRowFault?
  ) throws(JSONFault) -> Int {
    var splitter = try splitter()
    var (tree, row, blank, made) = (JSONTree(), RawRow(), 0, [StandardRow]())
    let tables = form.standardTables
    try splitter.read(
      form.layout,
      { bytes, place throws(JSONFault) in
        do throws(JSONRowFault) { try tree.read(bytes, line: place.line) } catch { return error }
        guard tree.nodes[0].kind == .object else { return .notAnObject }
        made.removeAll(keepingCapacity: true)
        let fault = make(tree, &made)
        for (index, found) in made.enumerated() {
          let node = tree.nodes[found.node]
          found.fill(&row, tables[found.table])
          (row.line, row.position) = (place.line + node.line, UInt64(place.offset + node.start))
          accept(
            found.table, row,
            Found(
              fault: found.fault, kinds: [], foreignAmounts: found.foreignAmounts,
              hasForeignBytes: index == 0 && tree.hasForeignBytes, record: bytes, part: node.start..<node.end))
        }
        if made.isEmpty, fault == nil { blank += 1 }
        return fault
      }, setAside)
    return blank
  }
}

extension JSONForm {
  var standardTables: [StandardTable] {
    switch vocabulary {
    case .own, .spseList: []
    case .releases: ReleaseRows.tables
    case .statements: StatementRows.tables
    }
  }
}

extension FileReader {
  /// - Parameter mapping: What the configuration says of the file; a published standard says all of itself.
  func readJSON(
    _ file: InputFile, _ sample: [UInt8], _ mapping: SourceMapping?, into reading: inout FileReading
  ) {
    var form: JSONForm?
    sample.withUnsafeBufferPointer { start in
      do throws(JSONFault) {
        let encoding = TextEncoding.detect(start)
        if encoding == .utf16LittleEndian || encoding == .utf16BigEndian { throw .encoding }
        let mark = start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        form = try JSONForm(UnsafeBufferPointer(rebasing: start[mark...]))
      } catch {
        reading.fault = fault(reading.path, error.message, line: error.line)
      }
    }
    guard let form else { return }
    var rows = RowReader(
      asOf: night, mapping: form.standardTables.isEmpty ? mapping : nil, findings: findings)
    var tables = form.standardTables.map { $0.table(pivotYear: night.year) }
    var counts = SourceFile.Counts()
    var quarantine: [QuarantinedRow] = []
    var filled: Set<Int> = []
    let outcome = JSONFileReader(file: file, form: form).read { kind, row, found in
      while tables.count < found.kinds.count { tables.append(table(found.kinds[tables.count], &rows)) }
      if kind < found.kinds.count, found.kinds[kind].columns.count > tables[kind].columns.count {
        tables[kind] = table(found.kinds[kind], &rows)
      }
      if found.hasForeignBytes { rows.warnOfForeignBytes(line: row.line) }
      for field in found.foreignAmounts {
        let plan = tables[kind].plans[0]
        rows.warnings.add(
          .foreignCurrency, column: plan[field].map { plan.columnNames[$0] } ?? "", line: row.line)
      }
      filled.insert(kind)
      counts.read += 1
      guard let message = found.fault?.message ?? rows.accept(row, plans: tables[kind].plans) else {
        counts.accepted += 1
        return
      }
      counts.quarantined += 1
      let part = UnsafeBufferPointer(rebasing: found.record[found.part])
      quarantine.append(quarantined(part, line: row.line, offset: Int(row.position), message, after: quarantine.count))
    } setAside: { bytes, place, fault in
      counts.read += 1
      counts.quarantined += 1
      quarantine.append(
        quarantined(bytes, line: place.line, offset: place.offset, fault.message, after: quarantine.count))
    }
    counts.blank = outcome.blank
    if let stated = form.statedRows, stated > counts.read, outcome.fault == nil {
      rows.warnings.add(.furtherPages(counts.read, of: stated), column: "", line: 1)
    }
    // A table of the standard that the file has no row of feeds nothing.
    for kind in tables.indices where !form.standardTables.isEmpty && !filled.contains(kind) { tables[kind].plans = [] }
    reading.form = .json(form, tables)
    reading.counts = counts
    reading.quarantine = quarantine
    if let found = outcome.fault { reading.fault = fault(reading.path, found.message, line: found.line) }
    reading.take(&rows)
  }

  private func table(_ kind: JSONTables.Kind, _ rows: inout RowReader) -> FileForm.XMLTable {
    let columns = kind.columns.indices.map { column in
      var name = ColumnName(kind.columns[column], isNested: true)
      name.isOwn = kind.isOwn.isEmpty || kind.isOwn[column]
      return name
    }
    let element = ColumnName.normalForm(kind.element)
    return FileForm.XMLTable(
      path: kind.path, columns: kind.columns,
      plans: rows.plans(for: columns, element: element.isEmpty ? nil : element))
  }

  private func quarantined(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, offset: Int, _ message: Diagnostic.Message, after count: Int
  ) -> QuarantinedRow {
    let location = SourceLocation(
      file: FileID(index: 0), line: UInt32(truncatingIfNeeded: line), position: UInt64(offset))
    guard count < Self.textsKept else { return QuarantinedRow(location: location, message: message, text: "") }
    var decoder = LineDecoder(.utf8)
    let shown = UnsafeBufferPointer(rebasing: bytes.prefix(JSONTree.longestField))
    let text = decoder.decode(shown) { text, _ in String(decoding: text, as: UTF8.self) }
    return QuarantinedRow(location: location, message: message, text: text)
  }
}

extension Diagnostic.Message {
  fileprivate static func furtherPages(_ count: Int, of stated: Int) -> Self {
    Self(
      code: "json-page", problem: "the file has \(count) of \(stated) rows; the rest is on other pages of the list",
      remedy: "fetch the other pages too, or ask for all rows at once (the list's parameter `length`)")
  }
  fileprivate static let foreignCurrency = Self(
    code: "amount-currency", problem: "the amount is of another currency than rupiah",
    remedy: "nothing to do where that is right; the amount is left out")
}
