package import Records

/// Follows an official and a vendor through every step that leads to a flag, up to the first that fails.
package struct PairTrace: Sendable {
  /// One question on the way.
  package struct Step: Sendable {
    /// Stable, such as `same_person`.
    package let name: String
    package let question: Phrase
    package let isPassed: Bool
    /// What was found, with values.
    package let found: [Phrase]
    /// Rows that say so.
    package let rows: [RowReference]
  }

  /// In order; the last one failed unless the pair is flagged.
  package private(set) var steps: [Step] = []

  /// Whether a rule flags the pair.
  package var isFlagged: Bool { steps.last?.isPassed ?? false }

  fileprivate mutating func add(
    _ name: String, _ question: Phrase, _ isPassed: Bool, _ found: [Phrase], rows: [RowReference] = []
  ) {
    steps.append(Step(name: name, question: question, isPassed: isPassed, found: found, rows: rows))
  }
}

extension Screener {
  /// Why a pair is not flagged, or that it is.
  ///
  /// - Parameters:
  ///   - number: The vendor's tax number; `nil` where what was asked for cannot be one.
  ///   - code: The vendor's code in the exporting system, which counts where no vendor has the number.
  package func trace(
    _ registry: Registry, nip: CivilServantID, number: TaxID?, code: String
  ) -> PairTrace {
    let directory = VendorDirectory(registry)
    let market = Market(registry, directory)
    let linker = Linker(registry: registry, policy: policy, directory: directory, threads: threads)
    let graph = RelationGraph(registry, directory, market, linker.link(), policy)
    let vendor =
      number.flatMap { number in directory.vendors.firstIndex { $0.taxID?.joinKey == number.joinKey } }
      ?? directory.vendors.firstIndex { !code.isEmpty && $0.code == code }
    var tracer = PairTracer(graph: graph, nip: nip)
    tracer.trace(vendor) { LinkStudy(linker) }
    return tracer.result
  }
}

/// Asks the questions of a ``PairTrace`` one after the other.
private struct PairTracer {
  let graph: RelationGraph
  let nip: CivilServantID
  var result = PairTrace()

  private var registry: Registry { graph.registry }

  mutating func trace(_ vendor: Int?, _ study: () -> LinkStudy) {
    guard askOfficial(), let vendor = askVendor(vendor), askMarket(vendor), let people = askOwners(vendor),
      let relatives = askRelatives(), let holders = askIdentity(vendor, people, relatives, study),
      let matches = askPower(holders)
    else { return }
    askDates(matches, vendor)
  }

  private func number(_ count: Int, _ indonesian: String, _ english: String) -> Phrase {
    Phrase("\(indonesian): \(count)", "\(english): \(count)")
  }

  private var ownRows: [RowReference] {
    registry.officials.indices.filter { registry.officials[$0].nip == nip }.map { RowReference(.officials, $0) }
  }

  private mutating func askOfficial() -> Bool {
    let rows = ownRows
    let roles = registry.roles.indices.filter { registry.roles[$0].nip == nip }
    let isKnown = !rows.isEmpty || !roles.isEmpty || graph.hasRelatives.contains(nip)
    result.add(
      "official",
      Phrase("Apakah NIP itu ada di data (periksa penulisannya)?", "Is that NIP in the data (check its digits)?"),
      isKnown,
      [
        number(rows.count, "baris kepegawaian", "rows of staff registers"),
        number(roles.count, "peran pada paket", "roles on packages"),
      ], rows: rows)
    return isKnown
  }

  private mutating func askVendor(_ vendor: Int?) -> Int? {
    result.add(
      "vendor", Phrase("Apakah penyedia itu ada di data?", "Is that vendor in the data?"), vendor != nil,
      vendor.map { [number(graph.vendors[$0].rows.count, "baris yang menyebutnya", "rows that name it")] } ?? [],
      rows: vendor.map { Array(graph.vendors[$0].rows.prefix(Self.most)) } ?? [])
    return vendor
  }

  private mutating func askMarket(_ vendor: Int) -> Bool {
    let entries = graph.ofVendor[vendor].map { graph.participations[$0.package][$0.place] }
    let counts = BidOutcome.allCases.map { outcome in entries.count { $0.outcome == outcome } }
    result.add(
      "participation",
      Phrase("Apakah penyedia itu ikut dalam suatu paket?", "Did that vendor take part in any package?"),
      !entries.isEmpty,
      zip(Self.outcomes, counts).filter { $0.1 > 0 }.map { number($0.1, $0.0.indonesian, $0.0.english) })
    return !entries.isEmpty
  }

