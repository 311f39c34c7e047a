import Records

/// Writes findings out: the way with its rows, the dates that overlap, what would clear it, and what to do next.
struct FindingWriter {
  private let graph: RelationGraph
  private(set) var desk: ProfileDesk

  init(_ graph: RelationGraph) {
    self.graph = graph
    desk = ProfileDesk(graph)
  }

  mutating func finding(_ card: RuleCard, _ draft: Judge.Draft, _ strengths: Strengths, _ level: Level) -> Finding {
    let match = draft.match
    let holder = graph.holders[match.holder]
    let package = graph.packages[match.package]
    let participation = graph.participations[match.package][match.participation]
    let official = desk.official(holder.official)
    let holdings = holdings(holder, draft.stake)
    return Finding(
      rule: card.id, level: level,
      tableLevel: graph.policy.severity.level(graph.relation(of: match.holder), match.power, participation.outcome),
      official: official, vendor: desk.vendor(holder.vendor),
      package: desk.package(match.package), link: holder.link, relation: graph.relation(of: match.holder),
      power: match.power, kinship: holder.kinship.map(kinship), role: match.role, outcome: participation.outcome,
      holding: holding(holder, draft.stake), standing: draft.standing,
      overlap: overlap(holdings.map(\.period) + [match.duty], package.period),
      value: value(participation, package), criteria: Phrase(citing: card.basis), strengths: strengths,
      path: path(match, holder, holdings, participation, desk.officials[official]),
      wouldClear: wouldClear(holder, strengths, draft), nextStep: nextStep(match, holder))
  }

  /// The contract's value for whoever won, for the others their own offer; else what the buyer had set.
  private func value(_ entry: Market.Participation, _ package: PackageDirectory.Package) -> Money? {
    let known = entry.outcome >= .won ? package.contractValue ?? entry.value : entry.value
    return known ?? package.estimate ?? package.ceiling
  }

  private func kinship(_ kin: Holder.Kinship) -> Finding.Kinship {
    let through = kin.through?.entry
    let path = through.map { $0.path.followed(by: kin.entry.path) } ?? kin.entry.path
    return Finding.Kinship(
      asWritten: kin.asWritten, term: kin.entry.term, english: KinshipTable.english(kin.entry.term),
      listItems: through == nil && graph.policy.kinshipProfile == .administration ? kin.entry.listItems : "",
      degree: through == nil ? kin.entry.degree : nil, path: path.text,
      derivedThrough: through.map { Phrase($0.term, KinshipTable.english($0.term)) })
  }

  private func holding(_ holder: Holder, _ stake: Stake) -> Finding.Holding {
    let seed = graph.seeds[holder.person][holder.seed]
    let isOneRow = stake.chain.isEmpty && Fraction(part: stake.least) == seed.share
    let isKnown = stake.least > 0 || seed.share != nil && stake.chain.isEmpty
    let least = isOneRow ? seed.share : isKnown ? Fraction(part: stake.least) : nil
    let greatest = Fraction(part: stake.greatest)
    return Finding.Holding(
      role: holder.role, share: least, greatestShare: greatest == least || stake.greatest == 0 ? nil : greatest,
      depth: stake.chain.count + 1, period: seed.period)
  }

  /// The person's own holding and those of the companies on the way.
  private func holdings(_ holder: Holder, _ stake: Stake) -> [PathStep] {
    let seed = graph.seeds[holder.person][holder.seed]
    return [PathStep(.holding, rows: [holder.row], period: seed.period, share: seed.share)]
      + stake.chain.map { PathStep(.holding, rows: [$0.row], period: $0.period, share: $0.share) }
  }

