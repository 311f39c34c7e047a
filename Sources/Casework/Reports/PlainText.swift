/// Text of the input without signs that steer a terminal or turn the direction of writing.
enum PlainText {
  /// Shows control characters as the pictures that Unicode has for them; line ends and tabs stay.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: steers) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case _ where !steers(scalar): scalars.append(scalar)
      case 0..<0x20: scalars.append(Unicode.Scalar(UInt8(scalar.value)).picture)
      default: scalars.append("\u{FFFD}")
      }
    }
    return String(scalars)
  }

  /// C0 and C1 controls besides tab and line ends, DEL, and the marks that reorder or embed text.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// U+2400 and on picture the controls from 0 on.
  fileprivate var picture: Unicode.Scalar { Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }
}
