import Records

/// Turns the rows of one file's tables into records of every dataset that they feed.
struct RowReader {
  var tables = FileTables()
  var warnings = Warnings()
  let recogniser: Recogniser
  /// What the file's values showed when it was read before.
  private let findings: ColumnFindings
  /// What they show now.
  var survey = ColumnSurvey()
  /// Whether the order of dates is to be found out.
  let surveysDates: Bool
  private var secondHeader: SecondHeader?
  private let constants: ConstantColumns?
  private let hasConstants: Bool
  /// Terms of kinship by the codes of this file.
  private(set) var relationTerms: [String: TextID] = [:]
  /// How many cells of each field hold a word or sign for "nothing".
  var placeholderCounts = [Int](repeating: 0, count: Field.allCases.count)
  private var numbersOfRelatives = Generics.Counters()
  private var phonesOfRelatives = Generics.Counters()
  let night: CalendarDate
  let dates: DateReader
  /// Why the row in hand cannot be used, where one of its own values is the reason.
  var fault: Diagnostic.Message?
  /// Whether the row in hand is printable ASCII throughout.
  var isPlain = false

  /// - Parameters:
  ///   - night: The night's date, which two-digit years never pass.
  ///   - mapping: What a configuration says of the file.
  ///   - findings: What the file's values showed when it was read before.
  init(asOf night: CalendarDate, mapping: SourceMapping? = nil, findings: ColumnFindings = ColumnFindings()) {
    self.night = night
    self.findings = findings
    surveysDates = mapping?.dateOrder == nil
    dates = DateReader(asOf: night, order: mapping?.dateOrder ?? .dayFirst)
    recogniser = Recogniser(mapping: mapping, relation: findings.relation)
    constants = mapping.flatMap(ConstantColumns.init)
    hasConstants = constants != nil
    for (code, term) in (mapping?.relations ?? [:]).sorted(by: { $0.key < $1.key }) {
      relationTerms[code] = tables.arena.intern(term)
    }
  }

  /// Finds what a table feeds.
  ///
  /// - Parameters:
  ///   - columns: Names as written, in the order of the file; in XML `element/column`.
  ///   - element: In XML the element of the rows; `nil` for flat tables.
  mutating func plans(for columns: [String], element: String? = nil) -> [ReadingPlan] {
    plans(for: columns.map { ColumnName($0, isNested: element != nil) }, element: element)
  }

  /// Finds what a table feeds whose columns are known more exactly than by their written names.
  mutating func plans(for columns: [ColumnName], element: String?) -> [ReadingPlan] {
    // Only in a flat table may a row be another header.
    secondHeader = element == nil ? SecondHeader() : nil
    return recogniser.plans(for: columns, ownElement: element).map { plan in
      var plan = plan
      plan.name(
        columns: columns.map(\.written) + (constants?.names ?? []), constants: constants?.values ?? [],
        relationTerms: recogniser.mapping?.relations ?? [:])
      plan.dateOrder = dates.order
      plan.pivotYear = dates.pivotYear
      plan.findings = findings.fields(of: plan)
      plan.implied = tables.arena.intern(plan.impliedRelation ?? plan.impliedRole ?? "")
      return plan
    }
  }

  /// Makes room for about so many rows of the longest tables and bytes of texts, which else would move as they grow.
  ///
  /// Memory that no row comes to fill is never touched, so it costs nothing.
  mutating func reserve(_ plans: [ReadingPlan], rows: Int, bytes: Int) {
    if !plans.isEmpty { tables.arena.reserveCapacity(bytes) }
    for plan in plans {
      switch plan.dataset {
      case .relatives: tables.relatives.reserveCapacity(rows)
      case .officials: tables.officials.reserveCapacity(rows)
      case .vendorPeople: tables.vendorPeople.reserveCapacity(rows)
      case .bids: tables.bids.reserveCapacity(rows)
      case .tenders: tables.tenders.reserveCapacity(rows)
      case .roles: tables.roles.reserveCapacity(rows)
      case .postings, .vendors, .units, .declarations: break
      }
    }
  }

  /// Counts a line that held bytes of another encoding.
  mutating func warnOfForeignBytes(line: Int) { warnings.add(.foreignBytes, column: "", line: line) }

