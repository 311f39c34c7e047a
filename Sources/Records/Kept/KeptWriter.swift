/// Writes values as they lie in memory, for the same build of the program on the same machine alone.
package struct KeptWriter {
  /// One mebibyte.
  static let pieceSize = 1 << 20

  private var piece: [UInt8] = []
  private var known: [String: UInt32] = [:]
  private let sink: any KeptSink

  package init(to sink: any KeptSink) {
    self.sink = sink
    piece.reserveCapacity(Self.pieceSize)
  }

  package mutating func put<Value: BitwiseCopyable>(_ value: Value) {
    unsafe withUnsafeBytes(of: value) { unsafe append($0) }
  }

  /// How many, and all of them.
  package mutating func put<Value: BitwiseCopyable>(all values: [Value]) {
    put(values.count)
    unsafe values.withUnsafeBytes { unsafe append($0) }
  }

  /// A text in full where it comes for the first time, else its number.
  package mutating func put(_ text: String) {
    if let number = known[text] {
      put(number)
      return
    }
    let number = UInt32(known.count)
    known[text] = number
    put(number)
    put(all: Array(text.utf8))
  }

  package mutating func put(_ texts: [String]) {
    put(texts.count)
    for text in texts { put(text) }
  }

  package mutating func put(_ phrase: Phrase) {
    put(phrase.indonesian)
    put(phrase.english)
  }

  /// Ends the content and keeps it.
  package mutating func close() {
    if !piece.isEmpty { sink.take(piece) }
    piece = []
    sink.close()
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty {
      let count = unsafe min(rest.count, Self.pieceSize - piece.count)
      unsafe piece.append(contentsOf: rest.prefix(count))
      unsafe rest = rest.dropFirst(count)
      guard piece.count == Self.pieceSize else { return }
      sink.take(piece)
      piece.removeAll(keepingCapacity: true)
    }
  }
}
