import Records

/// Compares two rows fact by fact, and builds the evidence where the weight is given.
struct PairComparer {
  let registry: Registry
  let table: TokenTable
  let policy: ScreeningPolicy
  private var model: MatchModel { policy.model }

  /// All comparisons of a pair, with what they amount to.
  struct Result {
    var comparisons: [Comparison] = []
    var name: NameComparison
    /// Facts that speak for one person, without the name.
    var agreeing: Set<Comparison.Subject> = []
    var against: Set<Comparison.Subject> = []
    /// Whether undamaged, well-formed NIKs are equal.
    var sharesIdentifier = false
    /// Whether the equal NIKs end in 0, as one in ten does, and as all do that a spreadsheet rounded.
    var isIdentifierDoubtful = false
    /// Whether full birth dates are equal, on a day that is not a register's stand-in.
    var sharesBirthDate = false
    var hasWeakerBirthFact = false
  }

  /// - Parameter needed: The bits that all comparisons together must reach to matter.
  /// - Returns: `nil` where neither the names agree nor the NIKs are equal, so that the pair met by chance, and where
  ///   the facts cannot reach the bits needed, so that no evidence need be built.
  func compare(_ left: PersonFacts, _ right: PersonFacts, needed: Double = -.infinity) -> Result? {
    let name = NameComparison(left.name.tokens, right.name.tokens, table)
    // "Ny. X" is X's wife, never X.
    let mayBeOne = name.agrees && left.name.isByHusband == right.name.isByHusband
    guard mayBeOne || left.nationalID != nil && left.nationalID == right.nationalID else { return nil }
    let nameBits = bits(of: name)
    guard nameBits + mostBitsBesideName(left, right) >= needed else { return nil }
    var result = Result(name: name)
    add(
      .name, name.level.rawValue, name.agrees ? .agrees : .against, nameBits, Self.phrase(name),
      registry.text(left.written, at: left.source), registry.text(right.written, at: right.source), to: &result)
    compareNationalIDs(left, right, &result)
    compareBirthDates(left, right, &result)
    compareSexes(left, right, &result)
    compareTexts(
      .birthPlace, left.birthPlace, right.birthPlace, left, right, (model.birthPlaceEqual, model.birthPlaceDiffers),
      Phrase("tempat lahir", "birth place"), &result)
    compareTexts(
      .address, left.address, right.address, left, right, (model.addressEqual, model.addressDiffers),
      Phrase("alamat", "address"), &result)
    comparePhones(left, right, &result)
    if left.isAlive == false || right.isAlive == false {
      add(
        .alive, "deceased", .against, model.deceased,
        Phrase("tercatat sudah meninggal", "recorded as deceased"), "", "", to: &result)
    }
    return result
  }

  /// How many people of that name (and birth year, where known) the registries' population is expected to hold.
  func expectedNamesakes(_ name: NameComparison, birthYear: Int?) -> Double {
    var expected = Double(max(table.names, 1))
    for token in name.shared { expected *= table.frequency(token) }
    // People on a registry were born over some sixty years.
    if birthYear != nil { expected /= 60 }
    return expected
  }

  /// No less than what the facts beside the name can add up to, found without a text or an allocation.
  func mostBitsBesideName(_ left: PersonFacts, _ right: PersonFacts) -> Double {
    var most = 0.0
    if let one = left.nationalID, let other = right.nationalID {
      most += one == other ? model.nationalIDEqual : model.nationalIDDiffers
    }
    if let one = left.birthDate, let other = right.birthDate {
      if one == other {
        most += model.birthDateEqual
      } else if one.dayMonthSwapped == other {
        most += model.birthDateSwapped
      } else if one.digitsApart(from: other) == 1 {
        most += model.birthDateOneDigit
      } else {
        most += one.year == other.year ? model.birthDateSameYear : model.birthDateDiffers
      }
    }
    if let one = left.sex, let other = right.sex { most += one == other ? model.sexEqual : model.sexDiffers }
    if !left.birthPlace.isEmpty, !right.birthPlace.isEmpty { most += model.birthPlaceEqual }
    if !left.address.isEmpty, !right.address.isEmpty { most += model.addressEqual }
    if let one = left.phone, let other = right.phone, one == other { most += model.phoneEqual }
    return most
  }

