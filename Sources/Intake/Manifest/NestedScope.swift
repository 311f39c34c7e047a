import Records

/// Which columns of a table the fields of one dataset may come from.
///
/// Every column of a flat table; in a nested source the row's own, those of objects that are a part of it, and of the
/// elements around it only what ``Inheritance`` passes down.
struct NestedScope {
  private let dataset: Dataset
  private let table: ColumnTable
  /// The object that has the name of whom or what the row is about; `nil` where no column is such a name.
  private let named: String?
  private let namedColumn: Int?
  /// Objects in the row that are about somebody else.
  private let others: Set<String>
  private let isVendorAround: Bool

  private static let vendorCodes = Set(Aliases.vendorCode)
  private static let vendorMention = Aliases.vendorMention.flatMap(\.names)

  init(_ dataset: Dataset, in table: ColumnTable) {
    (self.dataset, self.table) = (dataset, table)
    let nameField = dataset == .vendors ? Field.vendorName : .name
    namedColumn = table.ownColumn(named: Aliases.names(of: nameField, in: dataset))
    named = namedColumn.map { table.columns[$0].element }
    var others: Set<String> = []
    for column in table.columns.indices where table.isOwn(column) && !table.isDirect(column) {
      let name = table.columns[column]
      let isNamed = name.forms.last.map { Inheritance.bareNames.contains($0) } ?? false
      if isNamed || Inheritance.familyElements.contains(name.element) { others.insert(name.element) }
    }
    if let named { others.remove(named) }
    self.others = others
    let ownVendor = table.ownColumn(named: Aliases.vendorName + Aliases.vendorCode)
    isVendorAround = table.hasAround(Self.vendorMention) && (ownVendor == nil || ownVendor == namedColumn)
  }

  /// The columns that a field may come from: those of the first test that any column with a fitting name meets.
  func passes(for field: Field) -> [(Int) -> Bool] {
    let own: (Int) -> Bool = { table.isOwn($0) && !isAnothers($0, field) }
    let around: (Int) -> Bool = { !table.isOwn($0) && !isAnothers($0, field) }
    switch Inheritance.of(field, in: dataset) {
    case .none: return [own]
    case .link where dataset == .vendors:
      return table.hasAround(Aliases.names(of: .vendorName, in: .vendors)) ? [own] : [own, around]
    case .link: return [own, around]
    case .owner where dataset == .vendorPeople: return isVendorAround ? [around] : [own]
    case .owner: return table.ownElement == nil ? [own, around] : [around, own]
    case .group: return [own, { around($0) && isOfGroup($0) }]
    }
  }

  /// Whether a column that a configuration gives to a field may be used for it.
  func mayHave(_ field: Field, in column: Int) -> Bool {
    column >= table.columns.count || table.isOwn(column) || Inheritance.of(field, in: dataset) != .none
  }

  /// Whether a column tells of something else than what the row is about.
  private func isAnothers(_ column: Int, _ field: Field) -> Bool {
    let name = table.columns[column]
    if field == .vendorCode, !name.forms.contains(where: { Self.vendorCodes.contains($0) }) {
      // A bare `kode` is the vendor's where it stands beside the vendor's name; an answer's own code does not.
      return !table.isOwn(column) || named != nil && name.element != named
    }
    guard Inheritance.isOfTheNamed(field, in: dataset), let named, name.element != named else { return false }
    // What is said of a vendor is not said of the person in it.
    return dataset == .vendorPeople && named != table.ownElement ?? "" || others.contains(name.element)
  }

  /// Whether what stands around the row only groups rows, and is not itself something that has a name.
  private func isOfGroup(_ column: Int) -> Bool {
    let element = table.columns[column].element
    return !table.columns.indices.contains { other in
      other != column && table.columns[other].element == element && !table.isOwn(other)
        && table.columns[other].forms.contains { Inheritance.naming.contains($0) }
    }
  }
}
