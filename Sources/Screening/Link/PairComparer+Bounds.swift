/// What a pair can reach at most, so that most pairs are given up before anything is weighed.
extension PairComparer {
  /// Whether a pair's facts can reach the bits needed, found from the rows' facts alone: no word is looked at.
  func mayReach(_ needed: Double, _ left: PersonFacts, _ right: PersonFacts) -> Bool {
    var bits = Double(min(left.nameBits, right.nameBits)) + mostContactBits(left, right)
    if left.nationalID != 0, right.nationalID != 0 {
      bits += left.nationalID == right.nationalID ? model[.nikEqual] : mostUnequalNumberBits
    }
    if left.bestBirth != 0, right.bestBirth != 0 { bits += mostBirthBits(left, right) }
    if left.sex != right.sex, left.sex != 0, right.sex != 0 { bits += model[.sexDiffers] }
    return bits >= needed
  }

  /// No less than birth dates can add, from comparisons of whole numbers.
  private func mostBirthBits(_ left: PersonFacts, _ right: PersonFacts) -> Double {
    let (one, other) = (left.bestBirth, right.bestBirth)
    if one == other || left.statedBirth != 0 && (left.statedBirth == right.statedBirth || left.statedBirth == other)
      || right.statedBirth != 0 && right.statedBirth == one
    {
      return model[.birthMost] + max(model[.birthEqual], model[.birthByNIK])
    }
    let (day, month) = (one & 31, one >> 5 & 15)
    let isSameYear = one >> 9 == other >> 9
    if isSameYear, other & 31 == month, other >> 5 & 15 == day { return model[.birthSwapped] + model[.birthMost] }
    if isSameYear { return mostBirthBitsOfOneYear }
    // One digit of the year differs, and nothing else.
    if one & 511 == other & 511 { return mostBirthBitsOfTwoYears }
    return max(model[.birthNear], model[.birthDiffers], model[.birthGeneration])
  }

  /// No less than addresses, phones and birth places can add, found without looking at words.
  func mostContactBits(_ left: PersonFacts, _ right: PersonFacts) -> Double {
    var most = 0.0
    if left.addressMask & right.addressMask != 0 || sharesAddress(left, right) != nil {
      most += model[.addressMost]
    }
    if sharesPhone(left, right) != nil { most += model[.phoneMost] }
    if left.birthPlace != 0, right.birthPlace != 0 { most += model[.placeEqual] }
    return most + max(0, model[.occupationTrades]) + max(0, model[.ageFits])
  }
}
