import Records
import Testing

@testable import Casework

@Suite struct DecisionReaderTests {
  private let cases = [Reviewed.matter(), Reviewed.matter(Reviewed.ids[1], .low)]
  private let header = ["id_kasus", "keputusan", "alasan", "diputus_oleh", "diputus_pada", "catatan"]

  private func read(
    _ rows: [WrittenDecision], broken: [(line: Int, message: Diagnostic.Message)] = []
  ) throws -> DecisionReader.Reading {
    let check = DecisionCheck(cases, asOf: Reviewed.today)
    return DecisionReader("daftar.csv", try DecisionColumns(of: header, in: "daftar.csv"), check)
      .read(rows, broken: broken)
  }

  @Test func `decisions come in the list's order`() throws {
    let reading = try read([
      Reviewed.written(Reviewed.ids[1], line: 2), Reviewed.written(Reviewed.ids[0], "", line: 3),
      Reviewed.written(line: 4),
    ])
    #expect(reading.decisions.map(\.caseID) == [Reviewed.ids[1], Reviewed.ids[0]])
    #expect(reading.passedOver == 1 && reading.refusals.isEmpty)
  }

  @Test func `one refused row refuses the list, with place, problem, code and remedy`() throws {
    let reading = try read([
      Reviewed.written(line: 2), Reviewed.written(Reviewed.ids[1], reason: "", by: "", line: 7),
    ])
    #expect(reading.decisions.isEmpty)
    #expect(
      reading.refusals.map(\.description) == [
        """
        daftar.csv:7:alasan: error: the decision has no reason [review-reason-missing]
          remedy: write in a sentence what it rests on
        """,
        """
        daftar.csv:7:diputus_oleh: error: the decision does not say whose it is [review-signer-missing]
          remedy: write the name of the auditor who decided
        """,
      ])
  }

  @Test func `rows of one case may agree and must not disagree`() throws {
    #expect(try read([Reviewed.written(), Reviewed.written(by: "Ana Contoh", line: 9)]).decisions.count == 1)
    let reading = try read([Reviewed.written(), Reviewed.written(by: "Beni Contoh", line: 9)])
    #expect(reading.decisions.isEmpty)
    #expect(reading.refusals.map(\.message.code) == ["review-rows-disagree"])
    #expect(reading.refusals.map(\.line) == [9] && reading.refusals[0].message.problem.contains("line 2"))
  }

  @Test func `a row that could not be split refuses the list, a second header does not`() throws {
    let torn = Diagnostic.Message(code: "torn-line", problem: "x", remedy: "y")
    let second = Diagnostic.Message(code: "repeated-header", problem: "x", remedy: "y")
    #expect(try read([Reviewed.written()], broken: [(5, second)]).decisions.count == 1)
    let reading = try read([Reviewed.written()], broken: [(5, torn)])
    #expect(reading.decisions.isEmpty && reading.refusals.map(\.line) == [5])
  }

  @Test func `columns are found in any order and spelling, in both languages`() throws {
    let columns = try DecisionColumns(
      of: ["Reason", " Decided By ", "warna", "CASE ID", "Decision", "", ""], in: "daftar.csv")
    let row = columns.decision(in: ["r", "b", "w", "c", "v", "", ""], line: 3) { $0.isEmpty ? .none : .unreadable }
    #expect(row == WrittenDecision(line: 3, caseID: "c", verdict: "v", reason: "r", by: "b", on: .none))
  }

  @Test func `missing and doubled columns are told, all of them, with the nearest`() throws {
    do throws(DecisionColumns.Faults) {
      _ = try DecisionColumns(of: ["id_kasus", "keptusan", "Alasan", "alasan"], in: "daftar.csv")
      #expect(Bool(false))
    } catch {
      #expect(error.diagnostics.map(\.column) == ["keputusan", "alasan", "diputus_oleh"])
      #expect(
        error.diagnostics.map(\.message.code) == [
          "review-column-missing", "review-column-twice", "review-column-missing",
        ])
      #expect(error.diagnostics[0].message.remedy.contains("keptusan"))
    }
  }
}
