import CLibCSV
import Glibc

/// Owns one libcsv parser and turns physical lines into rows. C: `csv_init`, `csv_parse`, `csv_fini`, `csv_free`.
///
/// `CSV_STRICT` makes a stray quote an error instead of letting it swallow the lines after it, and `CSV_STRICT_FINI`
/// makes a quote still open at the end one; without them libcsv takes malformed input in silence. libcsv has no limit
/// on a field, so its `realloc` is one that refuses beyond ``longestField``.
final class CSVSplitter {
  /// 64 KiB; no field of a registry comes near it.
  static let longestField = 65_536

  private var parser = csv_parser()
  private let delimiter: UInt8
  private var context: Context

  /// - Parameter delimiter: One of `,`, `;`, tab and `|`.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
    context = Context()
    start()
  }

  deinit { csv_free(&parser) }

  enum Outcome: Equatable {
    /// The line finished a row, which stands in ``row``.
    case row
    /// A quoted field goes on in the next line.
    case open
    /// Nothing but what a row before it left.
    case nothing
    case strayQuote
    /// The file ends inside a quoted field.
    case openAtEnd
    case fieldTooLong
  }

  /// The row that the last lines made; its fields are valid until the next line.
  var row: RawRow {
    _read { yield context.row }
    _modify { yield &context.row }
  }

  /// Whether a row has begun and not ended.
  private(set) var isOpen = false

  /// Reads one physical line.
  ///
  /// After `strayQuote` and `fieldTooLong` the parser is new: what the row had so far is forgotten, and the caller
  /// decides where to go on.
  ///
  /// - Parameters:
  ///   - line: The line in UTF-8, with its end.
  ///   - isTerminated: Whether it has an end; a file's last line may lack one.
  func read(_ line: UnsafeBufferPointer<UInt8>, isTerminated: Bool) -> Outcome {
    if !isOpen { context.row.removeAll() }
    context.isComplete = false
    context.isTooLong = false
    let outcome = withUnsafeMutablePointer(to: &context) { context in
      let count = csv_parse(&parser, line.baseAddress, line.count, onField, onRow, context)
      guard count == line.count else {
        return csv_error(&parser) == CSV_ENOMEM ? Outcome.fieldTooLong : .strayQuote
      }
      if !isTerminated, !context.pointee.isComplete, csv_fini(&parser, onField, onRow, context) != 0 {
        return .openAtEnd
      }
      if context.pointee.isTooLong { return .fieldTooLong }
      return context.pointee.isComplete ? .row : .open
    }
    switch outcome {
    case .row, .nothing: isOpen = false
    case .open: isOpen = true
    case .strayQuote, .openAtEnd, .fieldTooLong: reset()
    }
    return outcome
  }

  /// Forgets an unfinished row.
  func reset() {
    csv_free(&parser)
    start()
    isOpen = false
    context.row.removeAll()
  }

  private func start() {
    // csv_init fails only for options it does not know.
    let code = csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    precondition(code == 0, "libcsv takes its own options")
    csv_set_delim(&parser, delimiter)
    csv_set_blk_size(&parser, 4096)
    csv_set_realloc_func(&parser, boundedRealloc)
  }
}

/// What the callbacks of one parser write to.
private struct Context {
  var row = RawRow()
  var isComplete = false
  var isTooLong = false
}

private func boundedRealloc(_ pointer: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
  // One block more than the longest field: libcsv asks for whole blocks before it needs them.
  size > CSVSplitter.longestField + 8192 ? nil : realloc(pointer, size)
}

private func onField(_ field: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context = context?.assumingMemoryBound(to: Context.self) else { return }
  if count > CSVSplitter.longestField { context.pointee.isTooLong = true }
  context.pointee.row.append(
    UnsafeBufferPointer(start: field.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }, count: count))
}

private func onRow(_ end: CInt, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: Context.self).pointee.isComplete = true
}
