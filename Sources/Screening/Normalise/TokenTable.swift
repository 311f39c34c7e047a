import Records

/// All distinct tokens of folded names: how each is spelt and sounds, and how often the registries have it.
struct TokenTable: Sendable {
  private(set) var letters = ByteTable()
  private(set) var soundLetters = ByteTable()
  /// For each token the number of its sound.
  private(set) var sounds: [UInt32] = []
  private(set) var kinds: [Kind] = []
  /// For each token that is a short form the token it usually stands for.
  private(set) var shortFormOf: [UInt32] = []
  private(set) var counts: [UInt32] = []
  /// How many names were counted.
  private(set) var names = 0
  /// How many tokens begin with each letter, of those counted.
  private(set) var firstLetters = [Int](repeating: 0, count: 26)

  static let noToken = UInt32.max

  /// What part a token can play in a name.
  enum Kind: UInt8, Sendable {
    case name, initial, particle
  }

  private static let particles: Set<String> = ["da", "de", "dos", "do", "di", "van", "von", "der", "den", "el"]
  private static let longest = 64

  var count: Int { kinds.count }

  mutating func number(of word: [UInt8]) -> UInt32 {
    let cut = word.count > Self.longest ? Array(word[..<Self.longest]) : word
    let number = letters.number(of: cut.span)
    if Int(number) == kinds.count {
      kinds.append(
        cut.count == 1 ? .initial : Self.particles.contains(String(decoding: cut, as: UTF8.self)) ? .particle : .name)
      sounds.append(soundLetters.number(of: SoundKey.of(cut)))
      shortFormOf.append(Self.noToken)
      counts.append(0)
    }
    return number
  }

  mutating func noteShortForm(_ token: UInt32, of full: UInt32) { shortFormOf[Int(token)] = full }

  /// Counts a name of the registries, each of its tokens once.
  mutating func count(_ tokens: ArraySlice<UInt32>, times: UInt32 = 1) {
    names += Int(times)
    for index in tokens.indices where !tokens[..<index].contains(tokens[index]) {
      add(Int(times), to: tokens[index])
    }
  }

  /// Adds people of whom only one token is known, from a list of a whole population.
  mutating func add(_ people: Int, to token: UInt32) {
    counts[Int(token)] = UInt32(clamping: Int(counts[Int(token)]) + people)
    firstLetters[Int(letter(token))] += people
  }

  func text(_ token: UInt32) -> String { letters.string(token) }

  /// The first letter's place in the alphabet, from 0.
  func letter(_ token: UInt32) -> UInt8 { letters.bytes[letters.range(token).lowerBound] - 0x61 }

  /// People outside the registries bear the same names: so many of them are thought beside those counted, each with
  /// a name of its own, which keeps a small registry from calling every name rare or every name common.
  private static let outsiders = 2000.0

  /// The part of the population that bears a token, from 0 to 1.
  func frequency(_ token: UInt32) -> Double {
    (Double(counts[Int(token)]) + 1) / (Double(names) + Self.outsiders)
  }
}
