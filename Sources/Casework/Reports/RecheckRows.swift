import Records

/// `recheck.csv`: clear packages drawn at random, for somebody to check whether nothing was missed.
///
/// The last three columns are empty, for whoever checks.
enum RecheckRows: ReportWriter {
  static let name = "recheck.csv"

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile {
    var table = context.table(.recheck)
    let sample = context.recheck
    let names = officials(of: sample.packages, in: context)
    for (id, package) in zip(sample.ids, sample.packages) { table.add(row(of: package, id: id, names, in: context)) }
    return ReportFile(name: name, table)
  }

  /// The names of officials with a role on some packages, as the first row of the staff registry writes them.
  private static func officials(of packages: [ClearPackage], in context: ReportContext) -> [CivilServantID: String] {
    let registry = context.registry
    let wanted = Set(packages.flatMap(\.roles).map { registry.roles[$0].nip })
    guard !wanted.isEmpty else { return [:] }
    var names: [CivilServantID: String] = [:]
    for (index, official) in registry.officials.enumerated()
    where wanted.contains(official.nip) && !official.name.isEmpty && names[official.nip] == nil {
      names[official.nip] = context.people.name(RowReference(.officials, index))
    }
    return names
  }

  private static func row(
    of package: ClearPackage, id: String, _ names: [CivilServantID: String], in context: ReportContext
  ) -> [String] {
    let (registry, coverage) = (context.registry, context.judgement.coverage)
    let announced = package.rows.filter { $0.dataset == .tenders }
    func first(_ text: (Tender) -> TextID) -> String {
      announced.map { context.people.text(text(registry.tenders[$0.index]), of: $0) }.first { !$0.isEmpty } ?? ""
    }
    func rules(_ isClear: Bool) -> String {
      coverage.indices.filter { package.isClear(ofRuleAt: $0) == isClear }.map { coverage[$0].rule }.sorted()
        .joined(separator: cellSeparator)
    }
    return [
      id, context.masking.text(package.code), first(\.name), first(\.unit), rules(true), rules(false),
      officials(on: package, names, in: context), vendors(in: package, in: context),
      context.citations(package.allRows), "", "", "",
    ]
  }

  private static func officials(
    on package: ClearPackage, _ names: [CivilServantID: String], in context: ReportContext
  ) -> String {
    package.roles.map { place in
      let role = context.registry.roles[place]
      let number = context.masking.nip(role.nip)
      let parts = [names[role.nip] ?? "", number, context.people.text(role.role, of: RowReference(.roles, place))]
      return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }.eachOnce.joined(separator: cellSeparator)
  }

  private static func vendors(in package: ClearPackage, in context: ReportContext) -> String {
    let registry = context.registry
    let bids = package.bids.map { (registry.bids[$0].vendor, RowReference(.bids, $0)) }
    let winners = package.rows.filter { $0.dataset == .tenders }.map { (registry.tenders[$0.index].winner, $0) }
    return (bids + winners).map { mention, row in
      [
        context.people.text(mention.name, of: row), mention.taxID.map(context.masking.npwp) ?? "",
        context.people.text(mention.code, of: row),
      ].filter { !$0.isEmpty }.joined(separator: ", ")
    }.filter { !$0.isEmpty }.eachOnce.joined(separator: cellSeparator)
  }
}
