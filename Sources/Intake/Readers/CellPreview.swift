import Records

/// Says what the readers make of single cells, in the plainest form of each kind of value.
struct CellPreview {
  let plan: ReadingPlan
  let night: CalendarDate

  private static let unreadable = "unreadable"

  /// - Parameter text: The cell, trimmed.
  func understood(_ text: Span<UInt8>, as field: Field) -> String {
    if text.count == 0 || FieldText.isPlaceholder(text) { return "" }
    let written = written(text)
    let dates = DateReader(pivotYear: night.year, order: plan.order(of: field))
    switch field {
    case .birthDate where dates.read(text) == .unreadable && (text[0] | 0x20) &- 0x61 < 26,
      .birthPlaceAndDate:
      let both = dates.readPlaceAndDate(text)
      return "\(self.written(text.extracting(both.place))), \(day(both.date))"
    case .birthDate, .declaredOn, .from, .to, .registeredOn, .announcedOn, .awardedOn, .contractedOn, .decreedOn,
      .date:
      return day(dates.read(text))
    case .ceiling, .estimate, .contractValue, .bidValue, .holderCapital, .vendorCapital:
      let mark = plan.findings.decimalMarks[field]
      guard case .amount(let money) = MoneyReader.read(text, decimalMark: mark) else { return Self.unreadable }
      return "Rp \(money)"
    case .share:
      guard case .share(let share) = ShareReader.read(text) else { return Self.unreadable }
      return self.share(share)
    case .sex: return WordReader.sex(text).map { $0 == .male ? "male" : "female" } ?? Self.unreadable
    case .isAlive: return WordReader.isAlive(text).map { $0 ? "alive" : "deceased" } ?? Self.unreadable
    case .won:
      return switch WordReader.answer(text) {
      case .yes: "yes"
      case .no: "no"
      case .letterT: plan.findings.isTrueT ? "yes" : "no"
      case .unclear: Self.unreadable
      }
    case .holderKind: return WordReader.isCompany(text).map { $0 ? "company" : "person" } ?? Self.unreadable
    case .nip: return (try? CivilServantID(parsing: text)).map(\.digits) ?? Self.unreadable
    case .nationalID: return (try? NationalID(parsing: text)).map { String($0.value) } ?? Self.unreadable
    case .businessID: return (try? BusinessID(parsing: text)) == nil ? Self.unreadable : written
    case .personTaxID, .vendorTaxID, .vendorTaxID16, .holderTaxID, .winnerTaxID:
      return (try? TaxID(parsing: text)).map(\.formatted) ?? Self.unreadable
    case .phone: return PhoneNumber(parsing: text).map { "0\($0.value)" } ?? Self.unreadable
    case .packageCode, .service, .vendorCode, .winnerCode:
      let code = CodeReader(text)
      return code.isFloat ? Self.unreadable : self.written(text.extracting(code.range))
    case .name, .birthPlace, .occupation, .address, .relation, .key, .unit, .position, .vendorName, .legalForm,
      .personRole, .packageName, .government, .unitCode, .year, .method, .category, .contractNumber, .winnerName,
      .reason, .role, .nipPPK, .nipPokja, .nipProcurementOfficer, .nipPPTK, .nipKPA, .nipPA, .unitName,
      .unitShortName, .action:
      return written
    }
  }

  /// Whether a cell states that its person is under eighteen.
  func statesMinor(_ text: Span<UInt8>, as field: Field) -> Bool {
    let dates = DateReader(pivotYear: night.year, order: plan.order(of: field))
    let born: CalendarDate? =
      switch field {
      case .birthDate: date(dates.read(text))
      case .birthPlaceAndDate: date(dates.readPlaceAndDate(text).date)
      case .nationalID: (try? NationalID(parsing: text))?.birthDate(asOf: night)
      default: nil
      }
    return born.map { $0.years(to: night) < 18 } ?? false
  }

  private func written(_ text: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func date(_ reading: DateReader.Reading) -> CalendarDate? {
    if case .date(let date) = reading { date } else { nil }
  }

  private func day(_ reading: DateReader.Reading) -> String {
    switch reading {
    case .date(let date): "\(date)"
    case .none, .placeholder: ""
    case .partial: "no whole date"
    case .unreadable: Self.unreadable
    }
  }

  private func share(_ share: Share) -> String {
    let amount = Double(share.amount)
    return switch share.notation {
    case .none: ""
    case .ofWhole: "\(amount / 10_000) %"
    case .bare: "\(amount / 1_000_000)"
    case .sheets: "\(share.amount) sheets"
    case .paidIn: "Rp \(Money(sen: share.amount))"
    }
  }
}
