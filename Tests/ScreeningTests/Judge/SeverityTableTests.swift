import Records
import Testing

@testable import Screening

@Suite struct SeverityTableTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let relation: SeverityTable.RelationTier
    let power: SeverityTable.RoleTier
    /// Registered, bid, won, contracted.
    let levels: [Level]
    var testDescription: String { "\(relation), \(power)" }
  }

  @Test(arguments: [
    Row(relation: .closest, power: .decides, levels: [.low, .high, .critical, .critical]),
    Row(relation: .closest, power: .assists, levels: [.low, .medium, .high, .high]),
    Row(relation: .closest, power: .sameUnit, levels: [.low, .low, .medium, .medium]),
    Row(relation: .closest, power: .elsewhere, levels: [.low, .low, .low, .low]),
    Row(relation: .listed, power: .decides, levels: [.low, .medium, .high, .high]),
    Row(relation: .listed, power: .assists, levels: [.low, .low, .medium, .medium]),
    Row(relation: .listed, power: .sameUnit, levels: [.low, .low, .low, .low]),
    Row(relation: .listed, power: .elsewhere, levels: [.low, .low, .low, .low]),
  ])
  func `gives each combination its level`(_ row: Row) {
    #expect(BidOutcome.allCases.map { SeverityTable().level(row.relation, row.power, $0) } == row.levels)
  }

  @Test func `never rises with a weaker relation, a weaker power or an earlier stage`() {
    let table = SeverityTable()
    let powers: [SeverityTable.RoleTier] = [.decides, .assists, .sameUnit, .elsewhere]
    for (stronger, weaker) in zip(powers, powers.dropFirst()) {
      for outcome in BidOutcome.allCases {
        #expect(table.level(.closest, weaker, outcome) <= table.level(.closest, stronger, outcome))
        #expect(table.level(.listed, stronger, outcome) <= table.level(.closest, stronger, outcome))
      }
    }
  }

  @Test func `an identity's grade caps the level`() {
    #expect(IdentityGrade.allCases.map { SeverityTable().cap($0) } == [.critical, .critical, .high, .medium, .low])
  }
}
