import Records
import Testing

@testable import Intake

/// What reading one CSV file gave, for tests to look at.
struct CSVFile {
  struct Row: Equatable {
    let fields: [String]
    let line: Int
    let offset: Int
  }

  let file: InputFile
  let dialect: CSVDialect
  var header: [String] = []
  var rows: [Row] = []
  var aside: [CSVReader.SetAside] = []
  var foreignLines: [Int] = []
  var counts = SourceFile.Counts()
  private let folder: ScratchFolder?

  /// Reads bytes as the program would, with the dialect that the sniffer finds, or one that is given.
  ///
  /// - Parameter ahead: Whether a second thread splits lines.
  init(
    _ bytes: [UInt8], as dialect: CSVDialect? = nil, ahead: Bool = false,
    accept: ([String]) -> Diagnostic.Message? = { _ in nil }
  ) throws {
    let folder = try ScratchFolder()
    self = try Self.read(
      InputFile(opening: folder.write(bytes, to: "table.csv")), bytes, dialect, folder: folder, ahead: ahead, accept)
  }

  init(_ text: String, as dialect: CSVDialect? = nil) throws { try self.init(text.bytes, as: dialect) }

  /// Reads a file where it stands.
  init(at path: String) throws {
    let file = try InputFile(opening: path)
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
    self = try Self.read(file, Array(bytes.prefix(count)), nil, folder: nil, ahead: false) { _ in nil }
  }

  private init(_ file: InputFile, _ dialect: CSVDialect, folder: ScratchFolder?) {
    (self.file, self.dialect, self.folder) = (file, dialect, folder)
  }

  private static func read(
    _ file: InputFile, _ bytes: [UInt8], _ dialect: CSVDialect?, folder: ScratchFolder?, ahead: Bool,
    _ accept: ([String]) -> Diagnostic.Message?
  ) throws -> CSVFile {
    let found = try bytes.withUnsafeBufferPointer { try CSVSniffer(file: file).sniff($0) }
    var result = CSVFile(file, try #require(dialect ?? found, "the file holds lines"), folder: folder)
    var reader = try CSVReader(file, dialect: result.dialect)
    result.header = reader.header
    var (rows, aside, foreign) = ([Row](), [CSVReader.SetAside](), [Int]())
    try reader.read(
      ahead: ahead,
      accept: { row in
        let fields = (0..<row.fieldCount).map { row.string($0) }
        if let message = accept(fields) { return message }
        rows.append(Row(fields: fields, line: row.line, offset: Int(row.position)))
        return nil
      }, setAside: { aside.append($0) }, foreign: { foreign.append($0) })
    (result.rows, result.aside, result.foreignLines, result.counts) = (rows, aside, foreign, reader.counts)
    return result
  }

  var fields: [[String]] { rows.map(\.fields) }

  /// `code@line` of each row that was set aside.
  var reasons: [String] { aside.map { "\($0.message.code)@\($0.line)" } }

  /// Checks what holds of every file: the counts add up, and each place leads back to its row.
  ///
  /// - Parameter bytes: The file's bytes, whose lines are counted here anew.
  func checkPlaces(_ bytes: [UInt8], sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    #expect(counts.read == counts.accepted + counts.quarantined, sourceLocation: sourceLocation)
    #expect(counts.accepted == rows.count, sourceLocation: sourceLocation)
    #expect(counts.quarantined == aside.count, sourceLocation: sourceLocation)
    let starts = Self.lineStarts(bytes, dialect)
    for row in rows {
      guard starts[row.offset] == row.line else {
        Issue.record("no line \(row.line) begins at byte \(row.offset)", sourceLocation: sourceLocation)
        continue
      }
      let location = Records.SourceLocation(
        file: FileID(index: 0), line: UInt32(row.line), position: UInt64(row.offset))
      do {
        let again = try CSVReader.row(at: location, in: file, dialect: dialect)
        let fields = (0..<again.fieldCount).map { again.string($0) }
        if fields != row.fields {
          Issue.record("line \(row.line) reads otherwise when read again", sourceLocation: sourceLocation)
        }
      } catch {
        Issue.record("line \(row.line) is not found again: \(error)", sourceLocation: sourceLocation)
      }
    }
    for row in aside where starts[row.offset] != row.line || row.next <= row.offset || row.next > bytes.count {
      Issue.record("the row set aside at line \(row.line) has no place", sourceLocation: sourceLocation)
    }
    let places = (rows.map(\.offset) + aside.map(\.offset)).sorted()
    #expect(Set(places).count == places.count, "no line begins two rows", sourceLocation: sourceLocation)
  }

  /// The number of the line that begins at each offset, for one-byte encodings and UTF-16.
  private static func lineStarts(_ bytes: [UInt8], _ dialect: CSVDialect) -> [Int: Int] {
    let isLittle = dialect.encoding == .utf16LittleEndian
    let width = isLittle || dialect.encoding == .utf16BigEndian ? 2 : 1
    func unit(_ index: Int) -> UInt16 {
      guard width == 2 else { return index < bytes.count ? UInt16(bytes[index]) : 0xFFFF }
      guard index + 1 < bytes.count else { return 0xFFFF }
      return isLittle
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    let mark = bytes.withUnsafeBufferPointer { dialect.encoding.markLength(in: $0) }
    var (starts, number, index) = ([mark: 1], 1, mark)
    while index < bytes.count {
      let letter = unit(index)
      index += width
      if letter == 0x0D, unit(index) == 0x0A { continue }
      if letter == 0x0D || letter == 0x0A {
        number += 1
        starts[index] = number
      }
    }
    return starts
  }
}
