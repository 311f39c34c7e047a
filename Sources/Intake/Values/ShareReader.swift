import Records

/// Reads a holding in the notations that vendor papers use.
///
/// `30%`, `30,5 %` and `1/3` are parts of the whole; `30` and `0,30` are bare numbers, which only the vendor's other
/// holders can explain; `300 lembar` are sheets; `Rp 30.000.000` is money paid in.
enum ShareReader {
  enum Reading: Equatable {
    case share(Share)
    case none
    case unreadable
  }

  /// - Parameter text: The field's bytes, trimmed.
  static func read(_ text: Span<UInt8>) -> Reading {
    if text.count == 0 || FieldText.isPlaceholder(text) { return .none }
    for index in text.indices where text[index] == 0x2F { return fraction(text, slash: index) }
    guard let number = DecimalScan(text), !number.isNegative else { return .unreadable }
    if number.isPercent {
      // Percent to millionths of the whole: four decimals more.
      guard let amount = number.withThreeDecimals.scaled(toDecimals: 4), amount <= 1_000_000 else { return .unreadable }
      return .share(Share(notation: .ofWhole, amount: amount))
    }
    if number.isSheets {
      return number.scaled(toDecimals: 0).map { .share(Share(notation: .sheets, amount: $0)) } ?? .unreadable
    }
    if number.hasCurrency {
      return number.scaled(toDecimals: 2).map { .share(Share(notation: .paidIn, amount: $0)) } ?? .unreadable
    }
    return number.withThreeDecimals.scaled(toDecimals: 6).map { .share(Share(notation: .bare, amount: $0)) }
      ?? .unreadable
  }

  private static func fraction(_ text: Span<UInt8>, slash: Int) -> Reading {
    guard let part = DecimalScan(text.extracting(0..<slash))?.scaled(toDecimals: 0),
      let whole = DecimalScan(text.extracting(slash + 1..<text.count))?.scaled(toDecimals: 0),
      whole > 0, part >= 0, part <= whole, whole < 1_000_000_000
    else { return .unreadable }
    return .share(Share(notation: .ofWhole, amount: (part * 1_000_000 + whole / 2) / whole))
  }
}
