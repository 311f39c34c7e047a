import Records

/// A table's columns with the questions that recognition asks of them.
struct ColumnTable {
  let columns: [ColumnName]
  let ownElement: String?
  let genericElement: String
  /// Fields of columns that a configuration names, and of its constants, whose columns lie behind the table's.
  private let assigned: [Field: [Int]]
  private let columnOfForm: [String: [Int]]
  /// Forms of names that tell what the table is about: not those of columns that a configuration gives another sense.
  private let tellingForms: Set<String>
  /// Whose the columns of a flat table are.
  let owners: ColumnOwners

  /// - Parameter relation: A column that was found to hold terms of kinship, whatever it is called.
  init(columns: [ColumnName], ownElement: String?, mapping: SourceMapping? = nil, relation: String? = nil) {
    var assigned: [Field: [Int]] = [:]
    var mapped: Set<Int> = []
    if let mapping {
      for (index, column) in columns.enumerated() {
        guard let field = mapping.field(of: column) else { continue }
        mapped.insert(index)
        assigned[field, default: []].append(index)
      }
      for (place, constant) in mapping.orderedConstants.enumerated() where assigned[constant.field] == nil {
        assigned[constant.field] = [columns.count + place]
      }
    }
    self.assigned = assigned
    self.columns = columns
    self.ownElement = ownElement
    genericElement = ownElement.flatMap { Self.genericElements.contains($0) ? $0 : nil } ?? ""
    var map: [String: [Int]] = [:]
    for (index, column) in columns.enumerated() where !mapped.contains(index) {
      for form in column.forms { map[form, default: []].append(index) }
      if column.written == relation { map["hubungan", default: []].append(index) }
    }
    columnOfForm = map
    owners = ColumnOwners(
      ownElement == nil
        ? columns.indices.map { index in
          columns[index].written == relation
            ? "hubungan" : mapped.contains(index) ? "" : columns[index].forms.first ?? ""
        } : [])
    var telling = Set(map.keys)
    for index in mapped {
      guard let field = mapping?.field(of: columns[index]) else { continue }
      telling.formUnion(columns[index].forms.filter { KnownNames.names(of: field).contains($0) })
    }
    tellingForms = telling
  }

  /// Elements whose name says only that they are a row.
  private static let genericElements: Set<String> = [
    "row", "record", "rows", "item", "element", "table", "data", "entry", "baris", "orang", "pengurus",
  ]

  func plan(_ dataset: Dataset, impliedRole: String? = nil) -> ReadingPlan? {
    var plan = ReadingPlan(dataset, impliedRole: impliedRole)
    let hidden = hidden(from: dataset)
    var taken: Set<Int> = []
    let scope = NestedScope(dataset, in: self)
    for (field, names) in Aliases.of(dataset) {
      let meant = assigned[field]?.filter { scope.mayHave(field, in: $0) }
      let stated = meant?.first { isOwn($0) } ?? meant?.first
      // A long table's number is the official's, also where the relative has one too.
      let hidden = dataset == .relatives && field == .nip ? hiddenNumbers : hidden
      guard let column = stated ?? column(named: names, for: field, taken: taken.union(hidden), scope) else {
        continue
      }
      plan[field] = column
      taken.insert(column)
    }
    return taken.isEmpty ? nil : plan
  }

  /// Columns that are of somebody else than the dataset's people, or of nobody knows whom.
  private func hidden(from dataset: Dataset) -> Set<Int> {
    Set(
      owners.owners.filter { _, owner in
        switch owner {
        case .nobody: true
        case .subject: dataset == .relatives
        case .relative: dataset != .relatives
        }
      }.keys)
  }

  private var hiddenNumbers: Set<Int> { Set(owners.owners.filter { $0.value != .subject }.keys) }

  /// The first column that has one of the names, among those that the row may have the field from.
  private func column(named names: [String], for field: Field, taken: Set<Int>, _ scope: NestedScope) -> Int? {
    for isMeant in scope.passes(for: field) {
      for name in names {
        let found = (columnOfForm[name] ?? []).filter { !taken.contains($0) && isMeant($0) }
        if let direct = found.first(where: { isDirect($0) }) ?? found.first { return direct }
      }
    }
    return nil
  }

  /// The first of the row's own columns that has one of the names.
  func ownColumn(named names: [String]) -> Int? {
    for name in names {
      let found = (columnOfForm[name] ?? []).filter { isOwn($0) }
      if let direct = found.first(where: { isDirect($0) }) ?? found.first { return direct }
    }
    return nil
  }

  /// All of the row's own columns that have one of the names, in the order of the file.
  func columns(named names: [String]) -> [Int] {
    Set(names.flatMap { columnOfForm[$0] ?? [] }).filter { isOwn($0) }.sorted()
  }

