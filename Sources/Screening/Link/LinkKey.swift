/// Keys under which two rows of one person meet: evidence that few people share.
enum LinkKey {
  /// Kinds of keys, in the order in which a pair's keys are named.
  enum Kind: UInt64, CaseIterable, Sendable {
    /// Fifteen digits of the NIK, so that a number meets itself rounded.
    case nationalID = 1
    /// Birth date, as the row or its NIK states it, with a word's sound.
    case birthAndWord
    /// All words of the name, by sound, in any order.
    case name
    /// The name's letters without blanks, by sound.
    case joined
    /// Two words of the name, by sound.
    case twoWords
    /// A rare word with the year of birth.
    case wordAndYear
    /// Two words with the year of birth: what two words are refined with where too many share them.
    case twoWordsAndYear
    /// The address's two rarest words with a word's sound.
    case addressAndWord
    /// A telephone number with a word's sound.
    case phoneAndWord

    /// Whether the key is made of the name alone, or the name and a year.
    var isName: Bool {
      switch self {
      case .name, .joined, .twoWords, .wordAndYear, .twoWordsAndYear: true
      case .nationalID, .birthAndWord, .addressAndWord, .phoneAndWord: false
      }
    }

    var name: String {
      switch self {
      case .nationalID: "nik"
      case .birthAndWord: "birth_date+word"
      case .name: "name"
      case .joined: "joined_name"
      case .twoWords: "two_words"
      case .wordAndYear: "word+year"
      case .twoWordsAndYear: "two_words+year"
      case .addressAndWord: "address+word"
      case .phoneAndWord: "phone+word"
      }
    }
  }

  /// With how many rows a key is still rare enough that its rows may be one person by it alone.
  ///
  /// A pair that shares a commoner key can matter only by a second fact, and then shares another key too.
  static func longestRun(_ kind: Kind, of rows: Int) -> Int {
    switch kind {
    case .nationalID: 200
    case .name, .joined: max(48, rows >> 12)
    case .twoWords: max(24, rows >> 13)
    case .wordAndYear: 8
    case .birthAndWord, .twoWordsAndYear, .addressAndWord, .phoneAndWord: 48
    }
  }

  /// Spreads a number over 64 bits; kinds of keys never collide but by chance.
  ///
  /// > G. L. Steele, D. Lea, C. H. Flood. "Fast Splittable Pseudorandom Number Generators." OOPSLA 2014 (its mixer).
  static func mix(_ value: UInt64, kind: UInt64) -> UInt64 {
    var hash = value &+ kind &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
    return hash ^ hash >> 31
  }

  static func mix(_ value: UInt64, _ other: UInt64, kind: Kind) -> UInt64 {
    mix(mix(value, kind: kind.rawValue) ^ other &* 0xd6e8_feb8_6659_fd93, kind: kind.rawValue)
  }
}
