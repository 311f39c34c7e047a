package import Records

/// One row as it was understood, for a person to compare with the file.
package struct RowPreview: Sendable {
  package let line: Int
  package let dataset: Dataset
  package let fields: [Field]
  /// Whether the row's own person is under eighteen on the night, as far as a birth date is known.
  package let isAboutMinor: Bool

  /// One field with its value.
  package struct Field: Sendable {
    /// The field's documented name.
    package let name: String
    /// What was understood, `unreadable` where it was not, and empty where nothing was written.
    package let value: String
    /// What the value tells, which decides how it is masked.
    package let content: SourceExcerpt.Content
  }

  /// How many rows of each dataset are shown.
  static let rowsShown = 3
  /// Among so many rows the first are looked for that repeat none before them.
  private static let rowsLookedAt = 1_000

  /// The first rows of each dataset of one file.
  static func first(of reading: FileReading, _ file: InputFolder.File, night: CalendarDate) -> [RowPreview] {
    var beginning = reading
    beginning.tables = reading.tables.first(rowsLookedAt)
    let joined = RegistryBuilder(quarantineShare: 1).join([beginning], [file])
    let registry = joined.registry
    var rows: [RowReference] = []
    for dataset in reading.datasets {
      rows += (0..<min(rowsShown, registry.count(of: dataset))).map { RowReference(dataset, $0) }
    }
    let excerpts = joined.archive.excerpts(of: Set(rows), in: registry)
    return rows.compactMap { row in
      guard let excerpt = excerpts[row] else { return nil }
      let part = registry.part(of: row)
      // A file may have several tables of one dataset, and values must not be taken for those of another's columns.
      let plan = reading.form.plans.first { plan in
        plan.dataset == row.dataset && plan.part == part
          && plan.usedColumns.map { plan.columnNames[$0.column] } == excerpt.fields.map(\.column)
      }
      guard let plan else { return nil }
      return RowPreview(excerpt, plan, CellPreview(plan: plan, night: night))
    }
  }

  private init(_ excerpt: SourceExcerpt, _ plan: ReadingPlan, _ cells: CellPreview) {
    line = excerpt.line
    dataset = plan.dataset
    var fields: [Field] = []
    var isAboutMinor = false
    if let implied = plan.impliedRelation ?? plan.impliedRole {
      let name = plan.impliedRelation == nil ? "person_role" : "relation"
      fields.append(Field(name: name, value: implied, content: .other))
    }
    for ((_, field), cell) in zip(plan.usedColumns, excerpt.fields) {
      let bytes = Array(cell.value.utf8)
      let text = bytes.span.extracting(FieldText.trimmed(0..<bytes.count, in: bytes.span))
      let value = field == .relation ? plan.relationTerms[cell.value] : nil
      fields.append(
        Field(name: field.documentedName, value: value ?? cells.understood(text, as: field), content: field.content))
      if cells.statesMinor(text, as: field) { isAboutMinor = true }
    }
    self.fields = fields
    self.isAboutMinor = isAboutMinor
  }
}
