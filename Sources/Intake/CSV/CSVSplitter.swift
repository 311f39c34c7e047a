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
  private let gathered: UnsafeMutablePointer<GatheredRow>

  /// The row that the last lines made; it holds until the next row is made.
  private(set) var row = RawRow()

  /// - Parameter delimiter: One of `,`, `;`, tab and `|`.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
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
    if !isOpen { gathered.pointee.clear() }
    let outcome = parse(line, isTerminated: isTerminated)
    switch outcome {
    case .row:
      isOpen = false
      row.assign(bytes: gathered.pointee.filledBytes, ends: gathered.pointee.filledEnds)
    case .nothing: isOpen = false
    case .open: isOpen = true
    case .strayQuote, .openAtEnd, .fieldTooLong: reset()
    }
    return outcome
  }

  /// Names the place of the row in hand.
  func place(line: Int, position: Int) {
    row.line = line
    row.position = UInt64(position)
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
    isOpen = false
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

/// What the callbacks of one parser write to: a row's fields in memory of its own, which a field costs one copy.
private struct GatheredRow {
  var isComplete = false
  var isTooLong = false
  private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
  private var ends = UnsafeMutableBufferPointer<Int>.allocate(capacity: 1 << 6)
  private var byteCount = 0
  private var endCount = 0

  var filledBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[..<byteCount]) }
  var filledEnds: UnsafeBufferPointer<Int> { UnsafeBufferPointer(rebasing: ends[..<endCount]) }

  mutating func clear() { (byteCount, endCount, isComplete, isTooLong) = (0, 0, false, false) }

  mutating func add(_ field: UnsafeMutableRawPointer?, _ count: Int) {
    if byteCount + count > bytes.count { bytes = Self.grown(bytes, to: byteCount + count, keeping: byteCount) }
    if endCount == ends.count { ends = Self.grown(ends, to: endCount + 1, keeping: endCount) }
    if let field, let base = bytes.baseAddress { memcpy(base + byteCount, field, count) }
    byteCount += count
    ends[endCount] = byteCount
    endCount += 1
  }

  func free() {
    bytes.deallocate()
    ends.deallocate()
  }

  private static func grown<Element: BitwiseCopyable>(
    _ old: UnsafeMutableBufferPointer<Element>, to needed: Int, keeping count: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    let new = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(needed, old.count * 2))
    _ = new.update(fromContentsOf: old[..<count])
    old.deallocate()
    return new
  }
}

private func boundedRealloc(_ pointer: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
  // One block more than the longest field: libcsv asks for whole blocks before it needs them.
  size > CSVSplitter.longestField + 8192 ? nil : realloc(pointer, size)
}

private func onField(_ field: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context = context?.assumingMemoryBound(to: GatheredRow.self) else { return }
  if count > CSVSplitter.longestField { context.pointee.isTooLong = true }
  context.pointee.add(field, count)
}

private func onRow(_ end: CInt, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: GatheredRow.self).pointee.isComplete = true
}