  private func bits(of name: NameComparison) -> Double {
    guard !name.shared.isEmpty else { return model.nameDiffers }
    var bits = 0.0
    for token in name.shared { bits += Logarithm.wholeBits(1 / table.frequency(token)) }
    bits = min(bits, model.nameMost)
    bits += Double(name.near) * model.nameNear + Double(name.initials) * model.nameInitial
    bits += Double(name.missing) * model.nameMissing + Double(name.conflicts) * model.nameConflict
    return bits
  }

  private func add(
    _ subject: Comparison.Subject, _ level: String, _ verdict: Comparison.Verdict, _ bits: Double, _ phrase: Phrase,
    _ left: String, _ right: String, to result: inout Result
  ) {
    result.comparisons.append(
      Comparison(
        subject: subject, level: level, verdict: verdict, bits: bits, phrase: phrase, left: left, right: right))
    switch verdict {
    case .agrees: if subject != .name { result.agreeing.insert(subject) }
    case .against: result.against.insert(subject)
    case .notCompared: break
    }
  }

  private func addMissing(_ subject: Comparison.Subject, _ what: Phrase, to result: inout Result) {
    add(
      subject, "missing", .notCompared, 0,
      Phrase("\(what.indonesian) tidak ada di salah satu sumber", "\(what.english) is missing in one source"), "", "",
      to: &result)
  }
}

// MARK: - Single facts

extension PairComparer {
  private func compareNationalIDs(_ left: PersonFacts, _ right: PersonFacts, _ result: inout Result) {
    guard let one = left.nationalID, let other = right.nationalID else {
      return addMissing(.nationalID, Phrase("NIK", "the NIK"), to: &result)
    }
    let (a, b) = (String(paddedDigits: one.value, count: 16), String(paddedDigits: other.value, count: 16))
    if one == other {
      if one.isWellFormed {
        result.sharesIdentifier = true
        if one.mayBeRounded {
          result.isIdentifierDoubtful = true
          return add(
            .nationalID, "equal_perhaps_rounded", .agrees, model.nationalIDPerhapsRounded,
            Phrase(
              "NIK sama, tetapi berakhir 0 seperti setelah dibulatkan lembar kerja",
              "the NIK is equal, but ends in 0 as after a spreadsheet rounded it"), a, b, to: &result)
        }
        return add(
          .nationalID, "equal", .agrees, model.nationalIDEqual, Phrase("NIK sama", "the NIK is equal"), a, b,
          to: &result)
      }
      return add(
        .nationalID, "equal_malformed", .agrees, model.addressEqual,
        Phrase("NIK sama, tetapi bentuknya tidak wajar", "the NIK is equal, but its form is impossible"), a, b,
        to: &result)
    }
    let apart = one.digitsApart(from: other)
    let phrase =
      apart == 1
      ? Phrase("NIK berbeda satu angka (bisa saudara kembar)", "the NIKs differ in one digit (twins may)")
      : Phrase("NIK berbeda", "the NIKs differ")
    add(
      .nationalID, apart == 1 ? "one_digit_apart" : "differs", .against, model.nationalIDDiffers, phrase, a, b,
      to: &result)
  }

  private func compareBirthDates(_ left: PersonFacts, _ right: PersonFacts, _ result: inout Result) {
    guard let one = left.birthDate, let other = right.birthDate else {
      return addMissing(.birthDate, Phrase("tanggal lahir", "the birth date"), to: &result)
    }
    let (a, b) = (one.description, other.description)
    if one == other {
      if one.isDefaultDay {
        result.hasWeakerBirthFact = true
        return add(
          .birthDate, "equal_default_day", .agrees, model.birthDateDefaultDay,
          Phrase(
            "tanggal lahir sama, tetapi pada tanggal pengganti yang umum",
            "the birth date is equal, but on a day that registers use for \"unknown\""), a, b, to: &result)
      }
      result.sharesBirthDate = true
      return add(
        .birthDate, "equal", .agrees, model.birthDateEqual, Phrase("tanggal lahir sama", "the birth date is equal"), a,
        b, to: &result)
    }
    if one.dayMonthSwapped == other {
      result.hasWeakerBirthFact = true
      return add(
        .birthDate, "day_month_swapped", .agrees, model.birthDateSwapped,
        Phrase(
          "tanggal lahir sama dengan hari dan bulan tertukar", "the birth date is equal with day and month exchanged"),
        a, b, to: &result)
    }
    if one.digitsApart(from: other) == 1 {
      result.hasWeakerBirthFact = true
      return add(
        .birthDate, "one_digit_apart", .agrees, model.birthDateOneDigit,
        Phrase("tanggal lahir berbeda satu angka", "the birth dates differ in one digit"), a, b, to: &result)
    }
    if one.year == other.year {
      return add(
        .birthDate, "same_year", .against, model.birthDateSameYear,
        Phrase("tahun lahir sama, hari berbeda", "the birth year is equal, the day differs"), a, b, to: &result)
    }
    add(
      .birthDate, "differs", .against, model.birthDateDiffers,
      Phrase("tanggal lahir berbeda", "the birth dates differ"),
      a, b, to: &result)
  }

