import Records

/// Compares two rows fact by fact.
///
/// The same code weighs a pair in passing, where only the sum matters, and tells its levels one by one where the pair
/// becomes a judgement, so that the evidence is what was weighed.
struct PairComparer {
  private let addresses: Addresses
  private let birthDates: Tally
  private let phones: Tally
  let model: MatchModel
  let night: CalendarDate
  private var aligner: NameAligner
  /// Binary logarithm of the number of rows, for the rarity of dates, addresses and phones.
  private let rowBits: Double

  init(_ people: People, _ model: MatchModel, night: CalendarDate) {
    addresses = people.addresses
    birthDates = people.birthDates
    phones = people.phones
    self.model = model
    self.night = night
    aligner = NameAligner(people.tokens, model)
    mostUnequalNumberBits =
      [FactLevel.nikRounded, .nikOneDigit, .nikNextSerial, .nikDoubtful, .nikDiffers].map { model[$0] }.max() ?? 0
    mostBirthBitsOfOneYear =
      max(model[.birthOneDigit] + model[.birthMost], model[.birthStandIn], model[.birthSameYear])
    mostBirthBitsOfTwoYears =
      max(
        model[.birthOneDigit] + model[.birthMost], model[.birthSameDay], model[.birthNear], model[.birthDiffers],
        model[.birthGeneration])
    rowBits = Logarithm.wholeBits(Double(max(people.government.count + people.vendors.count, 1) + 2000))
  }

  let mostUnequalNumberBits: Double
  let mostBirthBitsOfOneYear: Double
  let mostBirthBitsOfTwoYears: Double

  /// What a pair amounts to.
  struct Weight {
    /// Bits for one person, without the prior.
    var bits = 0.0
    /// Bits for close kin of the person.
    var kinBits = 0.0
    /// Levels of the facts beside the name, each once; empty where only the sum was asked for.
    var levels: [(level: FactLevel, bits: Double)] = []
    var name = NameAlignment()
    var nameBits = 0.0
    /// What agrees although the rows of one of the persons dispute it, with the bits that this takes away.
    var disputes: [(fact: Dispute.Fact, bits: Double)] = []

    mutating func add(_ level: FactLevel, _ bits: Double, kin: Double, _ keepsLevels: Bool) {
      self.bits += bits
      kinBits += kin
      if keepsLevels { levels.append((level, bits)) }
    }
  }

  /// Weighs a pair.
  ///
  /// - Parameters:
  ///   - needed: The bits below which a pair does not matter.
  ///   - keepsLevels: Whether to tell the levels.
  /// - Returns: `nil` where the facts do not reach the bits needed.
  mutating func weigh(
    _ left: PersonFacts, _ leftTable: borrowing PersonTable, _ right: PersonFacts,
    _ rightTable: borrowing PersonTable, needed: Double = -.infinity, keepsLevels: Bool = false
  ) -> Weight? {
    var weight = Weight()
    weighNationalID(left, right, keepsLevels, &weight)
    weighBirth(left, right, keepsLevels, &weight)
    if left.sex != 0, right.sex != 0 {
      add(left.sex == right.sex ? .sexEqual : .sexDiffers, keepsLevels, &weight)
    }
    if left.disputed | right.disputed != 0 { weighDisputes(left, right, &weight) }
    let contact = mostContactBits(left, right)
    weighName(
      left, leftTable, right, rightTable, least: needed - weight.bits - contact, &weight)
    guard weight.bits + contact >= needed else { return nil }
    weighContacts(left, right, keepsLevels, &weight)
    weighLife(left, right, keepsLevels, &weight)
    return weight.bits >= needed ? weight : nil
  }

  func add(_ level: FactLevel, rarity: Double = 0, _ keepsLevels: Bool, _ weight: inout Weight) {
    weight.add(level, model[level] + rarity, kin: model.kin(level) + rarity, keepsLevels)
  }

  /// Bits that a value tells which so many rows have, at most so many.
  private func rarity(_ rows: Int, most: MatchModel.Setting) -> Double {
    min(model[most], max(0, rowBits - Logarithm.wholeBits(Double(max(rows, 1)))))
  }
}

// MARK: - Name