  private func path(
    _ match: Match, _ holder: Holder, _ holdings: [PathStep], _ participation: Market.Participation,
    _ official: OfficialProfile
  ) -> [PathStep] {
    let link = graph.links[holder.link]
    var path = [PathStep(.official, rows: official.rows)]
    let duty = match.dutyRow.map { row in
      PathStep(
        match.role.isOnPackage ? .role : .posting, rows: [row], period: match.duty, knownOn: knownOn(row))
    }
    if let duty, duty.kind == .posting { path.append(duty) }
    if let through = holder.kinship?.through?.row {
      path.append(PathStep(.relative, rows: [through], knownOn: knownOn(through)))
    }
    if link.kind == .relative {
      path.append(PathStep(.relative, rows: [link.governmentRow], knownOn: holder.kinship?.declaredOn))
    }
    path.append(PathStep(.vendorPerson, rows: [link.vendorRow]))
    path += holdings
    path.append(PathStep(.vendor, rows: vendorRows(holder.vendor)))
    path.append(PathStep(.bid, rows: participation.rows))
    path.append(packageStep(match.package))
    if let duty, duty.kind == .role { path.append(duty) }
    for declared in graph.handled[holder.official] ?? []
    where declared.covers(vendor: holder.vendor, package: match.package, until: nil) {
      path.append(PathStep(.declaration, rows: [declared.row], knownOn: declared.date))
    }
    return path
  }

  private func vendorRows(_ vendor: Int) -> [RowReference] {
    graph.vendors[vendor].rows.filter { $0.dataset == .vendors }
  }

  private func packageStep(_ package: Int) -> PathStep {
    PathStep(.package, rows: graph.packages[package].rows, period: graph.packages[package].period)
  }

  private func knownOn(_ row: RowReference) -> CalendarDate? {
    switch row.dataset {
    case .roles: graph.registry.roles[row.index].decreedOn
    case .relatives: graph.registry.relatives[row.index].declaredOn
    case .officials, .postings, .vendors, .vendorPeople, .tenders, .bids, .units, .declarations: nil
    }
  }

  /// The days on which all of the periods and the package's stand, as far as their ends are known.
  private func overlap(_ periods: [Period], _ package: Period) -> Period {
    let all = periods + [package]
    let (from, to) = (all.compactMap(\.from).max(), all.compactMap(\.to).min())
    if let from, let to, from > to { return package }
    return Period(from: from, to: to)
  }
}

// MARK: - Two bidders

extension FindingWriter {
  mutating func finding(_ card: RuleCard, _ pair: BidderPair, _ strengths: Strengths, _ level: Level) -> Finding {
    let package = graph.packages[pair.package]
    let (one, other) = (
      graph.participations[pair.package][pair.one], graph.participations[pair.package][pair.other]
    )
    func steps(_ ties: [BidderPair.Tie]) -> [PathStep] {
      ties.map { PathStep(.holding, rows: [$0.row], period: $0.period, share: $0.share) }
    }
    var path: [PathStep] = []
    if let link = pair.link.map({ graph.bidderLinks[$0] }) {
      path.append(PathStep(.vendorPerson, rows: [link.governmentRow, link.vendorRow]))
    }
    path += steps(pair.ways.one) + [PathStep(.vendor, rows: vendorRows(one.vendor)), PathStep(.bid, rows: one.rows)]
    path += steps(pair.ways.other)
    path += [
      PathStep(.vendor, rows: vendorRows(other.vendor)), PathStep(.bid, rows: other.rows), packageStep(pair.package),
    ]
    let ties = pair.ways.one + pair.ways.other
    // Who only registered has not competed with the other.
    let outcome = min(one.outcome, other.outcome) == .registered ? .registered : max(one.outcome, other.outcome)
    return Finding(
      rule: card.id, level: level, tableLevel: graph.policy.severity.level(.bidders, .bidders, outcome), official: nil,
      vendor: desk.vendor(one.vendor), rival: desk.vendor(other.vendor),
      package: desk.package(pair.package), link: pair.link.map { graph.links.count + $0 }, relation: .bidders,
      power: .bidders, kinship: nil, role: nil, outcome: outcome,
      holding: Finding.Holding(
        role: ties.map(\.role).filter { !$0.isEmpty }.joined(separator: " + "), share: pair.ways.one.first?.share,
        depth: max(1, pair.ways.one.count), period: pair.ways.one.first?.period ?? Period(from: nil, to: nil)),
      standing: pair.standing, overlap: overlap(ties.map(\.period), package.period),
      value: value(one.outcome >= other.outcome ? one : other, package),
      criteria: Phrase(citing: card.basis), strengths: strengths, path: path,
      wouldClear: Phrase(
        "akta terakhir kedua penyedia yang menunjukkan pengurus dan pemegang sahamnya pada tanggal paket",
        "both vendors' latest deeds, which show their officers and shareholders on the package's days"),
      nextStep: Phrase(
        "bandingkan dokumen penawaran kedua penyedia, lalu minta penjelasan keduanya dan Pokja Pemilihan atau Pejabat "
          + "Pengadaan",
        "compare the two vendors' offers; then ask both of them, and the selection group or procurement officer, to "
          + "explain"))
  }
}

