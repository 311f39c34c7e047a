import Glibc
import Records

/// Reads the rows of one CSV file, each with its first line and byte offset, and sets aside what is broken.
///
/// libcsv reports no positions, so it is fed one physical line at a time. When a row turns out broken, only its first
/// line is set aside and reading goes on with the next line, so that a quote which is never closed costs one row and
/// not the rest of the file.
struct CSVReader: ~Copyable, RowSource {
  /// A quoted field may go on for so many lines and bytes; beyond, its quote is taken as never closed.
  static let longestRow = (lines: 1_000, bytes: 65_536)
  /// As many as any spreadsheet has; recognising each column's name takes its time.
  static let mostColumns = SheetRow.mostColumns

  /// What is told of a row that was set aside.
  struct SetAside {
    let line: Int
    let offset: Int
    let next: Int
    var message: Diagnostic.Message
    /// What the row looks like beside rows of data; `nil` where it could not be split, or looks like one of them.
    var noise: SheetNoise?
    /// How many rows were accepted before it.
    var accepted = 0
  }

  private(set) var header: [String] = []
  private(set) var counts = SourceFile.Counts()
  /// Whether empty fields may be missing from a row's end, or stand behind the header's.
  var isRagged = false
  private let file: InputFile
  private let dialect: CSVDialect
  private var lines: LineReader
  private var decoder: LineDecoder
  private var cells = JSONCellDecoder()
  private let splitter: CSVSplitter
  private var headerRow = RawRow()
  /// Whether a line of ASCII needs nothing done to it before it is split.
  private let isReadAsWritten: Bool
  /// The last line told to hold foreign bytes; lines are read again after an open quote.
  private var foreignLine = 0

  /// Opens the file at its header and reads that.
  ///
  /// - Throws: ``HeaderFault`` where no header can be read.
  init(_ file: InputFile, dialect: CSVDialect) throws {
    self.file = file
    self.dialect = dialect
    lines = LineReader(file, encoding: dialect.encoding, offset: dialect.headerOffset, number: dialect.headerLine)
    decoder = LineDecoder(dialect.encoding)
    splitter = CSVSplitter(delimiter: dialect.delimiter)
    isReadAsWritten = !dialect.hasJSONCells && [.utf8, .utf8Marked, .windows1252].contains(dialect.encoding)
    try readHeader()
    if let names = dialect.columns { header = names }
    counts.skipped = dialect.skipped.count
    if let start = dialect.firstRow { lines.seek(to: start.offset, number: start.line) }
  }

  /// Why a file has no header that could be read.
  enum HeaderFault: Error, Equatable {
    case brokenQuote
    case nulByte
    case tooLong
    case tooWide(Int)
  }

  private mutating func readHeader() throws {
    while true {
      guard let line = try lines.next() else { throw HeaderFault.brokenQuote }
      if line.isOverlong { throw HeaderFault.tooLong }
      let splitter = splitter
      let outcome = try decoder.decode(line.bytes) { text, _ in
        if text.contains(0) { throw HeaderFault.nulByte }
        return splitter.read(text, isTerminated: line.isTerminated)
      }
      switch outcome {
      case .row:
        headerRow = splitter.row
        guard headerRow.fieldCount <= Self.mostColumns else { throw HeaderFault.tooWide(headerRow.fieldCount) }
        header = (0..<headerRow.fieldCount).map { headerRow.string($0) }
        return
      case .open where line.isTerminated: continue
      case .open, .nothing, .strayQuote, .openAtEnd: throw HeaderFault.brokenQuote
      case .fieldTooLong: throw HeaderFault.tooLong
      }
    }
  }

