/// What a row tells in 64 bits, kept beside its keys, so that most pairs that met by name alone are given up before the
/// other row is looked at.
struct RowTag {
  /// Year of birth after 1850 in the lowest 8 bits, 0 for none; in 6 bits what the name tells at most; above them a bit
  /// for each telling word of the address.
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(_ facts: PersonFacts) {
    let year = UInt64(facts.bestBirth >> 9)
    let name = UInt64(min(63, facts.nameBits.rounded(.up)))
    // Fourteen bits short, so the last words share a place with the first.
    let mask = facts.addressMask | facts.addressMask >> 50
    bits = (year > 1850 && year < 2106 ? year - 1850 : 0) | name << 8 | mask << 14
  }

  /// The year of birth after 1850, 0 for none.
  var year: UInt64 { bits & 255 }

  func sharesAddressWord(_ other: RowTag) -> Bool { bits >> 14 & other.bits >> 14 != 0 }

  /// Bits that the name tells at most, 63 for more.
  var nameBits: Double { Double(bits >> 8 & 63) }

  /// How the years of birth stand to each other.
  enum Years: UInt8 { case unknown, near, apart, generationApart }

  /// Years that differ by one or in one digit count as near, as a slip may have made one of the other.
  func years(_ other: RowTag) -> Years {
    let (one, another) = (year, other.year)
    guard one != 0, another != 0 else { return .unknown }
    if one == another { return .near }
    let (a, b) = (one + 1850, another + 1850)
    if a + 1 == b || b + 1 == a { return .near }
    let isOneDigit = a / 10 == b / 10 || a % 10 == b % 10 && (a / 100 == b / 100 || a / 10 % 10 == b / 10 % 10)
    if isOneDigit { return .near }
    return max(a, b) - min(a, b) < PairComparer.generation ? .apart : .generationApart
  }
}
