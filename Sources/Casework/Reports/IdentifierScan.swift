import Records

/// Finds personal numbers in free text by their shape: NIK, NIP, personal NPWP and mobile phone numbers.
///
/// A number may be written through, with dots or hyphens, or in groups with blanks between. What is a date, an
/// amount with thousands dots, a company's NPWP, or has another length, is left alone: package codes, NIB and money.
struct IdentifierScan {
  struct Found: Equatable {
    enum Kind { case nationalID, civilServantID, taxID, phone }

    let kind: Kind
    /// From the first digit (or the `+` before it) to the last.
    let range: Range<Int>
    /// The digits as a number.
    let value: UInt64
  }

  private let text: [UInt8]

  /// - Parameter text: UTF-8.
  init(_ text: [UInt8]) { self.text = text }

  /// Every personal number, in order.
  func found() -> [Found] {
    var found: [Found] = []
    var fragments: [DigitGroups] = []
    var position = 0
    while let group = group(from: position) {
      position = group.range.upperBound
      if let last = fragments.last, !joins(last.range.upperBound, group.range.lowerBound) {
        found += Self.join(fragments)
        fragments = []
      }
      switch group.reading {
      case .identifier(let kind):
        found += Self.join(fragments)
        fragments = []
        found.append(Found(kind: kind, range: group.range, value: group.wholeValue))
      case .other:
        found += Self.join(fragments)
        fragments = []
      case .fragment:
        fragments.append(group)
      }
    }
    return found + Self.join(fragments)
  }

  /// The next run of digits with single dots or hyphens inside.
  private func group(from start: Int) -> DigitGroups? {
    guard var index = text[start...].firstIndex(where: \.isDigit) else { return nil }
    var group = DigitGroups(at: index, hasPlus: index > 0 && text[index - 1] == UInt8(ascii: "+"))
    while index < text.count {
      if text[index].isDigit {
        group.add(digit: text[index])
      } else if text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: "-"),
        index + 1 < text.count, text[index + 1].isDigit
      {
        group.add(separator: text[index])
      } else {
        break
      }
      index += 1
    }
    return group
  }

  /// Whether between two runs stands only what people put between groups of one number: at most three blanks,
  /// hyphens, dots or parentheses.
  private func joins(_ end: Int, _ start: Int) -> Bool {
    start - end <= 3
      && text[end..<start].allSatisfy { [0x20, 0x28, 0x29, 0x2D, 0x2E, 0xC2, 0xA0].contains($0) }
  }

  /// Numbers made of neighbouring runs, the longest first from each run on.
  private static func join(_ fragments: [DigitGroups]) -> [Found] {
    guard fragments.count > 1 else { return [] }
    var found: [Found] = []
    var start = 0
    search: while start < fragments.count {
      for end in (start..<fragments.count).reversed() where end > start {
        guard let joined = DigitGroups(joining: fragments[start...end]),
          case .identifier(let kind) = joined.reading
        else { continue }
        found.append(Found(kind: kind, range: joined.range, value: joined.value))
        start = end + 1
        continue search
      }
      start += 1
    }
    return found
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
