import Records

/// `quarantine.csv`: every row that was set aside, in the order of paths and lines.
enum QuarantineRows: ReportWriter {
  static let name = "quarantine.csv"

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile {
    var table = context.table(.quarantine)
    let registry = context.registry
    let rows = context.night.quarantine.map { (row: $0, path: registry.source($0.location).path) }.sorted {
      left, right in
      (left.path, left.row.location.line, left.row.location.position, left.row.message.code)
        < (right.path, right.row.location.line, right.row.location.position, right.row.message.code)
    }
    for (row, path) in rows {
      let file = registry.source(row.location)
      table.add([
        context.masking.path(path), String(row.location.line), file.isXML ? "" : String(row.location.position),
        row.message.code, QuarantineWords.reason(row.message, in: context.language),
        QuarantineWords.remedy(row.message, in: context.language),
        context.masking.rawRow(row.text, of: file.datasets),
      ])
    }
    return ReportFile(name: name, table)
  }
}
