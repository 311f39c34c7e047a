import Records

/// Packages, who took part in them, who decided on them, and what was declared.
extension RowReader {
  mutating func readTender(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let package = packageCode(plan, row)
    guard !package.code.isEmpty, !isTotal(.packageCode, plan, row) else { return false }
    var tender = Tender(source: location(row))
    tender.package = package
    tender.name = text(.packageName, plan, row)
    tender.unit = interned(.unit, plan, row)
    tender.unitCode = interned(.unitCode, plan, row)
    tender.government = interned(.government, plan, row)
    tender.year = year(plan, row)
    tender.method = interned(.method, plan, row)
    tender.category = interned(.category, plan, row)
    tender.ceiling = money(.ceiling, plan, row)
    tender.estimate = money(.estimate, plan, row)
    tender.announcedOn = date(.announcedOn, plan, row)
    tender.awardedOn = date(.awardedOn, plan, row)
    tender.contractedOn = date(.contractedOn, plan, row)
    tender.contractValue = money(.contractValue, plan, row)
    tender.winner = winnerMention(plan, row)
    guard !tender.name.isEmpty || tender.ceiling != nil || tender.estimate != nil else { return false }
    tables.tenders.append(tender)
    return true
  }

  /// Whether the row is a sum below a table: its first field holds the word for one, and the rest would pass.
  private mutating func isTotal(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> Bool {
    guard with(field, plan, row, { SheetNoise.isTotal($0) }) ?? false else { return false }
    fault = .totalRow
    return true
  }

  mutating func readBid(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let package = packageCode(plan, row)
    let mention = vendorMention(plan, row)
    guard !package.code.isEmpty, !mention.isEmpty else { return false }
    var bid = Bid(source: location(row))
    bid.package = package
    bid.vendor = mention
    let value = money(.bidValue, plan, row)
    // Exports write 0 for "no bid"; nobody offers to work for nothing.
    bid.bidValue = value.flatMap { $0.sen > 0 ? $0 : nil }
    bid.reason = interned(.reason, plan, row)
    bid.outcome = outcome(plan, row, hasBid: bid.bidValue != nil)
    tables.bids.append(bid)
    return true
  }

  /// Registered is not bid, bid is not won, won is not contracted: which one the row's columns support.
  private mutating func outcome(_ plan: ReadingPlan, _ row: borrowing RawRow, hasBid: Bool) -> BidOutcome {
    if plan.has(.won) {
      if isWinner(plan, row) { return .won }
      return hasBid || !plan.has(.bidValue) ? .bid : .registered
    }
    let contract =
      (money(.contractValue, plan, row)?.sen ?? 0) > 0 || with(.contractNumber, plan, row, { $0.count > 0 }) ?? false
      || date(.contractedOn, plan, row) != nil
    if contract { return .contracted }
    if plan.hasAny([.contractValue, .contractNumber, .contractedOn, .awardedOn]) { return .won }
    return hasBid || !plan.has(.bidValue) ? .bid : .registered
  }

  private mutating func isWinner(_ plan: ReadingPlan, _ row: borrowing RawRow) -> Bool {
    guard let range = range(.won, plan, row), let column = plan[.won] else { return false }
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, .won) { return false }
    let answer = WordReader.answer(text)
    survey.note(answer, of: text, column: plan.columnNames[column], line: row.line)
    switch answer {
    case .yes: return true
    case .no: return false
    case .letterT: return plan.findings.isTrueT
    case .unclear:
      warn(.unclearWinner, .won, plan, row)
      return false
    }
  }

  mutating func readRoles(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let package = packageCode(plan, row)
    guard !package.code.isEmpty else { return false }
    let before = tables.roles.count
    let decreed = date(.decreedOn, plan, row)
    let held = period(plan, row)
    if plan.has(.nip), plan.has(.role) {
      let role = interned(.role, plan, row)
      if !role.isEmpty { appendRoles(.nip, role, package, decreed, held, plan, row) }
    }
    for (field, name) in Recogniser.impliedRoles where plan.has(field) {
      appendRoles(field, tables.arena.intern(name), package, decreed, held, plan, row)
    }
    return tables.roles.count > before
  }

  /// Adds a role for each number of a `;` list. Names beside such a list are sorted on their own and never paired
  /// with it; the staff registry knows whose number it is.
  private mutating func appendRoles(
    _ field: Field, _ role: TextID, _ package: PackageCode, _ decreed: CalendarDate?, _ held: Period,
    _ plan: ReadingPlan, _ row: borrowing RawRow
  ) {
    guard let column = plan[field] else { return }
    var start = row.range(column).lowerBound
    let end = row.range(column).upperBound
    while start < end {
      var stop = start
      while stop < end, row.bytes[stop] != 0x3B, row.bytes[stop] != 0x2C, row.bytes[stop] != 0x7C { stop += 1 }
      if let nip = nip(in: start..<stop, field, plan, row, isListed: true) {
        var entry = Role(source: location(row), nip: nip)
        entry.package = package
        entry.role = role
        entry.decreedOn = decreed
        entry.period = held
        tables.roles.append(entry)
      }
      start = stop + 1
    }
  }

  mutating func readUnit(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let name = interned(.unitName, plan, row)
    guard !name.isEmpty, !isTotal(.unitName, plan, row), !isTotal(.unitCode, plan, row) else { return false }
    var unit = Unit(source: location(row))
    unit.name = name
    unit.code = interned(.unitCode, plan, row)
    unit.shortName = interned(.unitShortName, plan, row)
    unit.government = interned(.government, plan, row)
    tables.units.append(unit)
    return true
  }

  mutating func readDeclaration(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    guard let nip = nip(.nip, plan, row) else { return false }
    var declaration = Declaration(source: location(row), nip: nip)
    declaration.vendor = vendorMention(plan, row)
    declaration.package = packageCode(plan, row)
    declaration.action = interned(.action, plan, row)
    declaration.date = date(.date, plan, row)
    guard !declaration.vendor.isEmpty || !declaration.package.code.isEmpty else { return false }
    tables.declarations.append(declaration)
    return true
  }
}
