/// Reads what a ``KeptWriter`` wrote, in the same order.
package struct KeptReader {
  /// What was kept is not whole, or is not what it was thought to be.
  package struct Damage: Error {
    package init() {}
  }

  private var piece: [UInt8] = []
  private var place = 0
  private var known: [String] = []
  private let next: () -> [UInt8]?

  /// Longer lists are damage, not content.
  private static let mostValues = 1 << 40

  /// - Parameter next: Gives one piece after the other; `nil` at the end, and where a piece is not as it was written.
  package init(pieces next: @escaping () -> [UInt8]?) { self.next = next }

  package mutating func value<Value: BitwiseCopyable>(_: Value.Type = Value.self) throws(Damage) -> Value {
    let read = unsafe withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) { buffer -> Value? in
      unsafe fill(UnsafeMutableRawBufferPointer(buffer), byteCount: MemoryLayout<Value>.size) ? buffer[0] : nil
    }
    guard let read else { throw Damage() }
    return read
  }

  package mutating func all<Value: BitwiseCopyable>(_: Value.Type = Value.self) throws(Damage) -> [Value] {
    let count = try value(Int.self)
    guard (0...Self.mostValues).contains(count) else { throw Damage() }
    return try values(Value.self, count: count)
  }

  package mutating func text() throws(Damage) -> String {
    let number = Int(try value(UInt32.self))
    if number < known.count { return known[number] }
    guard number == known.count else { throw Damage() }
    let text = String(decoding: try all(UInt8.self), as: UTF8.self)
    known.append(text)
    return text
  }

  package mutating func texts() throws(Damage) -> [String] {
    let count = try value(Int.self)
    var texts: [String] = []
    for _ in 0..<max(0, count) { texts.append(try text()) }
    return texts
  }

  package mutating func phrase() throws(Damage) -> Phrase { Phrase(try text(), try text()) }

  /// Whether all was read; a reader who stops before is not sure that the content is whole.
  package mutating func isAtEnd() -> Bool { place == piece.count && next() == nil }

  private mutating func values<Value: BitwiseCopyable>(_: Value.Type, count: Int) throws(Damage) -> [Value] {
    var isWhole = true
    let size = MemoryLayout<Value>.stride
    let values = unsafe [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      isWhole = unsafe fill(UnsafeMutableRawBufferPointer(buffer), byteCount: count * size)
      filled = isWhole ? count : 0
    }
    guard isWhole else { throw Damage() }
    return values
  }

  private mutating func fill(_ target: UnsafeMutableRawBufferPointer, byteCount: Int) -> Bool {
    var done = 0
    while done < byteCount {
      if place == piece.count {
        guard let new = next(), !new.isEmpty else { return false }
        (piece, place) = (new, 0)
      }
      let count = min(byteCount - done, piece.count - place)
      unsafe piece.withUnsafeBytes { source in
        let part = unsafe UnsafeRawBufferPointer(rebasing: source[place..<place + count])
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[done..<done + count]).copyMemory(from: part)
      }
      place += count
      done += count
    }
    return true
  }
}
