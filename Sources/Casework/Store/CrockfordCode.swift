/// Forty bits as people write them down: eight letters or digits, and one that catches a slip of the pen.
///
/// The check symbol is the number modulo 37. Five of its 37 values are signs, which file names and forms do not
/// take; such a number has no code here, and whoever needs one takes another number.
///
/// > D. Crockford. "Base32." crockford.com/base32.html: alphabet without I, L, O, U; a prime as modulus.
struct CrockfordCode: Hashable, Sendable {
  /// `XXXX-XXXX-C`.
  let text: String

  /// - Parameter value: The lowest forty bits count.
  /// - Returns: `nil` where the check symbol is no letter or digit.
  init?(_ value: UInt64) {
    let bits = value & 0xFF_FFFF_FFFF
    let check = Int(bits % 37)
    guard check < Self.symbols.count else { return nil }
    let digits = (0..<8).map { Self.symbols[Int(bits >> UInt64(35 - 5 * $0) & 31)] }
    let group = { (range: Range<Int>) in String(decoding: digits[range], as: UTF8.self) }
    text = "\(group(0..<4))-\(group(4..<8))-\(String(decoding: [Self.symbols[check]], as: UTF8.self))"
  }

  /// Reads a code as people type it: any case, with or without hyphens, `O` for 0 and `I` or `L` for 1.
  ///
  /// - Returns: `nil` where a symbol is unknown, one is missing, or the check does not fit.
  init?(typed: some StringProtocol) {
    var values: [UInt64] = []
    for byte in typed.utf8 where byte != 0x2D && byte != 0x20 {
      guard let value = Self.value(of: byte) else { return nil }
      values.append(value)
    }
    guard values.count == 9 else { return nil }
    let bits = values[..<8].reduce(0) { $0 << 5 | $1 }
    guard bits % 37 == values[8], let code = Self(bits) else { return nil }
    self = code
  }

  private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  private static func value(of byte: UInt8) -> UInt64? {
    let upper = (0x61...0x7A).contains(byte) ? byte - 32 : byte
    switch upper {
    case UInt8(ascii: "O"): return 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    default: return symbols.firstIndex(of: upper).map(UInt64.init)
    }
  }
}
