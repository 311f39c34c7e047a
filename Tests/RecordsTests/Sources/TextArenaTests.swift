import Records
import Testing

@Suite struct TextArenaTests {
  @Test func `gives back what was appended, each text in a place of its own`() {
    var arena = TextArena()
    let texts = ["Kupang", "Kupang", "Ma\u{2019}u", "x", "\u{0}", String(repeating: "panjang ", count: 1_000)]
    let places = texts.map { arena.append($0.bytes.span) }
    #expect(Set(places).count == texts.count)
    #expect(places.map { arena.string($0) } == texts)
    #expect(places.map { arena.count(of: $0) } == texts.map(\.utf8.count))
  }

  @Test func `the empty text has no place of its own`() {
    var arena = TextArena()
    #expect(arena.append([UInt8]().span) == .none)
    #expect(arena.intern("") == .none)
    #expect(TextID.none.isEmpty)
    #expect(arena.string(.none).isEmpty)
    #expect(arena.count(of: .none) == 0)
    #expect(!arena.intern("a").isEmpty)
  }

  @Test func `stores a repeated text once, through many doublings of the table`() {
    var arena = TextArena()
    let texts = (0..<20_000).map { "unit kerja ke-\($0 * 7_919 % 20_000)" }
    let places = texts.map { arena.intern($0) }
    let byteCount = arena.byteCount
    #expect(Set(places).count == 20_000)
    #expect(texts.map { arena.intern($0) } == places)
    #expect(arena.byteCount == byteCount)
    #expect(zip(places, texts).allSatisfy { arena.string($0) == $1 })
  }

  @Test func `appending does not disturb interning`() {
    var arena = TextArena()
    let first = arena.intern("Dinas Kesehatan")
    for number in 0..<3_000 {
      _ = arena.append("nama \(number)".bytes.span)
      #expect(arena.intern("Dinas Kesehatan") == first)
    }
  }

  @Test func `after it is finished texts are still there`() {
    var arena = TextArena()
    let places = (0..<2_000).map { arena.intern("satker \($0)") }
    arena.finish()
    #expect(places.enumerated().allSatisfy { arena.string($1) == "satker \($0)" })
    let again = arena.intern("satker 0")
    #expect(arena.string(again) == "satker 0")
  }

  @Test(arguments: [65_534, 65_535])
  func `holds texts up to its bound`(_ count: Int) {
    var arena = TextArena()
    let text = String(repeating: "k", count: count)
    let place = arena.append(text.bytes.span)
    let after = arena.append("sesudah".bytes.span)
    #expect(arena.string(place) == text)
    #expect(arena.string(after) == "sesudah")
    #expect(arena.intern(text) == arena.intern(text))
  }

  @Test func `cuts a text at its bound and keeps what follows`() {
    var arena = TextArena()
    let place = arena.append([UInt8](repeating: 0x6B, count: 70_000).span)
    let after = arena.append("sesudah".bytes.span)
    #expect(arena.count(of: place) == 65_536)
    #expect(arena.string(after) == "sesudah")
  }

  @Test func `random texts of random lengths come back`() {
    var random = Seeded(4)
    var arena = TextArena()
    var stored: [(place: TextID, bytes: [UInt8])] = []
    for _ in 0..<5_000 {
      let bytes = random.bytes(Int.random(in: 0...300, using: &random))
      stored.append((Bool.random(using: &random) ? arena.append(bytes.span) : arena.intern(bytes.span), bytes))
    }
    for text in stored {
      var found: [UInt8] = []
      arena.copy(text.place, to: &found)
      #expect(found == text.bytes)
    }
  }

  @Test func `texts hash alike wherever they stand`() {
    #expect(TextArena.hash("Kupang".bytes.span) == TextArena.hash(Array("x Kupang".bytes[2...]).span))
    #expect(TextArena.hash("Kupang".bytes.span) != TextArena.hash("kupang".bytes.span))
  }

