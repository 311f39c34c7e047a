/// All distinct tokens of folded names, each with a number, and how often the registries have it.
struct TokenTable: Sendable {
  private(set) var tokens: [String] = []
  private var numbers: [String: UInt32] = [:]
  private(set) var counts: [UInt32] = []
  /// How many names were counted.
  private(set) var names = 0

  mutating func number(of token: String) -> UInt32 {
    if let number = numbers[token] { return number }
    let number = UInt32(tokens.count)
    numbers[token] = number
    tokens.append(token)
    counts.append(0)
    return number
  }

  /// Counts a name of the registries, each of its tokens once.
  mutating func count(_ name: FoldedName) {
    names += 1
    for (index, token) in name.tokens.enumerated() where !name.tokens[..<index].contains(token) {
      counts[Int(token)] += 1
    }
  }

  func isInitial(_ token: UInt32) -> Bool { tokens[Int(token)].utf8.count == 1 }

  func text(_ token: UInt32) -> String { tokens[Int(token)] }

  /// People outside the registries bear the same names: so many of them are thought beside those counted, each with
  /// a name of its own, which keeps a small registry from calling every name rare or every name common.
  private static let outsiders = 2000.0

  /// The part of the population that bears a token, from 0 to 1.
  func frequency(_ token: UInt32) -> Double {
    (Double(counts[Int(token)]) + 1) / (Double(names) + Self.outsiders)
  }
}
