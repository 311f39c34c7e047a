import Records

/// What was done to a written name to make it comparable; each step has a name that evidence cites.
struct FoldingSteps: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  static let titles = Self(rawValue: 1)
  static let oldSpelling = Self(rawValue: 1 << 1)
  static let variant = Self(rawValue: 1 << 2)
  static let pair = Self(rawValue: 1 << 3)
  static let initials = Self(rawValue: 1 << 4)
  static let patronym = Self(rawValue: 1 << 5)
  static let alias = Self(rawValue: 1 << 6)
  static let husband = Self(rawValue: 1 << 7)
  static let deceased = Self(rawValue: 1 << 8)
  static let digits = Self(rawValue: 1 << 9)
  static let marks = Self(rawValue: 1 << 10)
  static let mojibake = Self(rawValue: 1 << 11)

  /// The steps' names and what they did, in a fixed order.
  static let all: [(step: Self, name: String, phrase: Phrase)] = [
    (.titles, "titles", Phrase("gelar dilepas", "titles taken off")),
    (.oldSpelling, "old_spelling", Phrase("ejaan lama dibaca sebagai ejaan baru", "old spelling read as new")),
    (.variant, "variant", Phrase("varian ejaan nama disamakan", "a name's variant read as its usual form")),
    (.pair, "pair", Phrase("dua kata dibaca sebagai satu nama", "two words read as one name")),
    (.initials, "initials", Phrase("inisial yang menyatu dipisah", "fused initials parted")),
    (.patronym, "patronym", Phrase("bin/binti dilepas dari nama", "bin or binti taken off")),
    (.alias, "alias", Phrase("nama alias dikesampingkan", "a second name after alias set aside")),
    (.husband, "husband", Phrase("Ny. menandai nama suami", "Ny. marks the husband's name")),
    (.deceased, "deceased", Phrase("tanda almarhum dibaca", "a mark of death read")),
    (.digits, "digits", Phrase("angka dibaca sebagai huruf", "a digit read as the letter it resembles")),
    (.marks, "marks", Phrase("tanda baca atau aksen dilepas", "apostrophes or accents taken off")),
    (.mojibake, "mojibake", Phrase("huruf yang rusak oleh pengodean dipulihkan", "doubly encoded letters restored")),
  ]

  /// The names of the steps that were taken.
  var names: [String] { Self.all.filter { contains($0.step) }.map(\.name) }
}
