import OrderedCollections
import Records

/// Applies every rule to the graph: dates, levels, strengths, and the three answers for each package.
struct Judge {
  let graph: RelationGraph
  private var policy: ScreeningPolicy { graph.policy }

  init(_ graph: RelationGraph) { self.graph = graph }

  func judge() -> Judgement {
    var judgement = Judgement()
    judgement.links = graph.links
    judgement.remarks = graph.remarks
    for participation in graph.participations.joined() {
      judgement.participations[participation.outcome, default: 0] += 1
    }
    var desk = ProfileDesk(graph)
    // A tie that a stronger rule reports is not reported again as a note about another unit.
    var reported: Set<Tie> = []
    for rule in AllRules.rules {
      let card = type(of: rule).card
      let isNote = card.id == KinHoldsVendorElsewhere.card.id
      var flagged: Set<Int> = []
      var drafts: [(match: Match, standing: Period.Standing)] = []
      for match in rule.matches(in: graph) {
        let standing = standing(of: match)
        guard standing == .during || standing == .unknown else { continue }
        if isNote, reported.contains(tie(match)) { continue }
        drafts.append((match, standing))
        flagged.insert(match.package)
      }
      drafts = isNote ? bestOfEachTie(drafts) : bestOfEachPackage(drafts)
      for draft in drafts {
        reported.insert(tie(draft.match))
        judgement.findings.append(finding(card, draft.match, draft.standing, &desk))
      }
      judgement.coverage.append(coverage(card.id, rule.needs, flagged))
    }
    judgement.officials = desk.officials
    judgement.vendors = desk.vendors
    judgement.packages = desk.packages
    return judgement
  }

  private struct Tie: Hashable {
    let official: CivilServantID
    let vendor: Int
  }

  private func tie(_ match: Match) -> Tie {
    Tie(official: graph.holders[match.holder].official, vendor: graph.holders[match.holder].vendor)
  }
}

// MARK: - Choosing

extension Judge {
  private typealias Draft = (match: Match, standing: Period.Standing)

  /// How the days of the holding and of the duty stand to the package's; the less certain of the two.
  private func standing(of match: Match) -> Period.Standing {
    let package = graph.packages[match.package]
    let held = day(graph.holders[match.holder].holding.period, package)
    let duty = match.duty.isUnknown && match.isDutyImplied ? .during : day(match.duty, package)
    return max(held, duty)
  }

  /// As ``Period/standing(to:)``; where the package's own days are only known roughly, a period must have begun by
  /// their first and, for a budget year alone, go on to their last to be sure.
  private func day(_ period: Period, _ package: PackageDirectory.Package) -> Period.Standing {
    let standing = period.standing(to: package.period)
    guard standing == .during, !package.hasEnd, let start = package.period.from, let end = package.period.to else {
      return standing
    }
    if (period.from ?? end) > start { return .unknown }
    return package.hasDates || (period.to ?? end) >= end ? .during : .unknown
  }

  /// Of several ways in which one rule ties an official to a vendor in one package, the firmest.
  private func bestOfEachPackage(_ drafts: [Draft]) -> [Draft] {
    best(drafts) {
      [$0.match.package, graph.holders[$0.match.holder].vendor, Int(graph.holders[$0.match.holder].official.value)]
    }
  }

  /// Of several packages in which one tie shows, the one in which the vendor came farthest.
  private func bestOfEachTie(_ drafts: [Draft]) -> [Draft] {
    best(drafts) { [graph.holders[$0.match.holder].vendor, Int(graph.holders[$0.match.holder].official.value)] }
  }

  /// The firmest draft of each key, in the order in which the keys first came.
  private func best(_ drafts: [Draft], by key: (Draft) -> [Int]) -> [Draft] {
    var best: OrderedDictionary<[Int], Draft> = [:]
    for draft in drafts {
      let key = key(draft)
      if let earlier = best[key], !isFirmer(draft, earlier) { continue }
      best[key] = draft
    }
    return Array(best.values)
  }

