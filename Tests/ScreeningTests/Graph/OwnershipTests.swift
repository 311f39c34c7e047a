import Records
import Testing

@testable import Screening

@Suite struct OwnershipTests {
  /// A holding company named in one row and its own shareholder in another; which mention joins them.
  struct Mention: CustomTestStringConvertible, Sendable {
    let what: String
    /// `npwp_penyedia;kd_penyedia;nama_penyedia` of the company where it is held.
    let held: String
    /// `nama;npwp_pemegang` of the company where it holds.
    let holder: String
    let isOne: Bool
    let isByName: Bool
    var testDescription: String { what }
  }

  @Test(arguments: [
    Mention(
      what: "a number joins", held: "02.980.416.8-922.000;;PT Gewang", holder: "Gewang PT;02.980.416.8-922.000",
      isOne: true, isByName: false),
    Mention(
      what: "a number joins whatever the branch and the name", held: "02.980.416.8-922.000;;PT Gewang",
      holder: "PT Gewang Timur;02.980.416.8-925.001", isOne: true, isByName: false),
    Mention(
      what: "a name joins", held: "02.980.416.8-922.000;;PT Gewang", holder: "PT. GEWANG;", isOne: true, isByName: true),
    Mention(
      what: "a name leads to the company of a code", held: ";400811;PT Gewang", holder: "PT Gewang;", isOne: true,
      isByName: true),
    Mention(
      what: "names alone join", held: ";;PT Gewang", holder: "PT Gewang;", isOne: true, isByName: true),
    Mention(
      what: "another number is another company", held: "02.980.416.8-922.000;;PT Gewang",
      holder: "PT Gewang;03.412.778.7-922.000", isOne: false, isByName: false),
    Mention(
      what: "another legal form is another company", held: "02.980.416.8-922.000;;PT Gewang", holder: "CV Gewang;",
      isOne: false, isByName: true),
  ])
  func `a company that holds is the one that is held`(_ mention: Mention) throws {
    let registry = try InventedTables([
      "pengurus.csv": """
      npwp_penyedia;kd_penyedia;nama_penyedia;nama;npwp_pemegang;jenis_pemegang;jabatan;porsi_saham
      \(mention.held);Ani Contoh;;Orang;Pemegang Saham;60%
      01.234.567.4-922.000;;PT Bidder;\(mention.holder);Badan Hukum;Pemegang Saham;51%
      """
    ]).registry()
    try #require(registry.vendorPeople.count == 2)
    let directory = VendorDirectory(registry)
    let ownership = Ownership(registry, directory, ShareLedger(registry, directory))
    let edge = try #require(ownership.edges.first)
    #expect(ownership.edges.count == 1)
    #expect((edge.holder == directory.ofPerson[0]) == mention.isOne)
    #expect(edge.isByName == mention.isByName)
    #expect(edge.share?.millionths == 510_000)
  }

  @Test func `partners of a joint bid hold it, known by their names, by shares that nobody knows`() throws {
    let registry = try InventedTables([
      "peserta.csv": """
      kd_tender;npwp_penyedia;nama_penyedia
      1;01.234.567.4-922.000;PT Lontar - CV Gewang KSO
      2;02.980.416.8-922.000;PT Lontar
      3;03.412.778.7-922.000;CV Gewang
      4;;PT Lain
      """
    ]).registry()
    let directory = VendorDirectory(registry)
    let ownership = Ownership(registry, directory, ShareLedger(registry, directory))
    let joint = directory.ofBid[0]
    #expect(ownership.edges.map(\.holder) == [directory.ofBid[1], directory.ofBid[2]])
    #expect(ownership.edges.allSatisfy { $0.company == joint && $0.isByName && $0.share == nil })
    #expect(ownership.edges.allSatisfy { $0.period.isUnknown })
  }

  @Test(arguments: [
    ("PT Lontar - CV Gewang KSO", ["LONTAR", "GEWANG"]), ("KSO PT Lontar Jaya dan CV Gewang", ["LONTAR", "GEWANG"]),
    ("PT Lontar, PT Gewang (Joint Operation)", ["LONTAR", "GEWANG"]),
    ("PT Lontar Kerja Sama Operasi CV Gewang", ["LONTAR", "GEWANG"]), ("PT Lontar Jaya", []), ("KSO", []), ("", []),
    ("PT Joint Berkah", []),
  ])
  func `a joint bid's name tells its partners`(_ name: String, _ words: [String]) {
    let partners = CompanyName.partners(in: name)
    #expect(partners.count == words.count)
    #expect(zip(partners, words).allSatisfy { $0.contains($1) })
  }

  @Test func `a company does not hold itself, and companies in a circle are counted`() {
    let holdings = InventedHoldings("A 10 A", "A 20 B", "B 30 A", "B 40 C", "Ani 50 C")
    #expect(holdings.ownership.edges.count == 3)
    #expect(holdings.ownership.circular == 2)
    #expect(InventedHoldings("A 20 B", "B 40 C", "A 40 C").ownership.circular == 0)
  }

  @Test func `reaches companies at any depth, and those it starts from only through others`() throws {
    let holdings = InventedHoldings("A 20 B", "B 30 C", "C 30 B", "D 10 A")
    let place = { (letter: String) throws in try #require(holdings.company(letter)) }
    let letters = { (places: [Int]) in places.map(holdings.letter).sorted().joined() }
    #expect(letters(holdings.ownership.reach(from: [try place("A")], counting: false)) == "BC")
    #expect(letters(holdings.ownership.reach(from: [try place("A")], counting: true)) == "ABC")
    #expect(letters(holdings.ownership.reach(from: [try place("B")], counting: false)) == "BC")
    #expect(letters(holdings.ownership.reach(from: [], counting: true)).isEmpty)
  }

  @Test func `a company whose part belongs to one of unknown people is not known`() throws {
    let holdings = InventedHoldings(
      "A 30 B", "B 60 C", "D 20 E", "F ? G", "Ani 10 B", "Ani 10 C", "Ani 10 E", "Ani 10 G")
    var known = Array(repeating: true, count: holdings.directory.vendors.count)
    for letter in ["A", "D", "F"] { known[try #require(holdings.company(letter))] = false }
    holdings.ownership.hide(from: &known, above: 0.25)
    let hidden = known.indices.filter { !known[$0] }.map(holdings.letter).sorted().joined()
    // A fifth is not a part that matters; one that nobody knows is.
    #expect(hidden == "ABCDFG")
  }

  @Test func `what known shares leave is the most that an unknown one can be`() throws {
    let rows = ["Ani 40 A", "Ani 40 A", "Budi 30 A ..2019-12-31", "Cici ? A"]
    let holdings = InventedHoldings(rows)
    let company = try #require(holdings.company("A"))
    #expect(abs(holdings.ownership.remainder(of: company) { _ in true } - 0.3) < 1e-9)
    #expect(abs(holdings.ownership.remainder(of: company) { $0.to == nil } - 0.6) < 1e-9)
    #expect(InventedHoldings("Ani 80 A", "Budi 70 A").ownership.remainder(of: 0) { _ in true } == 0)
  }
}
