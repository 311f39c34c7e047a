import Foundation
import Testing

@Suite struct TrainCommandTests {
  /// A model trained on the province, once, as it takes seconds; its folder has the key that everybody knows.
  private struct Trained {
    let workspace: Workspace
    let outcome: Program.Outcome
    let model: [UInt8]

    static let once = Result { try Trained() }

    private init() throws {
      workspace = try Workspace()
      try workspace.write(Fixtures.key + "\n", to: "key")
      outcome = try workspace.program.run(
        "train", "--input", Fixtures.province, "--model-out", "m.csv", "--as-of", Fixtures.asOf, "--json")
      model = try workspace.bytes("m.csv")
    }
  }

  private struct Summary: Decodable {
    let file: String
    let version: String
    let pairs: Int
    let matches: [Double]
    let weights: [Weight]

    struct Weight: Decodable {
      let level: String
      let before: Double
      let after: Double
    }
  }

  /// A small delivery with a model file that its configuration names.
  private func workspace(model: String?, named name: String = "m.csv") throws -> Workspace {
    let workspace = try SmallInput().workspace()
    if let model { try workspace.write(model, to: name) }
    try workspace.write("[screening]\nmodel = \"\(name)\"\n", to: "benturan.toml")
    return workspace
  }

  @Test func `training writes a closed file and says what changed`() throws {
    let trained = try Trained.once.get()
    #expect(trained.outcome.status == 0)
    #expect(trained.outcome.messages == "")
    #expect(Tree.mode(trained.workspace.path("m.csv")) == 0o600)
    let summary = try JSONDecoder().decode(Summary.self, from: Data(trained.outcome.output.utf8))
    #expect(summary.file == "m.csv")
    #expect(summary.pairs > 20 && !summary.matches.isEmpty)
    #expect(summary.matches.allSatisfy { $0 > 0.05 && $0 < 0.5 })
    let lines = String(decoding: trained.model, as: UTF8.self).split(separator: "\n")
    #expect(lines[0].hasPrefix("# A matching model re-estimated by benturan train as of \(Fixtures.asOf), from model "))
    #expect(lines.count { $0.hasPrefix("# ") } == 3 && lines[3] == "level;m;u;k;why")
    #expect(
      summary.weights.map(\.level)
        == lines.dropFirst(4).filter { !$0.hasPrefix("setting.") }.map { String($0.prefix { $0 != ";" }) })
    #expect(summary.weights.contains { abs($0.before - $0.after) > 0.1 })
  }

  @Test func `a run takes the model that its configuration names, and says which`() throws {
    let trained = try Trained.once.get()
    let workspace = try Workspace()
    try workspace.write(Fixtures.key + "\n", to: "key")
    try workspace.write(trained.model, to: "m.csv")
    try workspace.write("[screening]\nmodel = \"m.csv\"\n", to: "benturan.toml")
    let outcome = try workspace.program.run(Province.arguments(output: "output") + ["--config", "benturan.toml"])
    #expect(outcome.status == 0)
    let (with, without) = (PublishedFolder(workspace.path("output")), try Province.masked.get().published)
    #expect(with.latest != without.latest)
    let (version, builtIn) = (
      try with.record().settings["screening.model_version"], try without.record().settings["screening.model_version"]
    )
    #expect(version != nil && builtIn != nil && version != builtIn)
    #expect(String(decoding: trained.model, as: UTF8.self).contains("from model \(builtIn ?? "?")."))
    #expect(try with.table("person-links.csv").lines.count >= 24)
    let summary = try JSONDecoder().decode(Summary.self, from: Data(trained.outcome.output.utf8))
    #expect(summary.version == version)
    // Training may go on from it.
    let again = try workspace.program.run(
      "evaluate", "--truth", "\(Fixtures.truth)/person-links.csv", "--run", "output", "--config", "benturan.toml")
    #expect(again.status == 0)
  }

  @Test func `two models of one path give two runs`() throws {
    let text = String(decoding: try Trained.once.get().model, as: UTF8.self)
    var runs: [String] = []
    for model in [text, Self.replacing("sex.equal", with: "sex.equal;0.98;0.97;0.95;", in: text)] {
      let workspace = try workspace(model: model)
      #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml")).status == 0)
      runs.append(try #require(PublishedFolder(workspace.path("output")).latest))
    }
    #expect(runs[0] != runs[1])
  }

  @Test func `a file that is there is never replaced`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("mine", to: "m.csv")
    let outcome = try workspace.program.run("train", "--input", "input", "--model-out", "m.csv")
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("m.csv: error: the file is there already [model-exists]"))
    #expect(outcome.output == "")
    #expect(try workspace.bytes("m.csv") == Array("mine".utf8))
  }

  @Test func `a missing input ends with 66 and writes nothing`() throws {
    let workspace = try Workspace()
    let outcome = try workspace.program.run("train", "--input", "nowhere", "--model-out", "m.csv")
    #expect(outcome.status == 66)
    #expect(outcome.messages.contains("nowhere: error: cannot be read: "))
    #expect(try workspace.tree("") == [])
  }

  @Test func `a folder that is not there ends with 73`() throws {
    let workspace = try Workspace()
    try workspace.write("", to: "input/.keep")
    let outcome = try workspace.program.run("train", "--input", "input", "--model-out", "nowhere/m.csv")
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("nowhere/m.csv: error: cannot be written [output-unwritable]"))
  }

  // MARK: - Damaged models

  private static func replacing(_ key: String, with row: String, in text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(key + ";") ? row[...] : $0 }.joined(separator: "\n")
  }

  private static func line(of key: String, in text: String) -> Int {
    (text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix(key + ";") } ?? -1) + 1
  }

  @Test func `a damaged model ends with 78 and names file, line and problem`() throws {
    let text = String(decoding: try Trained.once.get().model, as: UTF8.self)
    let place = Self.line(of: "sex.equal", in: text)
    #expect(place > 10)
    let damages = [
      ("sex.equal;9;0.98;0.95;", "m and k of sex.equal are shares above 0 and at most 1"),
      ("sex.equal;0,99;0,98;0,95;", "m and k of sex.equal are shares above 0 and at most 1"),
      ("sex.same;0.9;0.98;0.95;", "no comparison has a level sex.same"),
      ("sex.equal;0.9", "a row needs the five fields level;m;u;k;why"),
    ]
    for (row, problem) in damages {
      let workspace = try workspace(model: Self.replacing("sex.equal", with: row, in: text))
      for command in [SmallInput.run(), ["train", "--input", "input", "--model-out", "new.csv"]] {
        let outcome = try workspace.program.run(command + ["--config", "benturan.toml"])
        #expect(outcome.status == 78)
        #expect(outcome.messages.contains("m.csv:\(place): error: \(problem) [model-fault]\n  remedy: "))
      }
      #expect(try workspace.tree("").allSatisfy { $0.hasPrefix("input") || $0 == "m.csv" || $0 == "benturan.toml" })
    }
  }

  @Test func `an empty model file lacks its first level`() throws {
    let outcome = try workspace(model: "").program.run(SmallInput.run("--config", "benturan.toml", "--quiet"))
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("m.csv:1: error: name.equal is missing [model-fault]"))
  }

  @Test func `a model file that is not there ends with 78`() throws {
    let workspace = try workspace(model: nil, named: "nowhere.csv")
    for command in [SmallInput.run("--quiet"), ["train", "--input", "input", "--model-out", "m.csv"]] {
      let outcome = try workspace.program.run(command + ["--config", "benturan.toml"])
      #expect(outcome.status == 78)
      #expect(outcome.messages.contains("nowhere.csv: error: the model cannot be read [model-missing]"))
    }
  }
}
