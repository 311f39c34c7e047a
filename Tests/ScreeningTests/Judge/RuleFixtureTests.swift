import Foundation
import Intake
import Records
import Screening
import Testing

@Suite struct RuleFixtureTests {
  @Test(arguments: RuleFixture.all)
  func `says of an input what is expected, over all rules`(_ fixture: RuleFixture) throws {
    let found = try fixture.judge().fixtureText
    if ProcessInfo.processInfo.environment["BENTURAN_RECORD"] == "1" {
      try Data(found.utf8).write(to: URL(fileURLWithPath: fixture.expectedPath))
      Issue.record("recorded \(fixture.expectedPath); read the difference and run again without BENTURAN_RECORD")
      return
    }
    let expected = try String(contentsOfFile: fixture.expectedPath, encoding: .utf8)
    #expect(found == expected)
  }

  /// Who runs a bidding cooperative also runs a bidder, so that two rules say so, for two provisions.
  private static let companions = ["cooperative-officer": "official-holds-bidder"]

  @Test(arguments: RuleFixture.all)
  func `a folder's name tells what is in it`(_ fixture: RuleFixture) throws {
    let expected = try String(contentsOfFile: fixture.expectedPath, encoding: .utf8).split(separator: "\n")
    #expect(expected.first.map(String.init) == Judgement.fixtureHeader)
    if fixture.name.hasPrefix("passes-") {
      #expect(expected.count == 1)
    } else {
      #expect(fixture.name.hasPrefix("flags-"))
      let rules = expected.dropFirst().map { String($0.prefix { $0 != ";" }) }
      #expect(rules == [fixture.rule] + [Self.companions[fixture.rule]].compactMap { $0 })
    }
  }

  @Test(arguments: RuleFixture.all)
  func `every input is read whole, and its numbers are possible ones`(_ fixture: RuleFixture) throws {
    let reading = try fixture.read()
    #expect(reading.quarantine.isEmpty)
    #expect(reading.faults.isEmpty)
    for source in reading.registry.sources {
      #expect(!source.datasets.isEmpty, "\(source.path)")
      #expect(source.warnings.isEmpty, "\(source.path)")
      #expect(source.unknownColumns.isEmpty, "\(source.path)")
    }
    let registry = reading.registry
    let numbers = registry.relatives.compactMap(\.nationalID) + registry.vendorPeople.compactMap(\.nationalID)
    let vendors = (registry.bids.map(\.vendor) + registry.vendorPeople.map(\.vendor)).compactMap(\.taxID)
    #expect(registry.officials.allSatisfy { $0.nip.isWellFormed })
    #expect(numbers.allSatisfy { $0.isWellFormed })
    #expect(!vendors.isEmpty && vendors.allSatisfy { $0.isChecked })
    for relative in registry.relatives {
      if let number = relative.nationalID, let born = relative.birthDate { #expect(number.states(born)) }
    }
  }

  @Test(arguments: RuleFixture.all)
  func `clear, flagged and unchecked packages add up`(_ fixture: RuleFixture) throws {
    let reading = try fixture.read()
    let registry = reading.registry
    let packages = Set(registry.tenders.map { registry.text($0.package.code, at: $0.source) }).count
    let judgement = Screener(ScreeningPolicy(night: RuleFixture.night)).screen(registry)
    #expect(judgement.coverage.map(\.rule) == AllRules.cards.map(\.id))
    for rule in judgement.coverage {
      let unchecked = rule.unchecked.reduce(0) { $0 + $1.count }
      #expect(rule.clear + rule.flagged + unchecked == rule.packages, "\(rule.rule)")
      #expect(rule.packages == packages)
    }
  }

  @Test(arguments: AllRules.cards.map(\.id))
  func `each rule has at least three flags and three passes`(_ rule: String) {
    let names = RuleFixture.all.filter { $0.rule == rule }.map(\.name)
    #expect(names.count { $0.hasPrefix("flags-") } >= 3)
    #expect(names.count { $0.hasPrefix("passes-") } >= 3)
  }

  @Test func `each folder is of a rule of the catalogue`() {
    #expect(Set(RuleFixture.all.map(\.rule)) == Set(AllRules.cards.map(\.id)))
  }
}
