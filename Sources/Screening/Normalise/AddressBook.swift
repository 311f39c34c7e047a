import Records

/// Numbers addresses, each reduced to its set of telling words.
///
/// Abbreviations of street, ward and district are left out, as registers write them or not; letters and digits that
/// stand together are parted (`RT01` is `rt 1`), and leading zeros go. Two addresses of the same words are one.
struct AddressBook: Sendable {
  private var words = ByteTable()
  /// Whether each word says something of where a house is.
  private var isTelling: [Bool] = []
  fileprivate var isNumber: [Bool] = []
  fileprivate var wordCounts: [UInt32] = []
  /// Each address as the numbers of its words in ascending order, four bytes each; address 0 is none.
  private var sets = ByteTable()
  fileprivate var counts: [UInt32] = [0]
  private var found: [UInt32] = []
  private var code: [UInt8] = []

  static let none: UInt32 = 0

  init() { _ = sets.number(of: []) }

  private static let fillers: Set<String> = [
    "jl", "jln", "jalan", "no", "nomor", "rt", "rw", "kel", "kec", "kab", "kota", "desa", "kelurahan", "kecamatan",
    "kabupaten", "dusun", "dsn", "ds", "provinsi", "prov", "gang", "gg", "lorong", "ntt", "nusa", "tenggara", "timur",
    "d", "a", "alamat", "tidak", "ada", "kosong", "null", "nihil", "n", "na", "tdk",
  ]
  /// What stands behind is no address any more.
  private static let longest = 400

  /// Numbers an address; equal numbers are equal addresses.
  ///
  /// - Returns: ``none`` for a text that names no place.
  mutating func number(of text: Span<UInt8>) -> UInt32 {
    found.removeAll(keepingCapacity: true)
    var letters = InlineArray<400, UInt8>(repeating: 0)
    // Where the word in hand stands in the letters.
    var (start, end) = (0, 0)
    func closeWord() {
      if end > start { add(letters.span.extracting(start..<end)) }
      start = end
    }
    for index in 0..<min(text.count, Self.longest) {
      var byte = text[index]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      let isDigit = byte &- 0x30 < 10
      guard isDigit || byte &- 0x61 < 26 else {
        // An apostrophe stands within a word, a curly one too.
        if byte != 0x27, byte != 0x60, byte < 0x80 { closeWord() }
        continue
      }
      if end > start, (letters[end - 1] < 0x3A) != isDigit {
        closeWord()
      }
      if isDigit, byte == 0x30, end == start, index + 1 < text.count, text[index + 1] &- 0x30 < 10 { continue }
      letters[end] = byte
      end += 1
    }
    closeWord()
    guard found.count > 1 || found.count == 1 && !isNumber[Int(found[0])] else { return Self.none }
    return number(ofSet: found)
  }

  private mutating func add(_ word: Span<UInt8>) {
    let number = words.number(of: word)
    if Int(number) == isNumber.count {
      isNumber.append(word[0] < 0x3A)
      isTelling.append(!Self.fillers.contains(words.string(number)))
      wordCounts.append(0)
    }
    guard isTelling[Int(number)], !found.contains(number) else { return }
    // Words are few, so each goes to its place at once.
    var place = found.count
    found.append(number)
    while place > 0, found[place - 1] > number {
      found[place] = found[place - 1]
      place -= 1
    }
    found[place] = number
  }

  private mutating func number(ofSet set: [UInt32]) -> UInt32 {
    code.removeAll(keepingCapacity: true)
    for word in set {
      for byte: UInt32 in 0..<4 { code.append(UInt8(truncatingIfNeeded: word >> (8 * byte))) }
    }
    let number = sets.number(of: code)
    if Int(number) == counts.count {
      counts.append(0)
      for word in set { wordCounts[Int(word)] += 1 }
    }
    return number
  }

  /// Words of all addresses, each address's in ascending order, one address after another; with where each begins.
  fileprivate var members: (words: [UInt32], starts: [UInt32]) {
    let words = stride(from: 0, to: sets.bytes.count, by: 4).map { place in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(sets.bytes[place + $1]) << UInt32(8 * $1) }
    }
    return (words, sets.starts.map { $0 / 4 })
  }

  /// Counts a row that has this address as its own.
  mutating func count(_ address: UInt32) { if address != Self.none { counts[Int(address)] += 1 } }
}

