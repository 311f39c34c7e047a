/// A telephone number by its national digits: `+62 812-3456` and `0812 3456` are one.
package struct PhoneNumber: Hashable, Sendable, BitwiseCopyable {
  /// Digits after the country code or the trunk zero.
  package let value: UInt64

  /// Reads a number of seven to thirteen national digits; `nil` for anything else, also for one digit repeated.
  package init?(parsing text: Span<UInt8>) {
    var (value, count, isRepeated, first) = (UInt64(0), 0, true, UInt8(0))
    for index in text.indices where (0x30...0x39).contains(text[index]) {
      let digit = text[index] &- 0x30
      if count == 0 { first = digit } else if digit != first { isRepeated = false }
      if count < 18 { value = value * 10 + UInt64(digit) }
      count += 1
    }
    guard count <= 16, !isRepeated else { return nil }
    if first == 0 {
      count -= 1
    } else if let scale = Self.scales[count], value / scale == 62 {
      value %= scale
      count -= 2
    }
    guard (7...13).contains(count), value != 0 else { return nil }
    self.value = value
  }

  package init?(value: UInt64) {
    guard value != 0 else { return nil }
    self.value = value
  }

  /// What to divide a number of so many digits by to be left with its first two.
  private static let scales: [Int: UInt64] = [
    9: 10_000_000, 10: 100_000_000, 11: 1_000_000_000, 12: 10_000_000_000, 13: 100_000_000_000, 14: 1_000_000_000_000,
    15: 10_000_000_000_000,
  ]
}