  private static let outcomes = [
    Phrase("hanya mendaftar", "registered only"), Phrase("menawar", "bid"), Phrase("menang", "won"),
    Phrase("berkontrak", "contracted"),
  ]

  /// Rows that say who owns or runs the vendor or a company that holds it.
  private mutating func askOwners(_ vendor: Int) -> [Int]? {
    var companies: Set<Int> = [vendor]
    var waiting = [vendor]
    while let company = waiting.popLast() {
      for edge in graph.ownership.byCompany[company] ?? []
      where companies.insert(graph.ownership.edges[edge].holder).inserted {
        waiting.append(graph.ownership.edges[edge].holder)
      }
    }
    let people = graph.ofPerson.indices.filter {
      companies.contains(graph.ofPerson[$0]) && !registry.vendorPeople[$0].isCompany
    }
    result.add(
      "owners", Phrase("Apakah pemilik atau pengurusnya diketahui?", "Are its owners or officers known?"),
      !people.isEmpty,
      [
        number(people.count, "orang tercatat", "people on record"),
        number(companies.count - 1, "badan usaha yang memegang sahamnya", "companies that hold shares of it"),
      ], rows: people.prefix(Self.most).map { RowReference(.vendorPeople, $0) })
    return people.isEmpty ? nil : people
  }

  /// The official's own rows and those of the relatives whom he or she declared.
  private mutating func askRelatives() -> [RowReference]? {
    let own = ownRows
    let relatives = registry.relatives.indices.filter { registry.relatives[$0].official == nip }
    result.add(
      "relatives",
      Phrase(
        "Apakah ada orang yang dapat dibandingkan: pejabat sendiri atau keluarganya?",
        "Is there anybody to compare: the official in person, or relatives?"), !own.isEmpty || !relatives.isEmpty,
      [number(relatives.count, "keluarga yang dinyatakan", "relatives declared")],
      rows: relatives.prefix(Self.most).map { RowReference(.relatives, $0) })
    let all = relatives.map { RowReference(.relatives, $0) } + own
    return all.isEmpty ? nil : all
  }

  /// Ties of the official to the vendor; where there is none, the pair of rows that comes nearest, and why it is none.
  private mutating func askIdentity(
    _ vendor: Int, _ people: [Int], _ relatives: [RowReference], _ study: () -> LinkStudy
  ) -> [Int]? {
    let question = Phrase(
      "Apakah salah satunya orang yang sama dengan pemilik atau pengurus?",
      "Is one of them the same person as an owner or officer?")
    // A tie that two declarations give rests on a link of the other official's.
    let derived = Set(graph.holders.filter { $0.official == nip && $0.vendor == vendor }.map(\.link))
    let links = graph.links.indices.filter { index in
      let link = graph.links[index]
      return derived.contains(index)
        || link.nip == nip && people.contains(link.vendorRow.index) && link.grade < .e
          && link.probability >= graph.policy.flagThreshold
    }.map { graph.links[$0] }
    guard let best = links.max(by: { $0.probability < $1.probability }) else {
      let study = study()
      let pairs = relatives.flatMap { one in people.map { (one, study.study(one, $0)) } }
      let nearest = pairs.max { ($0.1.probability, $0.1.total) < ($1.1.probability, $1.1.total) }
      result.add(
        "same_person", question, false, nearest.map { words(of: $0.1) } ?? [],
        rows: nearest.map { [$0.0, $0.1.vendorRow] } ?? [])
      return nil
    }
    let facts = best.comparisons.filter { $0.verdict == .agrees }.map(\.phrase)
    result.add(
      "same_person", question, true, [measure(best.probability, best.grade)] + facts,
      rows: [
        best.governmentRow, best.vendorRow,
      ])
    return askHolding(vendor, best)
  }

  private func measure(_ probability: Double, _ grade: IdentityGrade?) -> Phrase {
    let hundredths = Int((probability * 100).rounded())
    let share = "0.\(hundredths < 10 ? "0" : "")\(min(hundredths, 99))"
    let threshold = "\(graph.policy.flagThreshold)"
    let mark = grade.map { Phrase(", mutu \($0.rawValue)", ", grade \($0.rawValue)") } ?? Phrase("", "")
    return Phrase(
      "peluang satu orang \(share)\(mark.indonesian) (ambang \(threshold))",
      "probability of one person \(share)\(mark.english) (threshold \(threshold))")
  }

