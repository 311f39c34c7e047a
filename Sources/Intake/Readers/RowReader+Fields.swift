import Records

/// Single fields of the row in hand: trimmed, parsed once, and counted as a warning where they cannot be read.
extension RowReader {
  /// Where a field's text stands without blanks around it; `nil` where the table or the row has none.
  func range(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> Range<Int>? {
    guard let column = plan[field] else { return nil }
    let range = FieldText.trimmed(row.range(column), in: row.bytes.span)
    return range.isEmpty ? nil : range
  }

  func with<Value>(
    _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow, _ read: (Span<UInt8>) -> Value
  ) -> Value? {
    guard let range = range(field, plan, row) else { return nil }
    return read(row.bytes.span.extracting(range))
  }

  mutating func warn(
    _ message: Diagnostic.Message, _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow
  ) {
    warnings.add(message, column: plan[field].map { plan.columnNames[$0] } ?? "", line: row.line)
  }

  mutating func isPlaceholder(_ text: Span<UInt8>, _ field: Field) -> Bool {
    guard FieldText.isPlaceholder(text) else { return false }
    placeholderCounts[field.rawValue] += 1
    return true
  }

  /// The relation as written, or the term for the file's own code.
  mutating func relation(_ plan: ReadingPlan, _ row: borrowing RawRow) -> TextID {
    if !relationTerms.isEmpty, let range = range(.relation, plan, row),
      let term = relationTerms[String(decoding: row.bytes[range], as: UTF8.self)]
    {
      return term
    }
    return interned(.relation, plan, row)
  }

  /// Counts a text that a spreadsheet or a terminal would act on, and one with damaged letters.
  mutating func warn(ofLetters text: Span<UInt8>, _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) {
    if FieldText.isDangerous(text, isPlain: isPlain) { warn(.formula, field, plan, row) }
    if !isPlain, FieldText.isGarbled(text) { warn(.garbled, field, plan, row) }
  }

  mutating func text(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> TextID {
    guard let range = range(field, plan, row) else { return .none }
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, field) { return .none }
    warn(ofLetters: text, field, plan, row)
    return tables.arena.append(row.bytes.span.extracting(range))
  }

  /// As ``text(_:_:_:)``, for fields that repeat from row to row.
  mutating func interned(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> TextID {
    guard let range = range(field, plan, row) else { return .none }
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, field) { return .none }
    warn(ofLetters: text, field, plan, row)
    return tables.arena.intern(row.bytes.span.extracting(range))
  }

  mutating func nip(
    _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow
  ) -> CivilServantID? {
    guard let range = range(field, plan, row) else { return nil }
    return nip(in: range, field, plan, row, isListed: false)
  }

  mutating func nip(
    in range: Range<Int>, _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow, isListed: Bool
  ) -> CivilServantID? {
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, field) { return nil }
    do {
      return try CivilServantID(parsing: text)
    } catch {
      let message = Diagnostic.Message.unreadable(error)
      if fault == nil { fault = message }
      // Without its NIP a row is set aside; without one of a list's it is not, so that one is counted.
      if isListed { warn(message, field, plan, row) }
      return nil
    }
  }

