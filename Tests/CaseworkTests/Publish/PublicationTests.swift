import Records
import Testing

@testable import Casework

/// A kill is a list of steps that ends early; whatever its length, `latest` is a whole run and the next one tidies up.
@Suite struct PublicationTests {
  private static let id = "2026-11-23-00000001"

  /// A staged run whose one report holds a text.
  private func stage(_ text: String, _ id: String, in output: String) throws -> StagedRun {
    let staging = try StagedRun(id: id, in: RunFolders(output: output))
    let outputs = try staging.write([ReportFile(name: "a.csv", rows: 0, bytes: Array(text.utf8))])
    let key = SiteKey(bytes: [1])
    let reports = Reports(night: Invented.twoCases.night, settings: Invented.settings(), key: key)
    let history = try CaseHistory(of: id, asOf: Invented.settings().asOf, in: CaseStore(in: output))
    try staging.write(
      RunManifest(of: reports, id: id, outputs: outputs, history: history, previous: nil, reportMilliseconds: 1))
    return staging
  }

  private func publish(_ text: String, _ id: String, in output: String) throws {
    try Publication(of: stage(text, id, in: output), in: RunFolders(output: output)).publish()
  }

  /// The text that a reader finds through `latest`, in a run that is as recorded.
  private func latest(in output: String) throws -> String {
    let run = try PublishedRun(opening: output)
    #expect(run.verifyOutputs().isEmpty)
    return String(decoding: try Disk.read("\(output)/latest/a.csv"), as: UTF8.self)
  }

  struct Situation: CustomTestStringConvertible {
    let name: String
    /// Runs published before: text and id.
    let before: [(String, String)]
    let steps: Int
    var testDescription: String { name }
  }

  static let situations = [
    Situation(name: "another night", before: [("lama", "2026-11-22-00000002")], steps: 6),
    Situation(name: "the latest night with other bytes", before: [("lama", id)], steps: 12),
    Situation(
      name: "an earlier night with other bytes", before: [("lain", id), ("lama", "2026-11-24-00000003")], steps: 7),
  ]

  @Test(arguments: situations)
  func `latest is whole after any number of steps, and the next run tidies up`(_ situation: Situation) throws {
    for count in 0...situation.steps {
      try withFolder { output in
        for (text, id) in situation.before { try publish(text, id, in: output) }
        let steps = Publication(of: try stage("baru", Self.id, in: output), in: RunFolders(output: output)).steps
        #expect(steps.count == situation.steps)
        for step in steps.prefix(count) {
          try step.perform()
          let text = try latest(in: output)
          #expect(text == "lama" || text == "baru")
        }
        let seen = try latest(in: output)
        try Leftovers(output: output).clear()
        #expect(try latest(in: output) == seen || seen == "lama")
        #expect(Disk.names(in: output).allSatisfy { !$0.hasPrefix(".") })
        let ids = Set(situation.before.map(\.1))
        #expect(Set(Disk.names(in: "\(output)/runs")).isSuperset(of: ids))
        #expect(Set(Disk.names(in: "\(output)/runs")).isSubset(of: ids.union([Self.id])))
        try publish("baru", Self.id, in: output)
        #expect(try latest(in: output) == "baru")
      }
    }
  }

  @Test func `a first run has no latest until it is whole`() throws {
    try withFolder { output in
      let steps = Publication(of: try stage("baru", Self.id, in: output), in: RunFolders(output: output)).steps
      #expect(steps.first { if case .point = $0 { true } else { false } } == steps[4])
      for step in steps {
        #expect((try? latest(in: output)) ?? "baru" == "baru")
        try step.perform()
      }
      #expect(try latest(in: output) == "baru")
    }
  }

  /// Killed within a step: a replaced run half linked or half removed.
  @Test(arguments: [true, false])
  func `a replacement that was cut short within a step is settled`(_ isRemoving: Bool) throws {
    try withFolder { output in
      try publish("lama", Self.id, in: output)
      let runs = RunFolders(output: output)
      if isRemoving {
        try Disk.linkCopy(folder: runs.folder(of: Self.id), to: runs.superseded(Self.id))
        try Disk.point(runs.latest, at: runs.supersededTarget(Self.id))
        try Disk.remove(file: "\(runs.folder(of: Self.id))/run.json")
      } else {
        try Disk.makeFolder(runs.superseded(Self.id))
        try Disk.write([1], to: "\(runs.superseded(Self.id))/a.csv")
      }
      try Leftovers(output: output).clear()
      #expect(try latest(in: output) == "lama")
      #expect(Disk.names(in: runs.runs) == [Self.id])
      #expect(Disk.target(of: runs.latest) == runs.target(of: Self.id))
    }
  }

  @Test func `a latest that is no symbolic link is not touched`() throws {
    try withFolder { output in
      try Disk.makeFolder("\(output)/latest")
      let fault = #expect(throws: CaseworkFault.self) { try publish("baru", Self.id, in: output) }
      #expect(
        fault == .cannotWrite(path: "\(output)/latest", reason: "it is there and is no symbolic link"))
    }
  }
}
