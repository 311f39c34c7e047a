import Records

/// A night's reports, in the order in which `run.json` lists them.
struct Reports: Sendable {
  private(set) var context: ReportContext
  private(set) var cases: CaseList

  init(night: Night, settings: CaseworkSettings, key: SiteKey) {
    let numbering = Numbering(key: key)
    let linkIDs = numbering.linkIDs(of: night.judgement.links, in: night.registry)
    context = ReportContext(night: night, settings: settings, linkIDs: linkIDs)
    cases = CaseList(of: night.judgement, numbering: numbering, linkIDs: linkIDs)
    settle(cases.all.map(\.progress), gone: [])
  }

  /// Takes up what the casebook knows; see ``CaseList/settle(_:gone:budget:)``.
  mutating func settle(_ progress: [CaseProgress], gone: [GoneCase]) {
    cases.settle(progress, gone: gone, budget: context.settings.budget)
  }

  /// Draws the clear packages that are to be checked again.
  mutating func draw(by seed: RecheckSeed, key: SiteKey) {
    context.recheck = RecheckSample(
      of: context.settings.recheckSize, from: context.judgement.clear, by: seed, numbering: Numbering(key: key))
  }

  func files() -> [ReportFile] { Self.writers.map { $0.file(of: cases, in: context) } }

  private static var writers: [any ReportWriter.Type] {
    [
      FlaggedPairs.self, FindingRows.self, PersonLinkRows.self, Evidence.self, QuarantineRows.self, CoverageRows.self,
      RecheckRows.self,
    ]
  }
}

/// One report file: its fixed name, and how it is made.
protocol ReportWriter {
  static var name: String { get }

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile
}
