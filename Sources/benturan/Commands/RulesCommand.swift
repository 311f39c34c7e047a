import ArgumentParser
import Foundation
import Records
import Screening

/// The catalogue of rules, or one rule's page.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules with their legal basis, or prints one rule's page.",
    discussion: "Example: benturan rules kin-holds-bidder")

  @Argument(help: "A rule's id.") var rule: String?
  @Option(help: "Language: id or en.") var lang = Language.english
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    if json { return try printJSON() }
    guard let rule else {
      for card in AllRules.cards {
        Terminal.print(
          "\(card.id)\n  \(lang.of(card.title))\n  \(card.basis.map { lang.of($0.citation) }.joined(separator: "; "))")
      }
      return
    }
    guard let card = AllRules.cards.first(where: { $0.id == rule }) else { throw unknown(rule) }
    Terminal.print(card.page)
    Terminal.print("## Legal basis\n")
    for basis in card.basis {
      let caution = basis.caution.map { " (\(lang.of($0)))" } ?? ""
      Terminal.print("- \(lang.of(basis.citation)), in force from \(basis.inForceFrom)\(caution)")
    }
  }

  private func unknown(_ rule: String) -> any Error {
    ValidationError("no rule is called \(rule); there are \(AllRules.cards.map(\.id).joined(separator: ", "))")
  }

  private struct Card: Encodable {
    let id: String
    let version: Int
    let title: String
    let basis: [String]
    let innocentExplanation: String
  }

  private func printJSON() throws {
    let cards = AllRules.cards.filter { rule == nil || $0.id == rule }
    if let rule, cards.isEmpty { throw unknown(rule) }
    Terminal.printJSON(
      cards.map {
        Card(
          id: $0.id, version: $0.version, title: lang.of($0.title), basis: $0.basis.map { lang.of($0.citation) },
          innocentExplanation: lang.of($0.innocentExplanation))
      })
  }
}

extension Terminal {
  /// Writes a value as JSON with sorted keys.
  static func printJSON(_ value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Encoding fails only for numbers that JSON has not, and none of our values can be one.
    if let text = try? encoder.encode(value) { print(String(decoding: text, as: UTF8.self)) }
  }
}