  /// - Returns: The number; where a spreadsheet took its serial, the birth date that the rest of it states.
  mutating func nationalID(
    _ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow
  ) -> (number: NationalID?, statedBirth: CalendarDate?) {
    guard let range = range(field, plan, row) else { return (nil, nil) }
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, field) { return (nil, nil) }
    do {
      return (try NationalID(parsing: text), nil)
    } catch {
      warn(.unreadable(error), field, plan, row)
      guard error == .zeroSerial, let rest = NationalID(value: DigitScan(text).value), rest.isWellFormed else {
        return (nil, nil)
      }
      return (nil, rest.birthDate(asOf: night))
    }
  }

  mutating func taxID(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> TaxID? {
    guard let range = range(field, plan, row) else { return nil }
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, field) { return nil }
    do {
      let number = try TaxID(parsing: text)
      if !number.isChecked { warn(.failedCheck, field, plan, row) }
      return number
    } catch {
      warn(.unreadable(error), field, plan, row)
      return nil
    }
  }

  mutating func businessID(_ plan: ReadingPlan, _ row: borrowing RawRow) -> BusinessID? {
    guard let range = range(.businessID, plan, row) else { return nil }
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, .businessID) { return nil }
    do {
      return try BusinessID(parsing: text)
    } catch {
      warn(.unreadable(error), .businessID, plan, row)
      return nil
    }
  }

  /// A vendor's numbers and name; of two tax numbers the old fifteen digits count, unless only the new one is there.
  mutating func vendorMention(_ plan: ReadingPlan, _ row: borrowing RawRow) -> VendorMention {
    mention(
      name: .vendorName, code: .vendorCode,
      numbers: [taxID(.vendorTaxID, plan, row), taxID(.vendorTaxID16, plan, row)], plan, row)
  }

  mutating func winnerMention(_ plan: ReadingPlan, _ row: borrowing RawRow) -> VendorMention {
    mention(name: .winnerName, code: .winnerCode, numbers: [taxID(.winnerTaxID, plan, row)], plan, row)
  }

  private mutating func mention(
    name: Field, code: Field, numbers: [TaxID?], _ plan: ReadingPlan, _ row: borrowing RawRow
  ) -> VendorMention {
    var mention = VendorMention()
    var numbers = numbers.compactMap { $0 }
    mention.code = vendorCode(code, plan, row)
    // A column called just "vendor" or "winner" may hold a tax number or a code instead of a name.
    let digits = with(name, plan, row) { DigitScan($0) }
    if let digits, digits.isDigitsOnly, digits.count > 0 {
      if digits.count >= 14 {
        if let number = taxID(name, plan, row) { numbers.append(number) }
      } else if mention.code.isEmpty {
        mention.code = vendorCode(name, plan, row)
      }
    } else {
      mention.name = interned(name, plan, row)
    }
    mention.taxID = numbers.first { $0.nationalID == nil }
    // A sole trader's sixteen digits are his NIK.
    mention.personalID = numbers.lazy.compactMap { $0.nationalID }.first
    return mention
  }

  mutating func money(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> Money? {
    guard let range = range(field, plan, row), let column = plan[field] else { return nil }
    let text = row.bytes.span.extracting(range)
    // Only amounts with a unit in words end in a letter.
    if (text[text.count - 1] | 0x20) &- 0x61 < 26, let scan = DecimalScan(text) {
      survey.note(scan, column: plan.columnNames[column])
    }
    let mark = plan.findings.decimalMarks.isEmpty ? nil : plan.findings.decimalMarks[field]
    switch MoneyReader.read(text, decimalMark: mark) {
    case .amount(let amount): return amount
    case .none: return nil
    case .unclear:
      warn(.unclearAmount, field, plan, row)
      return nil
    case .unreadable:
      warn(.unreadableAmount, field, plan, row)
      return nil
    }
  }

  mutating func share(_ plan: ReadingPlan, _ row: borrowing RawRow) -> Share {
    guard let range = range(.share, plan, row) else { return shareOfCapital(plan, row) }
    switch ShareReader.read(row.bytes.span.extracting(range)) {
    case .share(let share): return share
    case .none: return .unknown
    case .unreadable:
      warn(.unreadableShare, .share, plan, row)
      return .unknown
    }
  }

  /// What a holder paid in of the vendor's placed capital, as a part of the whole (formats of OSS and AHU).
  private mutating func shareOfCapital(_ plan: ReadingPlan, _ row: borrowing RawRow) -> Share {
    guard let part = money(.holderCapital, plan, row) else { return .unknown }
    let whole = money(.vendorCapital, plan, row)
    guard let whole, part.sen >= 0, whole.sen > 0, part <= whole else {
      warn(whole.map { $0.sen > 0 } ?? false ? .capitalTooSmall : .capitalMissing, .holderCapital, plan, row)
      return .unknown
    }
    let (high, low) = part.sen.multipliedFullWidth(by: 1_000_000)
    // Never overflows: the part is at most the whole.
    return Share(notation: .ofWhole, amount: whole.sen.dividingFullWidth((high, low)).quotient)
  }

  func sex(_ plan: ReadingPlan, _ row: borrowing RawRow) -> Sex? {
    with(.sex, plan, row) { WordReader.sex($0) } ?? nil
  }

  func phone(_ plan: ReadingPlan, _ row: borrowing RawRow) -> PhoneNumber? {
    with(.phone, plan, row) { PhoneNumber(parsing: $0) } ?? nil
  }

  func year(_ plan: ReadingPlan, _ row: borrowing RawRow) -> UInt16 {
    with(.year, plan, row) { text in
      // "2025", and the first year of "2025;2026".
      let scan = DigitScan(text.extracting(0..<min(4, text.count)))
      return scan.isDigitsOnly && (1990...2100).contains(scan.value) ? UInt16(scan.value) : 0
    } ?? 0
  }
}
