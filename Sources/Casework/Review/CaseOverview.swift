package import Records

/// Cases and where they stand, for a terminal or as data.
package struct CaseOverview: Sendable {
  package let entries: [Entry]

  /// One case. Names are as the reports have them.
  package struct Entry: Encodable, Sendable {
    package let id: String
    package let status: String
    package let level: String
    /// A word of ``Standing/State``.
    package let state: String
    package let official: String
    package let workUnit: String
    package let vendor: String
    /// The decision that stands; `nil` where there is none.
    package let decision: Verdict?
    /// Whose decisions made the state, oldest first.
    package let decidedBy: [String]
    package let decidedOn: CalendarDate?
  }

  /// - Parameters:
  ///   - cases: All cases of the casebook.
  ///   - words: Only cases of these statuses and states; where none is given, all that are not closed.
  package init(of cases: [ReviewCase], only words: [String]) {
    let chosen = cases.filter { matter in
      words.isEmpty ? !matter.isClosed : words.contains(matter.status) || words.contains(matter.state.rawValue)
    }
    entries = chosen.sorted(by: ReviewSheet.byRank).map(Entry.init)
  }

  /// Statuses of the nights and states of review, by which a list can be asked for.
  package static let words =
    ["baru", "tetap", "berubah", "dibuka_kembali", "hilang"] + Standing.State.allCases.map(\.rawValue)

  /// A table for a terminal, and how many cases there are.
  package func text(in language: Language) -> String {
    var page = TerminalPage()
    for entry in entries {
      let marks = [entry.decision?.rawValue, entry.decidedOn?.description] + entry.decidedBy.map(Optional.some)
      let parties = [entry.official, entry.vendor].filter { !$0.isEmpty }.joined(separator: " / ")
      let decided = marks.compactMap { $0 }.joined(separator: ", ")
      page.add(
        cells: [(entry.id, 14), (entry.status, 14), (entry.level, 7), (entry.state, 8)],
        then: decided.isEmpty ? parties : "\(parties) (\(decided))")
    }
    let count = Phrase("\(entries.count) kasus", entries.count == 1 ? "1 case" : "\(entries.count) cases")
    page.add(line: language.of(count))
    return MessageText.visible(page.text)
  }
}

extension CaseOverview.Entry {
  fileprivate init(_ matter: ReviewCase) {
    let standing = matter.standing
    self.init(
      id: matter.id, status: matter.status, level: matter.level.name, state: matter.state.rawValue,
      official: matter.cell("nama_pejabat"), workUnit: matter.cell("satuan_kerja"),
      vendor: matter.cell("nama_penyedia"), decision: standing.decisions.last?.verdict,
      decidedBy: standing.signers, decidedOn: standing.decisions.last?.on)
  }
}
