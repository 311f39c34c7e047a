import Records

/// Reads fields that hold one of a few words.
enum WordReader {
  /// `L`, `Laki-laki`, `Pria`, `M`, `1` and `P`, `Perempuan`, `Wanita`, `F`, `2`.
  ///
  /// - Returns: `nil` for anything else.
  static func sex(_ text: Span<UInt8>) -> Sex? {
    guard text.count > 0 else { return nil }
    switch text[0] | 0x20 {
    case 0x6C: return .male
    case 0x6D where text.count == 1 || FieldText.equalsIgnoringCase(text, "male"): return .male
    case 0x66 where text.count == 1 || FieldText.equalsIgnoringCase(text, "female"): return .female
    case 0x77: return .female
    case 0x70:
      if text.count == 1 || text[1] | 0x20 == 0x65 { return .female }
      if FieldText.equalsIgnoringCase(text, "pr") || FieldText.equalsIgnoringCase(text, "pr.") { return .female }
      return FieldText.equalsIgnoringCase(text, "pria") ? .male : nil
    case 0x31: return text.count == 1 ? .male : nil
    case 0x32: return text.count == 1 ? .female : nil
    default: return nil
    }
  }

  /// Whether a relative lives: `Hidup`, `H`, `Ya`, `1` against `Meninggal`, `Wafat`, `Alm.`, `Tidak`, `0`.
  static func isAlive(_ text: Span<UInt8>) -> Bool? {
    guard text.count > 0 else { return nil }
    switch text[0] | 0x20 {
    case 0x68, 0x79, 0x31: return true
    case 0x6D: return text.count > 1 && text[1] | 0x20 == 0x61 ? true : false
    case 0x77, 0x61, 0x74, 0x30:
      return FieldText.equalsIgnoringCase(text, "alive") || FieldText.equalsIgnoringCase(text, "true")
    case 0x66: return FieldText.equalsIgnoringCase(text, "false") ? false : nil
    case 0x64: return FieldText.equalsIgnoringCase(text, "deceased") ? false : nil
    default: return nil
    }
  }

  /// Whether a flag is set: `1`, `true`, `ya`, `Y`, `pemenang`, `menang`, `x`.
  static func isTrue(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return false }
    return ["1", "true", "ya", "y", "yes", "pemenang", "menang", "x", "v", "won", "t", "1.0"].contains {
      FieldText.equalsIgnoringCase(text, $0)
    }
  }

  /// Whether a holder's kind says company: `02`, `Badan Hukum`, `Badan Usaha`, `Perusahaan`, `company`.
  static func isCompany(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return false }
    return ["02", "2", "badan hukum", "badan usaha", "badan", "perusahaan", "company", "entity", "badan hukum/usaha"]
      .contains { FieldText.equalsIgnoringCase(text, $0) }
  }

  /// Whether a legal form says natural person: `Perorangan`, `Orang Pribadi`.
  static func isNaturalPerson(_ text: Span<UInt8>) -> Bool {
    ["perorangan", "perseorangan", "orang pribadi", "usaha perorangan", "orang perseorangan"].contains {
      FieldText.equalsIgnoringCase(text, $0)
    }
  }

  /// Whether a name begins or ends with a company's legal form, as in `PT. Maju` or `Maju, CV`.
  static func startsWithCompanyForm(_ text: Span<UInt8>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    var end = 0
    while end < text.count, isLetter(text[end]) { end += 1 }
    guard end > 0, end < text.count else { return false }
    let first = text.extracting(0..<end)
    if companyForms.contains(where: { FieldText.equalsIgnoringCase(first, $0) }) { return true }
    var stop = text.count
    while stop > end, text[stop - 1] == 0x2E { stop -= 1 }
    var start = stop
    while start > end, isLetter(text[start - 1]) { start -= 1 }
    let last = text.extracting(start..<stop)
    guard endingForms.contains(where: { FieldText.equalsIgnoringCase(last, $0) }) else { return false }
    // `S.Pt`, `S. Pt` and `S,Pt` are a degree: a legal form stands apart, and behind a word of more than one letter.
    var before = start
    while before > 0, text[before - 1] == 0x20 || text[before - 1] == 0x2C { before -= 1 }
    guard before < start, before > 0, text[before - 1] != 0x2E else { return false }
    return before < 2 || !isLetter(text[before - 1]) || isLetter(text[before - 2])
  }

  private static let companyForms: [StaticString] = [
    "pt", "cv", "ud", "pd", "firma", "toko", "koperasi", "ksu", "ksp", "yayasan", "perum", "perumda", "bumdes", "kso",
    "perkumpulan", "persekutuan",
  ]
  private static let endingForms: [StaticString] = ["pt", "cv", "ud"]
}
