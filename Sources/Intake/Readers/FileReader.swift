import Records

/// Reads one input file: finds its form, reads its rows into records, and digests its bytes on the way.
struct FileReader {
  /// Enough for an encoding, a delimiter and the kinds of an XML file to show.
  private static let sampleSize = 1 << 18
  /// Rows set aside beyond this many, and beyond ``quarantineShare``, keep their place but not their text, since a
  /// file with so many of them is not published.
  static let textsKept = 10_000

  /// One gibibyte: a file beyond it is rare, and a promise of its size may be none.
  static let longestReserve = 1 << 30

  /// How often a file is read again for what its values showed.
  private static let mostReadings = 3

  let night: CalendarDate
  /// The part of a file's rows that may be set aside, from 0 to 1.
  let quarantineShare: Double
  /// What a configuration says of files; the first that means a file counts.
  var mappings: [SourceMapping] = []
  /// What earlier nights left; `nil` to read everything anew.
  var shelf: (any Shelf)?
  /// What the file's values showed when it was read before.
  var findings = ColumnFindings()
  /// Whether a second thread may help with the file.
  var readsAhead = false

  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: Its path below the input folder, for messages and evidence.
  func read(_ path: String, as name: String) -> FileReading {
    var reading = FileReading(path: name)
    reading.statedDataset = mappings.first(for: name)?.dataset
    do throws(InputFile.Fault) {
      let file = try InputFile(opening: path)
      reading.isGzip = file.isGzip
      reading.stamp = file.stamp
      var kept: KeptReading?
      if let shelf, file.byteCount >= KeptReading.shortFile {
        (reading.byteCount, reading.digest) = try file.finishDigest()
        let mapping = mappings.first(for: name)
        kept = KeptReading(on: shelf, digest: reading.digest, mapping: mapping, night: night)
        if kept?.load(into: &reading) ?? false { return reading }
      }
      do throws(InputFile.Fault) {
        try read(file, into: &reading)
        var reader = self
        // What is found out of relations changes the tables, whose other columns then show more.
        for _ in 0..<Self.mostReadings {
          guard let findings = reading.findings else { break }
          reader.findings = findings
          reading.restart()
          try reader.read(file, into: &reading)
        }
      } catch {
        (reading.fault, reading.isWithheld) = (fault(name, error.message), error.isWithheld)
      }
      let digest = reading.digest
      (reading.byteCount, reading.digest) = try file.finishDigest()
      // A file that grew since has another.
      if digest == reading.digest { kept?.keep(reading) }
    } catch {
      (reading.fault, reading.isWithheld) = (fault(name, error.message), error.isWithheld)
    }
    return reading
  }

  private func read(_ file: InputFile, into reading: inout FileReading) throws(InputFile.Fault) {
    let sample = try start(of: file)
    if let format = SheetFormat(sample) {
      readSheets(file, format, into: &reading)
    } else {
      let mapping = mappings.first(for: reading.path)
      switch sample.withUnsafeBufferPointer(FileKind.init) {
      case .csv: try readCSV(file, sample, mapping, into: &reading)
      case .xml: readXML(file, mapping, into: &reading)
      case .json: readJSON(file, sample, mapping, into: &reading)
      case .empty: reading.fault = fault(reading.path, .empty)
      case .zeros: reading.fault = fault(reading.path, .zeros)
      case .other(let kind): reading.fault = fault(reading.path, .unsupported(kind))
      }
    }
    // A header that is known, without rows below it, is an empty delivery and says so by its counts.
    if reading.fault == nil, reading.counts.read == 0, reading.form.plans.isEmpty {
      reading.fault = fault(reading.path, .noRows)
    }
  }

  private func start(of file: InputFile) throws(InputFile.Fault) -> [UInt8] {
    var sample = [UInt8](repeating: 0, count: Self.sampleSize)
    var fault: InputFile.Fault?
    var count = 0
    sample.withUnsafeMutableBytes { buffer in
      do throws(InputFile.Fault) { count = try file.read(into: buffer, at: 0) } catch { fault = error }
    }
    if let fault { throw fault }
    sample.removeLast(sample.count - count)
    return sample
  }

  private func readCSV(
    _ file: InputFile, _ sample: [UInt8], _ mapping: SourceMapping?, into reading: inout FileReading
  ) throws(InputFile.Fault) {
    var dialect: CSVDialect?
    var problem: InputFile.Fault?
    sample.withUnsafeBufferPointer { start in
      let sniffer = CSVSniffer(file: file, recogniser: Recogniser(mapping: mapping))
      do throws(InputFile.Fault) { dialect = try sniffer.sniff(start) } catch { problem = error }
    }
    if let problem { throw problem }
    guard let dialect else {
      reading.fault = fault(reading.path, mapping?.headerLine == nil ? .empty : .noHeaderLine)
      return
    }
    var rows = RowReader(asOf: night, mapping: mapping, findings: findings)
    do {
      var reader = try CSVReader(file, dialect: dialect)
      let plans = rows.plans(for: reader.header)
      rows.warn(ofMappingFor: reader.header, plans)
      for line in dialect.skipped { rows.warnings.add(.skipped(line.kind), column: "", line: line.line) }
      reading.form = .csv(dialect, header: reader.header, plans: plans)
      if let expected = Self.expectedSize(of: file, sample) {
        rows.reserve(plans, rows: expected.rows, bytes: expected.bytes)
      }
      var aside: [CSVReader.SetAside] = []
      do throws(InputFile.Fault) {
        try reader.read(
          ahead: readsAhead, accept: { rows.accept($0, plans: plans) }, setAside: { aside.append($0) },
          foreign: { rows.warnOfForeignBytes(line: $0) })
      } catch {
        reading.fault = fault(reading.path, error.message)
      }
      reading.counts = reader.counts
      if !plans.isEmpty { SheetNoise.name(&aside, accepted: reader.counts.accepted) }
      reading.quarantine = aside.enumerated().map { index, row in
        let isKept = index < Self.textsKept || Double(aside.count) <= quarantineShare * Double(reader.counts.read)
        return quarantined(row, text: isKept ? text(of: row, in: file, dialect.encoding) : "")
      }
    } catch let error as InputFile.Fault {
      throw error
    } catch CSVReader.HeaderFault.tooWide(let count) {
      reading.fault = fault(reading.path, .headerTooWide(count), line: dialect.headerLine)
    } catch {
      reading.fault = fault(reading.path, .unreadableHeader, line: dialect.headerLine)
    }
    reading.take(&rows)
  }

