import Dispatch
package import Records
import Synchronization

/// Reads rows again from where they stand: the files are the archive of everything that the tables left out.
package struct SourceArchive: Sendable {
  private let paths: [String]
  private let names: [String]
  private let forms: [FileForm]
  private let stamps: [FileStamp?]

  /// An archive of nothing.
  init() { (paths, names, forms, stamps) = ([], [], [], []) }

  /// - Parameter paths: Where the files are, in the order of their readings.
  init(of readings: [FileReading], at paths: [String]) {
    self.paths = paths
    names = readings.map(\.path)
    forms = readings.map(\.form)
    stamps = readings.map(\.stamp)
  }

  /// Files that were written to, replaced or removed after they were opened: nobody can say what their rows are, and
  /// their digests are of no file that there is.
  package func changes() -> [Diagnostic] {
    zip(zip(paths, names), stamps).compactMap { file, stamp in
      guard let stamp, FileStamp(of: file.0) != stamp else { return nil }
      return Diagnostic(path: file.1, line: nil, column: nil, severity: .error, message: .changed)
    }
  }

  /// The columns that some records were made of, as their files have them.
  ///
  /// - Parameter threads: How many files to read at once at most.
  /// - Returns: An excerpt for each record whose file can still be read; a record left out was not found again.
  package func excerpts(
    of rows: Set<RowReference>, in registry: Registry, threads: Int = 2
  ) -> [RowReference: SourceExcerpt] {
    var byFile: [Int: [RowReference]] = [:]
    for row in rows { byFile[Int(registry.location(of: row).file.index), default: []].append(row) }
    let files = byFile.sorted { $0.key < $1.key }
    let next = Atomic(0)
    let found = Mutex<[RowReference: SourceExcerpt]>([:])
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, files.count))) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < files.count else { return }
        let excerpts = excerpts(of: files[place].value, inFile: files[place].key, registry)
        found.withLock { for excerpt in excerpts { $0[excerpt.row] = excerpt } }
      }
    }
    return found.withLock { $0 }
  }

  private func excerpts(of rows: [RowReference], inFile file: Int, _ registry: Registry) -> [SourceExcerpt] {
    guard file < paths.count, let input = try? InputFile(opening: paths[file]) else { return [] }
    switch forms[file] {
    case .unread: return []
    case .csv(let dialect, _, let plans):
      // In the order of the file, since going back in a packed one costs.
      let rows = rows.sorted { registry.location(of: $0).position < registry.location(of: $1).position }
      return rows.compactMap { row in
        let location = registry.location(of: row)
        guard let plan = Self.plan(for: row, in: plans, registry),
          let raw = try? CSVReader.row(at: location, in: input, dialect: dialect)
        else { return nil }
        return excerpt(of: row, raw, plan, location, byteOffset: Int(location.position), registry)
      }
    case .xml(let tables):
      var wanted: [UInt64: [RowReference]] = [:]
      for row in rows { wanted[registry.location(of: row).position, default: []].append(row) }
      var found: [SourceExcerpt] = []
      let last = wanted.keys.max() ?? 0
      var position: UInt64 = 0
      _ = XMLFileReader(file: input).read {
        position > last
      } accept: { kind, raw, _ in
        position = raw.position + 1
        for row in wanted[raw.position] ?? [] where kind < tables.count {
          guard let plan = Self.plan(for: row, in: tables[kind].plans, registry) else { continue }
          found.append(excerpt(of: row, raw, plan, registry.location(of: row), byteOffset: nil, registry))
        }
      }
      return found
    case .sheets(let form):
      var wanted: [UInt64: [RowReference]] = [:]
      for row in rows { wanted[registry.location(of: row).position, default: []].append(row) }
      let found = SheetRows(at: Set(wanted.keys))
      _ = SheetSource(file: input, format: form.format).read(into: found)
      return found.rows.flatMap { sheet, raw in
        (wanted[raw.position] ?? []).compactMap { row in
          guard sheet < form.tables.count, let plan = Self.plan(for: row, in: form.tables[sheet].plans, registry)
          else { return nil }
          return excerpt(of: row, raw, plan, registry.location(of: row), byteOffset: nil, registry)
        }
      }
    case .json(let form, let tables):
      var wanted: [UInt64: [RowReference]] = [:]
      for row in rows { wanted[registry.location(of: row).position, default: []].append(row) }
      var found: [SourceExcerpt] = []
      _ = JSONFileReader(file: input, form: form).read { kind, raw, _ in
        for row in wanted[raw.position] ?? [] where kind < tables.count {
          guard let plan = Self.plan(for: row, in: tables[kind].plans, registry) else { continue }
          let place = registry.location(of: row)
          found.append(excerpt(of: row, raw, plan, place, byteOffset: Int(place.position), registry))
        }
      } setAside: { _, _, _ in
      }
      return found
    }
  }

  private static func plan(for row: RowReference, in plans: [ReadingPlan], _ registry: Registry) -> ReadingPlan? {
    plans.first { plan in
      plan.dataset == row.dataset && plan.part == registry.part(of: row)
        // People of one vendor's row are told apart by what their columns are called.
        && (row.dataset != .vendorPeople || plan.impliedRole == nil || plan.has(.personRole)
          || plan.impliedRole == registry.text(registry.vendorPeople[row.index].role, at: registry.location(of: row)))
    }
      // A vendor that is a natural person is his own owner, in the same row.
      ?? plans.first { row.dataset == .vendorPeople && $0.dataset == .vendors }
  }

  private func excerpt(
    of row: RowReference, _ raw: borrowing RawRow, _ plan: ReadingPlan, _ location: SourceLocation, byteOffset: Int?,
    _ registry: Registry
  ) -> SourceExcerpt {
    var fields: [SourceExcerpt.Field] = []
    let list = listPlace(of: row, raw, plan, location, registry)
    for (column, field) in plan.usedColumns {
      let reader = RepairReader(
        dates: DateReader(pivotYear: plan.pivotYear, order: plan.order(of: field)),
        decimalMark: plan.findings.decimalMarks[field])
      var value = plan.constant(column) ?? raw.string(column)
      if let list {
        let items = ListCells.items(of: value)
        if items.count == list.count { value = items[list.index] }
      }
      let bytes = Array(value.utf8)
      let text = bytes.span.extracting(FieldText.trimmed(0..<bytes.count, in: bytes.span))
      var repairs = reader.repairs(of: text, as: field)
      if registry.lacks(field, row), text.count > 0, !FieldText.isPlaceholder(text), repairs.isEmpty {
        repairs = [.genericRefused]
      }
      fields.append(
        .init(column: plan.columnNames[column], value: value, content: field.content, repairs: repairs))
    }
    let source = registry.source(location)
    return SourceExcerpt(
      row: row, path: source.path, digest: source.digest, line: Int(location.line), byteOffset: byteOffset,
      fields: fields)
  }
}

