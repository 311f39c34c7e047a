import Records

/// Tonight's cases with what each rests on, for the casebook to compare with the nights before.
struct TonightsCases: Sendable {
  let mark: RunMark
  private let cases: [Case]
  private let facts: [CaseFacts]
  private let sources: Set<String>

  /// - Parameters:
  ///   - key: Digests the cells.
  ///   - mark: What tonight's run judges by.
  init(_ reports: Reports, key: SiteKey, mark: RunMark) {
    let night = reports.context.night
    self.mark = mark
    cases = reports.cases.all
    facts = cases.map { CaseFacts(of: $0, in: night, key: key) }
    sources = Set(night.registry.sources.map { MessageText.masked($0.path) })
  }

  /// How each case stands to the nights before, in the cases' order.
  func progress(_ history: CaseHistory) -> [CaseProgress] {
    zip(cases, facts).map { history.progress(of: $0.id, $1, level: $0.lead.level, mark: mark) }
  }

  /// What the night before had and tonight has not.
  ///
  /// - Parameter earlier: Rows of the list of the night before, by the cases' ids.
  func gone(_ history: CaseHistory, earlier: [String: [String]]) -> [GoneCase] {
    history.gone(besides: Set(cases.map(\.id)), mark: mark, sources: sources).map { gone in
      var gone = gone
      gone.cells = earlier[gone.id] ?? []
      return gone
    }
  }

  /// What the casebook keeps of the cases.
  ///
  /// - Parameter settled: The same cases with their progress.
  func states(_ settled: CaseList) -> [RunFiling.State] {
    zip(settled.all, facts).map { matter, facts in
      RunFiling.State(id: matter.id, progress: matter.progress, level: matter.lead.level, facts: facts)
    }
  }
}
