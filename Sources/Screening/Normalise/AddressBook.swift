import Records

/// Addresses of all rows, each reduced to its set of telling words, numbered, and counted.
///
/// Abbreviations of street, ward and district are left out, as registers write them or not; letters and digits that
/// stand together are parted (`RT01` is `rt 1`), and leading zeros go. Two addresses of the same words are one.
struct AddressBook: Sendable {
  private var words = ByteTable()
  private var sets = ByteTable()
  /// Words of each address in ascending order, one address after another.
  private var members: [UInt32] = []
  private var starts: [UInt32] = [0]
  private var counts: [UInt32] = []
  private var wordCounts: [UInt32] = []
  private var wordBits: [Double] = []
  private var isNumber: [Bool] = []
  private var known: [UInt64: UInt32] = [:]

  static let none: UInt32 = 0

  private static let fillers: Set<String> = [
    "jl", "jln", "jalan", "no", "nomor", "rt", "rw", "kel", "kec", "kab", "kota", "desa", "kelurahan", "kecamatan",
    "kabupaten", "dusun", "dsn", "ds", "provinsi", "prov", "gang", "gg", "lorong", "ntt", "nusa", "tenggara", "timur",
    "d", "a", "alamat",
  ]
  private static let placeholders: Set<String> = ["tidak", "ada", "kosong", "null", "nihil"]

  init() {
    // Number 0 is no address.
    _ = sets.number(of: [])
    starts.append(0)
    counts.append(0)
  }

  /// Numbers an address; equal numbers are equal addresses.
  mutating func number(of text: TextID, in arena: TextArena, file: UInt32) -> UInt32 {
    guard !text.isEmpty else { return Self.none }
    let key = UInt64(file) << 32 | UInt64(text.offset)
    if let number = known[key] { return number }
    let number = self.number(of: arena.bytes.span.extracting(arena.range(of: text)))
    known[key] = number
    return number
  }

  mutating func number(of text: Span<UInt8>) -> UInt32 {
    var found: [UInt32] = []
    var word: [UInt8] = []
    func close(_ self: inout Self) {
      if !word.isEmpty {
        if word[0] < 0x3A { word = Array(word.drop { $0 == 0x30 }) }
        let string = String(decoding: word, as: UTF8.self)
        if !word.isEmpty, !Self.fillers.contains(string), !Self.placeholders.contains(string) {
          let number = self.words.number(of: word)
          if Int(number) == self.isNumber.count {
            self.isNumber.append(word[0] < 0x3A)
            self.wordCounts.append(0)
          }
          if !found.contains(number) { found.append(number) }
        }
      }
      word.removeAll(keepingCapacity: true)
    }
    for index in 0..<min(text.count, 400) {
      var byte = text[index]
      if (0x41...0x5A).contains(byte) { byte |= 0x20 }
      let isLetter = (0x61...0x7A).contains(byte)
      let isDigit = (0x30...0x39).contains(byte)
      guard isLetter || isDigit else {
        // An apostrophe stands within a word.
        if byte != 0x27, byte != 0x60 { close(&self) }
        continue
      }
      if let last = word.last, (last < 0x3A) != isDigit { close(&self) }
      word.append(byte)
    }
    close(&self)
    guard found.count > 1 || found.count == 1 && !isNumber[Int(found[0])] else { return Self.none }
    found.sort()
    let key = found.flatMap { [UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16 & 255)] }
    let number = sets.number(of: key)
    if Int(number) == counts.count {
      members += found
      starts.append(UInt32(members.count))
      counts.append(0)
      for word in found { wordCounts[Int(word)] += 1 }
    }
    return number
  }

  /// Counts a row that has this address as its own.
  mutating func count(_ address: UInt32) { if address != Self.none { counts[Int(address)] += 1 } }

  /// How many rows have this address as their own.
  func rows(_ address: UInt32) -> Int { Int(counts[Int(address)]) }

  private func members(_ address: UInt32) -> ArraySlice<UInt32> {
    members[Int(starts[Int(address)])..<Int(starts[Int(address) + 1])]
  }

  /// A number for the two rarest words of an address, which two ways of writing it mostly share; `nil` for less.
  func signature(_ address: UInt32) -> UInt64? {
    let ordered = members(address).sorted { (wordCounts[Int($0)], $0) < (wordCounts[Int($1)], $1) }
    guard ordered.count > 1 else { return nil }
    return UInt64(min(ordered[0], ordered[1])) << 32 | UInt64(max(ordered[0], ordered[1]))
  }

  /// How two addresses that are not equal stand to each other.
  enum Likeness: Int { case differs, neighbours, similar }

  /// - Returns: The likeness, and the bits that the words tell which both addresses have.
  func likeness(_ one: UInt32, _ other: UInt32) -> (Likeness, bits: Double) {
    let (a, b) = (members(one), members(other))
    var (i, j) = (a.startIndex, b.startIndex)
    var (shared, sharedWords, bits) = (0, 0, 0.0)
    while i < a.endIndex, j < b.endIndex {
      if a[i] == b[j] {
        shared += 1
        bits += wordBits[Int(a[i])]
        if !isNumber[Int(a[i])] { sharedWords += 1 }
        (i, j) = (i + 1, j + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let fewer = min(a.count, b.count)
    guard sharedWords > 0 else { return (.differs, 0) }
    let hasNumber = shared > sharedWords
    if shared == fewer, shared >= 3 || shared == 2 && hasNumber { return (.similar, bits) }
    if hasNumber, shared * 2 >= a.count + b.count - shared { return (.similar, bits) }
    return (shared * 2 >= fewer ? .neighbours : .differs, 0)
  }

  /// Makes ``likeness(_:_:)`` ready, and gives back what only numbering needs.
  mutating func finish() {
    known = [:]
    let all = Double(max(count, 1))
    wordBits = wordCounts.map { max(0, Logarithm.wholeBits(all / Double($0))) }
  }

  private var count: Int { counts.count }
}
