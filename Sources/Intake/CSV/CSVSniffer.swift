import Records

/// Finds a CSV file's dialect from its first lines.
struct CSVSniffer {
  /// How many lines below the header are looked at.
  private static let sampleLines = 50

  let file: InputFile
  /// Knows which cells make a header, and what a configuration says of the file.
  var recogniser = Recogniser()
  /// Whether the header may stand below other lines; a list that is no dataset begins with it.
  var looksForHeader = true

  /// One line of the sample in UTF-8, with its place.
  struct Line {
    let text: [UInt8]
    let offset: Int
    let number: Int
    let next: Int
  }

  /// - Parameter start: The file's first bytes.
  /// - Returns: `nil` where the file holds nothing but blank lines, or ends above the header's stated line.
  func sniff(_ start: UnsafeBufferPointer<UInt8>) throws(InputFile.Fault) -> CSVDialect? {
    let mapping = recogniser.mapping
    let encoding = mapping?.encoding?.fitted(to: start) ?? TextEncoding.detect(start)
    let mark = encoding.markLength(in: start)
    var reader = LineReader(file, encoding: encoding, offset: mark)
    var decoder = LineDecoder(encoding)
    var lines: [Line] = []
    var above: [CSVDialect.SkippedLine] = []
    var separator: UInt8?
    while lines.count <= Self.sampleLines, let line = try next(&reader, after: lines) {
      let text = decoder.decode(line.bytes) { text, _ in Array(text) }
      if text.allSatisfy({ $0 <= 0x20 }) { continue }
      if lines.isEmpty, above.isEmpty, separator == nil, let stated = Self.statedSeparator(text) {
        separator = stated
        continue
      }
      if let first = mapping?.headerLine, line.number < first {
        above.append(.init(line: line.number, kind: .aboveHeader))
        continue
      }
      lines.append(Line(text: text, offset: line.offset, number: line.number, next: line.next))
    }
    guard let first = lines.first else { return nil }
    var dialect = CSVDialect(
      encoding: encoding, delimiter: 0x2C, hasJSONCells: false, headerOffset: first.offset, headerLine: first.number)
    dialect.basis.encoding = mapping?.encoding != nil ? .stated : .init(start, encoding)
    dialect.skipped = above
    let stated = mapping?.delimiter?.byte ?? separator
    dialect.delimiter = stated ?? bestDelimiter(lines.map(\.text))
    if looksForHeader {
      CSVHeaderFinder(lines: lines, recogniser: recogniser).place(in: &dialect, delimiter: stated)
    }
    if stated != nil { dialect.basis.delimiter = mapping?.delimiter != nil ? .stated : .separatorLine }
    let header = lines.firstIndex { $0.offset == dialect.headerOffset } ?? 0
    let below = lines[(header + 1)...].drop { $0.offset < dialect.firstRow?.offset ?? 0 }
    dialect.hasJSONCells =
      dialect.delimiter == 0x2C && !lines[header].text.contains(0x22)
      && Self.haveJSONCells(below.map(\.text)[...], below: lines[header].text)
    return dialect
  }

  /// The next line; `nil` at the end, and where a file that was torn or damaged cannot be read on.
  private func next(
    _ reader: inout LineReader, after lines: [Line]
  ) throws(InputFile.Fault) -> LineReader.Line? {
    do throws(InputFile.Fault) {
      return try reader.next()
    } catch {
      if lines.isEmpty { throw error }
      return nil
    }
  }

  /// The delimiter that a spreadsheet's first line `sep=;` states.
  private static func statedSeparator(_ line: [UInt8]) -> UInt8? {
    let text = line.prefix { $0 != 0x0D && $0 != 0x0A }
    guard text.count == 5, text.starts(with: Array("sep=".utf8)) || text.starts(with: Array("SEP=".utf8)),
      let separator = text.last, CSVDialect.delimiters.contains(separator)
    else { return nil }
    return separator
  }

  /// The delimiter under which most header cells are known names, then that gives most rows the header's width.
  private func bestDelimiter(_ lines: [[UInt8]]) -> UInt8 {
    var best: (delimiter: UInt8, known: Int, steady: Int, width: Int)?
    for delimiter in CSVDialect.delimiters {
      let widths = Self.rows(of: lines, delimiter: delimiter)
      guard let header = widths.first, header.count > 1 else { continue }
      let known = header.count {
        let column = ColumnName($0)
        return KnownNames.all.contains(column.forms.first ?? "") || recogniser.mapping?.field(of: column) != nil
      }
      let steady = widths.dropFirst().count { $0.count == header.count }
      if let best, (best.known, best.steady, best.width) >= (known, steady, header.count) { continue }
      best = (delimiter, known, steady, header.count)
    }
    return best?.delimiter ?? 0x2C
  }

  private static func rows(of lines: [[UInt8]], delimiter: UInt8) -> [[String]] {
    let splitter = CSVSplitter(delimiter: delimiter)
    var rows: [[String]] = []
    for line in lines {
      let terminated = line + [0x0A]
      let outcome = terminated.withUnsafeBufferPointer { splitter.read($0, isTerminated: true) }
      guard outcome == .row else { continue }
      // More columns are refused, once the delimiter is known.
      rows.append((0..<min(splitter.row.fieldCount, CSVReader.mostColumns + 1)).map { splitter.row.string($0) })
    }
    return rows
  }

  /// Whether every sampled row is a list of JSON literals, and some row shows that quotes mark text and not need.
  private static func haveJSONCells(_ lines: ArraySlice<[UInt8]>, below header: [UInt8]) -> Bool {
    var telling = false
    for (index, line) in zip(lines.indices, lines) {
      // Joined exports repeat the header, and a file cut short ends anywhere: neither says anything.
      if line.elementsEqual(header) { continue }
      guard let isTelling = JSONCells.read(line) else {
        if index == lines.endIndex - 1, line.last != 0x0A, line.last != 0x0D { continue }
        return false
      }
      telling = telling || isTelling
    }
    return telling
  }
}

extension CSVDialect.Basis.Encoding {
  /// What shows an encoding that was found in a file's beginning.
  fileprivate init(_ start: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) {
    switch encoding {
    case .utf8Marked: self = .byteOrderMark
    case .utf16LittleEndian, .utf16BigEndian: self = encoding.markLength(in: start) > 0 ? .byteOrderMark : .zeros
    case .windows1252: self = .strays
    case .utf8: self = start.allSatisfy { $0 < 0x80 } ? .ascii : .sequences
    }
  }
}

extension TextEncoding {
  /// A stated encoding as the file has it: with its byte order mark, or without.
  fileprivate func fitted(to start: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    switch self {
    case .utf8, .utf8Marked: start.starts(with: [0xEF, 0xBB, 0xBF]) ? .utf8Marked : .utf8
    case .utf16LittleEndian, .utf16BigEndian, .windows1252: self
    }
  }
}
