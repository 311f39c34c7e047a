import Records

/// Reads the code of a package, a service or a vendor, which spreadsheets damage as they damage numbers.
///
/// `'10018467000`, `="10018467000"` and `10018467000.0` are the code `10018467000`. `1,0018467E+10` has lost digits and
/// is no code: who knows which others it would be equal to. Every other text is a code as it stands.
struct CodeReader {
  /// Where the code stands in the text; empty where there is none.
  private(set) var range: Range<Int>
  private(set) var isFormula = false
  private(set) var hasApostrophe = false
  private(set) var hasFloatTail = false
  /// Whether the text is a number in scientific notation.
  private(set) var isFloat = false

  /// - Parameter text: The field's bytes, trimmed.
  init(_ text: Span<UInt8>) {
    range = 0..<text.count
    if Self.digits(text, range) == text.count { return }
    if text.count >= 4, text[0] == 0x3D, text[1] == 0x22, text[text.count - 1] == 0x22 {
      range = FieldText.trimmed(2..<text.count - 1, in: text)
      isFormula = true
    }
    while let mark = Self.apostrophe(text, range) {
      range = FieldText.trimmed(range.lowerBound + mark..<range.upperBound, in: text)
      hasApostrophe = true
    }
    let digits = Self.digits(text, range)
    guard digits > 0, digits < range.count else { return }
    if Self.isScientific(text, range, digits) {
      isFloat = true
      range = 0..<0
    } else if Self.isFloatTail(text, range, digits) {
      range = range.lowerBound..<range.lowerBound + digits
      hasFloatTail = true
    }
  }

  /// What was done to the text, in the order in which it was done.
  var repairs: [ValueRepair] {
    if isFloat { return [.floatRefused] }
    return (isFormula ? [.formulaText] : []) + (hasApostrophe ? [.apostrophe] : []) + (hasFloatTail ? [.floatTail] : [])
  }

  /// How many digits the text begins with.
  private static func digits(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, (0x30...0x39).contains(text[index]) { index += 1 }
    return index - range.lowerBound
  }

  /// The length of a straight or curly apostrophe at the beginning; `nil` where none is.
  private static func apostrophe(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count > 1 else { return nil }
    let start = range.lowerBound
    if text[start] == 0x27 || text[start] == 0x60 { return 1 }
    guard range.count > 3, text[start] == 0xE2, text[start + 1] == 0x80 else { return nil }
    return text[start + 2] == 0x98 || text[start + 2] == 0x99 ? 3 : nil
  }

  /// Whether all that stands behind the digits is a decimal mark with one or two zeros.
  private static func isFloatTail(_ text: Span<UInt8>, _ range: Range<Int>, _ digits: Int) -> Bool {
    let mark = range.lowerBound + digits
    guard text[mark] == 0x2E || text[mark] == 0x2C, (2...3).contains(range.upperBound - mark) else { return false }
    return (mark + 1..<range.upperBound).allSatisfy { text[$0] == 0x30 }
  }

  /// Whether the text is `1,0018467E+10` or `1E+10`; letters between digits alone, as in `12E5`, make a code.
  private static func isScientific(_ text: Span<UInt8>, _ range: Range<Int>, _ digits: Int) -> Bool {
    var index = range.lowerBound + digits
    var isMarked = false
    if text[index] == 0x2E || text[index] == 0x2C {
      isMarked = true
      index += 1
      while index < range.upperBound, (0x30...0x39).contains(text[index]) { index += 1 }
    }
    guard index < range.upperBound, text[index] | 0x20 == 0x65 else { return false }
    index += 1
    if index < range.upperBound, text[index] == 0x2B {
      isMarked = true
      index += 1
    }
    let exponent = index..<range.upperBound
    return isMarked && !exponent.isEmpty && Self.digits(text, exponent) == exponent.count
  }
}
