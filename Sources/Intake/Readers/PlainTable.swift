package import Records

/// A CSV file that is no dataset, read whole: a list of truths, of name frequencies, or of this program's own judgements.
package struct PlainTable: Sendable {
  package let columns: [String]
  package private(set) var rows: [Row] = []
  /// The rows that could not be read, each with its line and the reason.
  package private(set) var refused: [Refusal] = []

  /// How many rows could not be read.
  package var setAside: Int { refused.count }

  /// One row: its line, and a field for each column.
  package struct Row: Sendable {
    package let line: Int
    package let fields: [String]
  }

  /// A row that could not be read.
  package struct Refusal: Sendable {
    package let line: Int
    package let message: Diagnostic.Message
  }

  /// Why a table cannot be read.
  package struct Fault: Error, Sendable {
    package let path: String
    package let reason: String

    package init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// Reads a file; encoding, delimiter and quoting are found as for inputs.
  ///
  /// - Parameter isRagged: Whether a row may lack fields at its end, or have empty ones behind the header's, as
  ///   spreadsheets write them; a last line without a line end must be whole all the same.
  package init(reading path: String, isRagged: Bool = false) throws(Fault) {
    do {
      let file = try InputFile(opening: path)
      var sample = [UInt8](repeating: 0, count: 1 << 16)
      let count = try sample.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
      sample.removeLast(sample.count - count)
      let dialect = try sample.withUnsafeBufferPointer { try CSVSniffer(file: file, looksForHeader: false).sniff($0) }
      guard let dialect else { throw Fault(path: path, reason: "the file is empty") }
      var reader = try CSVReader(file, dialect: dialect)
      reader.isRagged = isRagged
      columns = reader.header.map { $0.lowercased() }
      var (rows, refused) = ([Row](), [Refusal]())
      let width = columns.count
      try reader.read(
        accept: { row in
          rows.append(Row(line: row.line, fields: (0..<width).map { row.string($0) }))
          return nil
        }, setAside: { refused.append(Refusal(line: $0.line, message: $0.message)) }, foreign: { _ in })
      (self.rows, self.refused) = (rows, refused)
    } catch let fault as Fault {
      throw fault
    } catch let fault as InputFile.Fault {
      throw Fault(path: path, reason: fault.reason)
    } catch {
      throw Fault(path: path, reason: "its header cannot be read")
    }
  }

  /// The first column with one of some names; `nil` where there is none.
  package func column(_ names: String...) -> Int? {
    names.lazy.compactMap { columns.firstIndex(of: $0) }.first
  }
}

extension PlainTable {
  /// Reads a cell as the day that it states, in every form that inputs may have.
  ///
  /// - Parameter night: The night's date, which years of two digits never pass.
  package static func day(_ cell: String, asOf night: CalendarDate) -> WrittenDay {
    let bytes = Array(cell.utf8)
    let text = FieldText.trimmed(0..<bytes.count, in: bytes.span)
    switch DateReader(asOf: night).read(bytes.span.extracting(text)) {
    case .date(let date): return .day(date)
    case .none: return .none
    case .placeholder, .partial, .unreadable: return .unreadable
    }
  }
}
