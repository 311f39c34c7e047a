import Glibc
import Records
import Testing

@testable import Casework

@Suite struct ReviewSheetTests {
  private let cases = [
    Reviewed.matter(Reviewed.ids[1], .high, [], rank: 1),
    Reviewed.matter(Reviewed.ids[0], .critical, [Reviewed.decision(.finished, reason: "=1;2")], rank: 2),
    Reviewed.matter("BK-0000-0014-Z", .low, [Reviewed.decision(.handled)], rank: 3),
  ]

  private func lines(
    isBlind: Bool = false, withClosed: Bool = false, _ delimiter: CaseworkSettings.Delimiter = .semicolon
  ) throws -> [[String]] {
    let sheet = ReviewSheet(
      of: cases, isBlind: isBlind, withClosed: withClosed, language: .indonesian, delimiter: delimiter)
    return try #require(CSVTable.lines(of: sheet.bytes, delimiter: delimiter))
  }

  @Test(arguments: CaseworkSettings.Delimiter.allCases)
  func `open cases are listed by rank, the decision last`(_ delimiter: CaseworkSettings.Delimiter) throws {
    let lines = try lines(delimiter)
    #expect(lines.dropFirst().map(\.first) == [Reviewed.ids[1], Reviewed.ids[0]])
    #expect(lines[0].suffix(5) == ["keputusan", "alasan", "catatan", "diputus_oleh", "diputus_pada"])
    #expect(lines[1].suffix(5) == ["", "", "", "", ""])
    #expect(lines[2].suffix(5) == ["selesai", "'=1;2", "", "Ana Contoh", "2026-11-23"])
    #expect(lines[1].contains("'=CV MITRA; CONTOH"))
    #expect(lines.allSatisfy { $0.count == 36 })
  }

  @Test func `a blind list has no scores and the order of ids`() throws {
    let lines = try lines(isBlind: true, withClosed: true)
    let ids = lines.dropFirst().map { $0[0] }
    #expect(ids.count == 3 && ids == ids.sorted())
    for header in ["peluang", "perkiraan_senama", "mutu_identitas", "tingkat", "peringkat"] {
      #expect(!lines[0].contains(header) && !lines.joined().contains("sel \(header)"))
    }
    #expect(lines[0].count == 32)
  }

  @Test func `a blind list says that an opinion waits, and not whose or which`() throws {
    let lines = try lines(isBlind: true, withClosed: true)
    let row = try #require(lines.first { $0[0] == Reviewed.ids[0] })
    #expect(lines[0].suffix(6) == ["keadaan", "keputusan", "alasan", "catatan", "diputus_oleh", "diputus_pada"])
    #expect(row.suffix(6) == ["menunggu", "", "", "", "", ""])
    #expect(lines.first { $0[0] == "BK-0000-0014-Z" }?.suffix(6).first == "ditutup")
    // Such a row that comes back unfilled is no decision.
    let written = Reviewed.written(Reviewed.ids[0], "", reason: "", by: "", on: .none)
    #expect(DecisionCheck(cases, asOf: Reviewed.today).check(written).isPassedOver)
  }

  @Test func `closed cases are listed where they are asked for`() throws {
    #expect(try lines().count == 3)
    #expect(try lines(withClosed: true).count == 4)
  }

  @Test func `headers follow the language`() throws {
    let sheet = ReviewSheet(of: [], isBlind: false, withClosed: false, language: .english, delimiter: .comma)
    let lines = try #require(CSVTable.lines(of: sheet.bytes, delimiter: .comma))
    #expect(lines[0].first == "case_id" && lines[0].last == "decided_at")
  }

  @Test func `the file is the owner's alone and replaces none`() throws {
    try withFolder { folder in
      let path = folder + "/daftar.csv"
      let sheet = ReviewSheet(of: cases, isBlind: false, withClosed: false, language: .indonesian, delimiter: .tab)
      try sheet.write(to: path)
      #expect(Disk.mode(of: path) == 0o600)
      #expect(try Disk.read(path) == sheet.bytes)
      #expect(throws: CaseworkFault.self) { try sheet.write(to: path) }
    }
  }
}

@Suite struct CaseOverviewTests {
  private let cases = [
    Reviewed.matter(Reviewed.ids[1], .high, [], rank: 2),
    Reviewed.matter(Reviewed.ids[0], .critical, [Reviewed.decision(.finished)], rank: 1),
    Reviewed.matter("BK-0000-0014-Z", .low, [Reviewed.decision(.handled)], rank: 3),
  ]

  @Test func `without words all open cases are listed, the most urgent first`() {
    let overview = CaseOverview(of: cases, only: [])
    #expect(overview.entries.map(\.id) == [Reviewed.ids[0], Reviewed.ids[1]])
    #expect(overview.entries.map(\.state) == ["menunggu", "terbuka"])
    #expect(overview.entries[0].decidedBy == ["Ana Contoh"] && overview.entries[0].decision == .finished)
  }

  @Test func `statuses and states choose`() {
    #expect(CaseOverview(of: cases, only: ["ditutup"]).entries.map(\.id) == ["BK-0000-0014-Z"])
    #expect(CaseOverview(of: cases, only: ["menunggu"]).entries.map(\.id) == [Reviewed.ids[0]])
    #expect(CaseOverview(of: cases, only: ["baru"]).entries.count == 3)
    #expect(CaseOverview(of: cases, only: ["hilang"]).text(in: .english) == "0 cases")
  }

  @Test func `the table fits a terminal and says who decided what`() {
    let text = CaseOverview(of: cases, only: []).text(in: .indonesian)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("menunggu") && words.contains("(selesai, 2026-11-23, Ana Contoh)"))
    #expect(text.hasSuffix("2 kasus"))
  }
}
