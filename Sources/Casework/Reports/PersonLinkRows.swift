import Records

/// `person-links.csv`: every judgement that two rows are one person, flagged or not, the most probable first.
///
/// Judgements on two bidders' people are no judgements on anyone of the government and stand in the evidence only.
enum PersonLinkRows: ReportWriter {
  static let name = "person-links.csv"

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile {
    var table = context.table(.personLinks)
    let links = context.judgement.links
    var vendors: [RowReference: VendorProfile] = [:]
    for vendor in context.judgement.vendors { for row in vendor.rows { vendors[row] = vendor } }
    let order = links.indices.filter { links[$0].nip != nil }.sorted { left, right in
      let (first, second) = (links[left], links[right])
      if first.probability != second.probability { return first.probability > second.probability }
      if first.grade != second.grade { return first.grade < second.grade }
      return context.linkIDs[left] < context.linkIDs[right]
    }
    for index in order {
      table.add(row(of: links[index], id: context.linkIDs[index], vendors[links[index].vendorRow], in: context))
    }
    return ReportFile(name: name, table)
  }

  /// - Parameter profile: The vendor as all its rows know it, where a finding needed it; it fills in what the link's
  ///   own row leaves out.
  private static func row(
    of link: PersonLink, id: String, _ profile: VendorProfile?, in context: ReportContext
  ) -> [String] {
    let (masking, people) = (context.masking, context.people)
    let mention = context.registry.vendorPeople[link.vendorRow.index].vendor
    let code = mention.code.isEmpty ? masking.text(profile?.code ?? "") : people.text(mention.code, of: link.vendorRow)
    return [
      id, link.kind.rawValue, link.nip.map(masking.nip) ?? "", people.key(link.governmentRow),
      people.citation(link.governmentRow), people.name(link.governmentRow), people.key(link.vendorRow),
      people.citation(link.vendorRow), people.name(link.vendorRow), code,
      (mention.taxID ?? profile?.taxID).map(masking.npwp) ?? "", NumberText.probability(link.probability),
      link.grade.rawValue, context.facts(link, .agrees), context.facts(link, .against),
      context.facts(link, .notCompared),
    ]
  }
}
