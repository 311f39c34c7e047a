import FoundationEssentials
import Records
import Testing

@testable import Casework

@Suite struct DecisionTextTests {
  @Test(arguments: [
    ("akta dibaca", "akta dibaca"), (" akta\u{A0}", "akta"), ("'=1+1", "=1+1"), ("'-", "-"), ("''=x", "''=x"),
    ("'kutip'", "'kutip'"), ("dua\r\nbaris", "dua\nbaris"), ("dua\rbaris", "dua\nbaris"), ("\t", ""), ("' =x", "' =x"),
    ("NIK 5371014503900001", "NIK 53************01"), ("\u{1B}[31m", "␛[31m"),
  ])
  func `a text is kept in one form`(_ written: String, _ kept: String) {
    #expect(DecisionText.canonical(written) == kept)
  }

  @Test func `the one form is its own`() {
    var random = Seeded(11)
    let parts = [
      "'", "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", " ", "a", "é", "\u{A0}", "5371014503900001", "*", "\u{1B}",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
      let once = DecisionText.canonical(text)
      #expect(DecisionText.canonical(once) == once, "\(text.debugDescription)")
    }
  }

  @Test func `a decision keeps its day as ISO 8601`() throws {
    let decision = Reviewed.decision(.handled, note: "lihat berkas")
    let text = String(decoding: JSONText.bytes(of: decision), as: UTF8.self)
    #expect(text.contains(#""on":"2026-11-23""#) && text.contains(#""verdict":"sudah_ditangani""#))
    #expect(JSONText.value(Decision.self, from: Array(#"{"on":"2026-02-30"}"#.utf8)) == nil)
    let encoded = try JSONEncoder().encode(decision)
    #expect(try JSONDecoder().decode(Decision.self, from: encoded) == decision)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CalendarDate.self, from: Data(#""2026-02-30""#.utf8))
    }
  }
}
