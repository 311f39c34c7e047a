import Records
import Testing

@testable import Screening

@Suite struct KinshipTableTests {
  struct Term: CustomTestStringConvertible, Sendable {
    let written: String
    let term: String
    let degree: Int?
    let items: String
    var testDescription: String { written }
  }

  /// Items of the elucidation of UU 30/2014 article 43(1)b; degrees by KUHPerdata 290-297.
  @Test(arguments: [
    Term(written: "Suami", term: "suami", degree: 0, items: "3"),
    Term(written: "ISTERI", term: "istri", degree: 0, items: "3"),
    Term(written: "suami/istri", term: "pasangan", degree: 0, items: "3"),
    Term(written: "Anak Kandung", term: "anak", degree: 1, items: "4"),
    Term(written: "a.k.", term: "anak", degree: 1, items: "4"),
    Term(written: "anak tiri", term: "anak tiri", degree: 1, items: "4"),
    Term(written: "anak angkat", term: "anak angkat", degree: 1, items: "4"),
    Term(written: "ayah", term: "ayah", degree: 1, items: "1"),
    Term(written: "Ibu Kandung", term: "ibu", degree: 1, items: "1"),
    Term(written: "ibu mertua", term: "ibu mertua", degree: 1, items: "11"),
    Term(written: "menantu", term: "menantu", degree: 1, items: "5"),
    Term(written: "Saudara Kandung", term: "saudara", degree: 2, items: "2"),
    Term(written: "kakek", term: "kakek", degree: 2, items: "6"),
    Term(written: "cucu", term: "cucu", degree: 2, items: "7"),
    Term(written: "ipar", term: "ipar", degree: 2, items: "8|9"),
    Term(written: "paman", term: "paman", degree: 3, items: "10"),
    Term(written: "bibi", term: "bibi", degree: 3, items: "10"),
    Term(written: "keponakan", term: "keponakan", degree: 3, items: ""),
    Term(written: "kemenakan", term: "keponakan", degree: 3, items: ""),
    Term(written: "sepupu", term: "sepupu", degree: 4, items: ""),
    Term(written: "besan", term: "besan", degree: nil, items: ""),
    Term(written: "mantan istri", term: "mantan pasangan", degree: 0, items: ""),
    Term(written: "kakek mertua", term: "kakek/nenek pasangan", degree: 2, items: ""),
    Term(written: "famili lain", term: "tidak jelas", degree: nil, items: ""),
  ])
  func `knows a term with its degree and its place on the list`(_ term: Term) throws {
    let entry = try #require(KinshipTable().entry(for: term.written))
    #expect(entry.term == term.term)
    #expect(entry.degree == term.degree)
    #expect(entry.listItems == term.items)
    #expect(KinshipProfile.administration.lists(entry) == !term.items.isEmpty)
  }

  @Test(arguments: [
    ("Istri ke-2", "istri"), ("isteri III", "istri"), ("Suami ke 1", "suami"), ("ANAK KE-7", "anak"),
    ("anak 12", "anak"), ("anak ke 11", "anak"), ("istri pertama", "istri"), ("Istri sah", "istri"),
    ("  anak   kandung  ", "anak"),
  ])
  func `passes over which one it is`(_ written: String, _ term: String) throws {
    let entry = try #require(KinshipTable().entry(for: written))
    #expect(entry.term == term)
  }

  @Test(arguments: ["", "-", "tetangga", "kenalan dekat", "ke-2", "II", "12", "??"])
  func `does not know, or does not list, what is no relation`(_ written: String) {
    #expect(KinshipTable().entry(for: written).map { KinshipProfile.administration.lists($0) } ?? false == false)
  }

  @Test(arguments: ["tetangga", "kenalan dekat", "ke-2", "II"])
  func `says nothing of an unknown term`(_ written: String) { #expect(KinshipTable().entry(for: written) == nil) }

  @Test func `only spouses, parents and children are the closest`() {
    let table = KinshipTable()
    let closest = ["suami", "istri", "anak", "anak tiri", "anak angkat", "ayah", "ibu", "orang tua", "ayah tiri"]
    let others = [
      "mertua", "ayah mertua", "menantu", "saudara", "kakek", "cucu", "ipar", "paman", "bibi", "keponakan",
      "mantan istri",
    ]
    #expect(closest.allSatisfy { table.entry(for: $0)?.isClosest == true })
    #expect(others.allSatisfy { table.entry(for: $0)?.isClosest == false })
  }

  @Test(arguments: ["diri sendiri", "ybs", "yang bersangkutan"])
  func `knows the official himself, who is no relative`(_ written: String) throws {
    let entry = try #require(KinshipTable().entry(for: written))
    #expect(entry.isSelf)
    #expect(!KinshipProfile.administration.lists(entry))
  }

  @Test func `finds every term of its own table, and counts the listed ones to eleven items`() {
    let table = KinshipTable()
    let rows = KnowledgeTable(PackageResources.kinship_csv).rows
    #expect(rows.count > 400)
    var items: Set<Substring> = []
    // The head of a family card is not necessarily the official, so the two terms for him say nothing.
    for row in rows where row[0].contains(where: \.isLetter) && !row[0].contains("kepala keluarga") {
      guard let entry = table.entry(for: row[0]) else {
        Issue.record("\(row[0]) is not found")
        continue
      }
      #expect(entry.term == row[1], "\(row[0])")
      let note = row[5].split(separator: " ").first ?? ""
      let isItem = note.dropFirst(5).allSatisfy { $0.isNumber || $0 == "|" }
      #expect(KinshipProfile.administration.lists(entry) == isItem, "\(row[0])")
      items.formUnion(entry.listItems.split(separator: "|"))
    }
    #expect(items == Set((1...11).map { Substring(String($0)) }))
  }

  @Test func `has an English word for every listed term`() {
    let table = KinshipTable()
    for row in KnowledgeTable(PackageResources.kinship_csv).rows {
      guard let entry = table.entry(for: row[0]), KinshipProfile.administration.lists(entry) else { continue }
      #expect(KinshipTable.english(entry.term) != entry.term, "\(entry.term)")
    }
  }

  @Test(arguments: [
    ("Suami", Sex.male), ("ISTERI", .female), ("Ayah Mertua", .male), ("istri saudara", .female),
    ("Anak laki-laki", .male), ("anak perempuan", .female), ("Nenek", .female),
  ])
  func `a term tells the relative's sex`(_ term: String, _ sex: Sex) {
    #expect(KinshipTable().entry(for: term)?.sex == sex)
  }

  @Test(arguments: ["Anak", "Saudara Kandung", "Mertua", "Sepupu"])
  func `a term that either may bear tells no sex`(_ term: String) {
    #expect(KinshipTable().entry(for: term)?.sex == nil)
  }

  @Test func `a term tells about when the relative was born`() throws {
    #expect(try #require(KinshipTable().entry(for: "Ayah")?.birthYears).upperBound < 0)
    #expect(try #require(KinshipTable().entry(for: "Anak")?.birthYears).lowerBound > 0)
    #expect(try #require(KinshipTable().entry(for: "Istri")?.birthYears).contains(0))
    #expect(KinshipTable().entry(for: "Sepupu")?.birthYears == nil)
  }
}