  /// Reads all rows.
  ///
  /// - Parameters:
  ///   - ahead: Whether a second thread splits lines while this one takes rows; the result is the same.
  ///   - accept: Gets each whole row; a message in return sets the row aside.
  ///   - setAside: Gets each row that is set aside.
  ///   - foreign: Gets each line that held bytes of another encoding.
  /// - Throws: Where the file cannot be read on; rows before that place have been taken and counted.
  mutating func read(
    ahead: Bool = false, accept: (borrowing RawRow) -> Diagnostic.Message?, setAside: (SetAside) -> Void,
    foreign: (Int) -> Void
  ) throws(InputFile.Fault) {
    var tally = CSVTally(header: headerRow, width: header.count, isRagged: isRagged)
    defer {
      counts.read = tally.read
      counts.accepted = tally.accepted
      counts.quarantined = tally.read - tally.accepted
    }
    // Each closure stands where it is handed over: else every row would ask whether another touches the tally.
    if ahead {
      try RowRelay.pass(&self) { row, piece in
        Self.take(row, piece, &tally, accept: accept, setAside: setAside, foreign: foreign)
      }
    } else {
      try pieces { row, piece in
        Self.take(row, piece, &tally, accept: accept, setAside: setAside, foreign: foreign)
      }
    }
  }

  private static func take(
    _ row: borrowing RawRow, _ piece: Piece, _ tally: inout CSVTally,
    accept: (borrowing RawRow) -> Diagnostic.Message?, setAside: (SetAside) -> Void, foreign: (Int) -> Void
  ) {
    switch piece {
    case .row(let next, let isTerminated):
      if let aside = tally.take(row, next: next, isTerminated: isTerminated, accept) { setAside(aside) }
    case .broken(let aside): setAside(tally.take(aside))
    case .foreign(let line): foreign(line)
    }
  }

  /// What a file holds, piece by piece.
  enum Piece {
    /// A whole row, where the next one begins, and whether a line end stands behind it.
    case row(next: Int, isTerminated: Bool)
    case broken(SetAside)
    /// A line that held bytes of another encoding.
    case foreign(Int)
  }

  /// Finds the file's pieces in their order; the row counts only with a piece that is one.
  mutating func pieces(_ emit: (borrowing RawRow, Piece) -> Void) throws(InputFile.Fault) {
    var first: (line: Int, offset: Int, next: Int)?
    while true {
      guard let line = try lines.next() else {
        guard let open = first else { return }
        first = nil
        abandon(open, .openQuote, emit)
        continue
      }
      if first == nil, isBlank(line.bytes) {
        counts.blank += 1
        continue
      }
      let begin = first ?? (line.number, line.offset, line.next)
      first = nil
      if line.isOverlong {
        abandon(begin, .overlongLine, emit)
        continue
      }
      let (outcome, isForeign, hasNUL) = split(line)
      if hasNUL {
        abandon(begin, .nulByte, emit)
        continue
      }
      if isForeign, line.number > foreignLine {
        foreignLine = line.number
        emit(splitter.row, .foreign(line.number))
      }
      switch outcome {
      case .row:
        if splitter.row.isBlank {
          counts.blank += 1
        } else {
          splitter.place(line: begin.line, position: begin.offset)
          emit(splitter.row, .row(next: line.next, isTerminated: line.isTerminated))
        }
      case .open:
        if line.number - begin.line + 1 >= Self.longestRow.lines || line.next - begin.offset >= Self.longestRow.bytes {
          abandon(begin, .openQuote, emit)
        } else {
          first = begin
        }
      case .nothing: break
      case .strayQuote: abandon(begin, .strayQuote, emit)
      case .openAtEnd: abandon(begin, .tornLine, emit)
      case .fieldTooLong: abandon(begin, .fieldTooLong, emit)
      }
    }
  }

