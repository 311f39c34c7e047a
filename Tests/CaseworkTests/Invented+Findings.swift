import Records

@testable import Casework

extension Invented {
  mutating func addFindings() {
    judgement.findings = [
      finding(.low, official: 1, vendor: 1, package: 1, outcome: .bid, sen: 9_000_000_050),
      finding(.medium, official: 0, vendor: 0, package: 1, outcome: .registered, sen: nil),
      finding(.critical, official: 0, vendor: 0, package: 0, outcome: .contracted, sen: 125_000_000_000),
      finding(.critical, official: 0, vendor: 0, package: 1, outcome: .won, sen: 500_000_000_000),
    ]
  }

  func finding(
    _ level: Level, official: Int, vendor: Int, package: Int, outcome: BidOutcome, sen: Int64?
  ) -> Finding {
    let isWife = official == 0
    let strength = Strengths.Strength(fact: "held", cap: level, reason: Phrase("cukup kuat", "firm enough"))
    return Finding(
      rule: "kin-holds-bidder", level: level, official: official, vendor: vendor, package: package, link: official,
      relation: .closest, power: .decides, kinship: isWife ? Self.wife : Self.child,
      role: Finding.RoleOnPackage(name: "PPK", isOnPackage: true),
      outcome: outcome,
      holding: Finding.Holding(
        role: isWife ? "Direktur" : "Persero", share: isWife ? Fraction(millionths: 333_333) : nil, depth: 1,
        period: Period(from: Self.date(2019, 1, 15), to: nil)),
      standing: .during, overlap: Period(from: Self.date(2024, 2, 1), to: Self.date(2024, 5, 30)),
      value: sen.map { Money(sen: $0) }, criteria: Phrase("UU 30/2014 pasal 43(1)b", "UU 30/2014 article 43(1)b"),
      strengths: Strengths(
        samePerson: strength, kinDeclared: strength, heldOnTheDay: strength, hadPower: strength),
      path: [
        PathStep(.official, rows: [RowReference(.officials, official)]),
        PathStep(.relative, rows: [RowReference(.relatives, official)]),
        PathStep(.vendorPerson, rows: [RowReference(.vendorPeople, official)]),
        PathStep(
          .holding, rows: [RowReference(.vendorPeople, official)], period: Period(from: Self.date(2019, 1, 15), to: nil)
        ),
        PathStep(.vendor, rows: [RowReference(.vendorPeople, official)]),
        PathStep(.package, rows: [RowReference(.tenders, package)]),
        PathStep(.role, rows: [RowReference(.roles, package)]),
      ],
      wouldClear: Phrase("akta perubahan sebelum 2024-02-01", "a deed of change before 2024-02-01"),
      nextStep: Phrase("minta penjelasan pejabat", "ask the official"))
  }

  static let wife = Finding.Kinship(
    asWritten: "istri", term: "istri", english: "wife", listItems: "3", degree: 0)
  static let child = Finding.Kinship(asWritten: "anak", term: "anak", english: "child", listItems: "4", degree: 1)

  /// Each person's row as its file has it.
  var excerpts: [RowReference: SourceExcerpt] {
    var excerpts: [RowReference: SourceExcerpt] = [:]
    func add(_ row: RowReference, _ fields: [SourceExcerpt.Field]) {
      let location = registry.location(of: row)
      let file = registry.source(location)
      excerpts[row] = SourceExcerpt(
        row: row, path: file.path, digest: file.digest, line: Int(location.line),
        byteOffset: Int(location.position), fields: fields)
    }
    for (index, relative) in registry.relatives.enumerated() {
      let row = RowReference(.relatives, index)
      add(
        row,
        [
          .init(column: "NIP", value: relative.official.digits, content: .civilServantID, repairs: [.apostrophe]),
          .init(column: "Nama", value: registry.text(relative.name, at: relative.source), content: .personName),
          .init(column: "NIK", value: relative.nationalID.map { String($0.value) } ?? "", content: .nationalID),
          .init(column: "Ket", value: "hp 0812-3456-7890", content: .other),
        ])
    }
    for (index, person) in registry.vendorPeople.enumerated() {
      add(
        RowReference(.vendorPeople, index),
        [.init(column: "nama", value: registry.text(person.name, at: person.source), content: .personName)])
    }
    return excerpts
  }

  /// The same night with findings, links, officials, vendors and packages in another order.
  func shuffled() -> Invented {
    var other = self
    let (links, officials) = (judgement.links.count, judgement.officials.count)
    let (vendors, packages) = (judgement.vendors.count, judgement.packages.count)
    other.judgement.links.reverse()
    other.judgement.officials.reverse()
    other.judgement.vendors.reverse()
    other.judgement.packages.reverse()
    other.judgement.findings = judgement.findings.reversed().map { old in
      Finding(
        rule: old.rule, level: old.level, official: old.official.map { officials - 1 - $0 },
        vendor: vendors - 1 - old.vendor,
        package: old.package.map { packages - 1 - $0 }, link: old.link.map { links - 1 - $0 },
        relation: old.relation, power: old.power, kinship: old.kinship, role: old.role, outcome: old.outcome,
        holding: old.holding, standing: old.standing, overlap: old.overlap,
        value: old.value, criteria: old.criteria, strengths: old.strengths, path: old.path,
        wouldClear: old.wouldClear, nextStep: old.nextStep)
    }
    return other
  }
}
