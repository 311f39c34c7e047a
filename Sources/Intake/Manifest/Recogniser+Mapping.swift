import Records

extension Recogniser {
  /// What a table feeds whose dataset a configuration states: that one, where the columns suffice.
  func statedPlans(_ dataset: Dataset, in table: ColumnTable) -> [ReadingPlan] {
    var plan = table.plan(dataset) ?? ReadingPlan(dataset)
    addBareName(to: &plan, in: table)
    if Self.required(dataset).allSatisfy({ plan.hasAny($0.fields) }) { return [plan] }
    return dataset == .relatives ? wideFamilies(in: table, namesOfficials: table.isListOfOfficials) : []
  }

  /// How well some cells serve as a header: how many fields they give; 0 where they make no dataset.
  func score(_ cells: [String]) -> Int {
    // Looking closely is dear, and data has few cells that are names of columns.
    guard cells.count(where: isKnown) >= 2 else { return 0 }
    return plans(for: cells.map { ColumnName($0) }).reduce(0) { $0 + $1.usedColumns.count }
  }

  /// Whether a cell is the name of a column, by the configuration or by the built-in names.
  func isKnown(_ cell: String) -> Bool {
    guard !cell.isEmpty, cell.utf8.count <= 80 else { return false }
    let form = ColumnName.normalForm(cell)
    return KnownNames.withFamilies.contains(form) || Aliases.canonical(form) != nil
      || mapping?.field(of: ColumnName(cell)) != nil
  }
}

/// Names of columns in normal form.
enum KnownNames {
  /// Every alias of every dataset.
  static let all: Set<String> = Set(Dataset.allCases.flatMap { Aliases.of($0).flatMap(\.names) })

  /// Every alias of a field, in whichever dataset.
  static func names(of field: Field) -> Set<String> {
    Set(Dataset.allCases.flatMap { field.knownColumns(in: $0) })
  }

  /// Also the columns of tables that have a relative's facts in the official's row.
  static let withFamilies: Set<String> = all.union(
    WideFamily.members.flatMap { member in
      WideFamily.beginnings.flatMap { beginning in
        beginning.names.flatMap { name in member.endings.map { name + $0 } }
      }
    })
}
