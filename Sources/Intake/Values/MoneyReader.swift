import Records

/// Reads an amount in rupiah in every notation that exports and web tables were seen to use.
///
/// `Rp 1.234.567,00`, `Rp. 1.234.567`, `1.234.567,-`, `1234567.00`, `1,234,567.00`, `99999999.9`, `1.5E+9`, `(1.000)`
/// for a negative amount, and rounded text such as `578,9 Jt`, `1,2 Milyar` or `9 T`. A single separator before exactly
/// three digits groups thousands, since amounts of procurement have no third decimal. `1.000-` is unreadable: some
/// programs write a negative amount so, and some people one without sen.
enum MoneyReader {
  enum Reading: Equatable {
    case amount(Money)
    case none
    /// `1.500 Jt`, which is 1,500 or 1.5 million.
    case unclear
    case unreadable
  }

  /// - Parameters:
  ///   - text: The field's bytes, trimmed.
  ///   - decimalMark: The decimal mark of the column's amounts with a unit; 0 where they have both.
  static func read(_ text: Span<UInt8>, decimalMark: UInt8? = nil) -> Reading {
    if text.count == 0 || FieldText.isPlaceholder(text) { return .none }
    guard let number = DecimalScan(text, decimalMark: decimalMark), !number.isPercent, !number.isSheets else {
      return .unreadable
    }
    if number.isUnclear { return .unclear }
    guard let sen = number.scaled(toDecimals: 2) else { return .unreadable }
    return .amount(Money(sen: sen))
  }
}

/// A decimal number with its sign, currency mark and unit of a text, before it is given a scale.
struct DecimalScan {
  private(set) var digits: UInt64 = 0
  /// How many of ``digits`` stand behind the decimal mark, less any power of ten from a unit or exponent.
  private(set) var decimals = 0
  /// Whether its only mark stands before exactly three digits and was taken for one of thousands.
  private(set) var mayHaveThreeDecimals = false
  /// Whether nothing tells if its only mark is one of thousands, and it matters.
  private(set) var isUnclear = false
  /// Whether a unit in words stands behind the number.
  private(set) var hasUnit = false
  /// The decimal mark, where the number leaves no doubt which one it is.
  private(set) var decimalMark: UInt8?
  /// The decimal mark of the column that the number stands in.
  private let columnMark: UInt8?
  /// The number's only mark, where it stands before exactly three digits.
  private var onlyMark: UInt8 = 0
  private(set) var isNegative = false
  private(set) var isPercent = false
  private(set) var hasCurrency = false
  private(set) var isSheets = false

  /// - Returns: `nil` where the text is no number with at most one unit.
  init?(_ text: Span<UInt8>, decimalMark columnMark: UInt8? = nil) {
    self.columnMark = columnMark
    var index = 0
    var number = 0..<0
    if text.count >= 2, text[0] | 0x20 == 0x72, text[1] | 0x20 == 0x70 {
      hasCurrency = true
      index = 2
      if index < text.count, text[index] == 0x2E { index += 1 }
    } else if text.count >= 3, FieldText.equalsIgnoringCase(text.extracting(0..<3), "idr") {
      hasCurrency = true
      index = 3
    }
    while index < text.count, text[index] <= 0x20 || text[index] == 0xC2 || text[index] == 0xA0 { index += 1 }
    if index < text.count, text[index] == 0x28 || text[index] == 0x2D {
      isNegative = true
      index += 1
    } else if index < text.count, text[index] == 0x2B {
      index += 1
    }
    let start = index
    while index < text.count, (0x30...0x39).contains(text[index]) || text[index] == 0x2E || text[index] == 0x2C {
      index += 1
    }
    number = start..<index
    guard readNumber(text.extracting(number)) else { return nil }
    var behind = index
    while behind < text.count, text[behind] <= 0x20 || text[behind] == 0xC2 || text[behind] == 0xA0 { behind += 1 }
    if (0x30...0x39).contains(text[index - 1]), behind < text.count, text[behind] == 0x2D { return nil }
    guard readTail(text.extracting(index..<text.count)) else { return nil }
  }

  /// The same number with its only mark taken for the decimal one, as shares and percentages use it.
  var withThreeDecimals: DecimalScan {
    var number = self
    if mayHaveThreeDecimals { number.decimals = 3 }
    return number
  }

