import Glibc

/// The only place that needs the C library: logarithms and powers of two.
enum Logarithm {
  /// The base-2 logarithm cut to whole bits, so that a verdict does not drift with what else a folder holds.
  static func wholeBits(_ value: Double) -> Double { log2(value).rounded(.down) }

  static func bits(ratio: Double) -> Double { log2(ratio) }

  /// The bits of odds that stand for a probability, with a little less than they are so that rounding loses no pair.
  static func bits(probability: Double) -> Double { log2(probability / (1 - probability)) - 1e-9 }

  /// The probability that odds of so many bits stand for, from 0 to 1.
  static func probability(bits: Double) -> Double { 1 / (1 + exp2(-bits)) }

  /// A number cut to so many significant digits.
  static func rounded(_ value: Double, digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    let scale = digits - 1 - Int(log10(abs(value)).rounded(.down))
    // Multiplied or divided by a whole power of ten, so that the result is the nearest number that prints short.
    let power = pow(10, Double(abs(scale)))
    return scale >= 0 ? (value * power).rounded() / power : (value / power).rounded() * power
  }

  /// Two to a power.
  static func power(_ bits: Double) -> Double { exp2(bits) }
}
