import Foundation
import Testing

@Suite struct EvaluateCommandTests {
  private static let truth = "\(Fixtures.truth)/person-links.csv"

  private func evaluate(
    _ workspace: Workspace, run: String, truth: String = truth, _ more: String...
  ) throws -> Program.Outcome {
    try workspace.program.run(["evaluate", "--truth", truth, "--run", run] + more)
  }

  // MARK: - Numbers

  /// What the test reckons itself from the two files.
  private struct Reckoning {
    let right: Set<[String]>
    let wrong: Set<[String]>
    let missed: Set<[String]>

    init(_ published: PublishedFolder, isMasked: Bool, threshold: Double) throws {
      let truths = Table(Array(try Data(contentsOf: URL(fileURLWithPath: EvaluateCommandTests.truth)))).rows
      let due = Set(
        truths.map { row -> [String] in
          let (key, nip) = (row["kunci_keluarga"] ?? "", row["nip"] ?? "")
          let number = isMasked ? nip.prefix(2) + String(repeating: "*", count: 14) + nip.suffix(2) : nip[...]
          return [key.isEmpty ? String(number) : key, row["kunci_pengurus"] ?? ""]
        })
      let linked = Set(
        try published.table("person-links.csv").rows.compactMap { row -> [String]? in
          let key = row[row["jenis"] == "pejabat" ? "nip" : "kunci_keluarga"] ?? ""
          let person = row["kunci_pengurus"] ?? ""
          // A sole trader's own row has no id, so no truth can name it.
          guard !key.isEmpty, !person.isEmpty, Double(row["peluang"] ?? "") ?? 0 >= threshold else { return nil }
          return [key, person]
        })
      (right, wrong, missed) = (linked.intersection(due), linked.subtracting(due), due.subtracting(linked))
    }

    var counts: [Int] { [right.count, wrong.count, missed.count] }
  }

  @Test(arguments: [false, true])
  func `the counts are those of the two files, masked or not`(_ isMasked: Bool) throws {
    let province = try isMasked ? Province.masked.get() : Province.unmasked.get()
    let workspace = try Workspace()
    let output = province.published.output
    let report = try report(evaluate(workspace, run: output, "--json"))
    #expect(report.run == province.published.latest?.split(separator: "/").last.map(String.init))
    #expect(report.evaluation.truePairs == 27)
    let expected = try Reckoning(province.published, isMasked: isMasked, threshold: 0.5)
    #expect(report.evaluation.score.counts == expected.counts)
    #expect(expected.right.count >= 24 && expected.wrong.isEmpty)
    for score in report.evaluation.thresholds {
      // Thresholds are twentieths, and the probabilities have four digits.
      let at = try Reckoning(province.published, isMasked: isMasked, threshold: (score.threshold * 20).rounded() / 20)
      #expect(score.counts == at.counts, "\(score.threshold)")
    }
    #expect(report.evaluation.grades.map(\.right).reduce(0, +) == expected.right.count)
    #expect(report.evaluation.reliability.map(\.pairs).reduce(0, +) == report.evaluation.judgedPairs)
  }

  @Test func `the page shows the same counts`() throws {
    let province = try Province.unmasked.get()
    let outcome = try evaluate(Workspace(), run: province.published.output)
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    let expected = try Reckoning(province.published, isMasked: false, threshold: 0.5)
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let asked = try #require(lines.first { $0.first == "0.5000" && $0.contains("*") })
    #expect(asked[2...4].map { Int($0) ?? -1 } == expected.counts)
    #expect(lines.first?.prefix(2) == ["run", "\(province.published.latest?.split(separator: "/").last ?? ""):"])
    #expect(outcome.output.contains(": 27 true pairs, "))
  }

  @Test func `a run in English is evaluated alike`() throws {
    let workspace = try Workspace()
    let (one, other) = (
      try report(evaluate(workspace, run: Province.english.get().published.output, "--json")),
      try report(evaluate(workspace, run: Province.masked.get().published.output, "--json"))
    )
    #expect(one.evaluation.score.counts == other.evaluation.score.counts)
    #expect(one.candidates?.compared == other.candidates?.compared)
  }

  @Test func `--threshold moves what counts as linked`() throws {
    let province = try Province.unmasked.get()
    let workspace = try Workspace()
    for threshold in ["0.05", "0.99", "1"] {
      let report = try report(evaluate(workspace, run: province.published.output, "--json", "--threshold", threshold))
      let expected = try Reckoning(province.published, isMasked: false, threshold: Double(threshold) ?? 0)
      #expect(report.evaluation.score.counts == expected.counts)
    }
    for threshold in ["1.1", "-0.1", "nan", "half"] {
      let outcome = try evaluate(workspace, run: province.published.output, "--threshold=\(threshold)")
      #expect(outcome.status == 64)
    }
  }

  // MARK: - Which pairs met

