import Testing

@testable import Casework

@Suite struct VerdictTests {
  @Test(arguments: [
    "bukan_orang_sama", "Bukan orang sama", " BUKAN-ORANG-SAMA ", "bukan  orang\u{A0}sama", "Bukan_Orang Sama",
  ])
  func `a verdict is read however it is written`(_ text: String) {
    #expect(Verdict(written: text) == .notSamePerson)
  }

  @Test(arguments: Verdict.allCases)
  func `every verdict's own word is read`(_ verdict: Verdict) {
    #expect(Verdict(written: verdict.rawValue) == verdict)
  }

  @Test(arguments: ["", "ya", "bukan", "selesai sudah", "bukan orang"])
  func `what is no verdict is none`(_ text: String) {
    #expect(Verdict(written: text) == nil)
  }

  @Test func `a slip is told from another word`() {
    #expect(Verdict.nearest(to: "selsai") == .finished)
    #expect(Verdict.nearest(to: "Bukan orang yg sama") == .notSamePerson)
    #expect(Verdict.nearest(to: "sudah ditangan") == .handled)
    #expect(Verdict.nearest(to: "perlu klarfikasi") == .needsClarification)
    #expect(Verdict.nearest(to: "ya") == nil)
    #expect(Verdict.nearest(to: "CV MITRA CONTOH") == nil)
  }
}
