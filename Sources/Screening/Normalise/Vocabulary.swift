import Records

/// All distinct tokens of a registry's names, ready for comparing: how each is spelt and sounds, and how rare it is.
///
/// One object that all threads read; ``TokenTable`` makes it when all names are counted.
final class Vocabulary: Sendable {
  let kinds: [TokenTable.Kind]
  /// For each token the number of its sound.
  let sounds: [UInt32]
  /// For each token that is a short form the token it usually stands for.
  let shortFormOf: [UInt32]
  /// How much each token tells, in whole bits: the base-2 logarithm of how few bear it, rounded down.
  let rarities: [Double]
  /// How much a token's first letter tells, in whole bits.
  let letterRarities: [Double]
  /// The part of the population that bears each token, from 0 to 1.
  let frequencies: [Double]
  let letters: [UInt8]
  private let starts: [UInt32]
  let soundLetters: [UInt8]
  private let soundStarts: [UInt32]

  init(_ table: TokenTable) {
    kinds = table.kinds
    sounds = table.sounds
    shortFormOf = table.shortFormOf
    frequencies = table.counts.indices.map { table.frequency(UInt32($0)) }
    rarities = frequencies.map { min(30, max(0, Logarithm.wholeBits(1 / $0))) }
    let all = max(1, table.firstLetters.reduce(0, +))
    letterRarities = table.counts.indices.map {
      Logarithm.wholeBits(Double(all + 26) / Double(table.firstLetters[Int(table.letter(UInt32($0)))] + 1))
    }
    (letters, starts) = (table.letters.bytes, table.letters.starts)
    (soundLetters, soundStarts) = (table.soundLetters.bytes, table.soundLetters.starts)
  }

  func isInitial(_ token: UInt32) -> Bool { kinds[Int(token)] == .initial }
  func isName(_ token: UInt32) -> Bool { kinds[Int(token)] == .name }
  func rarity(_ token: UInt32) -> Double { rarities[Int(token)] }
  func letterRarity(_ token: UInt32) -> Double { letterRarities[Int(token)] }

  /// Where a token's letters stand in ``letters``.
  func range(_ token: UInt32) -> Range<Int> { Int(starts[Int(token)])..<Int(starts[Int(token) + 1]) }

  /// Where the letters of a token's sound stand in ``soundLetters``.
  func sound(_ token: UInt32) -> Range<Int> {
    let sound = Int(sounds[Int(token)])
    return Int(soundStarts[sound])..<Int(soundStarts[sound + 1])
  }

  /// The first letter's place in the alphabet, from 0.
  func letter(_ token: UInt32) -> UInt8 { letters[Int(starts[Int(token)])] - 0x61 }
}
