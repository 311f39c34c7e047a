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
    for (index, matter) in cases.gone.enumerated() {
      table.add(row(of: matter, rank: cases.listed.count + index + 1, in: context))
    }
    return ReportFile(name: name, table)
  }

  private static func row(of matter: Case, in context: ReportContext) -> [String] {
    let (masking, people, language) = (context.masking, context.people, context.language)
    let finding = matter.lead
    let link = finding.link.map { context.judgement.links[$0] }
    let identity = context.judgement.identity(of: finding)
    let package = context.package(of: finding)
    let head = [
      matter.id, matter.progress.status.rawValue, String(matter.rank), finding.level.name, identity.grade.rawValue,
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
      ([context.sentence(of: matter)] + context.reasons(matter.progress)).joined(separator: " "),
      language.of(finding.criteria),
      language.of(finding.nextStep), context.citations(matter.rows(in: context.judgement)),
    ]
    return head + official + vendor + packages + words + decision(matter.progress.standing, in: context)
  }

  /// Decision, reason, note, by whom, when: an auditor's to fill, and shown for as long as it holds.
  private static func decision(_ standing: Standing, in context: ReportContext) -> [String] {
    guard let decision = standing.decisions.last else { return ["", "", "", "", ""] }
    let awaiting = Phrase("menunggu persetujuan orang kedua", "a second person has to agree")
    let notes = [decision.note] + (standing.state == .awaiting ? [context.language.of(awaiting)] : [])
    return [
      decision.verdict.rawValue, context.masking.text(decision.reason),
      context.masking.text(notes.filter { !$0.isEmpty }.joined(separator: "; ")),
      standing.signers.map(context.masking.text).joined(separator: cellSeparator), decision.on.description,
    ]
  }

  /// A case of the night before, with its cells of that night, once.
  private static func row(of matter: GoneCase, rank: Int, in context: ReportContext) -> [String] {
    var cells = matter.cells
    if cells.count != [Column].flaggedPairs.count {
      cells = Array(repeating: "", count: [Column].flaggedPairs.count)
      if let level = [Column].flaggedPairs.firstIndex(where: { $0.indonesian == "tingkat" }) {
        cells[level] = matter.level
      }
    }
    (cells[0], cells[1], cells[2]) = (matter.id, CaseStatus.gone.rawValue, String(rank))
    let gone = Phrase("Tidak lagi ditandai malam ini", "No longer flagged tonight")
    if let sentence = [Column].flaggedPairs.firstIndex(where: { $0.indonesian == "kalimat" }) {
      cells[sentence] = context.sentence(gone, matter.reasons)
    }
    return cells
  }
}
