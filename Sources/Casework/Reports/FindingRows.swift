import Records

/// `findings.csv`: one row a case, package and rule, in the order of the cases.
enum FindingRows: ReportWriter {
  static let name = "findings.csv"

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile {
    var table = context.table(.findings)
    for matter in cases.listed {
      for finding in matter.findings { table.add(row(of: finding, matter, in: context)) }
    }
    return ReportFile(name: name, table)
  }

  private static func row(of finding: Finding, _ matter: Case, in context: ReportContext) -> [String] {
    let package = context.package(of: finding)
    return [
      matter.id, finding.rule, finding.level.name, package?.code ?? "", package?.name ?? "",
      package?.unit ?? context.masking.text(matter.official?.unit ?? ""), context.role(finding.role),
      finding.outcome.code, context.way(finding), String(finding.holding.depth),
      finding.holding.share.map(NumberText.percent) ?? "", finding.standing.code,
      finding.overlap.from?.description ?? "", finding.overlap.to?.description ?? "",
      finding.value.map(NumberText.rupiah) ?? "", context.language.of(finding.criteria),
      context.citations(finding.path.flatMap(\.rows)),
    ]
  }
}
