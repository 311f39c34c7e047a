/// How many bits each level of each comparison is worth: the base-2 logarithm of its share among pairs that are one
/// person over its share among pairs that are two.
///
/// First estimates by hand from the error rates that registries are known for (`m`) and from how often unrelated
/// people agree by chance (`u`), rounded to half bits; a number's reason stands beside it.
struct MatchModel: Sendable {
  // Sixteen equal digits by chance are one in a milliard even within one regency and year.
  var nationalIDEqual = 28.0
  // Fifteen digits are left when the last may have been rounded: a household's neighbours share them.
  var nationalIDPerhapsRounded = 22.0
  // About one NIK in twenty is mistyped or another document's number; two people always differ.
  var nationalIDDiffers = -4.5
  // One of 25,000 days; some registers heap births on three days of the year.
  var birthDateEqual = 13.0
  var birthDateDefaultDay = 6.0
  var birthDateSwapped = 9.0
  var birthDateOneDigit = 4.0
  var birthDateSameYear = 1.0
  var birthDateDiffers = -6.0
  var sexEqual = 1.0
  // Nearly nobody's sex is written down wrong.
  var sexDiffers = -6.0
  var birthPlaceEqual = 3.0
  var birthPlaceDiffers = -2.0
  var addressEqual = 6.0
  var addressDiffers = -0.5
  var phoneEqual = 9.0
  var phoneDiffers = -0.5
  // The dead hold no office, but registers lag behind deaths.
  var deceased = -4.0
  var nameNear = -2.0
  var nameInitial = 2.0
  var nameMissing = -2.0
  var nameConflict = -7.0
  var nameDiffers = -12.0
  // Names within a family or place go together, so no name tells more than this.
  var nameMost = 22.0

  /// One vendor's person in about fifty is thought to be somebody's declared relative, before anything is compared.
  var priorShare = 6.0
  /// The smallest registry that the prior reckons with: 2 to this power.
  var smallestRegistry = 13
}