extension PairComparer {
  private mutating func weighName(
    _ left: PersonFacts, _ leftTable: borrowing PersonTable, _ right: PersonFacts,
    _ rightTable: borrowing PersonTable, least: Double, _ weight: inout Weight
  ) {
    let name = aligner.align(
      leftTable.names.tokens.span.extracting(left.name), left.patronym,
      rightTable.names.tokens.span.extracting(right.name), right.patronym, least: least)
    weight.name = name
    let isSameNumber = left.nationalID != 0 && left.nationalID == right.nationalID
    if left.marks.contains(.byHusband) != right.marks.contains(.byHusband), name.agrees, !isSameNumber {
      // "Ny. X" is the wife of X, never X; but where the numbers are equal, the name behind Ny. is her own.
      weight.nameBits = model[.nameHusband]
      weight.kinBits += name.sharedBits
      weight.name.level = .differs
    } else {
      weight.nameBits = min(name.bits, model[.nameMost])
      if name.isWhole {
        weight.nameBits = min(weight.nameBits, Double(min(left.wholeNameBits, right.wholeNameBits)))
      }
      let shared = min(name.sharedBits, model[.nameMost])
      weight.kinBits +=
        name.conflicts > 0 || name.shared == 0
        ? shared + (name.shared > 0 ? model[.kinSharedName] : 0)
        : weight.nameBits + model[name.missing > 0 || name.count(.nameInitial) > 0 ? .kinSimilarName : .kinSameName]
    }
    weight.bits += weight.nameBits
  }
}

// MARK: - Single facts

extension PairComparer {
  func weighNationalID(
    _ left: PersonFacts, _ right: PersonFacts, _ keepsLevels: Bool, _ weight: inout Weight
  ) {
    let (one, other) = (left.nationalID, right.nationalID)
    guard one != 0, other != 0 else { return }
    add(nationalIDLevel(one, other, left, right), keepsLevels, &weight)
  }

  private func nationalIDLevel(
    _ one: UInt64, _ other: UInt64, _ left: PersonFacts, _ right: PersonFacts
  ) -> FactLevel {
    if one == other { return one % 10 == 0 ? .nikRounded : .nikEqual }
    if one / 10 == other / 10, one % 10 == 0 || other % 10 == 0 { return .nikRounded }
    if one / 100 == other / 100, abs(Int(one % 100) - Int(other % 100)) <= 2 { return .nikNextSerial }
    if Self.isOneSlipApart(one, other) { return .nikOneDigit }
    let contradicts =
      left.birth != 0 && left.statedBirth != left.birth || right.birth != 0 && right.statedBirth != right.birth
    return contradicts ? .nikDoubtful : .nikDiffers
  }

  /// One digit other, or two neighbouring digits exchanged.
  private static func isOneSlipApart(_ one: UInt64, _ other: UInt64) -> Bool {
    var (a, b) = (one, other)
    while a % 10 == b % 10 { (a, b) = (a / 10, b / 10) }
    if a / 10 == b / 10 { return true }
    return a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10
  }

  func weighBirth(_ left: PersonFacts, _ right: PersonFacts, _ keepsLevels: Bool, _ weight: inout Weight) {
    let (one, other) = (left.bestBirth, right.bestBirth)
    guard one != 0, other != 0 else { return }
    // A date that comes from an equal NIK tells nothing that the NIK did not.
    if left.nationalID != 0, left.nationalID == right.nationalID, left.birth == 0 || right.birth == 0 { return }
    let level = birthLevel(left, right)
    let counted = level == .birthByNIK && left.statedBirth == right.statedBirth ? left.statedBirth : min(one, other)
    let rarity = level.countsRarity ? rarity(birthDates[UInt64(counted)], most: .birthMost) : 0
    add(level, rarity: rarity, keepsLevels, &weight)
  }

  private func birthLevel(_ left: PersonFacts, _ right: PersonFacts) -> FactLevel {
    let (one, other) = (left.bestBirth, right.bestBirth)
    if one == other { return left.birth != 0 && right.birth != 0 ? .birthEqual : .birthByNIK }
    // Equal NIKs state one date for both rows, which says nothing of the rows' own.
    if left.nationalID == 0 || left.nationalID != right.nationalID {
      if left.statedBirth != 0, left.statedBirth == right.statedBirth || left.statedBirth == other {
        return .birthByNIK
      }
      if right.statedBirth != 0, right.statedBirth == one { return .birthByNIK }
    }
    guard let a = CalendarDate(packed: one), let b = CalendarDate(packed: other) else { return .birthDiffers }
    let years = abs(a.year - b.year)
    // Where each row's own NIK repeats its date, neither was mistyped.
    let isConfirmed =
      left.birth != 0 && left.birth == left.statedBirth && right.birth != 0 && right.birth == right.statedBirth
    if !isConfirmed {
      if a.dayMonthSwapped == b { return .birthSwapped }
      if years == 0, a.isDefaultDay || b.isDefaultDay { return .birthStandIn }
      // A digit of the decade makes a father's date of a son's as easily as a slip does.
      if a.digitsApart(from: b) == 1 { return years < Self.generation ? .birthOneDigit : .birthSameDay }
      if a.month == b.month, a.day == b.day, years > 0, years < Self.generation { return .birthSameDay }
    }
    if years == 0 { return .birthSameYear }
    return years == 1 ? .birthNear : years < Self.generation ? .birthDiffers : .birthGeneration
  }