  private func isFirmer(_ one: Draft, _ other: Draft) -> Bool {
    func rank(_ draft: Draft) -> (Int, Int, Double, Int, Int) {
      let holder = graph.holders[draft.match.holder]
      let link = graph.links[holder.link]
      let participation = graph.participations[draft.match.package][draft.match.participation]
      return (
        level(draft.match, draft.standing).rawValue, Int(participation.outcome.rawValue), link.probability,
        -(IdentityGrade.allCases.firstIndex(of: link.grade) ?? 0), -draft.standing.rawValue
      )
    }
    return rank(one) > rank(other)
  }
}

// MARK: - Levels

extension Judge {
  private func level(_ match: Match, _ standing: Period.Standing) -> Level {
    let holder = graph.holders[match.holder]
    let outcome = graph.participations[match.package][match.participation].outcome
    let relation: SeverityTable.RelationTier = holder.kinship?.isClosest ?? true ? .closest : .listed
    return min(policy.severity.level(relation, match.tier, outcome), strengths(match, standing).cap)
  }

  private func strengths(_ match: Match, _ standing: Period.Standing) -> Strengths {
    let holder = graph.holders[match.holder]
    let grade = graph.links[holder.link].grade
    let same = Strengths.Strength(
      cap: policy.severity.cap(grade),
      reason: Phrase("mutu identitas \(grade.rawValue)", "identity grade \(grade.rawValue)"))
    let kin = Strengths.Strength(
      cap: .critical,
      reason: holder.kinship == nil
        ? Phrase("pejabat sendiri", "the official in person")
        : Phrase("hubungan dinyatakan sendiri oleh pejabat", "the relation was declared by the official"))
    return Strengths(samePerson: same, kinDeclared: kin, heldOnTheDay: held(holder, standing), hadPower: power(match))
  }

  private func held(_ holder: RelationGraph.Holder, _ standing: Period.Standing) -> Strengths.Strength {
    switch holder.office {
    case .signatory:
      return .init(
        cap: .medium, reason: Phrase("hanya penanda tangan, belum tentu pemilik", "a signatory only, not known to own"))
    case .unknown:
      return .init(
        cap: .medium, reason: Phrase("jabatan di penyedia tidak dikenal", "the office in the vendor is not known"))
    case .owner, .director, .commissioner, .staff: break
    }
    if graph.links[holder.link].comparisons.contains(where: { $0.subject == .alive && $0.verdict == .against }) {
      return .init(cap: .medium, reason: Phrase("tercatat sudah meninggal", "recorded as deceased"))
    }
    if standing == .unknown {
      return .init(cap: .high, reason: Phrase("tanggal tidak lengkap", "the dates are incomplete"))
    }
    if holder.office == .owner, let share = holder.holding.share,
      Double(share.millionths) <= policy.beneficialShare * 1_000_000
    {
      return .init(
        cap: .high, reason: Phrase("saham tidak lebih dari 25 persen", "a share of no more than 25 per cent"))
    }
    return .init(
      cap: .critical,
      reason: Phrase("jabatan atau saham berlaku pada tanggal paket", "the office or share held on the package's days"))
  }

  private func power(_ match: Match) -> Strengths.Strength {
    let holder = graph.holders[match.holder]
    let end = graph.packages[match.package].period.to
    let handled = (graph.handled[holder.official] ?? []).contains {
      $0.covers(vendor: holder.vendor, package: match.package, until: end)
    }
    if handled {
      return .init(cap: .low, reason: Phrase("sudah dideklarasikan dan ditangani", "already declared and handled"))
    }
    return switch match.tier {
    case .decides:
      .init(cap: .critical, reason: Phrase("peran memutuskan pada paket", "a deciding role on the package"))
    case .assists: .init(cap: .high, reason: Phrase("peran membantu pada paket", "an assisting role on the package"))
    case .sameUnit:
      .init(
        cap: .medium,
        reason: Phrase(
          "bertugas di satuan kerja pembeli, tanpa peran pada paket",
          "posted in the buying unit, without a role on the package"))
    case .elsewhere: .init(cap: .low, reason: Phrase("bertugas di satuan kerja lain", "posted in another unit"))
    }
  }
}

// MARK: - Findings

