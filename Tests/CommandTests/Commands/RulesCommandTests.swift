import Foundation
import Testing

@Suite struct RulesCommandTests {
  static let rules = [
    "official-holds-bidder", "cooperative-officer", "kin-holds-bidder", "kin-holds-bidder-unit",
    "kin-holds-vendor-elsewhere", "kin-outside-list", "shared-officer-bidders", "common-control-bidders",
  ]

  @Test func `the catalogue lists each rule with a title and its legal basis`() throws {
    let outcome = try Workspace().program.run("rules")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.filter { !$0.hasPrefix(" ") } == Self.rules)
    #expect(lines.count == Self.rules.count * 3)
    #expect(try Workspace().program.run("rules", "--lang", "id").output.contains("UU 30/2014"))
  }

  @Test(arguments: rules)
  func `a rule's page says what, why, and on what basis`(_ rule: String) throws {
    let outcome = try Workspace().program.run("rules", rule)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("# \(rule)\n"))
    #expect(outcome.output.contains("## Legal basis"))
    #expect(outcome.output.contains("in force from"))
    #expect(outcome.output.split(separator: "\n").count > 12, "the page is empty")
  }

  @Test(arguments: rules)
  func `a citation names its law`(_ rule: String) throws {
    for language in ["id", "en"] {
      let output = try Workspace().program.run("rules", rule, "--json", "--lang", language).output
      let cards = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
      #expect(cards.count == 1)
      for citation in cards.first?["basis"] as? [String] ?? [] { #expect(citation.contains("/"), "\(citation)") }
    }
  }

  @Test func `--json is one list of all rules`() throws {
    let outcome = try Workspace().program.run("rules", "--json")
    let cards = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(cards.compactMap { $0["id"] as? String } == Self.rules)
    for card in cards {
      for key in ["version", "title", "basis", "innocent_explanation"] { #expect(card[key] != nil, "\(key)") }
    }
  }

  @Test(arguments: [["rules", "tidak-ada"], ["rules", "tidak-ada", "--json"]])
  func `an unknown rule is wrong usage and names those there are`(_ arguments: [String]) throws {
    let outcome = try Workspace().program.run(arguments)
    #expect(outcome.status == 64)
    for rule in Self.rules { #expect(outcome.messages.contains(rule)) }
  }

  @Test func `every rule that a finding names has a page`() throws {
    let found = Set(try Province.masked.get().published.table("findings.csv").column("aturan"))
    #expect(found.isSubset(of: Self.rules) && found.count >= 4)
  }
}
