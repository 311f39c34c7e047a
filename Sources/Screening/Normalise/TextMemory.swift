import Records

/// Remembers what was made of texts that repeat from row to row, by their places in a file's arena.
///
/// Direct-mapped: a newer text takes an older one's place.
struct TextMemory<Value: Sendable>: Sendable {
  private var keys = [UInt64](repeating: 0, count: Self.places)
  private var values = [Value?](repeating: nil, count: Self.places)

  private static var places: Int { 1 << 12 }

  /// What was made of a text; `nil` where it is not remembered.
  subscript(text: TextID, file: FileID) -> Value? {
    get {
      let key = Self.key(text, file)
      let place = Self.place(of: key)
      return keys[place] == key ? values[place] : nil
    }
    set {
      let key = Self.key(text, file)
      let place = Self.place(of: key)
      keys[place] = key
      values[place] = newValue
    }
  }

  private static func key(_ text: TextID, _ file: FileID) -> UInt64 { UInt64(file.index) << 32 | UInt64(text.offset) }

  private static func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: LinkKey.mix(key, kind: 0)) & (places - 1)
  }
}