  @Test func `of the province's true pairs nearly all were compared`() throws {
    let report = try report(evaluate(Workspace(), run: Province.masked.get().published.output, "--json"))
    let candidates = try #require(report.candidates)
    #expect(candidates.unknown <= 1)
    #expect(candidates.truePairs + candidates.unknown == 27)
    #expect(Double(candidates.compared) / Double(candidates.truePairs) >= 0.95)
    #expect(candidates.byKey.values.allSatisfy { $0 <= candidates.compared })
    #expect((candidates.byKey["birth_date+word"] ?? 0) > 20)
    // The pair that no input has both rows of is missed for no reason.
    #expect(candidates.missed.values.reduce(0, +) + candidates.unknown == report.evaluation.score.missed)
  }

  @Test func `--json has the keys that are documented`() throws {
    let outcome = try evaluate(Workspace(), run: Province.masked.get().published.output, "--json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let evaluation = try #require(object["evaluation"] as? [String: Any])
    let scores = ["threshold", "right", "wrong", "missed", "precision", "recall", "f1"].sorted()
    let keys: [(Any?, [String])] = [
      (object, ["run", "evaluation", "candidates"]),
      (
        evaluation,
        ["score", "average_precision", "grades", "thresholds", "reliability", "true_pairs", "judged_pairs"]
      ), (evaluation["score"], scores), ((evaluation["thresholds"] as? [Any])?.first, scores),
      ((evaluation["grades"] as? [Any])?.first, ["grade", "right", "wrong", "precision"]),
      ((evaluation["reliability"] as? [Any])?.first, ["from", "pairs", "stated", "observed"]),
      (object["candidates"], ["true_pairs", "unknown", "compared", "by_key", "missed", "wrong"]),
    ]
    for (part, names) in keys { #expect((part as? [String: Any])?.keys.sorted() == names.sorted()) }
  }

  // MARK: - Where the inputs are

  /// A night over a copy of the province, so that the copy can be moved.
  private func moved() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copy(Fixtures.province, to: "before")
    try workspace.write(Fixtures.key + "\n", to: "key")
    #expect(try workspace.program.run(Province.arguments(input: "before", output: "output")).status == 0)
    try FileManager.default.moveItem(atPath: workspace.path("before"), toPath: workspace.path("after"))
    return workspace
  }

  @Test func `inputs that were moved are read where --input says`() throws {
    let workspace = try moved()
    let found = try report(evaluate(workspace, run: "output", "--json", "--input", "after"))
    let there = try report(evaluate(workspace, run: Province.masked.get().published.output, "--json"))
    #expect(found.candidates?.compared == there.candidates?.compared)
    #expect(found.candidates?.byKey == there.candidates?.byKey)
    #expect(try evaluate(workspace, run: "output", "--input", "nowhere").status == 66)

    let outcome = try evaluate(workspace, run: "output")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("warning:"))
    #expect(outcome.output.contains("average precision"))
  }

  @Test func `without inputs there is a warning, and the numbers all the same`() throws {
    let workspace = try moved()
    try workspace.remove("output/.inputs")
    let outcome = try evaluate(workspace, run: "output", "--json", "--errors", "errors")
    let report = try report(outcome)
    #expect(report.candidates == nil)
    #expect(report.evaluation.score.right >= 24)
    #expect(outcome.messages.contains("warning: nobody noted where the inputs are"))
    #expect(outcome.messages.contains("warning: no dossiers without the inputs"))
    #expect(!Tree.isFile(workspace.path("errors/missed-00001.txt")))
  }

  // MARK: - Dossiers

