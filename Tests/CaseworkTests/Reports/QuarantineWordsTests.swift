import Records
import Testing

@testable import Casework

@Suite struct QuarantineWordsTests {
  private let message = Diagnostic.Message(
    code: "too-few-fields", problem: "the row has 2 fields, the header has 3", remedy: "look for a delimiter")

  @Test func `an Indonesian report gives the reason in Indonesian`() {
    #expect(QuarantineWords.reason(message, in: .indonesian) == "kolom pada baris kurang dari kolom judul")
    #expect(QuarantineWords.remedy(message, in: .indonesian).hasPrefix("cari pemisah"))
  }

  @Test func `an English report keeps the diagnostic's own words with their numbers`() {
    #expect(QuarantineWords.reason(message, in: .english) == message.problem)
    #expect(QuarantineWords.remedy(message, in: .english) == message.remedy)
  }

  @Test func `a code without words keeps the diagnostic's own`() {
    let other = Diagnostic.Message(code: "new-code", problem: "something", remedy: "mend it")
    #expect(QuarantineWords.reason(other, in: .indonesian) == "something")
  }

  @Test func `no word accuses anybody`() {
    for (code, words) in QuarantineWords.indonesian {
      #expect(NeutralWording.words(in: words.reason + " " + words.remedy).isEmpty, "\(code)")
    }
  }
}
