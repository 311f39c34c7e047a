/// An amount in rupiah, exact to the sen.
package struct Money: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Hundredths of a rupiah; exports give up to two decimals.
  package let sen: Int64

  package init(sen: Int64) { self.sen = sen }

  package static func < (left: Self, right: Self) -> Bool { left.sen < right.sen }
}

extension Money: CustomStringConvertible {
  /// Rupiah with a decimal point only where there are sen: `1399818654.61`, `50000000`.
  package var description: String {
    let rupiah = sen / 100
    let rest = abs(sen % 100)
    guard rest != 0 else { return String(rupiah) }
    return "\(sen < 0 && rupiah == 0 ? "-" : "")\(rupiah).\(rest < 10 ? "0" : "")\(rest)"
  }
}