  /// Cells that hold a word or sign for "nothing", by field.
  var placeholders: [Field: Int] {
    var counts: [Field: Int] = [:]
    for field in Field.allCases where placeholderCounts[field.rawValue] > 0 {
      counts[field] = placeholderCounts[field.rawValue]
    }
    return counts
  }

  /// Says what a configuration names and a file's only table does not have; of several tables each has a part of it.
  mutating func warn(ofMappingFor columns: [String], _ plans: [ReadingPlan]) {
    guard let mapping = recogniser.mapping else { return }
    for name in mapping.missing(from: columns.map { ColumnName($0) }) {
      warnings.add(.mappedColumnMissing, column: name, line: 0)
    }
    for name in mapping.surplus(in: columns.map { ColumnName($0) }) {
      warnings.add(.mappedFieldTaken, column: name, line: 0)
    }
    if plans.isEmpty, let dataset = mapping.dataset { warnings.add(.mappingFallsShort(dataset), column: "", line: 0) }
  }

  /// Gives back what only reading needs, and the records.
  ///
  /// - Parameters:
  ///   - rowsRead: How many rows the file has.
  ///   - plans: What its tables feed.
  mutating func finish(rowsRead: Int, plans: [ReadingPlan]) -> FileTables {
    for plan in plans {
      for note in plan.notes where !warnings.has(note.message, column: note.column) {
        warnings.add(note.message, column: note.column, line: 0)
      }
      for field in plan.findings.monthFirst {
        guard let column = plan[field].map({ plan.columnNames[$0] }) else { continue }
        if !warnings.has(.monthFirstDates, column: column) {
          warnings.add(.monthFirstDates, column: column, line: 0)
        }
      }
    }
    survey.warn(in: &warnings)
    Generics(rowsRead: rowsRead, plans: plans, relatives: (numbersOfRelatives, phonesOfRelatives))
      .clear(from: &tables, &warnings)
    tables.arena.finish()
    return tables
  }

  /// What reading the file once more has to rest on; `nil` where it has been read as it is written.
  ///
  /// - Parameter plans: What the file's tables feed.
  mutating func newFindings(_ plans: [ReadingPlan]) -> ColumnFindings? {
    var found = findings
    found.formUnion(survey.findings)
    if recogniser.mapping?.dataset == nil, plans.contains(where: { $0.dataset == .officials }) {
      found.formUnion(OfficialsCheck(tables, night: night).findings(kinColumn: survey.kinColumn))
    }
    return found == findings ? nil : found
  }

  /// Reads one row.
  ///
  /// - Returns: Why no dataset can use the row; `nil` where at least one took it, or where the table feeds none.
  mutating func accept(_ row: borrowing RawRow, plans: [ReadingPlan]) -> Diagnostic.Message? {
    if plans.isEmpty { return nil }
    if let message = secondHeader?.message(for: row, plans, recogniser) { return message }
    survey.note(unusedIn: row, plans)
    guard hasConstants, let constants else { return acceptWhole(row, plans) }
    return acceptWhole(constants.added(to: row, width: plans[0].columnNames.count), plans)
  }

  private mutating func acceptWhole(_ row: borrowing RawRow, _ plans: [ReadingPlan]) -> Diagnostic.Message? {
    if fault != nil { fault = nil }
    isPlain = row.isPlain ?? row.bytes.withUnsafeBufferPointer { FieldText.arePlain($0) }
    var taken = false
    // By span: a copy of a plan would count its arrays' owners up and down for every row.
    let span = plans.span
    for index in span.indices where read(row, span[index]) { taken = true }
    // A row of a wide table may declare no relative at all.
    if taken || plans[0].impliesRelation && fault == nil { return nil }
    return fault ?? .missingRequired(plans[0], in: row)
  }

  /// - Returns: Whether the row has what the plan's dataset requires.
  private mutating func read(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    switch plan.dataset {
    case .officials: readOfficial(row, plan)
    case .postings: readPosting(row, plan)
    case .relatives: readRelative(row, plan)
    case .vendors: readVendor(row, plan)
    case .vendorPeople: readVendorPerson(row, plan)
    case .tenders: readTender(row, plan)
    case .bids: readBid(row, plan)
    case .roles: readRoles(row, plan)
    case .units: readUnit(row, plan)
    case .declarations: readDeclaration(row, plan)
    }
  }

  func location(_ row: borrowing RawRow) -> SourceLocation {
    // The file's number is set when all files are joined.
    SourceLocation(file: FileID(index: 0), line: UInt32(truncatingIfNeeded: row.line), position: row.position)
  }
}

