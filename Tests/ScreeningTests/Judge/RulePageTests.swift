import Foundation
import Records
import Testing

@testable import Screening

@Suite struct RulePageTests {
  private static let sections = [
    "What it says", "Why it matters", "The provisions", "Method", "Thresholds", "Levels", "What is left out",
    "Assumptions", "Dates", "Could not be checked", "Innocent explanations", "What would clear it", "Example",
  ]

  private static let forbidden = [
    "korupsi", "nepotisme", "bersalah", "terbukti", "pelanggaran", "fraud", "guilty",
  ]

  struct Page: CustomTestStringConvertible, Sendable {
    let card: RuleCard
    var lines: [String] { card.page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    var testDescription: String { card.id }
  }

  private static let pages = AllRules.cards.map(Page.init)

  @Test(arguments: pages)
  func `has every section once, in order, under the rule's name`(_ page: Page) {
    #expect(page.lines.first == "# \(page.card.id)")
    #expect(page.lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) } == Self.sections)
  }

  @Test(arguments: pages)
  func `begins with a summary of two sentences in Indonesian`(_ page: Page) {
    let summary = page.lines.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }.joined(separator: " ")
    #expect(summary.count { $0 == "." } == 2)
    #expect(summary.contains("pejabat"))
    #expect(summary.contains("klarifikasi") || summary.contains("register"))
  }

  @Test(arguments: pages)
  func `holds no word that accuses, and fits the page`(_ page: Page) {
    let card = page.card
    let phrases = [card.title, card.innocentExplanation, Phrase(citing: card.basis)]
    for text in phrases.flatMap({ [$0.indonesian, $0.english] }) + [card.page] { #expect(Self.forbidden.filter { text.lowercased().contains($0) }.isEmpty) }
    #expect(page.lines.allSatisfy { $0.count <= 120 })
  }

  @Test(arguments: pages)
  func `marks each provision whose text is unconfirmed`(_ page: Page) {
    for basis in page.card.basis where basis.caution?.english.contains("unconfirmed") ?? false {
      #expect(page.card.page.contains("unconfirmed"), "\(basis.citation.english)")
    }
  }

  @Test(arguments: pages)
  func `its table of levels is the policy's`(_ page: Page) throws {
    let rows = page.lines.filter { $0.hasPrefix("| ") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let start = try #require(rows.firstIndex { $0 == ["relation", "power", "registered", "bid", "won", "contracted"] })
    let relations: [String: SeverityTable.RelationTier] = [
      "the official in person": .closest, "spouse, parent or child": .closest, "another listed relative": .listed,
    ]
    let powers: [String: SeverityTable.RoleTier] = [
      "decides": .decides, "assists": .assists, "posted in the buying unit": .sameUnit, "posted elsewhere": .elsewhere,
    ]
    var count = 0
    for row in rows[(start + 1)...] where row.count == 6 {
      let relation = try #require(relations[row[0]])
      let power = try #require(powers[row[1]])
      let levels = BidOutcome.allCases.map { SeverityTable().level(relation, power, $0) }
      for (written, level) in zip(row[2...], levels) where written != "-" { #expect(written == level.name, "\(row)") }
      count += 1
    }
    #expect(count >= 2)
  }

  /// Runs the page's console block: the command's input folder is screened, and the lines below the `cut` are compared.
  @Test(arguments: pages)
  func `its example says what the program says`(_ page: Page) throws {
    let start = try #require(page.lines.firstIndex(of: "```console"))
    let block = page.lines[(start + 1)...].prefix { $0 != "```" }
    let run = try #require(block.first { $0.hasPrefix("$ benturan run ") }).split(separator: " ")
    let input = try #require(run.first { $0.hasPrefix("fixtures/rules/") })
    #expect(run.contains("2026-11-23"))
    let fixture = try #require(RuleFixture.all.first { input == "fixtures/rules/\($0.rule)/\($0.name)/input" })
    #expect(fixture.rule == page.card.id)
    let cut = try #require(block.firstIndex { $0 == "$ cut -d ';' -f 2-4,7,8,12 results/latest/findings.csv" })
    let printed = block[(cut + 1)...].prefix { !$0.hasPrefix("$ ") }
    let judgement = try fixture.judge()
    let lines = judgement.findings.map { finding in
      [
        finding.rule, finding.level.name, finding.package.map { judgement.packages[$0].code } ?? "",
        finding.role?.name ?? "", finding.outcome.column, finding.standing.column,
      ].joined(separator: ";")
    }
    #expect(Array(printed) == ["aturan;tingkat;kode_paket;peran_pada_paket;hasil_penyedia;waktu"] + lines)
  }
}
