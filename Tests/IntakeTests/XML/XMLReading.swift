import Glibc

@testable import Intake

/// All that a reader makes of some bytes, in a form that can be compared and read.
struct XMLReading: Equatable {
  /// A record as `path @line #position element/column=value ...`, without its empty fields.
  var rows: [String] = []
  /// How many records there were, also where they were not kept.
  var count = 0
  var kinds: [XMLRecordKind] = []
  /// The positions of the records that were to be set aside.
  var rejected: [UInt64] = []
  var fault: XMLFault?
  /// The processor time that the reader took.
  var seconds = 0.0
  private let keepsRows: Bool

  /// Reads a document that is there as a whole.
  ///
  /// - Parameter step: How many bytes the reader gets at once.
  init(_ bytes: [UInt8], step: Int = 1 << 16, keepsRows: Bool = true) {
    self.init(keepsRows: keepsRows) { feed throws(XMLFault) in
      for start in stride(from: 0, to: bytes.count, by: step) {
        try feed(bytes[start..<min(start + step, bytes.count)])
      }
    }
  }

  init(_ text: String, step: Int = 1 << 16, keepsRows: Bool = true) {
    self.init(Array(text.utf8), step: step, keepsRows: keepsRows)
  }

  /// Reads a document that is made piece by piece.
  init(
    keepsRows: Bool = true, pieces: (_ feed: (ArraySlice<UInt8>) throws(XMLFault) -> Void) throws(XMLFault) -> Void
  ) {
    self.keepsRows = keepsRows
    do throws(XMLFault) {
      let reader = try XMLRecordReader()
      do throws(XMLFault) {
        try pieces { piece throws(XMLFault) in
          let begin = Self.threadSeconds()
          defer { seconds += Self.threadSeconds() - begin }
          let outcome = piece.withUnsafeBytes { bytes in
            Result { () throws(XMLFault) in try reader.read(bytes) { take($0, $1, from: reader) } }
          }
          try outcome.get()
        }
        let begin = Self.threadSeconds()
        defer { seconds += Self.threadSeconds() - begin }
        try reader.finish { take($0, $1, from: reader) }
      } catch {
        fault = error
      }
      kinds = reader.kinds
    } catch {
      fault = error
    }
  }

  private mutating func take(_ kind: Int, _ row: borrowing RawRow, from reader: XMLRecordReader) {
    count += 1
    guard keepsRows else { return }
    var text = "\(reader.kinds[kind].path) @\(row.line) #\(row.position)"
    for field in 0..<row.fieldCount where !row.range(field).isEmpty {
      text += " \(reader.kinds[kind].columns[field])=\(row.string(field))"
    }
    rows.append(text)
    if reader.rejected != nil { rejected.append(row.position) }
  }

  /// What a harmless megabyte of 10,000 records costs in this build on this machine: the least of three readings.
  static let secondsOfMegabyte: Double = {
    let record = "<p>" + (0..<5).map { "<k\($0)>contoh \($0)</k\($0)>" }.joined() + "</p>\n"
    let text = "<r>" + String(repeating: record, count: 10_000) + "</r>"
    return (0..<3).map { _ in XMLReading(text, keepsRows: false).seconds }.reduce(.infinity, min)
  }()

  /// The thread's own time, which other tests and other programs do not lengthen.
  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func == (left: Self, right: Self) -> Bool {
    left.rows == right.rows && left.kinds == right.kinds && left.rejected == right.rejected && left.fault == right.fault
  }
}
