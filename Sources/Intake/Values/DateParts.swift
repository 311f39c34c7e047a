/// The numbers and the month's name of a written date.
struct DateParts {
  var numbers = (0, 0, 0)
  var widths = (0, 0, 0)
  var numberCount = 0
  var month: Int?

  /// - Returns: Whether the text holds only numbers, separators, and at most a month's name and a time.
  mutating func scan(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if (0x30...0x39).contains(byte) {
        var (value, width) = (0, 0)
        while index < text.count, (0x30...0x39).contains(text[index]) {
          if width < 9 { value = value * 10 + Int(text[index] - 0x30) }
          width += 1
          index += 1
        }
        if index < text.count, text[index] == 0x3A {
          // A time of day begins: the date before it must be complete.
          return isComplete
        }
        guard add(value, width) else { return false }
      } else if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
        let start = index
        while index < text.count, (0x41...0x5A).contains(text[index]) || (0x61...0x7A).contains(text[index]) {
          index += 1
        }
        if index - start == 1, text[start] == 0x54, isComplete { return true }
        if index == text.count, index - start == 1, text[start] == 0x5A, isYearFirst { return true }
        guard month == nil, let named = Months.number(text.extracting(start..<index)) else { return false }
        month = named
      } else {
        switch byte {
        case 0x20, 0x2D, 0x2F, 0x2E, 0x2C, 0x27: index += 1
        case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: index += 2
        case 0x2B where isYearFirst && Self.isZone(text.extracting(index..<text.count)): return true
        // A space of no width, or a narrow one.
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && [0x8B, 0xAF].contains(text[index + 2]):
          index += 3
        default: return false
        }
      }
    }
    return true
  }

  private var isComplete: Bool { numberCount + (month == nil ? 0 : 1) >= 3 }

  /// Whether the date is written as XML does; only such a one has a zone behind it.
  private var isYearFirst: Bool { widths.0 == 4 && month == nil }

  /// Whether a text is a zone such as `+08:00`.
  private static func isZone(_ text: Span<UInt8>) -> Bool {
    guard text.count == 6, text[3] == 0x3A else { return false }
    return [1, 2, 4, 5].allSatisfy { (0x30...0x39).contains(text[$0]) }
  }

  private mutating func add(_ value: Int, _ width: Int) -> Bool {
    switch numberCount {
    case 0: (numbers.0, widths.0) = (value, width)
    case 1: (numbers.1, widths.1) = (value, width)
    case 2: (numbers.2, widths.2) = (value, width)
    default: return false
    }
    numberCount += 1
    return true
  }
}

/// Names of months in Indonesian, old Indonesian and English, and their abbreviations.
private enum Months {
  static func number(_ name: Span<UInt8>) -> Int? {
    guard name.count >= 3, name.count <= 9 else { return nil }
    return names.first { FieldText.equalsIgnoringCase(name, $0.name) }?.number
  }

  private static let names: [(name: StaticString, number: Int)] = [
    ("januari", 1), ("jan", 1), ("january", 1), ("februari", 2), ("pebruari", 2), ("feb", 2), ("peb", 2),
    ("february", 2), ("maret", 3), ("mar", 3), ("march", 3), ("mrt", 3), ("april", 4), ("apr", 4), ("mei", 5),
    ("may", 5), ("juni", 6), ("jun", 6), ("june", 6), ("juli", 7), ("jul", 7), ("july", 7), ("agustus", 8),
    ("agt", 8), ("agu", 8), ("ags", 8), ("agst", 8), ("aug", 8), ("august", 8), ("september", 9), ("sep", 9),
    ("sept", 9), ("oktober", 10), ("okt", 10), ("oct", 10), ("october", 10), ("november", 11), ("nopember", 11),
    ("nov", 11), ("nop", 11), ("desember", 12), ("des", 12), ("dec", 12), ("december", 12),
  ]
}
