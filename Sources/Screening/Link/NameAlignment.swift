/// How two folded names stand to each other, word by word.
struct NameAlignment {
  enum Level: String, Sendable {
    case equal, reordered, variant, initials, missing, partial, differs
    /// One side has no letters that could be compared.
    case missingName = "missing_name"
  }

  /// Bits for one person, before the name as a whole is looked at.
  var bits = 0.0
  /// Bits that the words tell which both names have, rarity alone.
  var sharedBits = 0.0
  /// Words that both names have, in one spelling or another.
  var shared = 0
  /// How often each level of words occurs: four bits a level.
  private var counts: UInt64 = 0
  var conflicts = 0
  var missing = 0
  var level = Level.differs
  /// Whether every word of both names has an equal one in the other.
  var isWhole = false

  mutating func note(_ level: FactLevel) { counts += 1 << UInt64(level.place * 4) }
  func count(_ level: FactLevel) -> Int { Int(counts >> UInt64(level.place * 4) & 15) }

  /// Whether the names may be one person's: no word contradicts another, and more than an initial agrees.
  var agrees: Bool { conflicts == 0 && shared > 0 && (missing < 2 || shared > 1) && level != .differs }

  /// How much of the names agrees: 1 for equal names, 0 for names without a word in common; the same both ways.
  var similarity: Double {
    if isWhole { return 1 }
    let all = shared + count(.nameInitial) + conflicts + missing
    guard all > 0 else { return 0 }
    let near = [FactLevel.nameSound, .nameShort, .nameSlip, .nameSlips, .namePrefix, .nameJoined].reduce(0) {
      $0 + count($1)
    }
    return (Double(shared) - 0.2 * Double(near) + 0.5 * Double(count(.nameInitial))) / Double(all)
  }
}

/// Aligns folded names.
///
/// Words are paired by what the pair tells, most first: equal ones; two words that are one word on the other side;
/// spellings, slips, short forms and initials. What is left over on both sides contradicts; what one side has beyond
/// the other was left out there.
struct NameAligner {
  private let table: Vocabulary
  private let model: MatchModel
  private var similarity: TokenSimilarity

  /// A name that at least one in 32 people bears is left out more readily than others.
  private static let commonRarity = 5.0

  init(_ table: Vocabulary, _ model: MatchModel) {
    self.table = table
    self.model = model
    similarity = TokenSimilarity(table, model)
  }

  /// - Parameters:
  ///   - left: Tokens of one name, at most ``NameFolder/mostTokens``.
  ///   - leftPatronym: From which token on the name is the father's.
  ///   - least: Bits below which the names do not matter; they may then be aligned in part only, with too many bits
  ///     but still below.
  mutating func align(
    _ left: Span<UInt32>, _ leftPatronym: UInt8, _ right: Span<UInt32>, _ rightPatronym: UInt8,
    least: Double = -.infinity
  ) -> NameAlignment {
    var result = NameAlignment()
    guard left.count > 0, right.count > 0 else {
      result.level = .missingName
      return result
    }
    var (leftRest, rightRest) = (
      UInt16(truncatingIfNeeded: 1 << left.count - 1), UInt16(truncatingIfNeeded: 1 << right.count - 1)
    )
    var isOrdered = true
    for i in 0..<left.count {
      for j in 0..<right.count where rightRest & 1 << j != 0 && left[i] == right[j] {
        leftRest &= ~(1 << i)
        rightRest &= ~(1 << j)
        if i != j { isOrdered = false }
        takeEqual(left[i], &result)
        break
      }
    }
    if leftRest == 0, rightRest == 0 {
      result.isWhole = true
    } else if result.bits + min(most(left, leftRest), most(right, rightRest)) < least {
      result.bits += min(most(left, leftRest), most(right, rightRest))
      return result
    } else {
      if leftRest != 0 || rightRest != 0, left.count != right.count {
        join(left, &leftRest, right, &rightRest, &result)
        join(right, &rightRest, left, &leftRest, &result)
      }
      while leftRest != 0, rightRest != 0, takeBest(left, &leftRest, right, &rightRest, &result) {}
      leaveOut(left, leftPatronym, &leftRest, right, rightPatronym, &rightRest, &result)
    }
    finish(&result, isOrdered || left.count != right.count)
    return result
  }

  /// Bits that the words left over can tell at most.
  private func most(_ name: Span<UInt32>, _ rest: UInt16) -> Double {
    var bits = 0.0
    for place in 0..<name.count where rest & 1 << place != 0 {
      bits += table.isInitial(name[place]) ? table.letterRarity(name[place]) : table.rarity(name[place])
    }
    return bits
  }

  private func takeEqual(_ token: UInt32, _ result: inout NameAlignment) {
    switch table.kinds[Int(token)] {
    case .name:
      result.shared += 1
      result.note(.nameEqual)
      result.bits += model[.nameEqual] + table.rarity(token)
      result.sharedBits += table.rarity(token)
    case .initial:
      result.note(.nameInitial)
      result.bits += model[.nameInitial] + table.letterRarity(token)
    case .particle: break
    }
  }