extension Judge {
  private func finding(
    _ card: RuleCard, _ match: Match, _ standing: Period.Standing, _ desk: inout ProfileDesk
  ) -> Finding {
    let holder = graph.holders[match.holder]
    let package = graph.packages[match.package]
    let participation = graph.participations[match.package][match.participation]
    let link = graph.links[holder.link]
    return Finding(
      rule: card.id, level: level(match, standing), official: desk.official(holder.official),
      vendor: desk.vendor(holder.vendor), package: desk.package(match.package), link: holder.link,
      kinship: holder.kinship.map {
        Finding.Kinship(
          asWritten: holder.relation, term: $0.term, english: KinshipTable.english($0.term), listItems: $0.listItems,
          degree: $0.degree)
      },
      role: match.role, outcome: participation.outcome, holding: holder.holding, standing: standing,
      overlap: overlap(holder.holding.period, match.duty, package.period),
      value: package.contractValue ?? participation.value ?? package.estimate ?? package.ceiling,
      criteria: Phrase(citing: card.basis), strengths: strengths(match, standing),
      path: path(match, holder, link, participation, desk.officials[desk.official(holder.official)]),
      wouldClear: wouldClear(link, standing, match), nextStep: nextStep(match, holder))
  }

  private func path(
    _ match: Match, _ holder: RelationGraph.Holder, _ link: PersonLink, _ participation: RelationGraph.Participation,
    _ official: OfficialProfile
  ) -> [PathStep] {
    var path = [PathStep(.official, rows: official.rows)]
    if !match.role.isOnPackage, let row = match.dutyRow {
      path.append(PathStep(.posting, rows: [row], period: match.duty))
    }
    if link.kind == .relative { path.append(PathStep(.relative, rows: [link.governmentRow])) }
    path.append(PathStep(.vendorPerson, rows: [link.vendorRow]))
    path.append(PathStep(.holding, rows: [holder.person], period: holder.holding.period))
    path.append(PathStep(.vendor, rows: graph.vendors[holder.vendor].rows.filter { $0.dataset == .vendors }))
    path.append(PathStep(.bid, rows: participation.rows))
    path.append(
      PathStep(.package, rows: graph.packages[match.package].rows, period: graph.packages[match.package].period))
    if match.role.isOnPackage, let row = match.dutyRow { path.append(PathStep(.role, rows: [row], period: match.duty)) }
    return path
  }

  /// The days on which holding, duty and package all stand, as far as their ends are known.
  private func overlap(_ held: Period, _ duty: Period, _ package: Period) -> Period {
    let from = [held.from, duty.from, package.from].compactMap { $0 }.max()
    let to = [held.to, duty.to, package.to].compactMap { $0 }.min()
    if let from, let to, from > to { return package }
    return Period(from: from, to: to)
  }

  private func wouldClear(_ link: PersonLink, _ standing: Period.Standing, _ match: Match) -> Phrase {
    if link.grade > .a {
      return Phrase(
        "KTP-el atau Kartu Keluarga yang menunjukkan NIK kedua orang itu",
        "an identity card or family card that shows the NIK of both people")
    }
    if standing == .unknown {
      return Phrase(
        "akta terakhir penyedia yang menunjukkan sejak kapan dan sampai kapan jabatan atau saham itu dipegang",
        "the vendor's latest deed, which shows from when until when the office or share was held")
    }
    return match.role.isOnPackage
      ? Phrase(
        "pernyataan benturan kepentingan pejabat dan keputusan atasan yang mengalihkan kewenangan atas paket ini",
        "the official's conflict declaration and the superior's decision that passed the package to somebody else")
      : Phrase(
        "keterangan satuan kerja bahwa pejabat tidak ikut menangani paket ini",
        "the unit's statement that the official had no part in this package")
  }

  private func nextStep(_ match: Match, _ holder: RelationGraph.Holder) -> Phrase {
    switch match.tier {
    case .decides, .assists:
      holder.kinship == nil
        ? Phrase(
          "minta klarifikasi pejabat dan akta penyedia", "ask the official to clarify, and for the vendor's deed")
        : Phrase(
          "minta klarifikasi pejabat dan periksa pernyataan benturan kepentingan",
          "ask the official to clarify, and look for a conflict declaration")
    case .sameUnit:
      Phrase(
        "tanyakan kepada satuan kerja apakah pejabat ikut menangani paket",
        "ask the unit whether the official had a part in the package")
    case .elsewhere: Phrase("catat dalam register", "note it in the register")
    }
  }
}