  /// How much a long file may be expected to hold, from the lines of its beginning; a tenth more rows, so that tables
  /// rarely move. `nil` for a short file, and for one whose beginning is no table's.
  private static func expectedSize(of file: InputFile, _ sample: [UInt8]) -> (rows: Int, bytes: Int)? {
    let lines = sample.count { $0 == 0x0A }
    guard sample.count == sampleSize, lines > 100 else { return nil }
    let bytes = min(file.byteCount, longestReserve)
    return (bytes / (sample.count / lines) * 11 / 10, bytes)
  }

  private func quarantined(_ row: CSVReader.SetAside, text: String) -> QuarantinedRow {
    QuarantinedRow(
      location: SourceLocation(
        file: FileID(index: 0), line: UInt32(truncatingIfNeeded: row.line), position: UInt64(row.offset)),
      message: row.message, text: text)
  }

  /// A row's raw text, read again from its place; at most 64 KiB of it, and without its line end.
  private func text(of row: CSVReader.SetAside, in file: InputFile, _ encoding: TextEncoding) -> String {
    let count = min(row.next - row.offset, CSVSplitter.longestField)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 8)
    defer { buffer.deallocate() }
    guard let read = try? file.read(into: buffer, at: row.offset) else { return "" }
    let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[0..<read])
    var decoder = LineDecoder(encoding)
    var text = decoder.decode(bytes.assumingMemoryBound(to: UInt8.self)) { text, _ in
      String(decoding: text, as: UTF8.self)
    }
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" { text.unicodeScalars.removeLast() }
    return text
  }

  func fault(_ path: String, _ message: Diagnostic.Message, line: Int? = nil) -> Diagnostic {
    Diagnostic(path: path, line: line, column: nil, severity: .error, message: message)
  }
}

/// What a file is by its first bytes; its name plays no part.
enum FileKind: Equatable {
  case csv
  case xml
  case json
  case empty
  /// Nothing but NUL bytes, as a file system leaves behind that lost what was written.
  case zeros
  /// Something that is not read, by its usual name.
  case other(String)

  /// `<?xm`, as mainframes write it.
  private static let declarationInEBCDIC: [UInt8] = [0x4C, 0x6F, 0xA7, 0x94]

  init(_ start: UnsafeBufferPointer<UInt8>) {
    guard let first = start.first else {
      self = .empty
      return
    }
    guard first != 0 || start.contains(where: { $0 != 0 }) else {
      self = .zeros
      return
    }
    let signatures: [(bytes: [UInt8], name: String)] = [
      ([0x1F, 0x8B], "a gzip archive in a gzip archive, or one of an unknown kind"),
      ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word document, or a workbook with a password"),
      ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    ]
    // The XML reader refuses EBCDIC with its reason.
    if start.starts(with: FileKind.declarationInEBCDIC) {
      self = .xml
      return
    }
    for (bytes, name) in signatures where start.starts(with: bytes) {
      self = .other(name)
      return
    }
    let letters = start.lazy.filter { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF && $0 != 0xFE && $0 != 0xFF }
    switch letters.first {
    case nil: self = .empty
    case 0x3C: self = .xml
    case 0x7B, 0x5B: self = .json
    default: self = .csv
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let empty = Self(
    code: "file-empty", problem: "the file is empty",
    remedy: "fetch it again if rows were expected; an empty delivery is not the same as none")
  fileprivate static let noRows = Self(
    code: "no-rows", problem: "the file has no row that can be used, and no column of it is known",
    remedy: "open it: where a table was expected, export it again with its header and rows")
  fileprivate static let zeros = Self(
    code: "file-zeros", problem: "the file begins with nothing but NUL bytes",
    remedy: "fetch it again; a disk or a transfer has lost what was in it")
  fileprivate static func headerTooWide(_ count: Int) -> Self {
    Self(
      code: "header-width",
      problem: "the header has \(count) columns, more than the \(CSVReader.mostColumns) that are read",
      remedy: "export the table with the columns that are needed; no spreadsheet has so many")
  }
  fileprivate static let noHeaderLine = Self(
    code: "header-line", problem: "the file ends above the line that is to be its header",
    remedy: "correct header_line in the configuration")
  fileprivate static func unsupported(_ kind: String) -> Self {
    Self(
      code: "file-kind", problem: "the file is \(kind), not CSV, XML, JSON or XLSX",
      remedy: "export the table as CSV, XML, JSON or XLSX, without a password")
  }
  fileprivate static let unreadableHeader = Self(
    code: "header-unreadable", problem: "the header row cannot be read",
    remedy: "look for a quote that is never closed, a NUL byte or a missing line end in the first row")
}
