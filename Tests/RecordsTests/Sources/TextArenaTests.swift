import Records
import Testing

@Suite struct TextArenaTests {
  @Test func `gives back what was appended, each text in a place of its own`() {
    var arena = TextArena()
    let texts = ["Kupang", "Kupang", "Ma\u{2019}u", "x", "\u{0}", String(repeating: "panjang ", count: 1_000)]
    let places = texts.map { arena.append($0.bytes.span) }
    #expect(Set(places).count == texts.count)
    #expect(places.map { arena.string($0) } == texts)
    #expect(places.map { arena.range(of: $0).count } == texts.map(\.utf8.count))
  }

  @Test func `the empty text has no place of its own`() {
    var arena = TextArena()
    #expect(arena.append([UInt8]().span) == .none)
    #expect(arena.intern("") == .none)
    #expect(TextID.none.isEmpty)
    #expect(arena.string(.none).isEmpty)
    #expect(arena.range(of: .none).isEmpty)
    #expect(!arena.intern("a").isEmpty)
  }

  @Test func `stores a repeated text once, through many doublings of the table`() {
    var arena = TextArena()
    let texts = (0..<20_000).map { "unit kerja ke-\($0 * 7_919 % 20_000)" }
    let places = texts.map { arena.intern($0) }
    let byteCount = arena.bytes.count
    #expect(Set(places).count == 20_000)
    #expect(texts.map { arena.intern($0) } == places)
    #expect(arena.bytes.count == byteCount)
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
    #expect(arena.range(of: place).count == 65_536)
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
    #expect(stored.allSatisfy { Array(arena.bytes[arena.range(of: $0.place)]) == $0.bytes })
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
        #expect(Array(arena.bytes[arena.range(of: other)]) == second)
      }
    }
  }
}
