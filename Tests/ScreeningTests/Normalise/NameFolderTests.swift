import Testing

@testable import Screening

@Suite struct NameFolderTests {
  struct Name: CustomTestStringConvertible {
    let written: String
    let tokens: [String]
    var testDescription: String { written }
  }

  private func fold(_ text: String) -> [String] {
    var folder = NameFolder()
    let bytes = Array(text.utf8)
    let name = folder.fold(bytes.span)
    return name.tokens.map { folder.table.text($0) }
  }

  @Test(arguments: [
    Name(written: "Agustinus Mikael Sanam,S.E.", tokens: ["agustinus", "mikael", "sanam"]),
    Name(written: "Drs. H. Yohanes Bria, M.Si", tokens: ["yohanes", "bria"]),
    Name(written: "Ir.H. Ahmad Fallo, ST.MM", tokens: ["ahmad", "falo"]),
    Name(written: "MARIA NAHAK,S.Sos.,M.Si", tokens: ["maria", "nahak"]),
    Name(written: "dr. Veronika Klau, Sp.A", tokens: ["veronika", "klau"]),
    Name(written: "Hj. Siti Nurhayati", tokens: ["siti", "nurhayati"]),
    Name(written: "Prof. Dr. Petrus Lay, S.H., M.H.", tokens: ["petrus", "lay"]),
    Name(written: "H. M. Yusuf", tokens: ["m", "yusuf"]),
    Name(written: "I Made Wirawan", tokens: ["made", "wirawan"]),
    Name(written: "Suharto", tokens: ["suharto"]),
    Name(written: "Alm. Paulus Mau", tokens: ["paulus", "mau"]),
    Name(written: "Paulus Mau (alm.)", tokens: ["paulus", "mau"]),
  ])
  func `takes titles off and leaves the name`(_ name: Name) {
    #expect(fold(name.written) == name.tokens)
  }

  @Test(arguments: [
    ["Mohammad Yusuf", "MOH. YUSUF", "Muh Jusuf", "Muhammad Yusuf"],
    ["Soetjipto", "Sucipto", "SOECIPTO"],
    ["Ludji Riwu", "Luji Riwu"],
    ["Johannes Bria", "Yohanes Bria", "Yoh. Bria"],
    ["Abdul Rahman", "Abdurrahman", "Abd. Rahman"],
    ["Ma'u", "Mau", "Ma’u", "Ma`u"],
    ["Riwu-Kore", "Riwu Kore"],
    ["Noël", "NOEL"],
  ])
  func `brings spellings of one name together`(_ spellings: [String]) {
    let folded = Set(spellings.map(fold))
    #expect(folded.count == 1, "\(folded)")
  }

  @Test func `keeps Maria and Mariana apart`() { #expect(fold("Maria Lay") != fold("Mariana Lay")) }

  @Test func `reads a second name after alias as another name`() {
    #expect(fold("Tan Lim alias Budi Santoso") == fold("Tan Lim"))
  }

  @Test func `leaves out bin and binti but keeps whose child it is`() {
    #expect(fold("Ahmad bin Yusuf") == ["ahmad", "yusuf"])
  }

  @Test(arguments: ["", ",", "...", "12345", "\u{FFFD}", "𝒜𝒷", ",,S.E.", "Dr.", "H."])
  func `is total on anything`(_ text: String) { _ = fold(text) }

  @Test func `folds its own result to itself`() {
    for written in ["Soetjipto Djojohadikoesoemo", "Ir. Ahmad, M.T.", "Thomas Christophorus Ndoen"] {
      let once = fold(written)
      #expect(fold(once.joined(separator: " ")) == once)
    }
  }
}