  private func words(of finding: LinkStudy.Finding) -> [Phrase] {
    guard finding.isCompared else {
      return [
        Phrase(
          "tidak ada yang cukup mirip untuk dibandingkan: NIK, nama, dan tanggal lahir dengan satu kata nama berbeda",
          "nobody is similar enough to compare: no equal NIK, name, or birth date with one word of the name")
      ]
    }
    let telling = finding.comparisons.filter { $0.verdict == .against || $0.verdict == .agrees }
    let isNameAlone = finding.kind == .nameAlone && finding.probability >= graph.policy.flagThreshold
    let why =
      isNameAlone
      ? [
        Phrase(
          "hanya namanya yang sama (mutu E); nama saja tidak pernah ditandai",
          "only the name agrees (grade E); a name alone is never flagged")
      ] : []
    return why + [measure(finding.probability, nil)]
      + telling.map { fact in
        let sign = fact.verdict == .agrees ? "+" : "-"
        return Phrase("\(sign) \(fact.phrase.indonesian)", "\(sign) \(fact.phrase.english)")
      }
  }

  private mutating func askHolding(_ vendor: Int, _ link: PersonLink) -> [Int]? {
    let holders = graph.holders.indices.filter {
      graph.holders[$0].official == nip && graph.holders[$0].vendor == vendor
    }
    let person = registry.vendorPeople[link.vendorRow.index]
    let role = registry.text(person.role, at: person.source)
    result.add(
      "holding",
      Phrase(
        "Apakah orang itu memiliki atau mengurus penyedia, dan hubungannya dikenal?",
        "Does that person own or run the vendor, and is the relation known?"), !holders.isEmpty,
      [Phrase("tercatat sebagai \(role)", "recorded as \(role)")] + relation(link), rows: [link.vendorRow])
    return holders.isEmpty ? nil : holders
  }

  private func relation(_ link: PersonLink) -> [Phrase] {
    guard link.kind == .relative else { return [Phrase("pejabat sendiri", "the official in person")] }
    let relative = registry.relatives[link.governmentRow.index]
    let written = registry.text(relative.relation, at: relative.source)
    let declared = Phrase("dinyatakan sebagai \(written)", "declared as \(written)")
    return link.nip == nip
      ? [declared]
      : [declared, Phrase("oleh keluarga yang dinyatakan pejabat", "by a relative whom the official declared")]
  }

  private mutating func askPower(_ holders: [Int]) -> [(card: RuleCard, match: Match)]? {
    var found: [(card: RuleCard, match: Match)] = []
    for rule in AllRules.rules {
      guard let conflict = rule as? any ConflictRule else { continue }
      for match in conflict.matches(in: graph) where holders.contains(match.holder) {
        found.append((type(of: rule).card, match))
      }
    }
    let packages = Set(found.map(\.match.package)).count
    result.add(
      "power",
      Phrase(
        "Apakah pejabat itu berperan pada paket penyedia itu, atau bertugas di satuan kerjanya?",
        "Has the official a role on a package of that vendor, or a posting in its unit?"), !found.isEmpty,
      [number(packages, "paket yang terkait", "packages concerned")],
      rows: found.prefix(Self.most).compactMap(\.match.dutyRow))
    return found.isEmpty ? nil : found
  }

  private mutating func askDates(_ matches: [(card: RuleCard, match: Match)], _ vendor: Int) {
    let judge = Judge(graph)
    let drafts = matches.compactMap { entry in judge.draft(entry.match).map { (card: entry.card, draft: $0) } }
    let question = Phrase(
      "Apakah kepemilikan dan peran berlaku pada tanggal paket?",
      "Did holding and role stand on the package's days?")
    guard let best = drafts.max(by: { judge.level($0.draft) < judge.level($1.draft) }) else {
      let first = matches[0].match
      let seed = graph.seeds[graph.holders[first.holder].person][graph.holders[first.holder].seed]
      result.add(
        "dates", question, false,
        [
          days("paket", "package", graph.packages[first.package].period), days("kepemilikan", "holding", seed.period),
          days("peran atau penempatan", "role or posting", first.duty),
        ], rows: [graph.holders[first.holder].row] + (first.dutyRow.map { [$0] } ?? []))
      return
    }
    let code = graph.packages[best.draft.match.package].code
    result.add(
      "dates", question, true,
      [
        Phrase(
          "ditandai: \(best.card.id), paket \(code), \(judge.level(best.draft).name)",
          "flagged: \(best.card.id), package \(code), \(judge.level(best.draft).name)")
      ])
  }

  private func days(_ indonesian: String, _ english: String, _ period: Period) -> Phrase {
    let days = "\(period.from?.description ?? "?") .. \(period.to?.description ?? "?")"
    return Phrase("\(indonesian): \(days)", "\(english): \(days)")
  }

  /// How many rows of a kind are named.
  private static let most = 5
}
