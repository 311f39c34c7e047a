import Foundation
import Testing

@Suite struct ExplainCommandTests {
  private let province: Province
  private let ids: [String]

  init() throws {
    province = try Province.masked.get()
    ids = try province.published.table("flagged-pairs.csv").column("id_kasus")
  }

  @Test func `a case's trail has the sentence, every link, every package, and the rows`() throws {
    for row in try province.published.table("flagged-pairs.csv").rows {
      let outcome = try province.workspace.program.run("explain", row["id_kasus"] ?? "", "--run", "output")
      #expect(outcome.status == 0 && outcome.messages == "")
      #expect(outcome.output.hasPrefix(row["id_kasus"] ?? "-"))
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
      let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains((row["kalimat"] ?? "-").split(separator: " ").joined(separator: " ")))
      let sources = words.matches(of: /(\S+), SHA-256 [0-9a-f]{12}, baris ([0-9]+)/).map { "\($0.1)#\($0.2)" }
      #expect(Set(sources) == Set((row["bukti"] ?? "").components(separatedBy: " | ")))
    }
  }

  @Test(
    arguments: [
      { $0 }, { $0.lowercased() }, { $0.replacing("-", with: "") }, { $0.replacing("0", with: "O") },
      { $0.replacing("1", with: "l") }, { $0.replacing("-", with: " ") },
    ] as [@Sendable (String) -> String])
  func `an id is understood as people type it`(_ typed: @Sendable (String) -> String) throws {
    let id = try #require(ids.first)
    let outcome = try province.workspace.program.run("explain", typed(id))
    #expect(outcome.status == 0, "\(typed(id))")
    #expect(outcome.output.hasPrefix(id))
  }

  @Test func `a link that no case rests on is shown too`() throws {
    let links = try province.published.table("person-links.csv").rows
    let used = try province.published.text("evidence.jsonl")
    let alone = try #require(links.first { !used.contains($0["id_tautan"] ?? "") })
    let outcome = try province.workspace.program.run("explain", alone["id_tautan"] ?? "")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(alone["sumber_pengurus"] ?? "-"))
    let other = try #require(links.first { used.contains($0["id_tautan"] ?? "") })
    let trail = try province.workspace.program.run("explain", other["id_tautan"] ?? "")
    #expect(trail.status == 0)
    #expect(trail.output.contains(other["id_tautan"] ?? "-"))
  }

  @Test func `--json is the case as in evidence.jsonl`() throws {
    for (id, record) in zip(ids, try province.published.evidence()) {
      let outcome = try province.workspace.program.run("explain", id, "--json")
      #expect(outcome.status == 0)
      let shown = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect((shown["case"] as? [String: Any])?["id"] as? String == id)
      let text = try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
      #expect(try JSONSerialization.data(withJSONObject: shown, options: .sortedKeys) == text)
    }
  }

  @Test func `the language is the run's unless another is asked for`() throws {
    let id = try #require(ids.first)
    #expect(try province.workspace.program.run("explain", id).output.contains("INDIKASI PER PAKET"))
    #expect(try province.workspace.program.run("explain", id, "--lang", "en").output.contains("INDICATIONS BY PACKAGE"))
    let english = try Province.english.get()
    #expect(try english.workspace.program.run("explain", id).output.contains("INDICATIONS BY PACKAGE"))
  }

  @Test(arguments: ["BK-0000-0000-0", "BK-XXXX", "", "../../etc/passwd"])
  func `an id that is none is wrong usage`(_ id: String) throws {
    let outcome = try province.workspace.program.run("explain", id)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
  }

  @Test func `a slip of the pen is caught by the check symbol`() throws {
    let id = try #require(ids.first)
    var letters = Array(id)
    letters.swapAt(3, 4)
    try #require(letters[3] != letters[4])
    #expect(try province.workspace.program.run("explain", String(letters)).status == 64)
  }

  @Test func `one run's folder serves as well as the output folder`() throws {
    let (id, run) = (try #require(ids.first), try #require(province.published.latest))
    #expect(try province.workspace.program.run("explain", id, "--run", "output/\(run)").status == 0)
    #expect(try province.workspace.program.run("explain", id, "--run", "output/latest").status == 0)
    let inside = Program(in: province.workspace.path("output"))
    #expect(try inside.run("explain", id, "--run", ".").status == 0)
  }

  @Test func `evidence that was damaged ends with 65`() throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    let id = try #require(try published.table("flagged-pairs.csv").column("id_kasus").first)
    try workspace.write("{\"case\":", to: "output/\(published.latest ?? "")/evidence.jsonl")
    let outcome = try workspace.program.run("explain", id)
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("[run-damaged]"))
  }
}
