/// Reduces written names to the letters a to z.
enum Letters {
  /// Gives each word of a text as lower-case ASCII letters, with what stood around it.
  ///
  /// Accents are dropped, apostrophes and glottal marks vanish, a hyphen or slash parts words as a blank does, and a
  /// digit between letters is taken for the letter it is mistaken for (0 for o, 1 for i, 5 for s). A comma ends a part.
  static func words(of text: Span<UInt8>) -> [Word] {
    var words: [Word] = []
    var word = Word()
    var part = 0
    func close() {
      if !word.letters.isEmpty {
        word.part = part
        words.append(word)
      }
      word = Word()
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x61...0x7A: word.letters.append(byte)
      case 0x41...0x5A:
        word.letters.append(byte | 0x20)
        word.capitals += 1
      case 0x2E:
        word.hasDot = true
        word.dots.append(word.letters.count)
      case 0x27, 0x60, 0xB4: continue
      case 0x2C:
        close()
        part += 1
      case 0x30: word.letters.append(0x6F)
      case 0x31: word.letters.append(0x69)
      case 0x35: word.letters.append(0x73)
      case 0xC3 where index < text.count:
        if let letter = latin(text[index]) { word.letters.append(letter) }
        index += 1
      case 0xE2 where index + 1 < text.count:
        // Curly quotes and primes vanish like apostrophes; dashes part words.
        if text[index] == 0x80, (0x90...0x95).contains(text[index + 1]) { close() }
        index += 2
      case 0xC2 where index < text.count:
        if text[index] == 0xA0 { close() }
        index += 1
      case 0x80...0xFF: continue
      default: close()
      }
    }
    close()
    return words
  }

  struct Word {
    var letters: [UInt8] = []
    /// Before how many letters the dots stood.
    var dots: [Int] = []
    var hasDot = false
    var capitals = 0
    /// Behind how many commas the word stands.
    var part = 0

    var isCapitals: Bool { capitals == letters.count }
    var string: String { String(decoding: letters, as: UTF8.self) }

    /// The word's pieces between dots: `Ir.H.` is two, `S.Sos` is two.
    var pieces: [String] {
      var pieces: [String] = []
      var start = 0
      for dot in dots + [letters.count] where dot > start {
        pieces.append(String(decoding: letters[start..<dot], as: UTF8.self))
        start = dot
      }
      return pieces
    }
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
}