  func isOwn(_ plan: ReadingPlan, _ field: Field) -> Bool { plan[field].map { isOwn($0) } ?? false }

  func isOwn(_ column: Int) -> Bool {
    column >= columns.count || columns[column].isOwn ?? (ownElement == nil || columns[column].element == ownElement)
  }

  /// Whether a column stands in the row itself, and not in an object that is a part of it.
  func isDirect(_ column: Int) -> Bool { column >= columns.count || columns[column].element == ownElement ?? "" }

  /// Whether an element around the row has a column of one of the names.
  func hasAround(_ names: some Sequence<String>) -> Bool {
    names.contains { columnOfForm[$0]?.contains { !isOwn($0) } ?? false }
  }

  /// Whether the rows are those who took part in a package, so that its contract is not what each of them got.
  func isOfBidders(_ plan: ReadingPlan) -> Bool {
    isOwn(plan, .bidValue) || isOwn(plan, .won) || ownElement?.contains("peserta") ?? false
  }

  /// Whether the row is one relative by its element's name.
  var isFamilyElement: Bool { ownElement.map { Inheritance.familyElements.contains($0) } ?? false }

  private func has(_ dataset: Dataset, _ field: Field) -> Bool {
    if assigned[field] != nil { return true }
    for (candidate, names) in Aliases.of(dataset) where candidate == field {
      return names.contains { columnOfForm[$0] != nil }
    }
    return false
  }

  /// Whether a vendor's code stands in a column called just `kode`, which a list of units has too.
  func isBareCode(_ plan: ReadingPlan) -> Bool {
    plan[.vendorCode].map {
      $0 < columns.count && assigned[.vendorCode] == nil && columns[$0].forms.contains { $0 == "kode" || $0 == "code" }
    } ?? false
  }

  /// Whether the table names the officials themselves, so that plain columns are theirs.
  var isListOfOfficials: Bool { has(.officials, .name) }
  var isAboutPackages: Bool { has(.tenders, .packageCode) }
  var hasPackageName: Bool { has(.tenders, .packageName) }
  var hasCivilServant: Bool { has(.officials, .nip) }
  var hasAction: Bool { hasCivilServant && has(.declarations, .action) }
  var hasExplicitRole: Bool { hasCivilServant && has(.roles, .role) && isAboutPackages }
  var isAboutRelatives: Bool { has(.relatives, .relation) && hasCivilServant }
  var hasOfficialsName: Bool {
    ["namapegawai", "namapejabat", "namapns", "namaasn", "officialname"].contains { tellingForms.contains($0) }
      || columns(named: ["nama", "namalengkap", "name", "fullname"]).contains { owners.owners[$0] == .subject }
  }
  /// Work that a unit does itself (swakelola) has no vendor and is no package of the rules.
  var isSelfManaged: Bool { ["kdswakelolapct", "tipeswakelola"].contains { tellingForms.contains($0) } }
  var hasPersonColumn: Bool { Aliases.personColumns.contains { tellingForms.contains($0) } }
  var hasSignatory: Bool { tellingForms.contains("wakilsahpenyedia") }

  /// A vendor's number or unmistakable name; the bare `npwp` may be anybody's.
  var isAboutVendors: Bool {
    let anybodys: Set<String> = ["npwp", "nama", "name", "taxid", "kode", "code"]
    return [Field.vendorTaxID, .vendorTaxID16, .vendorCode, .vendorName].contains { field in
      assigned[field] != nil
        || Aliases.of(.vendors).first { $0.field == field }?.names.contains {
          !anybodys.contains($0) && tellingForms.contains($0)
        } ?? false
    }
  }

  /// Whether a column says what a vendor's people are in it, or how much of it is theirs.
  var statesRoles: Bool { has(.vendorPeople, .personRole) || statesShares }

  private var statesShares: Bool { has(.vendorPeople, .share) || has(.vendorPeople, .holderCapital) }

  /// Whether the row's own columns describe a vendor's person and not the vendor.
  var isAboutPeople: Bool {
    if hasPersonColumn || [.personRole, .share, .holderCapital].contains(where: { assigned[$0] != nil }) {
      return true
    }
    let own = columns.indices.filter { isOwn($0) }
    let forms = Set(own.flatMap { columns[$0].forms })
    let role = Aliases.of(.vendorPeople).first { $0.field == .personRole }?.names ?? []
    let share = Aliases.names(of: .share, in: .vendorPeople) + Aliases.names(of: .holderCapital, in: .vendorPeople)
    return (role + share).contains { forms.contains($0) }
  }
}