  /// The number times a power of ten, or `nil` where it does not fit.
  func scaled(toDecimals wanted: Int) -> Int64? {
    var value = digits
    var difference = wanted - decimals
    while difference > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
      difference -= 1
    }
    while difference < 0 {
      // Half up on the last digit dropped.
      value = difference == -1 ? (value + 5) / 10 : value / 10
      difference += 1
    }
    guard value <= UInt64(Int64.max) else { return nil }
    return isNegative ? -Int64(value) : Int64(value)
  }

  private mutating func readNumber(_ text: Span<UInt8>) -> Bool {
    var (points, commas, lastMark, digitCount) = (0, 0, -1, 0)
    for index in text.indices {
      switch text[index] {
      case 0x2E: (points, lastMark) = (points + 1, index)
      case 0x2C: (commas, lastMark) = (commas + 1, index)
      default:
        digitCount += 1
        guard digitCount <= 19 else { return false }
        digits = digits &* 10 &+ UInt64(text[index] - 0x30)
      }
    }
    guard digitCount > 0, digitCount <= 18 else { return false }
    guard lastMark >= 0 else { return true }
    let behind = text.count - lastMark - 1
    if points > 0, commas > 0 {
      // Whichever mark comes last is the decimal one, and there may be only one of it.
      guard (text[lastMark] == 0x2E ? points : commas) == 1 else { return false }
      (decimals, decimalMark) = (behind, text[lastMark])
      return true
    }
    if points + commas > 1 {
      decimalMark = points > 0 ? 0x2C : 0x2E
      return behind == 3 || behind == 0
    }
    if behind == 3, lastMark <= 3, text[0] != 0x30 {
      (mayHaveThreeDecimals, onlyMark) = (true, text[lastMark])
      return true
    }
    (decimals, decimalMark) = (behind, behind > 0 ? text[lastMark] : nil)
    return true
  }

  private mutating func readTail(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x29, 0x2D, 0x20, 0xC2, 0xA0, 0x2E, 0x3D, 0x2C: index += 1
      case 0x25:
        isPercent = true
        index += 1
      case 0x41...0x5A, 0x61...0x7A:
        let start = index
        while index < text.count, (0x41...0x5A).contains(text[index]) || (0x61...0x7A).contains(text[index]) {
          index += 1
        }
        let word = text.extracting(start..<index)
        if word.count == 1, word[0] | 0x20 == 0x65 {
          return readExponent(text.extracting(index..<text.count))
        }
        guard readUnit(word) else { return false }
      default: return false
      }
    }
    return true
  }

  private mutating func readExponent(_ text: Span<UInt8>) -> Bool {
    var (index, exponent, sign) = (0, 0, 1)
    if index < text.count, text[index] == 0x2B || text[index] == 0x2D {
      sign = text[index] == 0x2D ? -1 : 1
      index += 1
    }
    guard index < text.count, text.count - index <= 2 else { return false }
    while index < text.count {
      guard (0x30...0x39).contains(text[index]) else { return false }
      exponent = exponent * 10 + Int(text[index] - 0x30)
      index += 1
    }
    decimals -= sign * exponent
    return true
  }

  private mutating func readUnit(_ word: Span<UInt8>) -> Bool {
    for (name, power) in Self.units where FieldText.equalsIgnoringCase(word, name) {
      hasUnit = true
      // By itself a comma is the decimal mark of Indonesian, 1,250 M is 1.25 milliard; a point may be either.
      if mayHaveThreeDecimals {
        isUnclear = columnMark == 0 || columnMark == nil && onlyMark == 0x2E
        if onlyMark == columnMark ?? 0x2C { decimals = 3 }
      }
      decimals -= power
      return true
    }
    for name in Self.sheetWords where FieldText.equalsIgnoringCase(word, name) {
      isSheets = true
      return true
    }
    if FieldText.equalsIgnoringCase(word, "persen") || FieldText.equalsIgnoringCase(word, "percent") {
      isPercent = true
      return true
    }
    return FieldText.equalsIgnoringCase(word, "rupiah") || FieldText.equalsIgnoringCase(word, "saham")
  }

  private static let units: [(name: StaticString, power: Int)] = [
    ("rb", 3), ("ribu", 3), ("jt", 6), ("juta", 6), ("m", 9), ("milyar", 9), ("miliar", 9), ("mlr", 9), ("t", 12),
    ("triliun", 12), ("trilyun", 12),
  ]
  private static let sheetWords: [StaticString] = ["lembar", "lbr", "lb", "sheet", "sheets", "shares"]
}