extension SourceArchive {
  /// Which of the names of a row's list a person's is, and how many there are; `nil` for a row of one person.
  private func listPlace(
    of row: RowReference, _ raw: borrowing RawRow, _ plan: ReadingPlan, _ location: SourceLocation,
    _ registry: Registry
  ) -> (index: Int, count: Int)? {
    guard row.dataset == .vendorPeople, plan.dataset == .vendorPeople, let column = plan[.name] else { return nil }
    let names = ListCells.items(of: raw.string(column))
    guard names.count > 1,
      let index = names.firstIndex(of: registry.text(registry.vendorPeople[row.index].name, at: location))
    else { return nil }
    return (index, names.count)
  }
}

extension Registry {
  /// Whether a person's row has no such number; `false` for every other field.
  fileprivate func lacks(_ field: Field, _ row: RowReference) -> Bool {
    guard field == .nationalID || field == .phone else { return false }
    let (number, phone): (NationalID?, PhoneNumber?)
    switch row.dataset {
    case .officials: (number, phone) = (officials[row.index].nationalID, officials[row.index].phone)
    case .relatives: (number, phone) = (relatives[row.index].nationalID, relatives[row.index].phone)
    case .vendorPeople: (number, phone) = (vendorPeople[row.index].nationalID, vendorPeople[row.index].phone)
    case .postings, .vendors, .tenders, .bids, .roles, .units, .declarations: return false
    }
    return field == .phone ? phone == nil : number == nil
  }
}

extension Field {
  /// What a value of the field tells, as far as masking needs to know.
  var content: SourceExcerpt.Content {
    switch self {
    case .name: .personName
    case .nationalID: .nationalID
    case .nip, .nipPPK, .nipPokja, .nipProcurementOfficer, .nipPPTK, .nipKPA, .nipPA: .civilServantID
    case .personTaxID, .vendorTaxID, .vendorTaxID16, .holderTaxID, .winnerTaxID: .taxID
    case .phone: .phone
    case .birthPlace, .birthDate, .birthPlaceAndDate, .sex, .occupation, .address, .relation, .isAlive, .declaredOn,
      .key,
      .unit, .position, .from, .to, .vendorName, .vendorCode, .businessID, .legalForm, .registeredOn, .personRole,
      .share,
      .holderCapital, .vendorCapital, .holderKind, .packageCode, .service, .packageName, .government, .unitCode, .year,
      .method, .category, .ceiling,
      .estimate,
      .announcedOn, .awardedOn, .contractedOn, .contractNumber, .contractValue, .winnerName, .winnerCode, .bidValue,
      .won,
      .reason, .role, .decreedOn, .unitName, .unitShortName, .action, .date:
      .other
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let changed = Self(
    code: "file-changed", problem: "the file changed while it was read",
    remedy: "run again once its delivery is complete; deliver under another name or folder, and move it here when done")
}
