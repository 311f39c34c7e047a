/// Bytes of which none need be text: halves of UTF-8 letters, dots, commas and digits are as frequent as letters.
enum AnyBytes {
  static func next(_ random: inout Seeded) -> [UInt8] {
    let special: [UInt8] = [0x2E, 0x2C, 0x20, 0x27, 0x30, 0xC2, 0xC3, 0xE2, 0x80, 0x82, 0x83, 0x99, 0xA2, 0xAC, 0xAB]
    // Mostly as long as names are; one in sixteen is longer than what is looked at.
    let count = random.below(16) == 0 ? random.below(601) : random.below(49)
    return (0..<count).map { _ in
      switch random.below(8) {
      case 0: UInt8(random.below(256))
      case 1, 2: random.pick(special)
      default: UInt8(0x20 + random.below(95))
      }
    }
  }
}
