import Records
import Testing

@testable import Intake

/// How columns are written, as their other values show.
@Suite struct ColumnSurveyTests {
  private func born(_ dates: [String]) throws -> SmallTable {
    let rows = dates.enumerated().map { "19790202200401200\($0 + 1);Beni Contoh;\($1)\n" }.joined()
    return try SmallTable("NIP;Nama;Tgl Lahir\n" + rows)
  }

  @Test func `a column with days that only the month in front makes is read so throughout`() throws {
    let table = try born(["03/04/1981", "04/13/2001", "12/31/2003"])
    #expect(
      table.officials == ["Beni Contoh 1981-03-04", "Beni Contoh 2001-04-13", "Beni Contoh 2003-12-31"])
    #expect(table.warnings == ["date-month-first Tgl Lahir"])
    #expect(table.reading.form.plans[0].order(of: .birthDate) == .monthFirst)
    #expect(Assumption.all(in: table.reading.form.plans).map(\.what) == ["dates of Tgl Lahir"])
  }

  @Test func `a column with both orders stays day first, and says which dates are not`() throws {
    let table = try born(["03/04/1981", "04/13/2001", "25/12/1979"])
    #expect(table.officials == ["Beni Contoh 1981-04-03", "Beni Contoh -", "Beni Contoh 1979-12-25"])
    #expect(table.warnings == ["date-order Tgl Lahir", "date-unreadable Tgl Lahir"])
  }

  @Test(arguments: [["03/04/1981"], ["1981-04-13", "03/04/1981"], ["13 April 1981", "Apr 13, 1981"]])
  func `nothing is taken for a sign of the order that is none`(_ dates: [String]) throws {
    #expect(try born(dates).warnings == [])
  }

  @Test func `a birth date may have its place in front, and none lies in the future`() throws {
    let table = try born(["Kupang, 7 Juli 1981", "9999-12-31", "2030-01-01"])
    #expect(table.officials == ["Beni Contoh 1981-07-07", "Beni Contoh -", "Beni Contoh -"])
    #expect(table.text(table.tables.officials[0].birthPlace) == "Kupang")
    #expect(table.warnings == ["birth-future Tgl Lahir"])
  }

  private func ceilings(_ amounts: [String]) throws -> (sen: [Int64?], warnings: [String]) {
    let rows = amounts.enumerated().map { "\(9001 + $0);Jalan;\($1)\n" }.joined()
    let table = try SmallTable("Kode Tender;Nama Paket;Pagu\n" + rows)
    return (table.tables.tenders.map { $0.ceiling?.sen }, table.warnings)
  }

  @Test func `what a mark before three digits and a unit means, the column's other amounts tell`() throws {
    let commas = try ceilings(["1.500 Jt", "1.250,5 Jt"])
    #expect(commas.sen == [150_000_000_000, 125_050_000_000] && commas.warnings == [])
    let points = try ceilings(["1.500 Jt", "9.9 Jt"])
    #expect(points.sen == [150_000_000, 990_000_000] && points.warnings == [])
    let unknown = try ceilings(["1.500 Jt", "2 M"])
    #expect(unknown.sen == [nil, 200_000_000_000] && unknown.warnings == ["amount-unclear Pagu"])
    let both = try ceilings(["1.500 Jt", "9.9 Jt", "578,9 Jt"])
    #expect(both.sen[0] == nil && both.warnings == ["amount-unclear Pagu"])
  }

  private func outcomes(_ words: [String]) throws -> (outcomes: [BidOutcome], warnings: [String]) {
    let rows = words.enumerated().map { "9001;\(1001 + $0);CV Contoh;\($1)\n" }.joined()
    let table = try SmallTable("Kode Tender;Kode Penyedia;Nama Penyedia;Pemenang\n" + rows)
    return (table.tables.bids.map(\.outcome), table.warnings)
  }

  @Test func `a T is no beside Y, true beside F, and doubtful alone`() throws {
    #expect(try outcomes(["Y", "T"]).outcomes == [.won, .bid])
    #expect(try outcomes(["Y", "T"]).warnings == [])
    #expect(try outcomes(["t", "f"]).outcomes == [.won, .bid])
    #expect(try outcomes(["t", "f"]).warnings == [])
    #expect(try outcomes(["T", ""]).outcomes == [.bid, .bid])
    #expect(try outcomes(["T", ""]).warnings == ["won-unclear Pemenang"])
  }

  @Test func `a word for neither is no winner and is said`() throws {
    let read = try outcomes(["\u{2713}", "Pemenang Berkontrak", "mungkin"])
    #expect(read.outcomes == [.won, .won, .bid] && read.warnings == ["won-unclear Pemenang"])
  }
}
