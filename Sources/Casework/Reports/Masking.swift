import Records

/// What of a person goes into an output, and what becomes stars or initials.
///
/// > UU 27/2022, articles 4 and 16: children's data are special data; only what the purpose needs is shown.
struct Masking: Sendable {
  enum Mode: Hashable, Sendable {
    case masked
    case unmasked(reason: String)
  }

  let mode: Mode
  private let asOf: CalendarDate
  /// Numbers of businesses that look like telephone numbers and are none.
  private let businessIDs: Set<UInt64>

  /// - Parameters:
  ///   - asOf: The night's date, on which minors are counted.
  ///   - businessIDs: The NIB that vendors are known by; they are never masked.
  init(_ mode: Mode, asOf: CalendarDate, businessIDs: Set<UInt64> = []) {
    self.mode = mode
    self.asOf = asOf
    self.businessIDs = businessIDs
  }

  var isMasked: Bool { mode == .masked }

  /// The same with everything masked.
  var masked: Self { Masking(.masked, asOf: asOf, businessIDs: businessIDs) }

  func nip(_ number: CivilServantID) -> String { isMasked ? Self.stars(number.digits) : number.digits }

  func nik(_ number: NationalID) -> String {
    isMasked ? Self.stars(String(number.value)) : String(number.value)
  }

  /// A company's number in full, a person's masked.
  func npwp(_ number: TaxID) -> String {
    isMasked && number.isPersonal ? Self.stars(number.formatted) : number.formatted
  }

  func phone(_ number: PhoneNumber) -> String {
    let digits = "0\(number.value)"
    return isMasked ? Self.stars(digits) : digits
  }

  /// Whether a person is under eighteen on the night, as far as a birth date is known.
  func isMinor(bornOn birthDate: CalendarDate?, nationalID: NationalID?) -> Bool {
    guard let born = birthDate ?? nationalID?.birthDate(asOf: asOf) else { return false }
    return born.years(to: asOf) < 18
  }

  /// A person's name, as initials where that person is a minor.
  func name(_ name: String, isMinor: Bool) -> String {
    isMasked && isMinor ? Self.initials(name) : text(name)
  }

  /// Free text of the input, with the numbers of persons in it masked and signs that steer a terminal replaced.
  func text(_ text: String) -> String {
    let visible = PlainText.visible(text)
    return isMasked ? scrubbed(visible, sparing: []) : visible
  }

  /// A file's path: as ``text(_:)``, but what looks like a telephone number is more likely a date and stays.
  func path(_ path: String) -> String {
    let visible = PlainText.visible(path)
    return isMasked ? scrubbed(visible, sparing: [.phone]) : visible
  }

  /// The value of a field whose content is known, whatever its shape.
  func field(_ value: String, holding content: SourceExcerpt.Content, isMinor: Bool) -> String {
    guard isMasked else { return text(value) }
    switch content {
    case .personName: return name(value, isMinor: isMinor)
    case .civilServantID where value.contains(";"):
      // A list of several officials, each by himself.
      return value.split(separator: ";", omittingEmptySubsequences: false).map { hidden(String($0)) }
        .joined(separator: ";")
    case .nationalID, .civilServantID, .phone: return hidden(value)
    case .taxID:
      let bytes = Array(value.utf8)
      guard let number = try? TaxID(parsing: bytes.span), !number.isPersonal else { return hidden(value) }
      return PlainText.visible(value)
    case .other: return text(value)
    }
  }
}

extension Masking {
  /// The first two and the last two characters with stars between; nothing but stars where that would show most.
  static func stars(_ text: String) -> String {
    guard text.count > 6 else { return String(repeating: "*", count: text.count) }
    return text.prefix(2) + String(repeating: "*", count: text.count - 4) + text.suffix(2)
  }

  /// `A. B.` for `Ana Bere`.
  static func initials(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace)
      .compactMap { word in word.first { $0.isLetter || $0.isNumber } }
      .map { "\($0.uppercased())." }
      .joined(separator: " ")
  }

  /// A field that should hold a number: its digits masked, without whatever else was written there.
  private func hidden(_ value: String) -> String {
    let digits = value.filter { ("0"..."9").contains($0) }
    return digits.isEmpty ? text(value) : Self.stars(digits)
  }

  private func scrubbed(_ text: String, sparing kinds: Set<IdentifierScan.Found.Kind>) -> String {
    var bytes = Array(text.utf8)
    // The shortest personal number, a telephone number, has ten digits.
    guard bytes.count(where: \.isDigit) >= 10 else { return text }
    let found = IdentifierScan(bytes).found().filter { identifier in
      !kinds.contains(identifier.kind)
        && !(identifier.kind == .phone && businessIDs.contains(identifier.value))
    }
    guard !found.isEmpty else { return text }
    for identifier in found {
      let digits = identifier.range.filter { bytes[$0].isDigit }
      for index in digits.dropFirst(2).dropLast(2) { bytes[index] = UInt8(ascii: "*") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
