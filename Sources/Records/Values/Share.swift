/// A holding in a vendor, in the unit in which it was written down.
///
/// A bare number may be a percentage or a fraction; only the sum over the vendor's holders tells, so the
/// notation is kept and interpreted later. It is never guessed row by row.
package struct Share: Hashable, Sendable, BitwiseCopyable {
  package enum Notation: UInt8, Hashable, Sendable, BitwiseCopyable {
    /// Nothing was written.
    case none
    /// `30%`, `30,5 %`, `1/3`: millionths of the whole.
    case ofWhole
    /// `30` or `0,30`: millionths of the number as written.
    case bare
    /// `300 lembar`: sheets.
    case sheets
    /// `Rp 30.000.000`: sen.
    case paidIn
  }

  package let notation: Notation
  package let amount: Int64

  package init(notation: Notation, amount: Int64) {
    self.notation = notation
    self.amount = amount
  }

  package static let unknown = Share(notation: .none, amount: 0)
}

/// A known part of a company, from 0 to 1, in millionths.
package struct Fraction: Hashable, Comparable, Sendable {
  package let millionths: Int64

  package init(millionths: Int64) { self.millionths = millionths }

  package static func < (left: Self, right: Self) -> Bool { left.millionths < right.millionths }
}

extension Fraction: CustomStringConvertible {
  /// Percent with a decimal comma and at most two decimals, as Indonesian papers write it: `33,33`.
  package var description: String {
    let hundredths = (millionths + 50) / 100
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return String(whole) }
    if rest % 10 == 0 { return "\(whole),\(rest / 10)" }
    return "\(whole),\(rest < 10 ? "0" : "")\(rest)"
  }
}
