/// A CSV file that is no dataset, read whole: a list of truths, of name frequencies, or of this program's own judgements.
package struct PlainTable: Sendable {
  package let columns: [String]
  package private(set) var rows: [Row] = []
  /// How many rows could not be read.
  package private(set) var setAside = 0

  /// One row: its line, and a field for each column.
  package struct Row: Sendable {
    package let line: Int
    package let fields: [String]
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
  package init(reading path: String) throws(Fault) {
    do {
      let file = try InputFile(opening: path)
      var sample = [UInt8](repeating: 0, count: 1 << 16)
      let count = try sample.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
      sample.removeLast(sample.count - count)
      let dialect = try sample.withUnsafeBufferPointer { try CSVSniffer(file: file, looksForHeader: false).sniff($0) }
      guard let dialect else { throw Fault(path: path, reason: "the file is empty") }
      var reader = try CSVReader(file, dialect: dialect)
      columns = reader.header.map { $0.lowercased() }
      var (rows, setAside) = ([Row](), 0)
      let width = columns.count
      try reader.read(
        accept: { row in
          rows.append(Row(line: row.line, fields: (0..<width).map { row.string($0) }))
          return nil
        }, setAside: { _ in setAside += 1 }, foreign: { _ in })
      (self.rows, self.setAside) = (rows, setAside)
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
