/// What the number formats of a workbook's cells say about their numbers.
final class CellStyles: OfficeListener {
  /// How a number is to be understood.
  enum Kind {
    case plain, day, percent
  }

  /// More than any program writes.
  private static let mostFormats = 65_536

  private var custom: [Int: Kind] = [:]
  private var kinds: [Kind] = []
  let fault: SheetFault? = nil

  /// - Parameter style: A cell's `s`.
  func kind(of style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .plain }

  func start(_ tag: OfficeTag) {
    switch (tag.parent, tag.word) {
    case (.numberFormats, .numberFormat):
      guard let id = tag.number(.numberFormatID), custom.count < Self.mostFormats else { return }
      custom[id] = Self.kind(ofFormat: tag.text(.formatCode) ?? "")
    case (.cellFormats, .format):
      guard kinds.count < Self.mostFormats else { return }
      let id = tag.number(.numberFormatID) ?? 0
      kinds.append(custom[id] ?? Self.builtIn(id))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ word: OfficeWord, in parent: OfficeWord) {}

  /// Formats that every workbook has (ECMA-376, part 1, 18.8.30): days, days with times, and those of East Asia.
  private static func builtIn(_ id: Int) -> Kind {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: .day
    default: .plain
    }
  }

  /// Tells a format's kind by its letters, without those in quotes, in brackets, and behind `\`, `_` and `*`.
  static func kind(ofFormat code: String) -> Kind {
    var (isQuoted, isBracketed, isSkipped, hasTime, hasMonth) = (false, false, false, false, false)
    for letter in code.lowercased() {
      if isSkipped {
        isSkipped = false
      } else if letter == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if letter == "[" || letter == "]" {
        isBracketed = letter == "["
      } else if !isBracketed {
        switch letter {
        case "\\", "_", "*": isSkipped = true
        case "%": return .percent
        case "y", "d": return .day
        case "m": hasMonth = true
        case "h", "s": hasTime = true
        // Only the part for positive numbers counts.
        case ";": return hasMonth && !hasTime ? .day : .plain
        default: continue
        }
      }
    }
    return hasMonth && !hasTime ? .day : .plain
  }
}
