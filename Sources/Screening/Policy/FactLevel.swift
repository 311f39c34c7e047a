import Records

/// The named outcomes of comparing one fact of two rows; each has its weight in the matching model.
enum FactLevel: UInt8, CaseIterable, Sendable {
  case nameEqual
  /// One name in two spellings that sound alike.
  case nameSound
  /// A short form and the name it usually stands for.
  case nameShort
  /// One letter more, less, other or exchanged.
  case nameSlip
  /// Two such slips in a long name.
  case nameSlips
  /// One name is the beginning of the other.
  case namePrefix
  case nameInitial
  /// Two words written as one.
  case nameJoined
  case nameMissing
  /// A name that very many bear was left out.
  case nameMissingCommon
  /// The father's name behind bin or binti was left out.
  case nameMissingPatronym
  /// Both rows have a word here, and the words are two names.
  case nameConflict
  case nameReordered
  /// Each further word of a name tells less, as names of one place go together.
  case nameFurther
  /// One of the rows names a woman by her husband.
  case nameHusband

  case nikEqual
  /// Fifteen digits are equal, and one of the last digits is a 0 as after a spreadsheet rounded it.
  case nikRounded
  case nikOneDigit
  /// The numbers differ by one or two in the serial alone, as those of twins do.
  case nikNextSerial
  /// The numbers differ, and one of them states another birth date than its own row.
  case nikDoubtful
  case nikDiffers

  case birthEqual
  /// Equal to the date that the other row's NIK states.
  case birthByNIK
  case birthSwapped
  case birthOneDigit
  /// The year is equal, and one of the days is one that registers write for "unknown".
  case birthStandIn
  case birthSameDay
  case birthSameYear
  case birthNear
  case birthDiffers
  /// Fourteen years or more apart, as parents and children are.
  case birthGeneration

  case sexEqual
  case sexDiffers
  case placeEqual
  case placeDiffers

  case addressEqual
  /// The official's address is the vendor's person's, or the relative's is the vendor's.
  case addressHousehold
  case addressSimilar
  case addressNeighbours
  case addressDiffers

  case phoneEqual
  case phoneHousehold
  case phoneDiffers

  case occupationTrades
  case occupationSalaried
  case deceased
  /// The vendor's person was born when a relative of that kind may have been.
  case ageFits
  case ageMisfits
  case ageChild

  /// The level's place among all.
  var place: Int { Int(rawValue) }

  /// Comparison and level, as the model file and the evidence name them.
  var key: String {
    switch self {
    case .nameEqual: "name.equal"
    case .nameSound: "name.sound"
    case .nameShort: "name.short_form"
    case .nameSlip: "name.slip"
    case .nameSlips: "name.two_slips"
    case .namePrefix: "name.cut_off"
    case .nameInitial: "name.initial"
    case .nameJoined: "name.joined"
    case .nameMissing: "name.missing"
    case .nameMissingCommon: "name.missing_common"
    case .nameMissingPatronym: "name.missing_patronym"
    case .nameConflict: "name.conflict"
    case .nameReordered: "name.reordered"
    case .nameFurther: "name.further_word"
    case .nameHusband: "name.husband"
    case .nikEqual: "nik.equal"
    case .nikRounded: "nik.rounded"
    case .nikOneDigit: "nik.one_digit_apart"
    case .nikNextSerial: "nik.next_serial"
    case .nikDoubtful: "nik.differs_doubtful"
    case .nikDiffers: "nik.differs"
    case .birthEqual: "birth_date.equal"
    case .birthByNIK: "birth_date.equal_by_nik"
    case .birthSwapped: "birth_date.day_month_swapped"
    case .birthOneDigit: "birth_date.one_digit_apart"
    case .birthStandIn: "birth_date.stand_in_day"
    case .birthSameDay: "birth_date.same_day_other_year"
    case .birthSameYear: "birth_date.same_year"
    case .birthNear: "birth_date.next_year"
    case .birthDiffers: "birth_date.differs"
    case .birthGeneration: "birth_date.generation_apart"
    case .sexEqual: "sex.equal"
    case .sexDiffers: "sex.differs"
    case .placeEqual: "birth_place.equal"
    case .placeDiffers: "birth_place.differs"
    case .addressEqual: "address.equal"
    case .addressHousehold: "address.household"
    case .addressSimilar: "address.similar"
    case .addressNeighbours: "address.neighbours"
    case .addressDiffers: "address.differs"
    case .phoneEqual: "phone.equal"
    case .phoneHousehold: "phone.household"
    case .phoneDiffers: "phone.differs"
    case .occupationTrades: "occupation.trades"
    case .occupationSalaried: "occupation.salaried"
    case .deceased: "alive.deceased"
    case .ageFits: "age.fits"
    case .ageMisfits: "age.misfits"
    case .ageChild: "age.child"
    }
  }

  var subject: Comparison.Subject { Comparison.Subject(rawValue: String(key.prefix { $0 != "." })) ?? .name }

  /// The level's name within its comparison.
  var name: String { String(key.drop { $0 != "." }.dropFirst()) }

  /// Into how many values a slip of this kind may turn one: of all slips, so many are any single one.
  var ways: Double {
    switch self {
    case .nameSound: 6
    case .nameShort, .namePrefix: 3
    case .nameSlip: 50
    case .nameSlips: 2000
    case .birthOneDigit: 25
    default: 1
    }
  }

  /// Whether agreement on the value counts for more the fewer people have it.
  var countsRarity: Bool {
    switch self {
    case .nameEqual, .nameSound, .nameShort, .nameSlip, .nameSlips, .namePrefix, .nameJoined, .birthEqual, .birthByNIK,
      .birthSwapped, .birthOneDigit, .addressEqual, .addressHousehold,
      .addressSimilar, .phoneEqual, .phoneHousehold:
      true
    default: false
    }
  }
}
