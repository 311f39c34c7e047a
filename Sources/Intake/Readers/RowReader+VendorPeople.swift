import Records

/// The people of a vendor: one a row, or several in lists of one length.
extension RowReader {
  mutating func readVendorPerson(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    if let range = range(.name, plan, row), row.bytes[range].contains(ListCells.mark) {
      return readVendorPeople(row, plan, names: ListCells.items(of: range, in: row.bytes.span))
    }
    return readOneVendorPerson(row, plan)
  }

  /// What is told of each person and may be a list beside the names.
  private static let listed: [Field] = [
    .key, .nationalID, .personTaxID, .holderTaxID, .birthPlace, .birthDate, .birthPlaceAndDate, .sex, .address, .phone,
    .personRole, .share, .holderCapital, .from, .to, .holderKind,
  ]
  /// What one text may tell of all of them.
  private static let shared: Set<Field> = [.personRole, .from, .to, .holderKind]

  /// Reads a person for each name; a list of another length is nobody's.
  private mutating func readVendorPeople(
    _ row: borrowing RawRow, _ plan: ReadingPlan, names: [Range<Int>]
  ) -> Bool {
    guard let nameColumn = plan[.name] else { return false }
    guard isList(names, plan, row) else {
      warn(.oneOrSeveral, .name, plan, row)
      return readOneVendorPerson(row, plan)
    }
    var lists: [Int: [Range<Int>]] = [nameColumn: names]
    for field in Self.listed {
      guard let column = plan[field], let range = range(field, plan, row) else { continue }
      let items = ListCells.items(of: range, in: row.bytes.span)
      if items.count == names.count {
        lists[column] = items
      } else if items.count > 1 || !Self.shared.contains(field) {
        lists[column] = []
        if !FieldText.isPlaceholder(row.bytes.span.extracting(range)) { warn(.listLength, field, plan, row) }
      }
    }
    var taken = false
    for (turn, name) in names.enumerated() where !name.isEmpty {
      var one = RawRow()
      (one.line, one.position) = (row.line, row.position)
      for column in 0..<row.fieldCount {
        let items = lists[column]
        let place = items.map { turn < $0.count ? $0[turn] : 0..<0 } ?? row.range(column)
        one.append(row.bytes[place])
      }
      if readOneVendorPerson(one, plan) { taken = true }
    }
    return taken
  }

  /// What is one person's alone.
  private static let identifying: Set<Field> = [.nationalID, .personTaxID, .birthDate, .birthPlaceAndDate]

  /// Whether a text with marks is several names: where a column of each one's own has as many items, or none that
  /// tells of one person has one.
  private func isList(_ names: [Range<Int>], _ plan: ReadingPlan, _ row: borrowing RawRow) -> Bool {
    var hasLoneFact = false
    for field in Self.listed {
      guard let range = range(field, plan, row), !FieldText.isPlaceholder(row.bytes.span.extracting(range)) else {
        continue
      }
      let count = ListCells.items(of: range, in: row.bytes.span).count
      if count > 1, count == names.count, !Self.shared.contains(field) { return true }
      if count == 1, Self.identifying.contains(field) { hasLoneFact = true }
    }
    return !hasLoneFact
  }

  private mutating func readOneVendorPerson(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let mention = vendorMention(plan, row)
    let name = text(.name, plan, row)
    guard !mention.isEmpty, !name.isEmpty else { return false }
    var person = VendorPerson(source: location(row))
    person.vendor = mention
    person.name = name
    let role = interned(.personRole, plan, row)
    person.role = role.isEmpty ? plan.implied : role
    person.share = share(plan, row)
    // The contract: a row must say what the person is in the vendor; a share says it too.
    let isShareholderList = plan.hasAny([.share, .holderCapital]) && !plan.has(.personRole)
    // Whoever paid capital in is a holder, also where the vendor's whole capital is not told.
    if person.role.isEmpty, with(.holderCapital, plan, row, { $0.count > 0 }) ?? false {
      person.role = tables.arena.intern("Pemegang saham")
    }
    guard !person.role.isEmpty || person.share.notation != .none || isShareholderList else { return false }
    person.key = text(.key, plan, row)
    (person.nationalID, person.statedBirth) = nationalID(.nationalID, plan, row)
    person.taxID = taxID(.personTaxID, plan, row) ?? taxID(.holderTaxID, plan, row)
    (person.birthPlace, person.birthDate) = birth(plan, row)
    person.sex = sex(plan, row)
    person.address = text(.address, plan, row)
    person.phone = phone(plan, row)
    person.period = period(plan, row)
    // Where no column says what the holder is, the name's legal form does.
    person.isCompany =
      holderIsCompany(plan, row) ?? with(.name, plan, row) { WordReader.startsWithCompanyForm($0) } ?? false
    tables.vendorPeople.append(person)
    return true
  }

  private mutating func holderIsCompany(_ plan: ReadingPlan, _ row: borrowing RawRow) -> Bool? {
    guard let range = range(.holderKind, plan, row) else { return nil }
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, .holderKind) { return nil }
    let isCompany = WordReader.isCompany(text)
    if isCompany == nil { warn(.unknownHolder, .holderKind, plan, row) }
    return isCompany
  }
}

extension Diagnostic.Message {
  fileprivate static let listLength = Self(
    code: "list-length", problem: "the list has another length than the list of names beside it, so it was not read",
    remedy: "give each person a row, or write one item for each name")
  fileprivate static let oneOrSeveral = Self(
    code: "list-or-name",
    problem: "the name has marks of a list in it, but one person's number or birth date stands beside it: read as one",
    remedy: "give each person a row, or write one item for each name in every column")
  fileprivate static let unknownHolder = Self(
    code: "holder-kind", problem: "the word is none for a person or a company; the holder's name decided",
    remedy: "write perorangan or badan usaha, or 01 or 02")
}