  private mutating func split(_ line: LineReader.Line) -> (CSVSplitter.Outcome, isForeign: Bool, hasNUL: Bool) {
    let splitter = splitter
    let dialect = dialect
    if isReadAsWritten, splitter.readUnseen(line.bytes) { return (.row, false, false) }
    return decoder.decode(line.bytes) { text, isForeign in
      if let base = text.baseAddress, memchr(base, 0, text.count) != nil { return (.nothing, isForeign, true) }
      if dialect.hasJSONCells {
        return cells.decode(text) { cells in
          // A cell may write NUL as an escape.
          if cells.contains(0) { return (.nothing, isForeign, true) }
          return (splitter.read(cells, isTerminated: line.isTerminated), isForeign, false)
        }
      }
      let outcome = splitter.readMended(text, isTerminated: line.isTerminated, delimiter: dialect.delimiter)
      return (outcome, isForeign, false)
    }
  }

  /// Sets aside the first line of a broken row and goes on behind it.
  private mutating func abandon(
    _ begin: (line: Int, offset: Int, next: Int), _ message: Diagnostic.Message,
    _ emit: (borrowing RawRow, Piece) -> Void
  ) {
    splitter.reset()
    emit(
      splitter.row, .broken(SetAside(line: begin.line, offset: begin.offset, next: begin.next, message: message)))
    lines.seek(to: begin.next, number: begin.line + 1)
  }

  /// Whether a line holds only blanks and tabs, by whole letters of the file's encoding.
  private func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    let high: Int
    switch dialect.encoding {
    case .utf8, .utf8Marked, .windows1252: return line.allSatisfy(isBlank)
    case .utf16LittleEndian: high = 1
    case .utf16BigEndian: high = 0
    }
    return stride(from: 0, to: line.count - 1, by: 2).allSatisfy {
      line[$0 + high] == 0 && isBlank(line[$0 + 1 - high])
    }
  }
}

extension Diagnostic.Message {
  static let tornLine = Self(
    code: "torn-line", problem: "the file's last line is not complete",
    remedy: "fetch the file again; the transfer stopped before its end")
  fileprivate static let openQuote = Self(
    code: "open-quote", problem: "a quote opens a field and is never closed",
    remedy: "close the quote, or double it where it is part of the text; reading went on with the next line")
  fileprivate static let strayQuote = Self(
    code: "stray-quote", problem: "a quote stands where none may stand",
    remedy: "double the quotes inside quoted fields at the source; reading went on with the next line")
  fileprivate static let nulByte = Self(
    code: "nul-byte", problem: "the line holds a NUL byte", remedy: "export the table again as text")
  fileprivate static let fieldTooLong = Self(
    code: "field-too-long", problem: "a field is longer than 64 KiB",
    remedy: "look for a missing quote or line end at the source")
  fileprivate static let overlongLine = Self(
    code: "line-too-long", problem: "the line is longer than 1 MiB",
    remedy: "look for a missing line end at the source")
}

extension CSVReader {
  /// Reads one row again, alone.
  ///
  /// - Parameters:
  ///   - location: The row's line and byte offset.
  ///   - dialect: As it was when the file was read.
  /// - Throws: ``InputFile/Fault`` where the file cannot be read, or no longer has a row there.
  static func row(
    at location: SourceLocation, in file: InputFile, dialect: CSVDialect
  ) throws(InputFile.Fault) -> RawRow {
    var lines = LineReader(
      file, encoding: dialect.encoding, offset: Int(location.position), number: Int(location.line),
      window: 4096)
    var decoder = LineDecoder(dialect.encoding)
    var cells = JSONCellDecoder()
    let splitter = CSVSplitter(delimiter: dialect.delimiter)
    while let line = try lines.next() {
      let outcome = decoder.decode(line.bytes) { text, _ in
        dialect.hasJSONCells
          ? cells.decode(text) { splitter.read($0, isTerminated: line.isTerminated) }
          : splitter.readMended(text, isTerminated: line.isTerminated, delimiter: dialect.delimiter)
      }
      if outcome == .row { return splitter.row }
      guard outcome == .open else { break }
    }
    throw InputFile.Fault(reason: "the row is no longer there")
  }
}
