import Records

/// Makes a row's keys.
struct KeyMaker: Sendable {
  private let tokens: Vocabulary
  private let addresses: Addresses

  /// A word with a year of birth is a key only where at most one in 64 people bears the word.
  private static let rareBits = 6.0

  init(_ tokens: Vocabulary, _ addresses: Addresses) {
    self.tokens = tokens
    self.addresses = addresses
  }

  /// Hands over each key of a row with its kind; the same key may come twice.
  ///
  /// - Parameter swapped: Whether to add keys of birth dates with day and month exchanged; one side of a comparison
  ///   is enough.
  func eachKey(
    _ facts: PersonFacts, _ name: Span<UInt32>, swapped: Bool, _ body: (UInt64, LinkKey.Kind) -> Void
  ) {
    if facts.nationalID != 0 {
      body(LinkKey.mix(facts.nationalID / 10, 0, kind: .nationalID), .nationalID)
    }
    nameKeys(facts, name, body)
    for place in 0..<name.count where tokens.isName(name[place]) {
      let sound = UInt64(tokens.sounds[Int(name[place])])
      birthKeys(facts, sound, tokens.rarity(name[place]), swapped, body)
      addressKeys(facts, sound, body)
      for phone in [facts.phone, facts.householdPhone] where phone != 0 {
        body(LinkKey.mix(phone, sound, kind: .phoneAndWord), .phoneAndWord)
      }
    }
  }

  private func nameKeys(_ facts: PersonFacts, _ name: Span<UInt32>, _ body: (UInt64, LinkKey.Kind) -> Void) {
    guard let whole = wholeName(name) else { return }
    // Two words in any order are a key of their own.
    if words(name) != 2 { body(whole, .name) }
    for first in 0..<name.count where tokens.isName(name[first]) {
      for second in first + 1..<max(name.count, first + 1) where tokens.isName(name[second]) {
        let (a, b) = (UInt64(tokens.sounds[Int(name[first])]), UInt64(tokens.sounds[Int(name[second])]))
        let both = LinkKey.mix(min(a, b), max(a, b), kind: .twoWords)
        body(both, .twoWords)
        if facts.bestBirth != 0 {
          body(LinkKey.mix(both, UInt64(facts.bestBirth >> 9), kind: .twoWordsAndYear), .twoWordsAndYear)
        }
      }
    }
    body(joined(name), .joined)
  }

  /// How many words a name has without initials and particles.
  func words(_ name: Span<UInt32>) -> Int {
    var words = 0
    for place in 0..<name.count where tokens.isName(name[place]) { words += 1 }
    return words
  }

  private func birthKeys(
    _ facts: PersonFacts, _ sound: UInt64, _ rarity: Double, _ swapped: Bool, _ body: (UInt64, LinkKey.Kind) -> Void
  ) {
    var earlier: UInt32 = 0
    for birth in [facts.birth, facts.statedBirth] where birth != 0 && birth != earlier {
      body(LinkKey.mix(UInt64(birth), sound, kind: .birthAndWord), .birthAndWord)
      if swapped, let other = CalendarDate(packed: birth)?.dayMonthSwapped {
        body(LinkKey.mix(UInt64(other.packed), sound, kind: .birthAndWord), .birthAndWord)
      }
      if rarity >= Self.rareBits {
        body(LinkKey.mix(UInt64(birth >> 9), sound, kind: .wordAndYear), .wordAndYear)
      }
      earlier = birth
    }
  }

  private func addressKeys(_ facts: PersonFacts, _ sound: UInt64, _ body: (UInt64, LinkKey.Kind) -> Void) {
    var earlier: UInt32 = 0
    for address in [facts.address, facts.householdAddress] where address != 0 && address != earlier {
      let signature = addresses.signature(address)
      if signature != 0 {
        body(LinkKey.mix(signature, sound, kind: .addressAndWord), .addressAndWord)
      }
      earlier = address
    }
  }

  /// One key for all orders and spellings of a name's words; `nil` for a name of initials only.
  func wholeName(_ name: Span<UInt32>) -> UInt64? {
    var sum: UInt64 = 0
    var count = 0
    for place in 0..<name.count where tokens.isName(name[place]) {
      sum = sum &+ LinkKey.mix(UInt64(tokens.sounds[Int(name[place])]), kind: LinkKey.Kind.name.rawValue)
      count += 1
    }
    return count == 0 ? nil : LinkKey.mix(sum, kind: LinkKey.Kind.name.rawValue)
  }

  /// One key for a name written with and without blanks; a letter that meets itself at a blank counts once.
  private func joined(_ name: Span<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var last: UInt8 = 0
    let letters = tokens.soundLetters
    for place in 0..<name.count {
      for index in tokens.sound(name[place]) where letters[index] != last {
        last = letters[index]
        hash = (hash ^ UInt64(last)) &* 0x0000_0100_0000_01b3
      }
    }
    return LinkKey.mix(hash, kind: LinkKey.Kind.joined.rawValue)
  }
}
