package import Records

/// Everything that one night hands over to be filed.
package struct Night: Sendable {
  package var registry: Registry
  package var judgement: Judgement
  package var quarantine: [QuarantinedRow]
  /// The rows that cases rest on, read again from their files; see ``Casebook/rows(citedBy:)``.
  package var excerpts: [RowReference: SourceExcerpt]
  /// The program's version.
  package var toolVersion: String
  /// The rules that were applied, in any order.
  package var rules: [RuleRecord] = []
  /// The configuration's text as it was read; empty where there was none.
  package var configuration = ""
  /// What `run.json` records as the settings: only what can change the outputs, so never the number of threads.
  package var settings: [Setting] = []
  /// How long each stage took; the one thing that may differ between two equal nights.
  package var timings: [Timing] = []

  package init(
    registry: Registry, judgement: Judgement, quarantine: [QuarantinedRow],
    excerpts: [RowReference: SourceExcerpt], toolVersion: String
  ) {
    self.registry = registry
    self.judgement = judgement
    self.quarantine = quarantine
    self.excerpts = excerpts
    self.toolVersion = toolVersion
  }

  /// A rule as it was applied: its version, and the thresholds that it used.
  package struct RuleRecord: Hashable, Sendable {
    package let id: String
    package let version: String
    package let thresholds: [Setting]

    package init(id: String, version: String, thresholds: [Setting] = []) {
      self.id = id
      self.version = version
      self.thresholds = thresholds
    }
  }

  /// A name and the value that it had.
  package struct Setting: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A stage of the run and its length.
  package struct Timing: Hashable, Sendable {
    package let stage: String
    package let milliseconds: Int

    package init(stage: String, milliseconds: Int) {
      self.stage = stage
      self.milliseconds = milliseconds
    }
  }
}