/// Addresses of a registry, ready for comparing: one object that all threads read.
final class Addresses: Sendable {
  private let members: [UInt32]
  private let starts: [UInt32]
  private let counts: [UInt32]
  private let wordBits: [Double]
  private let isNumber: [Bool]
  /// For each address a number for its two rarest words, which two ways of writing it mostly share; 0 for none.
  private let signatures: [UInt64]
  /// For each address a bit for each of its telling words.
  private let masks: [UInt64]

  /// A word that at most one address in 64 has is telling.
  private static let tellingBits = 6.0

  init(_ book: AddressBook) {
    (members, starts) = book.members
    counts = book.counts
    isNumber = book.isNumber
    let all = Double(max(book.counts.count, 1))
    let bits = book.wordCounts.map { max(0, Logarithm.wholeBits(all / Double($0))) }
    wordBits = bits
    var signatures: [UInt64] = [0]
    var masks: [UInt64] = [0]
    for address in 1..<max(book.counts.count, 1) {
      let words = members[Int(starts[address])..<Int(starts[address + 1])]
      var (first, second) = (UInt32.max, UInt32.max)
      var (mask, wholeMask) = (UInt64(0), UInt64(0))
      func isRarer(_ one: UInt32, _ other: UInt32) -> Bool {
        other == .max
          || (book.wordCounts[Int(one)], one) < (book.wordCounts[Int(other)], other)
      }
      for word in words {
        let bit: UInt64 = 1 << (LinkKey.mix(UInt64(word), kind: 8) & 63)
        wholeMask |= bit
        if bits[Int(word)] >= Self.tellingBits { mask |= bit }
        if isRarer(word, first) {
          (first, second) = (word, first)
        } else if isRarer(word, second) {
          second = word
        }
      }
      // An address of common words alone keeps all of them, as it has nothing else to be recognised by.
      masks.append(mask == 0 ? wholeMask : mask)
      signatures.append(second == .max ? 0 : UInt64(min(first, second)) << 32 | UInt64(max(first, second)))
    }
    (self.signatures, self.masks) = (signatures, masks)
  }

  /// How many rows have this address as their own.
  func rows(_ address: UInt32) -> Int { Int(counts[Int(address)]) }

  /// All addresses' numbers, none's among them.
  var all: Range<UInt32> { 0..<UInt32(signatures.count) }

  func signature(_ address: UInt32) -> UInt64 { signatures[Int(address)] }

  /// Notes in each row which telling words its addresses have.
  func mask(_ facts: inout [PersonFacts]) {
    for row in facts.indices {
      facts[row].addressMask = masks[Int(facts[row].address)] | masks[Int(facts[row].householdAddress)]
    }
  }

  /// How two addresses that are not equal stand to each other.
  enum Likeness: Int { case differs, neighbours, similar }

  /// - Returns: The likeness, and the bits that the words tell which both addresses have.
  func likeness(_ one: UInt32, _ other: UInt32) -> (Likeness, bits: Double) {
    var (i, j) = (Int(starts[Int(one)]), Int(starts[Int(other)]))
    let (endI, endJ) = (Int(starts[Int(one) + 1]), Int(starts[Int(other) + 1]))
    let (countA, countB) = (endI - i, endJ - j)
    var (shared, sharedWords, bits) = (0, 0, 0.0)
    while i < endI, j < endJ {
      let (a, b) = (members[i], members[j])
      if a == b {
        shared += 1
        bits += wordBits[Int(a)]
        if !isNumber[Int(a)] { sharedWords += 1 }
        (i, j) = (i + 1, j + 1)
      } else if a < b {
        i += 1
      } else {
        j += 1
      }
    }
    let fewer = min(countA, countB)
    guard sharedWords > 0 else { return (.differs, 0) }
    let hasNumber = shared > sharedWords
    if shared == fewer, shared >= 3 || shared == 2 && hasNumber { return (.similar, bits) }
    if hasNumber, shared * 2 >= countA + countB - shared { return (.similar, bits) }
    return (shared * 2 >= fewer ? .neighbours : .differs, 0)
  }
}
