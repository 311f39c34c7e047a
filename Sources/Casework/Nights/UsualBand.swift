/// What a number usually is, from the same number of earlier nights, and how far from that it may lie.
///
/// Median and median absolute deviation, because up to half of the nights may have been anything, a failed export
/// among them, without moving either. The deviation is multiplied by 1.4826, which makes it the standard deviation
/// where numbers scatter as a normal law has it. Registries that hardly change have a deviation of nothing, so the
/// width never is less than a floor.
///
/// > F. R. Hampel. "The Influence Curve and Its Role in Robust Estimation." *J. Amer. Statist. Assoc.* 69, 1974,
/// > pp. 383-393.
struct UsualBand: Hashable, Sendable {
  let median: Double
  /// How far from the median a number may lie.
  let width: Double

  /// - Parameters:
  ///   - numbers: One a night, in any order.
  ///   - spreads: How many deviations wide the band is on either side.
  ///   - floor: The least width, given the median.
  /// - Returns: `nil` where there are no numbers.
  init?(_ numbers: [Int], spreads: Double, floor: (Double) -> Double) {
    guard let median = Self.median(numbers.map(Double.init)) else { return nil }
    let deviation = Self.median(numbers.map { abs(Double($0) - median) }) ?? 0
    self.median = median
    width = max(spreads * 1.4826 * deviation, floor(median))
  }

  var lowest: Int { Int((median - width).rounded(.up)) }
  var highest: Int { Int((median + width).rounded(.down)) }

  /// The middle one, or the mean of the two in the middle.
  static func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension UsualBand {
  /// Rows: a fifth of the usual number, since a quarter's reorganisation moves that many, and ten at least.
  static func rowFloor(_ median: Double) -> Double { max(median / 5, 10) }

  /// Counts of things that come by chance, rows set aside and cases: half of the usual number, three times its root,
  /// about three standard deviations of such a count, and ten at least.
  static func countFloor(_ median: Double) -> Double { max(median / 2, 3 * median.squareRoot(), 10) }

  /// Shares in percent: ten points.
  static func shareFloor(_: Double) -> Double { 10 }
}