  private func compareSexes(_ left: PersonFacts, _ right: PersonFacts, _ result: inout Result) {
    guard let one = left.sex, let other = right.sex else {
      return addMissing(.sex, Phrase("jenis kelamin", "the sex"), to: &result)
    }
    let equal = one == other
    add(
      .sex, equal ? "equal" : "differs", equal ? .agrees : .against, equal ? model.sexEqual : model.sexDiffers,
      equal ? Phrase("jenis kelamin sama", "the sex is equal") : Phrase("jenis kelamin berbeda", "the sexes differ"),
      one == .male ? "L" : "P", other == .male ? "L" : "P", to: &result)
  }

  private func compareTexts(
    _ subject: Comparison.Subject, _ left: TextID, _ right: TextID, _ leftFacts: PersonFacts,
    _ rightFacts: PersonFacts, _ bits: (equal: Double, differs: Double), _ what: Phrase, _ result: inout Result
  ) {
    guard !left.isEmpty, !right.isEmpty else {
      return addMissing(subject, Phrase(what.indonesian, "the \(what.english)"), to: &result)
    }
    let (a, b) = (registry.text(left, at: leftFacts.source), registry.text(right, at: rightFacts.source))
    let equal = Self.isSamePlace(a, b)
    // Two addresses that differ are no sign of two people: families move and papers lag.
    let verdict: Comparison.Verdict = equal ? .agrees : subject == .address ? .notCompared : .against
    add(
      subject, equal ? "equal" : "differs", verdict, equal ? bits.equal : bits.differs,
      equal
        ? Phrase("\(what.indonesian) sama", "the \(what.english) is equal")
        : Phrase("\(what.indonesian) tidak sama", "the \(what.english) is not equal"), a, b, to: &result)
  }

  private func comparePhones(_ left: PersonFacts, _ right: PersonFacts, _ result: inout Result) {
    guard let one = left.phone, let other = right.phone else {
      return addMissing(.phone, Phrase("nomor telepon", "the phone number"), to: &result)
    }
    let equal = one == other
    add(
      .phone, equal ? "equal" : "differs", equal ? .agrees : .notCompared,
      equal ? model.phoneEqual : model.phoneDiffers,
      equal
        ? Phrase("nomor telepon sama", "the phone number is equal")
        : Phrase("nomor telepon tidak sama", "the phone number is not equal"), "0\(one.value)", "0\(other.value)",
      to: &result)
  }

  /// Whether two places or addresses have the same words, abbreviations of street and such apart.
  private static func isSamePlace(_ left: String, _ right: String) -> Bool {
    let (a, b) = (placeWords(left), placeWords(right))
    return !a.isEmpty && a == b
  }

  private static func placeWords(_ text: String) -> Set<String> {
    var words: Set<String> = []
    var word = ""
    for byte in Array(text.utf8) + [0x20] {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: word.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x41...0x5A: word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      default:
        if !word.isEmpty, !fillers.contains(word) { words.insert(word) }
        word = ""
      }
    }
    return words
  }

  private static let fillers: Set<String> = [
    "jl", "jln", "jalan", "no", "nomor", "rt", "rw", "kel", "kec", "kab", "kota", "desa", "kelurahan", "kecamatan",
    "kabupaten",
  ]

  private static func phrase(_ name: NameComparison) -> Phrase {
    switch name.level {
    case .equal: Phrase("nama sama", "the name is equal")
    case .reordered: Phrase("nama sama dengan urutan lain", "the name is equal in another order")
    case .variant: Phrase("nama sama dengan ejaan lain", "the name is equal in another spelling")
    case .initials: Phrase("nama sama dengan inisial", "the name is equal up to initials")
    case .missing:
      Phrase("nama sama, sebagian kata tidak ditulis", "the name is equal, some words are left out")
    case .partial: Phrase("sebagian kata nama berbeda", "some words of the name differ")
    case .differs: Phrase("nama berbeda", "the names differ")
    }
  }
}
