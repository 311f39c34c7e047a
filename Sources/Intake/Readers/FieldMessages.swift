import Records

/// What is said of a field whose value cannot be used; the field stays empty and the row is kept.
extension Diagnostic.Message {
  static func unreadable(_ fault: CivilServantID.Fault) -> Self {
    let remedy = "correct the row at its source; export the column as text, since spreadsheets round long numbers"
    return switch fault {
    case .notDigits: Self(code: "nip-digits", problem: "the NIP holds something other than digits", remedy: remedy)
    case .wrongLength(let count):
      Self(code: "nip-length", problem: "the NIP has \(count) digits, not 18", remedy: remedy)
    case .scientific: Self(code: "nip-damaged", problem: "the NIP is in scientific notation", remedy: remedy)
    case .zeroSerial:
      Self(code: "nip-damaged", problem: "the NIP ends in 000, as after a spreadsheet rounded it", remedy: remedy)
    }
  }

  static func unreadable(_ fault: NationalID.Fault) -> Self {
    let remedy = "export the column as text; spreadsheets keep only fifteen digits"
    return switch fault {
    case .notDigits: Self(code: "nik-digits", problem: "the NIK holds something other than digits", remedy: remedy)
    case .wrongLength(let count):
      Self(code: "nik-length", problem: "the NIK has \(count) digits, not 16", remedy: remedy)
    case .scientific: Self(code: "nik-damaged", problem: "the NIK is in scientific notation", remedy: remedy)
    case .placeholder:
      Self(code: "nik-placeholder", problem: "the NIK is one digit repeated", remedy: "ask the office for the number")
    case .zeroSerial:
      Self(code: "nik-rounded", problem: "the NIK ends in 0000, which is never issued", remedy: remedy)
    }
  }

  static func unreadable(_ fault: TaxID.Fault) -> Self {
    let remedy = "compare the number with the tax card; export the column as text"
    return switch fault {
    case .notDigits: Self(code: "npwp-digits", problem: "the NPWP holds something other than digits", remedy: remedy)
    case .wrongLength(let count):
      Self(code: "npwp-length", problem: "the NPWP has \(count) digits, not 15 or 16", remedy: remedy)
    case .scientific: Self(code: "npwp-damaged", problem: "the NPWP is in scientific notation", remedy: remedy)
    case .placeholder:
      Self(code: "npwp-placeholder", problem: "the NPWP is one digit repeated", remedy: "ask the vendor for the number")
    case .zeroTail:
      Self(code: "npwp-damaged", problem: "the personal NPWP ends in 0000, which is never issued", remedy: remedy)
    }
  }

  static func unreadable(_ fault: BusinessID.Fault) -> Self {
    let remedy = "compare the number with the business licence; export the column as text"
    return switch fault {
    case .notDigits: Self(code: "nib-digits", problem: "the NIB holds something other than digits", remedy: remedy)
    case .wrongLength(let count):
      Self(code: "nib-length", problem: "the NIB has \(count) digits, not 13", remedy: remedy)
    case .placeholder:
      Self(code: "nib-placeholder", problem: "the NIB is one digit repeated", remedy: "ask the vendor for the number")
    }
  }

  static let failedCheck = Self(
    code: "npwp-check", problem: "the NPWP's ninth digit does not fit the eight before it",
    remedy: "compare the number with the tax card; until then it joins only rows with exactly the same number")
  static let unreadableDate = Self(
    code: "date-unreadable", problem: "the date is no day of the calendar in any known form",
    remedy: "write it as 2026-11-23 or 23/11/2026")
  static let partialDate = Self(
    code: "date-partial", problem: "only a year, or a month of a year, stands where a whole date belongs",
    remedy: "ask for the whole date, as nothing is compared by a part of it; a NIK states a birth date too")
  static let placeholderDate = Self(
    code: "date-placeholder", problem: "the date is one that stands for \"unknown\"",
    remedy: "leave the field empty where the date is not known")
  static let futureBirth = Self(
    code: "birth-future", problem: "the birth date lies in a year to come",
    remedy: "leave it empty where it is not known")
  static let unreadableAmount = Self(
    code: "amount-unreadable", problem: "the amount is no number in any known form",
    remedy: "write it as 1234567.00 or Rp 1.234.567,00")
  static let unreadableShare = Self(
    code: "share-unreadable", problem: "the share is no percentage, fraction, number of sheets or amount",
    remedy: "write it as 30% or 1/3")
  static let capitalMissing = Self(
    code: "share-whole-missing", problem: "the capital that the holder paid in has no whole to be a part of",
    remedy: "export the vendor's placed capital too (total_modal_ditempatkan); the share is left unknown")
  static let capitalTooSmall = Self(
    code: "share-whole-small",
    problem: "the holder paid in more than the vendor's placed capital, or less than nothing",
    remedy: "ask for the deed's amounts; the share is left unknown")
  static let formula = Self(
    code: "formula", problem: "the text begins like a spreadsheet formula or holds a control character",
    remedy: "nothing to do here; outputs write it so that no spreadsheet or terminal acts on it")
  static let garbled = Self(
    code: "letters-garbled", problem: "letters of the text were encoded twice or are lost, as in Ã© for é",
    remedy: "export the table once more in UTF-8; a name with such letters may be missed")
  static let foreignBytes = Self(
    code: "encoding", problem: "the line holds bytes that are not of the file's encoding",
    remedy: "export the table in one encoding, best UTF-8; these bytes were read as Windows-1252")

  static let mappedColumnMissing = Self(
    code: "mapping-column", problem: "the configuration names a column that the file does not have",
    remedy: "compare the name with the header that benturan inspect shows")
  static let mappedFieldTaken = Self(
    code: "mapping-twice", problem: "the configuration gives the column's field to a column before it too",
    remedy: "name one of them in the configuration; the first one was read")
  static func mappingFallsShort(_ dataset: Dataset) -> Self {
    let names = Recogniser.required(dataset).map(\.name).joined(separator: ", ")
    return Self(
      code: "mapping-short", problem: "the configuration says \(dataset.rawValue), but columns for that are missing",
      remedy: "name the columns that hold \(names)")
  }

  /// - Parameter row: The row that lacks something; where it lacks nothing, its values cannot be used.
  static func missingRequired(_ plan: ReadingPlan, in row: borrowing RawRow) -> Self {
    let required = Recogniser.required(plan.dataset)
    var missing: [String] = []
    for (name, fields) in required {
      let isThere = fields.contains { field in
        guard let column = plan[field] else { return false }
        return !FieldText.isPlaceholder(
          row.bytes.span.extracting(FieldText.trimmed(row.range(column), in: row.bytes.span)))
      }
      if !isThere { missing.append(name) }
    }
    let names = (missing.isEmpty ? required.map(\.name) : missing).joined(separator: ", ")
    return Self(
      code: "missing-required", problem: "the row lacks a field that \(plan.dataset.rawValue) must have",
      remedy: "fill in \(names) at the source")
  }
}
