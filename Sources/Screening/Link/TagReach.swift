/// Tells whether one row can reach the bits needed with others that it met by name, as far as their tags tell.
///
/// Equal birth dates, NIKs, addresses and phones are keys of their own, so a pair that met by name alone lacks them or
/// is met under those keys too.
struct TagReach {
  private let tag: RowTag
  /// The bits that names must tell, by how the years of birth stand to each other, and where addresses share a word
  /// four places on.
  private let least: InlineArray<8, Double>

  init(_ bounds: borrowing Bounds, _ facts: PersonFacts) {
    tag = RowTag(facts)
    let place = facts.birthPlace == 0 ? 0 : bounds.place
    least = InlineArray { bounds.least[$0] - place }
  }

  /// - Parameter most: Bits that the names can tell, by how many rows share the key.
  func admits(_ other: RowTag, most: Double, _ bounds: borrowing Bounds) -> Bool {
    let years = bounds.years[Int(tag.year << 8 | other.year)]
    // A further word that is alike but not equal makes up for no birth year that differs.
    let further = years == RowTag.Years.generationApart.rawValue ? 0 : Bounds.furtherWord
    let name = min(tag.nameBits, other.nameBits, most + further)
    return name >= least[Int(years) + (tag.sharesAddressWord(other) ? 4 : 0)]
  }

  /// What holds for all rows.
  struct Bounds {
    /// As ``TagReach/least``, for a row without a birth place.
    fileprivate let least: InlineArray<8, Double>
    /// What an equal birth place adds.
    fileprivate let place: Double
    /// For each two years of tags how they stand to each other.
    fileprivate let years: [UInt8]

    /// Bits that a third word of a name can tell beside two equal ones, where it is alike but not equal.
    fileprivate static let furtherWord = 8.0

    init(_ comparer: borrowing PairComparer, _ needed: Double) {
      let model = comparer.model
      let life = max(0, model[.occupationTrades]) + max(0, model[.ageFits])
      let address = model[.addressMost] + model[.addressSimilar]
      let birth: InlineArray<4, Double> = [
        0, max(comparer.mostBirthBitsOfOneYear, comparer.mostBirthBitsOfTwoYears),
        max(model[.birthSameDay], model[.birthDiffers]), model[.birthGeneration],
      ]
      least = InlineArray { needed - life - birth[$0 & 3] - ($0 < 4 ? 0 : address) }
      place = max(0, model[.placeEqual])
      years = (0..<1 << 16).map { RowTag(bits: $0 >> 8).years(RowTag(bits: $0 & 255)).rawValue }
    }
  }
}