  /// How many years part parents and children at least.
  static let generation = 14

  func sharesAddress(_ left: PersonFacts, _ right: PersonFacts) -> (level: FactLevel, address: UInt32)? {
    if left.address != 0, left.address == right.address { return (.addressEqual, left.address) }
    if left.address != 0, left.address == right.householdAddress { return (.addressHousehold, left.address) }
    guard left.householdAddress != 0 else { return nil }
    let isShared = left.householdAddress == right.address || left.householdAddress == right.householdAddress
    return isShared ? (.addressHousehold, left.householdAddress) : nil
  }

  func sharesPhone(_ left: PersonFacts, _ right: PersonFacts) -> (level: FactLevel, phone: UInt64)? {
    if left.phone != 0, left.phone == right.phone { return (.phoneEqual, left.phone) }
    if left.phone != 0, left.phone == right.householdPhone { return (.phoneHousehold, left.phone) }
    guard left.householdPhone != 0 else { return nil }
    let isShared = left.householdPhone == right.phone || left.householdPhone == right.householdPhone
    return isShared ? (.phoneHousehold, left.householdPhone) : nil
  }

  private func weighContacts(_ left: PersonFacts, _ right: PersonFacts, _ keepsLevels: Bool, _ weight: inout Weight) {
    if left.birthPlace != 0, right.birthPlace != 0 {
      add(left.birthPlace == right.birthPlace ? .placeEqual : .placeDiffers, keepsLevels, &weight)
    }
    if let shared = sharesAddress(left, right) {
      add(shared.level, rarity: rarity(addresses.rows(shared.address), most: .addressMost), keepsLevels, &weight)
    } else {
      weighLikeness(left, right, keepsLevels, &weight)
    }
    if let shared = sharesPhone(left, right) {
      add(shared.level, rarity: rarity(phones[shared.phone], most: .phoneMost), keepsLevels, &weight)
    } else if left.phone != 0, right.phone != 0 {
      add(.phoneDiffers, keepsLevels, &weight)
    }
  }

  /// Addresses of which none is equal: the pair that is most alike tells, own addresses before households'.
  private func weighLikeness(_ left: PersonFacts, _ right: PersonFacts, _ keepsLevels: Bool, _ weight: inout Weight) {
    var best: (Addresses.Likeness, bits: Double)?
    for one in [left.address, left.householdAddress] where one != 0 {
      for other in [right.address, right.householdAddress] where other != 0 {
        guard left.addressMask & right.addressMask != 0 else {
          best = best ?? (.differs, 0)
          continue
        }
        let likeness = addresses.likeness(one, other)
        if likeness.0.rawValue > best?.0.rawValue ?? -1 { best = likeness }
      }
    }
    switch best {
    case (.similar, let bits)?:
      add(.addressSimilar, rarity: min(bits, model[.addressMost]), keepsLevels, &weight)
    case (.neighbours, _)?: add(.addressNeighbours, keepsLevels, &weight)
    case (.differs, _)? where left.address != 0 && right.address != 0: add(.addressDiffers, keepsLevels, &weight)
    default: break
    }
  }

  private func weighLife(_ left: PersonFacts, _ right: PersonFacts, _ keepsLevels: Bool, _ weight: inout Weight) {
    let marks = left.marks.union(right.marks)
    if marks.contains(.trades) {
      add(.occupationTrades, keepsLevels, &weight)
    } else if marks.contains(.salaried) {
      add(.occupationSalaried, keepsLevels, &weight)
    }
    if marks.contains(.deceased) { add(.deceased, keepsLevels, &weight) }
    let youngest = max(left.bestBirth, right.bestBirth)
    if youngest != 0, night.year - Int(youngest >> 9) < Self.adult {
      add(.ageChild, keepsLevels, &weight)
    } else if (left.bestBirth == 0) != (right.bestBirth == 0), left.latestBirthYear != 0 || right.latestBirthYear != 0 {
      add(left.mayBeBorn(in: right) && right.mayBeBorn(in: left) ? .ageFits : .ageMisfits, keepsLevels, &weight)
    }
  }

  /// The age, in years, from which on somebody may hold office in a company.
  private static let adult = 17
}
