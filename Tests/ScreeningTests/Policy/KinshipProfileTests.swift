import Testing

@testable import Screening

@Suite struct KinshipProfileTests {
  struct Relation: CustomTestStringConvertible, Sendable {
    let term: String
    /// Whether UU 30/2014, UU 48/2009 and UU 24/2004 name it.
    let laws: [Bool]
    var testDescription: String { term }

    init(_ term: String, _ administration: Bool, _ judges: Bool, _ deposits: Bool) {
      self.term = term
      laws = [administration, judges, deposits]
    }
  }

  /// UU 30/2014, elucidation of article 43(1)b: a closed list; UU 48/2009 article 17: to the third degree and the
  /// spouse, even after divorce; UU 24/2004, elucidation of article 68: to the second degree and some beyond.
  @Test(arguments: [
    Relation("suami", true, true, true), Relation("istri", true, true, true), Relation("anak", true, true, true),
    Relation("ayah", true, true, true), Relation("anak tiri", true, true, true), Relation("mertua", true, true, true),
    Relation("menantu", true, true, true), Relation("saudara kandung", true, true, true),
    Relation("kakek", true, true, true), Relation("cucu", true, true, true),
    Relation("saudara istri", true, true, true), Relation("paman", true, true, false),
    Relation("bibi", true, true, false), Relation("keponakan", false, true, false),
    Relation("sepupu", false, false, false), Relation("kakek mertua", false, true, true),
    Relation("mantan istri", false, true, false), Relation("besan", false, false, true),
    Relation("biras", false, false, true), Relation("famili lain", false, false, false),
  ])
  func `laws do not name the same relatives`(_ relation: Relation) throws {
    let entry = try #require(KinshipTable().entry(for: relation.term))
    let found = [KinshipProfile.administration, .judges, .deposits].map { $0.lists(entry) }
    #expect(found == relation.laws)
  }

  @Test(arguments: KinshipProfile.allCases)
  func `no law names the official himself, nor a term that says no relation`(_ profile: KinshipProfile) throws {
    for term in ["diri sendiri", "famili lain", "lainnya", "wali", "tanggungan"] {
      guard let entry = KinshipTable().entry(for: term) else { continue }
      #expect(!profile.lists(entry), "\(term)")
    }
  }

  @Test func `the laws are known by their numbers`() {
    #expect(KinshipProfile.allCases.map(\.rawValue) == ["uu30-2014", "uu48-2009", "uu24-2004"])
  }
}
