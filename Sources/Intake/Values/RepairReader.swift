import Records

/// Tells what the readers did to a field's text, by reading it once more.
struct RepairReader {
  let dates: DateReader
  /// The decimal mark of the column's amounts with a unit.
  var decimalMark: UInt8?

  /// - Parameter text: The field's bytes, trimmed.
  /// - Returns: Every repair, in the order in which they were done; none for a value taken as it stands.
  func repairs(of text: Span<UInt8>, as field: Field) -> [ValueRepair] {
    if text.count == 0 || FieldText.isPlaceholder(text) { return [] }
    switch field {
    case .birthDate where dates.read(text) == .unreadable && (text[0] | 0x20) &- 0x61 < 26:
      let found = placeAndDate(text)
      return found.isEmpty ? [.unreadable] : found
    case .birthDate where isInTheFuture(text): return [.standInDate]
    case .birthDate, .declaredOn, .from, .to, .registeredOn, .announcedOn, .awardedOn, .contractedOn, .decreedOn,
      .date:
      return dates.repair(of: text).map { [$0] } ?? []
    case .birthPlaceAndDate: return placeAndDate(text)
    case .ceiling, .estimate, .contractValue, .bidValue, .holderCapital, .vendorCapital:
      switch MoneyReader.read(text, decimalMark: decimalMark) {
      case .unreadable, .unclear: return [.unreadable]
      case .amount, .none: break
      }
      return DecimalScan(text).map { $0.decimals < 0 } ?? false ? [.roundedAmount] : []
    case .share: return ShareReader.read(text) == .unreadable ? [.unreadable] : []
    case .nip: return number(text, fault: fault(of: text) { _ = try CivilServantID(parsing: $0) })
    case .nationalID: return number(text, fault: fault(of: text) { _ = try NationalID(parsing: $0) })
    case .businessID: return number(text, fault: fault(of: text) { _ = try BusinessID(parsing: $0) })
    case .personTaxID, .vendorTaxID, .vendorTaxID16, .holderTaxID, .winnerTaxID:
      let found = number(text, fault: fault(of: text) { _ = try TaxID(parsing: $0) })
      return DigitScan(text).count == 14 ? found + [.leadingZero] : found
    case .phone: return PhoneNumber(parsing: text) == nil ? [.unreadable] : []
    case .packageCode, .service, .vendorCode, .winnerCode: return CodeReader(text).repairs
    case .name, .birthPlace, .sex, .occupation, .address, .relation, .isAlive, .key, .unit, .position, .vendorName,
      .legalForm, .personRole, .holderKind, .packageName, .government, .unitCode, .year, .method, .category,
      .contractNumber, .winnerName, .won, .reason, .role, .nipPPK, .nipPokja, .nipProcurementOfficer, .nipPPTK,
      .nipKPA, .nipPA, .unitName, .unitShortName, .action:
      return []
    }
  }

  /// A birth date of a year to come is not used.
  private func isInTheFuture(_ text: Span<UInt8>) -> Bool {
    if case .date(let date) = dates.read(text) { date.year > dates.pivotYear } else { false }
  }

  private func placeAndDate(_ text: Span<UInt8>) -> [ValueRepair] {
    var start = 0
    while start < text.count, !(0x30...0x39).contains(text[start]) { start += 1 }
    guard start < text.count else { return [] }
    let date = dates.repair(of: text.extracting(start..<text.count)).map { [$0] } ?? []
    return (start > 0 ? [.placeAndDate] : []) + date
  }

  /// Why a number cannot be used; `nil` where it can.
  private func fault(of text: Span<UInt8>, _ parse: (Span<UInt8>) throws -> Void) -> ValueRepair? {
    do {
      try parse(text)
      return nil
    } catch NationalID.Fault.zeroSerial, CivilServantID.Fault.zeroSerial, TaxID.Fault.zeroTail {
      return .roundedRefused
    } catch {
      return DigitScan(text).looksLikeFloat ? .floatRefused : .unreadable
    }
  }

  private func number(_ text: Span<UInt8>, fault: ValueRepair?) -> [ValueRepair] {
    if let fault { return [fault] }
    var found: [ValueRepair] = []
    if text[0] == 0x3D { found.append(.formulaText) }
    if text[0] == 0x27 || text[0] == 0xE2 { found.append(.apostrophe) }
    if DigitScan(text).hasFloatTail { found.append(.floatTail) }
    return found
  }
}
