/// Reduces written names to words of the letters a to z, in buffers that are used again for every name.
///
/// Accents are dropped, apostrophes and glottal marks vanish, a hyphen or slash parts words as a blank does, and a
/// digit between letters is taken for the letter it is mistaken for (0 for o, 1 for i, 5 for s). A comma ends a part.
/// Dots stay, as they tell titles and initials from names. UTF-8 that was taken for Windows-1252 and encoded again
/// (`Maâ€™u`, `NoÃ«l`) is read as what it was.
struct Letters {
  /// Letters and dots of all words, one word after another.
  private(set) var bytes: [UInt8] = []
  private(set) var words: [Word] = []
  private(set) var steps: FoldingSteps = []

  /// One written word, as a stretch of ``bytes``.
  struct Word: Sendable {
    var start: Int32
    var end: Int32
    /// Behind how many commas it stands.
    var part: Int32
    var letters: Int32
    var capitals: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
    var isCapitals: Bool { capitals == letters }
  }

  /// The longest name that is folded; what stands behind is no name any more.
  static let longestName = 512

  mutating func read(_ text: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    steps = []
    var part: Int32 = 0
    var letters: Int32 = 0
    var capitals: Int32 = 0
    var digits: Int32 = 0
    var start = 0
    func close(_ self: inout Self) {
      // A word of digits alone is no misread name.
      if letters > digits {
        self.words.append(
          Word(start: Int32(start), end: Int32(self.bytes.count), part: part, letters: letters, capitals: capitals))
        if digits > 0 { self.steps.insert(.digits) }
      } else {
        self.bytes.removeLast(self.bytes.count - start)
      }
      start = self.bytes.count
      (letters, capitals, digits) = (0, 0, 0)
    }
    func add(_ letter: UInt8, _ self: inout Self) {
      self.bytes.append(letter)
      letters += 1
    }
    let count = min(text.count, Self.longestName)
    var index = 0
    while index < count {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x61...0x7A: add(byte, &self)
      case 0x41...0x5A:
        add(byte | 0x20, &self)
        capitals += 1
      case 0x2E: bytes.append(byte)
      case 0x27, 0x60, 0xB4: steps.insert(.marks)
      case 0x2C:
        close(&self)
        part += 1
      case 0x30, 0x31, 0x35:
        add(byte == 0x30 ? 0x6F : byte == 0x31 ? 0x69 : 0x73, &self)
        digits += 1
      case 0xC3 where index < count:
        if let length = Self.mojibake(text, index, count) {
          if length.letter != 0 { add(length.letter, &self) }
          index += length.bytes
          steps.insert(.mojibake)
        } else {
          if let letter = Self.latin(text[index]) { add(letter, &self) }
          index += 1
          steps.insert(.marks)
        }
      case 0xE2 where index + 1 < count:
        // Curly quotes and primes vanish like apostrophes; dashes part words.
        if text[index] == 0x80, (0x90...0x95).contains(text[index + 1]) { close(&self) }
        index += 2
        steps.insert(.marks)
      case 0xC2 where index < count:
        if text[index] == 0xA0 { close(&self) }
        index += 1
      case 0x80...0xFF: continue
      default: close(&self)
      }
    }
    close(&self)
  }

  /// Reads the two encoded halves of a letter that was encoded twice, or of a quote.
  ///
  /// - Returns: How many bytes follow 0xC3, and the letter; 0 for a mark that vanishes. `nil` for an ordinary letter.
  private static func mojibake(_ text: Span<UInt8>, _ index: Int, _ count: Int) -> (bytes: Int, letter: UInt8)? {
    // "Ã" (C3 83) and one of U+0080 to U+00BF (C2 xx) are C3 xx.
    if text[index] == 0x83, index + 2 < count, text[index + 1] == 0xC2 {
      return (3, latin(text[index + 2]) ?? 0)
    }
    // "â€" (C3 A2, E2 82 AC) and one more character are a quotation mark or dash of U+2010 to U+201F.
    if text[index] == 0xA2, index + 3 < count, text[index + 1] == 0xE2, text[index + 2] == 0x82, text[index + 3] == 0xAC
    {
      var length = 4
      if index + length < count {
        let lead = text[index + length]
        length += lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0
      }
      return (min(length, count - index), 0)
    }
    return nil
  }

  /// The letter under an accent, for the second byte of a Latin-1 letter in UTF-8.
  private static func latin(_ byte: UInt8) -> UInt8? {
    switch byte | 0x20 {
    case 0xA0...0xA5: 0x61
    case 0xA7: 0x63
    case 0xA8...0xAB: 0x65
    case 0xAC...0xAF: 0x69
    case 0xB1: 0x6E
    case 0xB2...0xB6, 0xB8: 0x6F
    case 0xB9...0xBC: 0x75
    case 0xBD, 0xBF: 0x79
    default: nil
    }
  }

  /// Letters and dots of a text's words, for tables that are read once.
  static func written(_ text: String) -> [WrittenWord] {
    var letters = Letters()
    let utf8 = Array(text.utf8)
    letters.read(utf8.span)
    return letters.words.map { WrittenWord(Array(letters.bytes[$0.range])) }
  }
}

/// One distinct word as it was written, case apart: its letters with its dots.
struct WrittenWord {
  let form: [UInt8]

  init(_ form: [UInt8]) { self.form = form }

  var letters: String { String(decoding: form.filter { $0 != 0x2E }, as: UTF8.self) }

  var hasDot: Bool { form.contains(0x2E) }

  /// The word's stretches between dots: `Ir.H.` has two, `S.Sos` has two.
  var pieces: [String] { form.split(separator: 0x2E).map { String(decoding: $0, as: UTF8.self) } }
}