  @Test func `--errors writes a closed file for each wrong and each missed pair`() throws {
    let workspace = try Workspace()
    // All that is listed beside one true pair is wrong; one pair was never listed.
    try workspace.write("kunci_keluarga;nip;kunci_pengurus\nK0000002;;P000006\nK0000003;;P000006\n", to: "t.csv")
    let output = try Province.unmasked.get().published.output
    let report = try report(evaluate(workspace, run: output, truth: "t.csv", "--json", "--errors", "errors"))
    #expect(report.evaluation.score.wrong > 20 && report.evaluation.score.missed == 1)
    let names = try workspace.tree("errors")
    #expect(names.filter { $0.hasPrefix("wrong-") }.count == report.evaluation.score.wrong)
    #expect(names.filter { $0.hasPrefix("missed-") } == ["missed-00001.txt"])
    #expect(names.count == report.evaluation.score.wrong + 1)
    #expect(Tree.mode(workspace.path("errors")) == 0o700)
    for name in names { #expect(Tree.mode(workspace.path("errors/\(name)")) == 0o600) }
    let texts = try names.map { String(decoding: try workspace.bytes("errors/\($0)"), as: UTF8.self) }
    #expect(texts[0].hasPrefix("pair: K0000003 = P000006\nnot listed for review\nkind: "))
    for text in texts.dropFirst() {
      #expect(text.contains("\nlisted with probability "))
      #expect(text.contains("\nkind: ") && text.contains("\nmet under: ") && text.hasSuffix("  total\n"))
    }
    #expect(report.candidates?.wrong.values.reduce(0, +) == report.evaluation.score.wrong)
  }

  @Test func `a wrong official of a masked run has a dossier like all others`() throws {
    let workspace = try Workspace()
    try workspace.write("kunci_keluarga;nip;kunci_pengurus\nK0000002;;P000006\n", to: "t.csv")
    let output = try Province.masked.get().published.output
    #expect(try evaluate(workspace, run: output, truth: "t.csv", "--errors", "errors").status == 0)
    let names = try workspace.tree("errors")
    #expect(names.count > 20)
    let texts = try names.map { String(decoding: try workspace.bytes("errors/\($0)"), as: UTF8.self) }
    #expect(!texts.contains { $0.contains("the inputs have not both rows") })
  }

  @Test func `a folder of dossiers that is there already is closed, and holds no older ones`() throws {
    let workspace = try Workspace()
    try FileManager.default.createDirectory(
      atPath: workspace.path("errors"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    try workspace.write("kunci_keluarga;nip;kunci_pengurus\nK0000002;;P000006\n", to: "t.csv")
    let output = try Province.unmasked.get().published.output
    #expect(try evaluate(workspace, run: output, truth: "t.csv", "--errors", "errors").status == 0)
    let report = try report(evaluate(workspace, run: output, "--json", "--errors", "errors"))
    let names = try workspace.tree("errors")
    #expect(Tree.mode(workspace.path("errors")) == 0o700)
    #expect(names.count == report.evaluation.score.wrong + report.evaluation.score.missed)
  }

  @Test func `a folder that cannot be made ends with 73`() throws {
    let workspace = try Workspace()
    try workspace.write("", to: "errors")
    let output = try Province.unmasked.get().published.output
    let outcome = try evaluate(workspace, run: output, "--errors", "errors/below")
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("[output-unwritable]"))
  }

  // MARK: - Truth files

  @Test(arguments: [
    ("nip;kunci_pengurus\n1;2\n", "nip, kunci_pengurus"), ("kunci_keluarga,nip\n1,2\n", "kunci_keluarga, nip"),
    ("a|b\n1|2\n", "a, b"),
  ])
  func `a truth file that lacks a column ends with 65 and names the columns`(_ text: String, _ columns: String) throws {
    let workspace = try Workspace()
    try workspace.write(text, to: "t.csv")
    let outcome = try evaluate(workspace, run: Province.masked.get().published.output, truth: "t.csv")
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(
      outcome.messages == """
        t.csv: error: the file needs the columns kunci_keluarga, nip and kunci_pengurus [truth-columns]
          remedy: its columns are \(columns)

        """)
  }

  @Test func `a truth file that is not there, or a run, ends with 66`() throws {
    let workspace = try Workspace()
    try workspace.write("", to: "empty.csv")
    for truth in ["nowhere.csv", "empty.csv"] {
      let outcome = try evaluate(workspace, run: Province.masked.get().published.output, truth: truth)
      #expect(outcome.status == 66)
      #expect(outcome.messages.hasPrefix("\(truth): error: cannot be read: "))
    }
    let outcome = try evaluate(workspace, run: "nowhere")
    #expect(outcome.status == 66)
    #expect(outcome.messages.contains("nowhere: error: "))
    #expect(outcome.output == "")
  }

  @Test func `the truth's form does not matter`() throws {
    let workspace = try Workspace()
    let rows = Table(Array(try Data(contentsOf: URL(fileURLWithPath: Self.truth)))).lines
    let lines = [["KUNCI_KELUARGA", "NIP", "Kunci_Pengurus", "lain"]] + rows.map { [$0[1], $0[2], $0[3], ""] }
    let text = lines.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\r\n")
    try workspace.write("\u{FEFF}\(text)\r\n", to: "t.csv")
    let output = try Province.masked.get().published.output
    let (one, other) = (
      try evaluate(workspace, run: output, truth: "t.csv", "--json"), try evaluate(workspace, run: output, "--json")
    )
    #expect(one.output == other.output && one.status == 0)
  }

  @Test func `rows of a truth file that cannot be read are told`() throws {
    let workspace = try Workspace()
    try workspace.write("kunci_keluarga;nip;kunci_pengurus\nK0000002;;P000006\nK0000028;P000036\n", to: "t.csv")
    let outcome = try evaluate(workspace, run: Province.masked.get().published.output, truth: "t.csv")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("t.csv"))
  }

  @Test func `a relative's own id that is a NIK is known again in a masked run`() throws {
    var input = SmallInput()
    input.files["keluarga.csv"] = input.files["keluarga.csv"]?.replacing("\nK1;", with: "\n\(SmallInput.wifeNIK);")
    let workspace = try input.workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    try workspace.write("kunci_keluarga;nip;kunci_pengurus\n\(SmallInput.wifeNIK);;P1\n", to: "t.csv")
    let report = try report(evaluate(workspace, run: "output", truth: "t.csv", "--json"))
    #expect(report.evaluation.score.counts == [1, 0, 0])
  }
}
