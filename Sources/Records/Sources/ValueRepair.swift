/// What had to be done to a field's text before its value could be used, or why it was not used.
package enum ValueRepair: String, CaseIterable, Hashable, Sendable {
  case apostrophe
  /// A number kept as text by a formula, such as `="0123"`.
  case formulaText = "formula_text"
  case floatTail = "float_tail"
  case leadingZero = "leading_zero"
  case twoDigitYear = "two_digit_year"
  case serialDay = "serial_day"
  case placeAndDate = "place_and_date"
  case roundedAmount = "rounded_amount"
  case floatRefused = "float_refused"
  case roundedRefused = "rounded_refused"
  /// A value on so many rows under different names that it is nobody's.
  case genericRefused = "generic_refused"
  case standInDate = "stand_in_date"
  case yearOnly = "year_only"
  case monthOnly = "month_only"
  case unreadable
}

extension ValueRepair {
  /// The repair in words, for the evidence.
  package var phrase: Phrase {
    switch self {
    case .apostrophe: Phrase("tanda petik di depan angka dilepas", "the apostrophe before the digits was dropped")
    case .formulaText: Phrase("angka diambil dari rumus", "the digits were taken out of a formula")
    case .floatTail: Phrase("nol di belakang koma dilepas", "zeros behind the decimal mark were dropped")
    case .leadingZero: Phrase("nol di depan yang hilang dikembalikan", "a lost leading zero was put back")
    case .twoDigitYear: Phrase("abad dari tahun dua angka ditambahkan", "the century of a two-digit year was added")
    case .serialDay:
      Phrase("angka hari lembar kerja dibaca sebagai tanggal", "a spreadsheet's day number was read as a date")
    case .placeAndDate: Phrase("tempat dan tanggal dipisahkan", "place and date were parted")
    case .roundedAmount: Phrase("jumlah yang dibulatkan dalam kata satuan", "a rounded amount with its unit in words")
    case .floatRefused:
      Phrase("nomor dalam notasi ilmiah; tidak dipakai", "the number is in scientific notation; not used")
    case .roundedRefused:
      Phrase(
        "nomor dibulatkan lembar kerja; tidak dipakai sebagai nomor",
        "a spreadsheet rounded the number; not used as a number")
    case .genericRefused:
      Phrase(
        "nilai ini ada pada terlalu banyak nama; tidak dipakai", "the value stands under too many names; not used")
    case .standInDate: Phrase("tanggal pengganti; tidak dipakai", "a date that stands for \"unknown\"; not used")
    case .yearOnly: Phrase("hanya tahun, bukan tanggal; tidak dipakai", "a year alone is no date; not used")
    case .monthOnly:
      Phrase("hanya bulan dan tahun, bukan tanggal; tidak dipakai", "a month of a year is no date; not used")
    case .unreadable: Phrase("tidak terbaca; tidak dipakai", "unreadable; not used")
    }
  }
}
