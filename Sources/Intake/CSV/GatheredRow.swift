import Glibc

/// What a row's fields are written to on their way: memory of its own, which a field costs one copy.
struct GatheredRow {
  var isComplete = false
  var isTooLong = false
  private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
  private var ends = UnsafeMutableBufferPointer<Int>.allocate(capacity: 1 << 6)
  private var byteCount = 0
  private var endCount = 0

  var filledBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[..<byteCount]) }
  var filledEnds: UnsafeBufferPointer<Int> { UnsafeBufferPointer(rebasing: ends[..<endCount]) }

  /// Forgets the row.
  mutating func clear() { (byteCount, endCount, isComplete, isTooLong) = (0, 0, false, false) }

  /// Adds a field of so many bytes.
  mutating func add(_ field: UnsafeRawPointer?, _ count: Int) {
    if byteCount + count > bytes.count { bytes = Self.grown(bytes, to: byteCount + count, keeping: byteCount) }
    if endCount == ends.count { ends = Self.grown(ends, to: endCount + 1, keeping: endCount) }
    if let field, let base = bytes.baseAddress { memcpy(base + byteCount, field, count) }
    byteCount += count
    ends[endCount] = byteCount
    endCount += 1
  }

  /// Gives the memory back.
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
