/// How one word of a name stands to a word of another, for pairs of words that are not equal.
///
/// A pair is compared once and remembered; distinct words are few, so nearly every question is answered from memory.
struct TokenSimilarity {
  private let table: Vocabulary
  private let model: MatchModel
  /// Direct-mapped: a newer pair takes an older one's place.
  private var keys: [UInt64]
  private var answers: [Answer]

  /// A level and its bits; `nil` level where the words are two names.
  struct Answer {
    var level: FactLevel?
    var bits = 0.0
  }

  private static let places = 1 << 14

  init(_ table: Vocabulary, _ model: MatchModel) {
    self.table = table
    self.model = model
    keys = Array(repeating: 0, count: Self.places)
    answers = Array(repeating: Answer(), count: Self.places)
  }

  mutating func of(_ one: UInt32, _ other: UInt32) -> Answer {
    let (low, high) = one < other ? (one, other) : (other, one)
    let key = UInt64(low) << 32 | UInt64(high)
    let place = Int(truncatingIfNeeded: LinkKey.mix(key, kind: 7)) & (Self.places - 1)
    if keys[place] == key { return answers[place] }
    let answer = compare(low, high)
    keys[place] = key
    answers[place] = answer
    return answer
  }

  /// Symmetric, as both orders ask for the same pair.
  private func compare(_ one: UInt32, _ other: UInt32) -> Answer {
    if table.isInitial(one) || table.isInitial(other) {
      guard table.letter(one) == table.letter(other) else { return Answer() }
      return Answer(level: .nameInitial, bits: model[.nameInitial] + table.letterRarity(one))
    }
    guard let level = level(one, other) else { return Answer() }
    // A slip makes a rare word from a known one. So the rarer of the two tells how likely it is one, and the pair
    // never tells more than the commoner word does.
    let rarities = (table.rarity(one), table.rarity(other))
    let bits = min(max(rarities.0, rarities.1) + model[level], min(rarities.0, rarities.1))
    return Answer(level: level, bits: bits)
  }

  private func level(_ one: UInt32, _ other: UInt32) -> FactLevel? {
    if table.sounds[Int(one)] == table.sounds[Int(other)] { return .nameSound }
    if table.shortFormOf[Int(one)] == other || table.shortFormOf[Int(other)] == one { return .nameShort }
    let (a, b) = (table.range(one), table.range(other))
    let (shorter, longer) = a.count <= b.count ? (a, b) : (b, a)
    let bytes = table.letters
    let letters = bytes.span
    if (2...4).contains(shorter.count), longer.count >= 6, startsAlike(letters, shorter, longer) { return .namePrefix }
    guard shorter.count >= 4, longer.count - shorter.count <= 2 else { return nil }
    let distance = EditDistance.of(letters.extracting(a), letters.extracting(b))
    if distance == 1, !differsInEnding(letters, shorter, longer) { return .nameSlip }
    return distance == 2 && shorter.count >= 8 && letters[a.lowerBound] == letters[b.lowerBound] ? .nameSlips : nil
  }

  private func startsAlike(_ letters: Span<UInt8>, _ short: Range<Int>, _ long: Range<Int>) -> Bool {
    for offset in 0..<short.count where letters[short.lowerBound + offset] != letters[long.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Whether only the last letter differs, as between a man's and a woman's form of a name (Antonio, Antonia).
  private func differsInEnding(_ letters: Span<UInt8>, _ short: Range<Int>, _ long: Range<Int>) -> Bool {
    guard short.count == long.count else {
      return startsAlike(letters, short, long) && letters[long.upperBound - 1] == 0x61
    }
    for offset in 0..<short.count - 1 where letters[short.lowerBound + offset] != letters[long.lowerBound + offset] {
      return false
    }
    let ends = (letters[short.upperBound - 1], letters[long.upperBound - 1])
    return ends == (0x61, 0x6F) || ends == (0x6F, 0x61) || ends == (0x61, 0x69) || ends == (0x69, 0x61)
  }
}
