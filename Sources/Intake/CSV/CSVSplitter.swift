import CLibCSV
import Glibc

/// Owns one libcsv parser and turns physical lines into rows. C: `csv_init`, `csv_parse`, `csv_fini`, `csv_free`.
///
/// `CSV_STRICT` makes a stray quote an error instead of letting it swallow the lines after it, and `CSV_STRICT_FINI`
/// makes a quote still open at the end one; without them libcsv takes malformed input in silence. libcsv has no limit
/// on a field, so its `realloc` is one that refuses beyond ``longestField``.
///
/// Most lines hold a whole row in which no quote needs care. ``PlainLine`` takes those apart several bytes at a time,
/// with the result that libcsv would give; a test holds the two side by side on invented and on mutated lines.
final class CSVSplitter {
  /// 64 KiB; no field of a registry comes near it.
  static let longestField = 65_536

  private var parser = csv_parser()
  private let delimiter: UInt8
  private let takesPlainLines: Bool
  private let gathered: UnsafeMutablePointer<GatheredRow>

  /// The row that the last lines made; it holds until the next row begins.
  var row: RawRow { _read { yield gathered.pointee.row } }

  /// - Parameters:
  ///   - delimiter: One of `,`, `;`, tab and `|`.
  ///   - takesPlainLines: Whether lines that need no care may pass libcsv by; the rows are the same.
  init(delimiter: UInt8, takesPlainLines: Bool = true) {
    self.delimiter = delimiter
    self.takesPlainLines = takesPlainLines
    gathered = .allocate(capacity: 1)
    gathered.initialize(to: GatheredRow())
    start()
  }

  deinit {
    csv_free(&parser)
    gathered.pointee.free()
    gathered.deinitialize(count: 1)
    gathered.deallocate()
  }

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

  /// Whether a row has begun and not ended.
  var isOpen: Bool { gathered.pointee.isOpen }

  /// Reads one physical line.
  ///
  /// After `strayQuote` and `fieldTooLong` the parser is new: what the row had so far is forgotten, and the caller
  /// decides where to go on.
  ///
  /// - Parameters:
  ///   - line: The line in UTF-8, with its end.
  ///   - isTerminated: Whether it has an end; a file's last line may lack one.
  func read(_ line: UnsafeBufferPointer<UInt8>, isTerminated: Bool) -> Outcome {
    if !isOpen {
      if takesPlainLines, let plain = PlainLine(line, delimiter: delimiter), plain.split(into: &gathered.pointee) {
        return .row
      }
      gathered.pointee.clear()
    }
    let outcome = parse(line, isTerminated: isTerminated)
    switch outcome {
    case .row, .nothing: gathered.pointee.isOpen = false
    case .open: gathered.pointee.isOpen = true
    case .strayQuote, .openAtEnd, .fieldTooLong: reset()
    }
    return outcome
  }

  /// Reads one physical line in which nobody has looked for bytes beyond ASCII and NUL bytes.
  ///
  /// - Returns: Whether it holds a whole row without any of them; else nothing is done.
  func readUnseen(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard takesPlainLines, !isOpen, let plain = PlainLine(line, delimiter: delimiter) else { return false }
    return plain.split(into: &gathered.pointee, isUnseen: true)
  }

  /// Names the place of the row in hand.
  func place(line: Int, position: Int) {
    gathered.pointee.row.line = line
    gathered.pointee.row.position = UInt64(position)
  }

  private func parse(_ line: UnsafeBufferPointer<UInt8>, isTerminated: Bool) -> Outcome {
    let count = csv_parse(&parser, line.baseAddress, line.count, onField, onRow, gathered)
    guard count == line.count else { return csv_error(&parser) == CSV_ENOMEM ? .fieldTooLong : .strayQuote }
    if !isTerminated, !gathered.pointee.isComplete, csv_fini(&parser, onField, onRow, gathered) != 0 {
      return .openAtEnd
    }
    if gathered.pointee.isTooLong { return .fieldTooLong }
    return gathered.pointee.isComplete ? .row : .open
  }

  /// Forgets an unfinished row.
  func reset() {
    csv_free(&parser)
    start()
    gathered.pointee.isOpen = false
    gathered.pointee.clear()
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

private func boundedRealloc(_ pointer: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
  // One block more than the longest field: libcsv asks for whole blocks before it needs them.
  size > CSVSplitter.longestField + 8192 ? nil : realloc(pointer, size)
}

private func onField(_ field: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context = context?.assumingMemoryBound(to: GatheredRow.self) else { return }
  if count > CSVSplitter.longestField { context.pointee.isTooLong = true }
  context.pointee.row.append(UnsafeBufferPointer(start: field?.assumingMemoryBound(to: UInt8.self), count: count))
}

private func onRow(_ end: CInt, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: GatheredRow.self).pointee.isComplete = true
}
