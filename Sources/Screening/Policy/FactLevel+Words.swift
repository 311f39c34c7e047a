import Records

extension FactLevel {
  /// Whether the level speaks for one person.
  var verdict: Comparison.Verdict {
    switch self {
    case .nikEqual, .nikRounded, .birthEqual, .birthByNIK, .birthSwapped, .birthOneDigit, .birthStandIn, .sexEqual,
      .placeEqual, .addressEqual, .addressHousehold, .addressSimilar, .phoneEqual, .phoneHousehold:
      .agrees
    // One digit is a fact worth printing and no more; two addresses or phones are no sign of two people.
    case .nikOneDigit, .addressNeighbours, .addressDiffers, .phoneDiffers, .occupationTrades, .occupationSalaried,
      .ageFits:
      .neutral
    default: .against
    }
  }

  /// The level in words, for the evidence.
  var phrase: Phrase {
    switch self {
    case .nikEqual: Phrase("NIK sama", "the NIK is equal")
    case .nikRounded:
      Phrase(
        "NIK sama, tetapi berakhir 0 seperti setelah dibulatkan lembar kerja",
        "the NIK is equal, but ends in 0 as after a spreadsheet rounded it")
    case .nikOneDigit:
      Phrase("NIK berbeda satu angka (bisa saudara kembar)", "the NIKs differ in one digit (twins may)")
    case .nikNextSerial:
      Phrase("NIK berurutan, seperti pada saudara kembar", "the NIKs are consecutive, as those of twins are")
    case .nikDoubtful:
      Phrase(
        "NIK berbeda, dan salah satunya tidak cocok dengan tanggal lahir di barisnya sendiri",
        "the NIKs differ, and one contradicts its own row's birth date")
    case .nikDiffers: Phrase("NIK berbeda", "the NIKs differ")
    case .birthEqual: Phrase("tanggal lahir sama", "the birth date is equal")
    case .birthByNIK: Phrase("tanggal lahir sama menurut NIK", "the birth date is equal by the NIK")
    case .birthSwapped:
      Phrase(
        "tanggal lahir sama dengan hari dan bulan tertukar", "the birth date is equal with day and month exchanged")
    case .birthOneDigit: Phrase("tanggal lahir berbeda satu angka", "the birth dates differ in one digit")
    case .birthStandIn:
      Phrase(
        "tahun lahir sama, salah satunya pada tanggal pengganti yang umum",
        "the birth year is equal, and one day is one that registers use for \"unknown\"")
    case .birthSameDay:
      Phrase("hari dan bulan lahir sama, tahun berbeda", "day and month of birth are equal, the year differs")
    case .birthSameYear: Phrase("tahun lahir sama, hari berbeda", "the birth year is equal, the day differs")
    case .birthNear: Phrase("tahun lahir berselisih satu", "the birth years are one apart")
    case .birthDiffers: Phrase("tanggal lahir berbeda", "the birth dates differ")
    case .birthGeneration: Phrase("tanggal lahir berselisih satu generasi", "the birth dates are a generation apart")
    case .sexEqual: Phrase("jenis kelamin sama", "the sex is equal")
    case .sexDiffers: Phrase("jenis kelamin berbeda", "the sexes differ")
    case .placeEqual: Phrase("tempat lahir sama", "the birth place is equal")
    case .placeDiffers: Phrase("tempat lahir tidak sama", "the birth place is not equal")
    case .addressEqual: Phrase("alamat sama", "the address is equal")
    case .addressHousehold:
      Phrase("alamat rumah pejabat atau penyedia sama", "the official's or the vendor's address is equal")
    case .addressSimilar: Phrase("alamat mirip", "the address is similar")
    case .addressNeighbours: Phrase("alamat berdekatan", "the addresses are close")
    case .addressDiffers: Phrase("alamat tidak sama", "the address is not equal")
    case .phoneEqual: Phrase("nomor telepon sama", "the phone number is equal")
    case .phoneHousehold:
      Phrase("nomor telepon pejabat atau penyedia sama", "the official's or the vendor's phone number is equal")
    case .phoneDiffers: Phrase("nomor telepon tidak sama", "the phone number is not equal")
    case .occupationTrades: Phrase("pekerjaannya usaha", "the occupation is business")
    case .occupationSalaried: Phrase("pekerjaannya bukan usaha", "the occupation is not business")
    case .deceased: Phrase("tercatat sudah meninggal", "recorded as deceased")
    case .ageFits: Phrase("usia sesuai dengan hubungannya", "the age fits the relation")
    case .ageMisfits: Phrase("usia tidak sesuai dengan hubungannya", "the age does not fit the relation")
    case .ageChild: Phrase("belum cukup umur untuk menjabat", "too young to hold an office")
    default: Phrase("nama", "name")
    }
  }
}
