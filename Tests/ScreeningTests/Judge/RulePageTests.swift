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
    /// Such a rule knows no official.
    var isAboutBidders: Bool { AllRules.rules.contains { type(of: $0).card.id == card.id && $0 is any BidderRule } }
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
    #expect(summary.contains(page.isAboutBidders ? "peserta" : "pejabat"))
    #expect(summary.contains("klarifikasi") || summary.contains("register"))
  }

  @Test(arguments: pages)
  func `holds no word that accuses, and fits the page`(_ page: Page) {
    let card = page.card
    let phrases = [card.title, card.innocentExplanation, Phrase(citing: card.basis)]
    for text in phrases.flatMap({ [$0.indonesian, $0.english] }) + [card.page] {
      #expect(Self.forbidden.filter { text.lowercased().contains($0) }.isEmpty)
    }
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
    let relations: [String: Finding.Relation] = [
      "the official in person": .closest, "spouse, parent or child": .closest, "another listed relative": .listed,
      "kin outside the list": .outside, "two bidders": .bidders,
    ]
    let powers: [String: Finding.Power] = [
      "decides": .decides, "assists": .assists, "posted in the buying unit": .sameUnit, "posted elsewhere": .elsewhere,
      "distant": .distant, "-": .bidders,
    ]
    var count = 0
    for row in rows[(start + 1)...] where row.count == 6 {
      let relation = try #require(relations[row[0]])
      let power = try #require(powers[row[1]])
      let levels = BidOutcome.allCases.map { SeverityTable().level(relation, power, $0) }
      for (written, level) in zip(row[2...], levels) where written != "-" { #expect(written == level.name, "\(row)") }
      count += 1
    }
    #expect(count > 0)
  }

  /// Runs the page's console block: the command's input is screened, and the lines below `cut` and `grep` are compared.
  @Test(arguments: pages)
  func `its example says what the program says`(_ page: Page) throws {
    let example = try Example(page.lines)
    let fixture = try #require(
      RuleFixture.all.first { example.words.contains("fixtures/rules/\($0.rule)/\($0.name)/input") })
    #expect(fixture.rule == page.card.id)
    #expect(example.words.contains(RuleFixture.night.description))
    let judgement = try fixture.judge()
    let found = try #require(example.output(of: "cut"))
    #expect(found == judgement.findingLines(example.fields))
    let coverage = try #require(judgement.coverage.first { $0.rule == page.card.id })
    let unchecked = coverage.packages - coverage.clear - coverage.flagged
    let counts = [coverage.packages, coverage.clear + coverage.flagged, coverage.clear, coverage.flagged, unchecked]
    let counted = try #require(example.output(of: "grep"))
    #expect(counted == [([page.card.id] + counts.map(String.init)).joined(separator: ";")])
  }
}

/// A page's console block.
private struct Example {
  /// The first command's words, whatever lines they stand on.
  let words: [String]
  private var commands: [(text: String, output: [String])] = []

  init(_ lines: [String]) throws {
    let start = try #require(lines.firstIndex(of: "```console"))
    for line in lines[(start + 1)...].prefix(while: { $0 != "```" }) {
      if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), []))
      } else if commands.last?.text.hasSuffix("\\") == true {
        commands[commands.count - 1].text = commands[commands.count - 1].text.dropLast() + line
      } else {
        commands[commands.count - 1].output.append(line)
      }
    }
    words = try #require(commands.first).text.split(separator: " ").map(String.init)
    #expect(words.starts(with: ["benturan", "run", "--input"]))
  }

  func output(of tool: String) -> [String]? { commands.first { $0.text.hasPrefix(tool + " ") }?.output }

  /// Places of the columns of `findings.csv` that `cut` keeps, from 1.
  var fields: [Int] {
    let words = commands.first { $0.text.hasPrefix("cut ") }?.text.split(separator: " ") ?? []
    guard let option = words.firstIndex(of: "-f"), words.last == "results/latest/findings.csv" else { return [] }
    return words[option + 1].split(separator: ",").flatMap { part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      return Array((ends.first ?? 0)...(ends.last ?? 0))
    }
  }
}

extension Judgement {
  /// Header and rows of `findings.csv` in the columns that the pages show; one case's rules are in the order of names.
  fileprivate func findingLines(_ fields: [Int]) -> [String] {
    let header = [
      2: "aturan", 3: "tingkat", 4: "kode_paket", 5: "nama_paket", 7: "peran_pada_paket", 8: "hasil_penyedia",
      12: "waktu",
    ]
    let rows = findings.sorted { $0.rule < $1.rule }.map { finding in
      [
        2: finding.rule, 3: finding.level.name, 4: finding.package.map { packages[$0].code } ?? "",
        5: finding.package.map { packages[$0].name } ?? "", 7: finding.role?.name ?? "", 8: finding.outcome.column,
        12: finding.standing.column,
      ]
    }
    return ([header] + rows).map { row in fields.map { row[$0] ?? "?" }.joined(separator: ";") }
  }
}
