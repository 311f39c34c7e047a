import Records

/// Numbers as tables write them: with a decimal point and no grouping, so that any program reads them alike.
enum NumberText {
  /// A probability with four decimals; only certainty itself is written as 0 or 1.
  static func probability(_ value: Double) -> String {
    let rounded = tenThousandths(value)
    return fixed(Int64(rounded), decimals: 4)
  }

  /// A probability as JSON holds it: the same four decimals.
  static func roundedProbability(_ value: Double) -> Double { tenThousandths(value) / 10_000 }

  private static func tenThousandths(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    let rounded = (value * 10_000).rounded()
    if value > 0, rounded <= 0 { return 1 }
    if value < 1, rounded >= 10_000 { return 9_999 }
    return min(max(rounded, 0), 10_000)
  }

  /// A count that need not be whole, with three decimals.
  static func expectation(_ value: Double) -> String { fixed(Int64((rounded(value) * 1000).rounded()), decimals: 3) }

  /// To three decimals, and never the zero with a minus sign.
  static func rounded(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    let bound = min(max(value, -1e12), 1e12)
    return (bound * 1000).rounded() / 1000 + 0
  }

  /// Bits with a sign and three decimals, such as `+9.120`.
  static func bits(_ value: Double) -> String {
    let thousandths = Int64((rounded(value) * 1000).rounded())
    return (thousandths < 0 ? "-" : "+") + fixed(abs(thousandths), decimals: 3)
  }

  /// An amount in whole rupiah, half up: a decimal mark would be read as one of thousands in some spreadsheets.
  static func rupiah(_ amount: Money) -> String {
    String((amount.sen >= 0 ? amount.sen + 50 : amount.sen - 50) / 100)
  }

  /// Percent with at most two decimals, such as `33.33`.
  static func percent(_ share: Fraction) -> String {
    String(share.description.map { $0 == "," ? "." : $0 })
  }

  private static func fixed(_ value: Int64, decimals: Int) -> String {
    let digits = String(value)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
