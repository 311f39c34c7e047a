import Records

/// What one row tells of a person; 0 stands for a fact that the row has not.
struct PersonFacts: Sendable {
  var nationalID: UInt64 = 0
  var phone: UInt64 = 0
  /// The declaring official's phone for a relative, the vendor's for its people.
  var householdPhone: UInt64 = 0
  /// ``CalendarDate/packed``.
  var birth: UInt32 = 0
  /// The birth date that the NIK states.
  var statedBirth: UInt32 = 0
  /// Numbers of an ``AddressBook``.
  var address: UInt32 = 0
  /// The declaring official's address for a relative, the vendor's for its people.
  var householdAddress: UInt32 = 0
  var birthPlace: UInt32 = 0
  /// Where the name's tokens stand in its table's ``FoldedNames/tokens``.
  var nameStart: UInt32 = 0
  var nameCount: UInt8 = 0
  /// From which token on the name is the father's.
  var patronym: UInt8 = 0
  /// Bits that the name can tell at most.
  var nameBits: Float = 0
  /// A bit for each telling word of both addresses, to see at once which addresses have none in common.
  var addressMask: UInt64 = 0
  /// Bits that the name as a whole tells, by how many people bear it.
  var wholeNameBits: UInt8 = 0
  /// 1 for a man, 2 for a woman.
  var sex: UInt8 = 0
  var marks: Marks = []
  /// Bits of ``Dispute/Fact``: what rows of the same person state differently.
  var disputed: UInt8 = 0
  /// Between which years a relative of that kind was born, by the official's own birth; 0 where nothing says.
  var earliestBirthYear: UInt16 = 0
  var latestBirthYear: UInt16 = 0

  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    static let deceased = Self(rawValue: 1)
    static let byHusband = Self(rawValue: 2)
    /// Holds no person: a company that holds a share.
    static let company = Self(rawValue: 4)
    static let trades = Self(rawValue: 8)
    static let salaried = Self(rawValue: 16)
    /// Facts that another row of the same person told.
    static let pooled = Self(rawValue: 32)
  }

  /// The places of the name's tokens.
  var name: Range<Int> { Int(nameStart)..<Int(nameStart) + Int(nameCount) }

  /// The birth date as the row states it, else as its NIK does.
  var bestBirth: UInt32 { birth != 0 ? birth : statedBirth }

  /// Whether this row's birth, as far as it is known, lies within what another row allows.
  func mayBeBorn(in other: PersonFacts) -> Bool {
    guard other.latestBirthYear != 0 else { return true }
    if bestBirth != 0 {
      return (other.earliestBirthYear...other.latestBirthYear).contains(UInt16(bestBirth >> 9))
    }
    return latestBirthYear == 0
      || earliestBirthYear <= other.latestBirthYear && other.earliestBirthYear <= latestBirthYear
  }

  /// Whether a fact says that two rows of one side tell of two people.
  func contradicts(_ other: PersonFacts) -> Bool {
    if marks.contains(.byHusband) != other.marks.contains(.byHusband) { return true }
    if sex != 0, other.sex != 0, sex != other.sex { return true }
    if nationalID != 0, other.nationalID != 0 { return nationalID / 10 != other.nationalID / 10 }
    if bestBirth != 0, other.bestBirth != 0 {
      let dates = [other.birth, other.statedBirth]
      return ![birth, statedBirth].contains { $0 != 0 && dates.contains($0) }
    }
    return !mayBeBorn(in: other) || !other.mayBeBorn(in: self)
  }

  /// Takes from another row of the same person what this one has not.
  mutating func fill(from other: PersonFacts) {
    var filled = self
    if filled.nationalID == 0 { filled.nationalID = other.nationalID }
    if filled.statedBirth == 0 { filled.statedBirth = other.statedBirth }
    if filled.phone == 0 { filled.phone = other.phone }
    if filled.birth == 0 { filled.birth = other.birth }
    if filled.address == 0 { filled.address = other.address }
    if filled.birthPlace == 0 { filled.birthPlace = other.birthPlace }
    if filled.sex == 0 { filled.sex = other.sex }
    filled.addressMask |= other.addressMask
    if filled.householdAddress == 0 { filled.householdAddress = other.householdAddress }
    if filled.householdPhone == 0 { filled.householdPhone = other.householdPhone }
    self = filled
  }
}
