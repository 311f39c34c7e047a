import Records
import Testing

@testable import Casework

@Suite struct BidderSentenceTests {
  private func sentence(
    _ names: (String, String), isCompany: Bool = false, outcome: BidOutcome = .bid, _ language: Language
  ) -> String {
    BidderSentence(
      names: names, isCompany: isCompany, vendors: ("CV Mitra Karya", "CV Bukit Timur"),
      package: .init(code: "10024510", name: "Rehabilitasi Gedung"), outcome: outcome
    ).text(in: language)
  }

  @Test func `tells who joins which bidders of what, and asks`() {
    #expect(
      sentence(("Maria Bere", "MARIA B."), .indonesian)
        == "CV Mitra Karya dan CV Bukit Timur, keduanya peserta paket Rehabilitasi Gedung (10024510), diindikasikan "
        + "terkait melalui orang yang sama: Maria Bere / MARIA B.; perlu klarifikasi.")
    let english = sentence(("Maria Bere", "Maria Bere"), outcome: .won, .english)
    #expect(english.contains("are indicated to be tied by the same person: Maria Bere; one of them won;"))
    #expect(english.hasSuffix("."))
  }

  @Test(arguments: Language.allCases)
  func `a company that holds both is no person`(_ language: Language) {
    let text = sentence(("PT Induk", "PT Induk"), isCompany: true, language)
    #expect(text.contains(language == .english ? "the same company: PT Induk" : "badan usaha yang sama: PT Induk"))
    #expect(!text.contains("PT Induk / "))
  }
}