extension RowReader {
  private mutating func readOfficial(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let name = text(.name, plan, row)
    guard let nip = nip(.nip, plan, row), !name.isEmpty else { return false }
    if findings.refusesOfficials {
      fault = .notTheOfficials
      return false
    }
    var official = Official(source: location(row), nip: nip)
    official.name = name
    (official.nationalID, official.statedBirth) = nationalID(.nationalID, plan, row)
    official.unit = interned(.unit, plan, row)
    official.position = interned(.position, plan, row)
    official.period = period(plan, row)
    official.address = text(.address, plan, row)
    official.phone = phone(plan, row)
    official.sex = sex(plan, row)
    (official.birthPlace, official.birthDate) = birth(plan, row)
    tables.officials.append(official)
    return true
  }

  private mutating func readPosting(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let unit = interned(.unit, plan, row)
    guard let nip = nip(.nip, plan, row), !unit.isEmpty else { return false }
    var posting = Posting(source: location(row), nip: nip)
    posting.unit = unit
    posting.position = interned(.position, plan, row)
    posting.period = period(plan, row)
    tables.postings.append(posting)
    return true
  }

  private mutating func readRelative(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let name = text(.name, plan, row)
    let relation = plan.impliesRelation ? plan.implied : self.relation(plan, row)
    guard !name.isEmpty, !relation.isEmpty, let nip = nip(.nip, plan, row) else { return false }
    var relative = Relative(source: location(row), official: nip)
    relative.part = UInt8(plan.part)
    relative.name = name
    relative.relation = relation
    relative.key = text(.key, plan, row)
    (relative.nationalID, relative.statedBirth) = nationalID(.nationalID, plan, row)
    relative.sex = sex(plan, row)
    (relative.birthPlace, relative.birthDate) = birth(plan, row)
    relative.occupation = interned(.occupation, plan, row)
    // An address is rarely another row's too, so looking for it would cost more than it saves.
    relative.address = text(.address, plan, row)
    relative.phone = phone(plan, row)
    relative.isAlive = with(.isAlive, plan, row) { WordReader.isAlive($0) } ?? nil
    relative.declaredOn = date(.declaredOn, plan, row)
    if let number = relative.nationalID { numbersOfRelatives.note(number.value) }
    if let phone = relative.phone { phonesOfRelatives.note(phone.value) }
    tables.relatives.append(relative)
    return true
  }

  private mutating func readVendor(_ row: borrowing RawRow, _ plan: ReadingPlan) -> Bool {
    let mention = vendorMention(plan, row)
    guard !mention.name.isEmpty, mention.taxID != nil || mention.personalID != nil || !mention.code.isEmpty else {
      return false
    }
    var vendor = Vendor(source: location(row))
    vendor.vendor = mention
    vendor.businessID = businessID(plan, row)
    vendor.legalForm = interned(.legalForm, plan, row)
    vendor.address = text(.address, plan, row)
    vendor.phone = phone(plan, row)
    vendor.registeredOn = date(.registeredOn, plan, row)
    tables.vendors.append(vendor)
    if let owner = soleTrader(vendor, plan, row) { tables.vendorPeople.append(owner) }
    return true
  }

  /// The owner that a vendor is who is a natural person: one with a person's number or form, under a person's name.
  private mutating func soleTrader(
    _ vendor: Vendor, _ plan: ReadingPlan, _ row: borrowing RawRow
  ) -> VendorPerson? {
    let isPersonal = with(.legalForm, plan, row) { WordReader.isNaturalPerson($0) } ?? false
    let isNamedAsCompany = with(.vendorName, plan, row) { WordReader.startsWithCompanyForm($0) } ?? true
    guard vendor.vendor.personalID != nil || isPersonal, !isNamedAsCompany else { return nil }
    var owner = VendorPerson(source: vendor.source)
    owner.vendor = vendor.vendor
    owner.name = vendor.vendor.name
    owner.role = tables.arena.intern("Penyedia perorangan (pemilik)")
    owner.nationalID = vendor.vendor.personalID
    owner.address = vendor.address
    owner.phone = vendor.phone
    owner.share = Share(notation: .ofWhole, amount: 1_000_000)
    owner.isImplied = true
    owner.period = Period(from: vendor.registeredOn, to: nil)
    return owner
  }
}