// MARK: - Words

extension FindingWriter {
  /// The one document that settles the weakest of what the finding rests on.
  private func wouldClear(_ holder: Holder, _ strengths: Strengths, _ draft: Judge.Draft) -> Phrase {
    if strengths.heldOnTheDay.fact == "deceased" {
      return Phrase(
        "akta kematian orang itu dan akta terakhir penyedia yang menunjukkan pengurusnya pada tanggal paket",
        "that person's death certificate, and the vendor's latest deed, which shows its officers on the package's days")
    }
    if graph.links[holder.link].grade > .a {
      return Phrase(
        "KTP-el atau Kartu Keluarga yang menunjukkan NIK kedua orang itu",
        "an identity card or family card that shows the NIK of both people")
    }
    if holder.kinship?.entry.isUnsure ?? false || holder.kinship?.through != nil {
      return Phrase(
        "Kartu Keluarga atau pernyataan pejabat yang menyebut hubungan itu dengan jelas",
        "a family card or a statement of the official that names the relation clearly")
    }
    if draft.stake.standing == .unknown || !draft.stake.chain.isEmpty {
      return Phrase(
        draft.stake.chain.isEmpty
          ? "akta terakhir penyedia yang menunjukkan sejak kapan dan sampai kapan jabatan atau saham itu dipegang"
          : "akta terakhir setiap badan usaha dalam rantai yang menunjukkan saham dan tanggalnya",
        draft.stake.chain.isEmpty
          ? "the vendor's latest deed, which shows from when until when the office or share was held"
          : "the latest deed of each company in the chain, which shows the shares and their dates")
    }
    return draft.match.role.isOnPackage
      ? Phrase(
        "pernyataan benturan kepentingan pejabat dan keputusan atasan yang mengalihkan kewenangan atas paket ini",
        "the official's conflict declaration and the superior's decision that passed the package to somebody else")
      : Phrase(
        "keterangan satuan kerja bahwa pejabat tidak ikut menangani paket ini",
        "the unit's statement that the official had no part in this package")
  }

  private func nextStep(_ match: Match, _ holder: Holder) -> Phrase {
    if graph.relation(of: match.holder) == .outside { return Self.note }
    switch match.power {
    case .decides, .assists, .distant:
      return holder.kinship == nil
        ? Phrase(
          "periksa SK peran dan akta penyedia, lalu minta penjelasan tertulis pejabat melalui atasannya",
          "check the decree of the role and the vendor's deed; then ask the official in writing, through the superior")
        : Phrase(
          "periksa SK peran, akta penyedia dan pernyataan benturan kepentingan, lalu minta penjelasan tertulis pejabat "
            + "melalui atasannya: kapan tahu penyedia ikut, apakah melapor, siapa yang memutuskan",
          "check the decree of the role, the vendor's deed and conflict declarations; then ask the official in writing, "
            + "through the superior: when the vendor's part became known, whether it was reported, who decided")
    case .sameUnit:
      return Phrase(
        "tanyakan kepada satuan kerja apakah pejabat ikut menangani paket",
        "ask the unit whether the official had a part in the package")
    case .elsewhere, .bidders: return Self.note
    }
  }

  private static let note = Phrase("catat dalam register", "note it in the register")
}
