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

  /// What a flag such as "winner" says.
  enum Answer: Equatable {
    case yes
    case no
    /// `T` alone: *tidak* beside `Y`, *true* beside `F`.
    case letterT
    /// No word for either.
    case unclear
  }

  /// Reads a flag: `1`, `true`, `ya`, `Y`, `pemenang`, `x`, a tick; `0`, `false`, `tidak`, `N`, `kalah`, `gugur`.
  static func answer(_ text: Span<UInt8>) -> Answer {
    if text.count == 1 {
      switch text[0] | 0x20 {
      case 0x31, 0x79, 0x78, 0x76: return .yes
      case 0x30, 0x6E, 0x66: return .no
      case 0x74: return .letterT
      default: return .unclear
      }
    }
    if text.count == 0 || noes.contains(where: { FieldText.equalsIgnoringCase(text, $0) }) { return .no }
    if yeses.contains(where: { FieldText.equalsIgnoringCase(text, $0) }) || isTick(text) { return .yes }
    return .unclear
  }

  private static let yeses: [StaticString] = [
    "true", "ya", "yes", "pemenang", "menang", "won", "1.0", "1,0", "winner", "pemenang berkontrak",
    "pemenang terverifikasi", "pemenang tender", "pemenang seleksi", "pemenang lelang", "ya, pemenang", "berkontrak",
    "ditetapkan sebagai pemenang",
  ]
  private static let noes: [StaticString] = [
    "false", "tidak", "tdk", "no", "0.0", "0,0", "bukan", "bukan pemenang", "tidak menang", "kalah", "gugur", "peserta",
    "tidak lulus", "cadangan", "pemenang cadangan", "lost",
  ]

  /// Whether the text is one of the Unicode ticks: U+2713, U+2714, U+2705, U+2611, alone or in emoji form.
  private static func isTick(_ text: Span<UInt8>) -> Bool {
    guard text.count == 3 || text.count == 6, text[0] == 0xE2 else { return false }
    if text.count == 6, text[3] != 0xEF || text[4] != 0xB8 || text[5] != 0x8F { return false }
    switch (text[1], text[2]) {
    case (0x9C, 0x93), (0x9C, 0x94), (0x9C, 0x85), (0x98, 0x91): return true
    default: return false
    }
  }

  /// Whether a holder's kind says company, as `02`, `Badan Hukum` and `PT` do, or person: `01`, `Perorangan`, `WNI`.
  ///
  /// - Returns: `nil` for any other text.
  static func isCompany(_ text: Span<UInt8>) -> Bool? {
    if companies.contains(where: { FieldText.equalsIgnoringCase(text, $0) }) { return true }
    if persons.contains(where: { FieldText.equalsIgnoringCase(text, $0) }) { return false }
    // `Perseroan Terbatas (PT)`, `PT Perorangan`, `Badan Usaha Swasta`: the first word tells.
    var end = 0
    while end < text.count, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
    guard end > 0, end < text.count else { return nil }
    let first = text.extracting(0..<end)
    if companyWords.contains(where: { FieldText.equalsIgnoringCase(first, $0) }) { return true }
    return personWords.contains { FieldText.equalsIgnoringCase(first, $0) } ? false : nil
  }

  private static let companyWords: [StaticString] = [
    "badan", "perusahaan", "company", "entity", "pt", "cv", "ud", "pd", "firma", "fa", "koperasi", "yayasan",
    "perseroan", "persekutuan", "perkumpulan", "bumn", "bumd", "bumdes", "perum", "perumda", "instansi", "organisasi",
    "corporate", "corporation", "institusi", "lembaga",
  ]
  private static let companies: [StaticString] = companyWords + ["02", "2", "2.0", "non perorangan", "p.t.", "c.v."]
  private static let personWords: [StaticString] = [
    "perorangan", "perseorangan", "orang", "individu", "pribadi", "person", "individual", "wni", "wna",
  ]
  private static let persons: [StaticString] = personWords + ["01", "1", "1.0", "natural person"]

  /// Whether a text begins with a term of kinship: `ISTRI`, `Anak ke-2`, `Orang Tua`.
  static func isKin(_ text: Span<UInt8>) -> Bool {
    guard text.count <= 40 else { return false }
    var end = 0
    while end < text.count, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
    guard end > 0 else { return false }
    let first = text.extracting(0..<end)
    if kin.contains(where: { FieldText.equalsIgnoringCase(first, $0) }) { return true }
    return text.count >= 9 && FieldText.equalsIgnoringCase(text.extracting(0..<9), "orang tua")
  }

  private static let kin: [StaticString] = [
    "suami", "istri", "isteri", "pasangan", "anak", "ayah", "bapak", "ibu", "ortu", "orangtua", "kakak", "adik",
    "saudara", "saudari", "mertua", "menantu", "ipar", "besan", "cucu", "kakek", "nenek", "paman", "bibi", "om",
    "tante", "keponakan", "kemenakan", "sepupu", "husband", "wife", "spouse", "son", "daughter", "child", "father",
    "mother", "brother", "sister",
  ]

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
