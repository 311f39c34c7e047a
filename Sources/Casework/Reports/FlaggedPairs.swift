import Records

/// `flagged-pairs.csv`: the list that auditors work from, one row a case, the most urgent first.
///
/// Where a case is about two bidders, the official's columns are empty, and way and sentence name the other one.
///
/// What belongs to one package is the leading finding's, so that a row speaks of one matter and its sentence fits
/// its cells; the other packages stand in `findings.csv`. The evidence is that of all findings.
enum FlaggedPairs: ReportWriter {
  static let name = "flagged-pairs.csv"

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile {
    var table = context.table(.flaggedPairs)
    for matter in cases.listed { table.add(row(of: matter, in: context)) }
    return ReportFile(name: name, table)
  }

  private static func row(of matter: Case, in context: ReportContext) -> [String] {
    let (masking, people, language) = (context.masking, context.people, context.language)
    let finding = matter.lead
    let link = finding.link.map { context.judgement.links[$0] }
    let identity = context.judgement.identity(of: finding)
    let package = context.package(of: finding)
    let head = [
      matter.id, CaseStatus.new.rawValue, String(matter.rank), finding.level.name, identity.grade.rawValue,
      NumberText.probability(identity.probability), NumberText.expectation(identity.namesakes), finding.rule,
    ]
    let official = [
      (matter.official?.nip).map(masking.nip) ?? "", masking.text(matter.official?.name ?? ""),
      masking.text(matter.official?.unit ?? ""), context.relation(finding), finding.kinship?.listItems ?? "",
      finding.kinship?.degree.map(String.init) ?? "",
      finding.kinship == nil ? "" : link.map { people.name($0.governmentRow) } ?? "",
    ]
    let vendor = [
      matter.vendor.taxID.map(masking.npwp) ?? "", masking.text(matter.vendor.name),
      link.map { people.name($0.vendorRow) } ?? "",
      masking.text(finding.holding.role), finding.holding.share.map(NumberText.percent) ?? "",
      context.way(finding),
    ]
    let packages = [
      String(matter.packages.count), package?.code ?? "", package?.name ?? "", context.role(finding.role),
      finding.outcome.code, finding.value.map(NumberText.rupiah) ?? "", finding.standing.code,
    ]
    let words = [
      context.facts(link, .agrees), context.facts(link, .against), context.facts(link, .notCompared),
      context.sentence(of: matter), language.of(finding.criteria),
      language.of(finding.nextStep), context.citations(matter.rows(in: context.judgement)),
    ]
    // Decision, reason, note, by whom, when: an auditor's to fill.
    let decision = ["", "", "", "", ""]
    return head + official + vendor + packages + words + decision
  }
}
