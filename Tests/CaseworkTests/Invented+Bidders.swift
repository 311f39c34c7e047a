import Records

@testable import Casework

extension Invented {
  /// A case about two bidders of one package: one person is in both, or one company's number joins them.
  static func bidders(isCompany: Bool) -> Invented {
    var world = twoCases
    let link = PersonLink(
      kind: .bidders, nip: nil, governmentRow: RowReference(.vendorPeople, 0),
      vendorRow: RowReference(.vendorPeople, 1),
      comparisons: [
        Comparison(
          subject: .name, level: "equal", verdict: .agrees, bits: 20, phrase: Phrase("nama sama", "names equal"),
          left: "Maria Bere", right: "MARIA BERE")
      ],
      priorBits: -14, probability: 0.98, grade: .b, expectedNamesakes: 0.1)
    world.judgement.links.append(link)
    let strength = Strengths.Strength(fact: "bidders", cap: .medium, reason: Phrase("antarpenyedia", "between bidders"))
    let holding = PathStep(.holding, rows: [RowReference(.vendorPeople, 0)], share: Fraction(millionths: 600_000))
    world.judgement.findings = [
      Finding(
        rule: "kin-holds-bidder", level: .medium, official: nil, vendor: 0, rival: 1, package: 0,
        link: isCompany ? nil : world.judgement.links.count - 1, relation: .bidders, power: .bidders, kinship: nil,
        role: nil, outcome: .won,
        holding: Finding.Holding(
          role: "Direktur + Komisaris", share: Fraction(millionths: 600_000), depth: 1,
          period: Period(from: date(2019, 1, 15), to: nil)),
        standing: .during, overlap: Period(from: date(2024, 2, 1), to: date(2024, 5, 30)), value: nil,
        criteria: Phrase("UU 5/1999 pasal 22", "UU 5/1999 article 22"),
        strengths: Strengths(
          samePerson: strength, kinDeclared: strength, heldOnTheDay: strength, hadPower: strength),
        path: [
          holding, PathStep(.vendor, rows: [RowReference(.vendorPeople, 0)]),
          PathStep(.holding, rows: [RowReference(.vendorPeople, 1)]),
          PathStep(.vendor, rows: [RowReference(.vendorPeople, 1)]),
          PathStep(.package, rows: [RowReference(.tenders, 0)]),
        ],
        wouldClear: Phrase("akta terakhir", "the latest deed"), nextStep: Phrase("bandingkan", "compare"))
    ]
    return world
  }
}
