import Testing

@testable import Screening

@Suite struct AddressBookTests {
  @Test(arguments: [
    [
      "Jl. Bukit Indah No. 14, Kel. Oehani", "jalan bukit indah 14 oehani", "JLN BUKIT INDAH NOMOR 14 KELURAHAN OEHANI",
    ],
    ["Jl. Bukit RT01 RW02", "Jl. Bukit RT 01 RW 02", "Bukit rt.1/rw.2", "Jl. Bukit RT 001 / RW 002"],
    ["Oehani, Jl. Bukit 14", "Bukit 14 Oehani", "14 Oehani Bukit"],
    ["Desa Oe'ekam, Dusun 2", "Oeekam 2", "Oe`ekam dsn. 2"],
    ["Jl. Bukit No. 007", "Bukit 7"], ["Jl. Bukit 10A", "Bukit 10 A"], ["Bukit Bukit 3", "Bukit 3"],
  ])
  func `is one for all ways of writing it`(_ ways: [String]) {
    var book = AddressBook()
    let numbers = Set(ways.map { book.number($0) })
    #expect(numbers.count == 1)
    #expect(!numbers.contains(AddressBook.none))
  }

  @Test(arguments: [
    ("Jl. Bukit 1", "Jl. Bukit 10"), ("Jl. Bukit 14", "Jl. Gading 14"), ("Jl. Bukit", "Jl. Bukit 1"),
    ("Bukit Indah", "BukitIndah"),
  ])
  func `is two where a word or number differs`(_ one: String, _ other: String) {
    var book = AddressBook()
    #expect(book.number(one) != book.number(other))
  }

  @Test(arguments: [
    "", "-", "--", "0", "RT 05", "tidak ada", "Alamat: tidak ada", "NULL", "nihil", "Jl. No.", "NTT", "...",
  ])
  func `is none for a text that names no place`(_ text: String) {
    var book = AddressBook()
    #expect(book.number(text) == AddressBook.none)
  }

  @Test func `is total on any bytes and the same when asked again`() {
    var book = AddressBook()
    var random = Seeded(13)
    let texts = (0..<4_000).map { _ in AnyBytes.next(&random) }
    let numbers = texts.map { book.number(of: $0.span) }
    #expect(numbers == texts.map { book.number(of: $0.span) })
  }
}

@Suite struct AddressesTests {
  private struct Town {
    var book = AddressBook()
    /// Streets of one town, so that its name and the words of a street's kind tell little.
    init() { for house in 0..<200 { _ = book.number("Jl. Jalur \(house % 20) No. \(house), Kupang") } }
  }

  private func likeness(_ one: String, _ other: String) -> (Addresses.Likeness, bits: Double) {
    var town = Town()
    let (a, b) = (town.book.number(one), town.book.number(other))
    let addresses = Addresses(town.book)
    #expect(addresses.likeness(a, b) == addresses.likeness(b, a))
    return addresses.likeness(a, b)
  }

  @Test(arguments: [
    ("Jl. Bukit Indah No. 14, Oehani", "Bukit Indah 14 Oehani Kupang", Addresses.Likeness.similar),
    ("Jl. Bukit No. 14", "Jl. Bukit 14, Kel. Oehani, Kupang", .similar),
    ("Jl. Bukit No. 14, Oehani", "Jl. Bukit No. 15, Oehani", .neighbours),
    ("Jl. Bukit, Oehani", "Jl. Gading, Oehani", .neighbours),
    ("Jl. Bukit 3, Oehani", "Jl. Gading 3, Liliba", .differs),
    ("Jl. Bukit 3, Oehani", "Jl. Gading 9, Liliba", .differs),
  ])
  func `stand to each other as their words do`(_ one: String, _ other: String, _ expected: Addresses.Likeness) {
    let found = likeness(one, other)
    #expect(found.0 == expected)
    #expect((found.bits > 0) == (expected == .similar))
  }

  @Test func `share a signature where they share the two rarest words`() {
    var town = Town()
    let ways = ["Jl. Bukit Indah, Kupang", "Kupang, Bukit Indah", "Jl. Bukit Indah", "Bukit Indah Kupang 3"]
    let numbers = ways.map { town.book.number($0) }
    let other = town.book.number("Jl. Bukit Gading, Kupang")
    let addresses = Addresses(town.book)
    #expect(Set(numbers.map { addresses.signature($0) }).count == 1)
    #expect(addresses.signature(other) != addresses.signature(numbers[0]))
    #expect(addresses.signature(AddressBook.none) == 0)
  }

  @Test func `count the rows that have them as their own`() {
    var book = AddressBook()
    let number = book.number("Jl. Bukit 14")
    for _ in 0..<3 { book.count(number) }
    book.count(AddressBook.none)
    #expect(Addresses(book).rows(number) == 3)
    #expect(Addresses(book).rows(AddressBook.none) == 0)
  }
}

extension AddressBook {
  mutating func number(_ text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return number(of: bytes.span)
  }
}