  @Test func `a hundred thousand texts, alike but for a letter or a length, have as many hashes`() {
    var seen: Set<UInt64> = []
    var count = 0
    for number in 0..<50_000 {
      for text in ["\(number)", "Dinas Pekerjaan Umum \(number)"] {
        seen.insert(TextArena.hash(text.bytes.span))
        count += 1
      }
    }
    for length in 0..<2_000 {
      for byte in [UInt8(0), 0x20] where length > 0 || byte == 0 {
        seen.insert(TextArena.hash([UInt8](repeating: byte, count: length).span))
        count += 1
      }
    }
    #expect(seen.count == count)
  }

  @Test func `texts of any length that differ in one byte are two`() {
    var random = Seeded(3)
    for count in 1...40 {
      for place in 0..<count {
        var arena = TextArena()
        let first = random.bytes(count)
        var second = first
        second[place] ^= UInt8.random(in: 1...255, using: &random)
        let (one, other) = (arena.intern(first.span), arena.intern(second.span))
        #expect(one != other)
        #expect(arena.intern(first.span) == one)
        #expect(arena.intern(second.span) == other)
        var found: [UInt8] = []
        arena.copy(other, to: &found)
        #expect(found == second)
      }
    }
  }

  /// Texts as registers hold them, and some that are next to what is treated apart.
  private static let written = [
    "Jl. Bukit No. 90, RT 007/RW 001, Kel. Kolhua Timur, Seba", "K000000001", "K1", "00000", "0001234567890123456789",
    "abcdefg12345", "abcdefgh12345", "12345", "1234", "x 12345678901234567 y", " ", "  ", " a", "a ", "a  b", "é è",
    "delapan.", "sembilan.", String(repeating: "x", count: 32), String(repeating: "x", count: 33),
    String(repeating: "x", count: 256), String(repeating: "x", count: 257), "\u{0}", "5301-1047 05510005",
  ]

  @Test func `texts as registers write them come back, whole and in sum alike in any arena`() {
    var (one, other) = (TextArena(), TextArena())
    for text in Self.written.reversed() { _ = other.intern(text) }
    for text in Self.written {
      let (left, right) = (one.append(text.bytes.span), other.append(text.bytes.span))
      #expect(one.string(left) == text)
      #expect(one.count(of: left) == text.utf8.count)
      #expect(one.hash(of: left) == TextArena.hash(text.bytes.span))
      #expect(one.sum(of: left) == other.sum(of: right))
    }
    let places = Self.written.map { one.intern($0) }
    let sums = Set(places.map { one.sum(of: $0) })
    #expect(sums.count == Self.written.count)
  }

  @Test func `numbers of any length come back`() {
    var arena = TextArena()
    for count in 1...24 {
      for digit in ["0", "1", "9"] {
        let text = "K" + String(repeating: digit, count: count)
        let place = arena.append(text.bytes.span)
        #expect(arena.string(place) == text)
      }
    }
  }

  @Test func `texts of few words take a fraction of their letters`() {
    var random = Seeded(8)
    var arena = TextArena()
    let streets = (0..<300).map { "Jalan\($0 / 7)nama" }
    var letters = 0
    for _ in 0..<5_000 {
      let street = streets[Int.random(in: 0..<300, using: &random)]
      let text = "Jl. \(street) No. \(Int.random(in: 1...99, using: &random)), RT 001/RW 002, Kel. Kolhua, Kupang"
      letters += text.utf8.count
      _ = arena.append(text.bytes.span)
    }
    #expect(arena.byteCount * 3 < letters)
  }

  @Test func `more words than a table has room for are written out`() {
    var arena = TextArena()
    var random = Seeded(11)
    var places: [TextID] = []
    for number in 0..<900_000 { places.append(arena.append("\(number % 1000)-\(number)x".bytes.span)) }
    for _ in 0..<2_000 {
      let number = Int.random(in: 0..<900_000, using: &random)
      #expect(arena.string(places[number]) == "\(number % 1000)-\(number)x")
    }
    #expect(arena.string(places[899_999]) == "999-899999x")
    #expect(arena.intern("999-899999x") == arena.intern("999-899999x"))
  }
}
