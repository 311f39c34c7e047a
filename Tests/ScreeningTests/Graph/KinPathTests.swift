import Testing

@testable import Screening

@Suite struct KinPathTests {
  /// Terms that the civil code sees as blood or affinity, with the degree of the table.
  private static let counted = KnowledgeTable(PackageResources.kinship_csv).rows.filter { row in
    ["darah", "semenda", "angkat", "tiri"].contains(row[4])
  }

  @Test func `births on the way are the degree of the table, for every term whose way is known`() {
    var terms: Set<String> = []
    for row in Self.counted {
      let path = KinPath(ofTerm: row[1])
      guard path.isKnown, let degree = Int(row[3]) else { continue }
      #expect(path.births == degree, "\(row[0]) (\(row[1])): \(path.text)")
      #expect(path.isBloodOrAffinity, "\(row[0]) (\(row[1])): \(path.text)")
      terms.insert(row[1])
    }
    #expect(terms.count > 40)
  }

  @Test func `a term of a known way has a degree, unless the code counts none`() {
    for row in KnowledgeTable(PackageResources.kinship_csv).rows where KinPath(ofTerm: row[1]).isKnown {
      #expect(Int(row[3]) != nil || ["besan", "biras"].contains(row[1]), "\(row[0]) (\(row[1]))")
    }
  }

  /// KUHPerdata 290-296 by the examples of law books: siblings second, uncles and nephews third, cousins fourth.
  @Test(arguments: [
    ("anak", "D", 1), ("ayah", "U", 1), ("cucu", "D-D", 2), ("kakek", "U-U", 2), ("saudara", "U-D", 2),
    ("paman", "U-U-D", 3), ("keponakan", "U-D-D", 3), ("sepupu", "U-U-D-D", 4), ("istri", "S", 0),
    ("mertua", "S-U", 1), ("menantu", "D-S", 1), ("ipar (saudara pasangan)", "S-U-D", 2),
    ("ipar (pasangan saudara)", "U-D-S", 2), ("anak tiri", "D", 1), ("saudara angkat", "U-D", 2),
  ])
  func `a term's way and degree`(_ term: String, _ text: String, _ degree: Int) {
    let path = KinPath(ofTerm: term)
    #expect(path.text == text)
    #expect(path.births == degree)
  }

  @Test(arguments: [("besan", "D-S-U"), ("biras", "S-U-D-S")])
  func `there is no affinity between one spouse's kin and the other's`(_ term: String, _ text: String) {
    #expect(KinPath(ofTerm: term).text == text)
    #expect(!KinPath(ofTerm: term).isBloodOrAffinity)
  }

  @Test(arguments: ["ipar", "lainnya", "tidak jelas", "mantan pasangan", "", "diri"])
  func `a term that does not tell has no way`(_ term: String) {
    let path = KinPath(ofTerm: term)
    #expect(!path.isKnown && path.text.isEmpty && !path.isBloodOrAffinity && path.births == 0)
  }

  @Test func `ways follow each other, and an unknown one hides the whole`() {
    let (wife, brother) = (KinPath("S"), KinPath("UD"))
    #expect(wife.followed(by: brother) == KinPath(ofTerm: "ipar (saudara pasangan)"))
    #expect(brother.followed(by: wife) == KinPath(ofTerm: "ipar (pasangan saudara)"))
    #expect(KinPath("UD").followed(by: KinPath("D")) == KinPath(ofTerm: "keponakan"))
    #expect(!wife.followed(by: KinPath("")).isKnown && !KinPath("").followed(by: wife).isKnown)
  }
}
