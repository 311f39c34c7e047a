import Records
import Testing

@testable import Screening

@Suite struct SeverityTableTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let relation: Finding.Relation
    let power: Finding.Power
    /// Registered, bid, won, contracted.
    let levels: [Level]
    var testDescription: String { "\(relation), \(power)" }
  }

  @Test(arguments: [
    Row(relation: .closest, power: .decides, levels: [.low, .high, .critical, .critical]),
    Row(relation: .closest, power: .assists, levels: [.low, .medium, .high, .high]),
    Row(relation: .closest, power: .distant, levels: [.low, .low, .medium, .medium]),
    Row(relation: .closest, power: .sameUnit, levels: [.low, .low, .medium, .medium]),
    Row(relation: .closest, power: .elsewhere, levels: [.low, .low, .low, .low]),
    Row(relation: .listed, power: .decides, levels: [.low, .medium, .high, .high]),
    Row(relation: .listed, power: .assists, levels: [.low, .low, .medium, .medium]),
    Row(relation: .listed, power: .sameUnit, levels: [.low, .low, .low, .low]),
    Row(relation: .listed, power: .elsewhere, levels: [.low, .low, .low, .low]),
    Row(relation: .outside, power: .decides, levels: [.low, .low, .low, .low]),
    Row(relation: .bidders, power: .bidders, levels: [.low, .low, .medium, .medium]),
  ])
  func `gives each combination its level`(_ row: Row) {
    #expect(BidOutcome.allCases.map { SeverityTable().level(row.relation, row.power, $0) } == row.levels)
  }

  @Test func `never rises with a weaker relation, a weaker power or an earlier stage`() {
    let table = SeverityTable()
    let powers: [Finding.Power] = [.decides, .assists, .distant, .sameUnit, .elsewhere]
    for (stronger, weaker) in zip(powers, powers.dropFirst()) {
      for outcome in BidOutcome.allCases {
        #expect(table.level(.closest, weaker, outcome) <= table.level(.closest, stronger, outcome))
        #expect(table.level(.listed, stronger, outcome) <= table.level(.closest, stronger, outcome))
      }
    }
  }

  @Test func `an identity's grade caps the level`() {
    let table = SeverityTable()
    #expect(
      IdentityGrade.allCases.map { table.strength(.samePerson, $0.fact).cap }
        == [.critical, .critical, .high, .medium, .low])
  }

  @Test func `a fact that the table does not know allows only the lowest level`() {
    #expect(SeverityTable().strength(.held, "no such fact").cap == .low)
    #expect(SeverityTable().cap(.held, "no such fact") == nil)
  }
}
