import Records

/// How one CSV file is to be read, and how that was found out.
struct CSVDialect: Equatable {
  var encoding: TextEncoding
  /// One of `,`, `;`, tab and `|`.
  var delimiter: UInt8
  /// Whether every cell below the header is a JSON literal.
  var hasJSONCells: Bool
  /// The byte offset and number of the header's line.
  var headerOffset: Int
  var headerLine: Int

  /// `csv ; utf-8-bom`, as `inspect` and the run's record name it.
  var form: String {
    let name = delimiter == 0x09 ? "tab" : String(UnicodeScalar(delimiter))
    return "csv \(name) \(encoding.rawValue)\(hasJSONCells ? " json-cells" : "")"
  }

  static let delimiters: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]
}

/// Finds a CSV file's dialect from its first lines.
struct CSVSniffer {
  /// How many lines below the header are looked at.
  private static let sampleLines = 50

  let file: InputFile

  /// - Parameter start: The file's first bytes.
  /// - Returns: `nil` where the file holds nothing but blank lines.
  func sniff(_ start: UnsafeBufferPointer<UInt8>) throws(InputFile.Fault) -> CSVDialect? {
    let encoding = TextEncoding.detect(start)
    let mark = encoding.markLength(in: start)
    var reader = LineReader(file, encoding: encoding, offset: mark)
    var decoder = LineDecoder(encoding)
    var lines: [[UInt8]] = []
    var dialect = CSVDialect(
      encoding: encoding, delimiter: 0x2C, hasJSONCells: false, headerOffset: mark, headerLine: 1)
    var stated: UInt8?
    while lines.count <= Self.sampleLines, let line = try reader.next() {
      let text = decoder.decode(line.bytes) { text, _ in Array(text) }
      if text.allSatisfy({ $0 <= 0x20 }) { continue }
      if lines.isEmpty, stated == nil, let separator = Self.statedSeparator(text) {
        stated = separator
        continue
      }
      if lines.isEmpty { (dialect.headerOffset, dialect.headerLine) = (line.offset, line.number) }
      lines.append(text)
    }
    guard let header = lines.first else { return nil }
    dialect.delimiter = stated ?? bestDelimiter(lines)
    dialect.hasJSONCells =
      dialect.delimiter == 0x2C && !header.contains(0x22) && Self.haveJSONCells(lines.dropFirst(), below: header)
    return dialect
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
      let known = header.count { KnownNames.all.contains(ColumnName($0).forms.first ?? "") }
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
      if outcome == .row { rows.append((0..<splitter.row.fieldCount).map { splitter.row.string($0) }) }
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

/// Every alias of every dataset, in normal form.
private enum KnownNames {
  static let all: Set<String> = Set(Dataset.allCases.flatMap { Aliases.of($0).flatMap(\.names) })
}

/// Recognises rows whose cells are JSON literals.
enum JSONCells {
  /// Reads a line as comma-separated JSON literals, of which any may be left out.
  ///
  /// - Returns: `nil` where it is none; else whether it holds a string that plain CSV would not have quoted, a
  ///   backslash escape, or the bare word `null`.
  static func read(_ line: [UInt8]) -> Bool? {
    var (index, isTelling) = (0, false)
    let end = line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    while index < end {
      if line[index] == 0x22 {
        var plain = true
        index += 1
        while index < end, line[index] != 0x22 {
          if line[index] == 0x5C {
            isTelling = true
            index += 1
          } else if line[index] == 0x2C {
            plain = false
          }
          index += 1
        }
        guard index < end else { return nil }
        index += 1
        if plain { isTelling = true }
      } else {
        let start = index
        while index < end, line[index] != 0x2C { index += 1 }
        let word = line[start..<index]
        if word.elementsEqual("null".utf8) {
          isTelling = true
        } else if !word.isEmpty, !isNumber(word) {
          return nil
        }
      }
      guard index == end || line[index] == 0x2C else { return nil }
      index += 1
    }
    return isTelling
  }

  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return true }
    return word.allSatisfy { (0x30...0x39).contains($0) || [0x2D, 0x2B, 0x2E, 0x65, 0x45].contains($0) }
      && word.contains { (0x30...0x39).contains($0) }
  }
}