  /// Pairs two neighbouring words of one name with one word of the other that is both.
  private func join(
    _ parts: Span<UInt32>, _ partsRest: inout UInt16, _ wholes: Span<UInt32>, _ wholesRest: inout UInt16,
    _ result: inout NameAlignment
  ) {
    guard parts.count > 1 else { return }
    for i in 0..<parts.count - 1 where partsRest & 3 << i == 3 << i {
      for j in 0..<wholes.count where wholesRest & 1 << j != 0 && isJoined(parts[i], parts[i + 1], wholes[j]) {
        partsRest &= ~(3 << i)
        wholesRest &= ~(1 << j)
        result.shared += 1
        result.note(.nameJoined)
        let rarity = min(table.rarity(wholes[j]), table.rarity(parts[i]) + table.rarity(parts[i + 1]))
        result.bits += max(0, rarity + model[.nameJoined])
        result.sharedBits += rarity
        break
      }
    }
  }

  private func isJoined(_ first: UInt32, _ second: UInt32, _ whole: UInt32) -> Bool {
    let (a, b, c) = (table.range(first), table.range(second), table.range(whole))
    let bytes = table.letters
    let letters = bytes.span
    guard a.count + b.count >= 4 else { return false }
    // A letter that ends one word and begins the next is written once where they are one.
    let overlap = letters[a.upperBound - 1] == letters[b.lowerBound] ? 1 : 0
    guard c.count == a.count + b.count - overlap else { return false }
    for offset in 0..<a.count where letters[a.lowerBound + offset] != letters[c.lowerBound + offset] { return false }
    for offset in 1...b.count where letters[b.upperBound - offset] != letters[c.upperBound - offset] { return false }
    return true
  }

  /// Pairs the two words that tell most; of equal ones the foremost, so that both orders of the names pair alike.
  private mutating func takeBest(
    _ left: Span<UInt32>, _ leftRest: inout UInt16, _ right: Span<UInt32>, _ rightRest: inout UInt16,
    _ result: inout NameAlignment
  ) -> Bool {
    var best = TokenSimilarity.Answer(level: nil, bits: -.infinity)
    var place = (i: 0, j: 0)
    for i in 0..<left.count where leftRest & 1 << i != 0 {
      for j in 0..<right.count where rightRest & 1 << j != 0 {
        let answer = similarity.of(left[i], right[j])
        guard answer.level != nil else { continue }
        if answer.bits > best.bits
          || answer.bits == best.bits && (i + j, max(i, j)) < (place.i + place.j, max(place.i, place.j))
        {
          best = answer
          place = (i, j)
        }
      }
    }
    // Words so unlike that they tell more against than two names would are two names.
    guard let level = best.level, best.bits > model[.nameConflict] else { return false }
    leftRest &= ~(1 << place.i)
    rightRest &= ~(1 << place.j)
    result.note(level)
    result.bits += best.bits
    if level != .nameInitial {
      result.shared += 1
      result.sharedBits += max(0, best.bits)
    }
    return true
  }

  private func leaveOut(
    _ left: Span<UInt32>, _ leftPatronym: UInt8, _ leftRest: inout UInt16, _ right: Span<UInt32>,
    _ rightPatronym: UInt8, _ rightRest: inout UInt16, _ result: inout NameAlignment
  ) {
    for i in 0..<left.count where table.kinds[Int(left[i])] == .particle { leftRest &= ~(1 << i) }
    for j in 0..<right.count where table.kinds[Int(right[j])] == .particle { rightRest &= ~(1 << j) }
    let conflicts = min(leftRest.nonzeroBitCount, rightRest.nonzeroBitCount)
    for _ in 0..<conflicts {
      result.note(.nameConflict)
      result.bits += model[.nameConflict]
    }
    result.conflicts = conflicts
    let (names, patronym) =
      leftRest.nonzeroBitCount > rightRest.nonzeroBitCount ? (left, leftPatronym) : (right, rightPatronym)
    let rest = leftRest.nonzeroBitCount > rightRest.nonzeroBitCount ? leftRest : rightRest
    var (ofFather, common, others) = (0, 0, 0)
    for index in 0..<names.count where rest & 1 << index != 0 {
      if index >= Int(patronym) {
        ofFather += 1
      } else if table.isInitial(names[index]) || table.rarity(names[index]) <= Self.commonRarity {
        common += 1
      } else {
        others += 1
      }
    }
    // Of the longer rest, the words that tell most are thought to be those that contradict.
    var leftOut = ofFather + common + others - conflicts
    result.missing = leftOut
    for (level, words) in [
      (FactLevel.nameMissingPatronym, ofFather), (.nameMissingCommon, common), (.nameMissing, others),
    ] {
      for _ in 0..<min(words, leftOut) {
        result.note(level)
        result.bits += model[level]
        leftOut -= 1
      }
    }
  }

  private func finish(_ result: inout NameAlignment, _ isOrdered: Bool) {
    if result.shared > 1 { result.bits += Double(result.shared - 1) * model[.nameFurther] }
    let near = result.shared - result.count(.nameEqual)
    if result.shared == 0 {
      result.level = .differs
    } else if result.conflicts > 0 {
      result.level = .partial
    } else if result.missing > 0 {
      result.level = .missing
    } else if result.count(.nameInitial) > 0, !result.isWhole {
      result.level = .initials
    } else if near > 0 {
      result.level = .variant
    } else if isOrdered {
      result.level = .equal
    } else {
      result.level = .reordered
      result.note(.nameReordered)
      result.bits += model[.nameReordered]
    }
  }
}
