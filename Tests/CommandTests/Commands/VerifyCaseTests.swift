import Foundation
import Testing

/// `verify CASE`: one case worked out again from its rows.
@Suite struct VerifyCaseTests {
  private let workspace: Workspace
  private let published: PublishedFolder
  private let id: String

  init() throws {
    workspace = try SmallInput().workspace()
    published = PublishedFolder(workspace.path("output"))
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
    id = try #require(try published.table("flagged-pairs.csv").column("id_kasus").first)
  }

  private func verify(_ more: String...) throws -> Program.Outcome {
    try workspace.program.run(["verify", id] + more)
  }

  private func rewrite(_ change: (String) -> String) throws {
    let path = "output/\(published.latest ?? "")/evidence.jsonl"
    let text = String(decoding: try workspace.bytes(path), as: UTF8.self)
    let changed = change(text)
    try #require(changed != text)
    try workspace.write(changed, to: path)
  }

  @Test func `a case as it was published is worked out again`() throws {
    let outcome = try verify()
    #expect(outcome.status == 0 && outcome.messages == "")
    #expect(outcome.output.hasPrefix("case \(id): "))
    #expect(outcome.output.contains("1 findings judged again, all as recorded"))
    #expect(try verify("--run", "output/latest").status == 0)
    #expect(try workspace.program.run("verify", id.lowercased().replacing("-", with: "")).status == 0)
    let json = try verify("--json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(json.status == 0)
    #expect(object["case"] as? String == id && (object["faults"] as? [String])?.isEmpty == true)
  }

  @Test func `every case of the province is, in whatever language and unmasked`() throws {
    for (province, few) in [(Province.masked, 40), (Province.english, 2), (Province.unmasked, 2)] {
      let province = try province.get()
      let first = try #require(try province.published.table("flagged-pairs.csv").lines.first?.first)
      for id in [first]
        + (few > 2 ? try province.published.table("flagged-pairs.csv").lines.dropFirst().compactMap(\.first) : [])
      {
        let outcome = try province.workspace.program.run("verify", id, "--key-file", "key")
        #expect(outcome.status == 0, "\(outcome.everything)")
      }
    }
  }

  @Test func `another key gives other ids, and the case is not found again`() throws {
    let province = try Province.masked.get()
    let id = try #require(try province.published.table("flagged-pairs.csv").column("id_kasus").first)
    try workspace.write(String(repeating: "ab", count: 32) + "\n", to: "lain")
    let outcome = try province.workspace.program.run("verify", id, "--key-file", workspace.path("lain"))
    #expect(outcome.status == 65 && outcome.messages.contains("[case-gone]"))
  }

  @Test func `an input byte that was changed is told`() throws {
    let bytes = try workspace.bytes("input/keluarga.csv")
    try workspace.write(bytes + [0x0A], to: "input/keluarga.csv")
    let changed = try verify()
    #expect(changed.status == 65 && changed.output == "")
    #expect(changed.messages.contains("keluarga.csv: error:") && changed.messages.contains("[input-changed]"))
    try workspace.write(bytes, to: "input/keluarga.csv")
    #expect(try verify().status == 0)
    try workspace.remove("input/peserta.csv")
    let missing = try verify()
    #expect(missing.status == 65)
    // Without bids nothing can be read at all, which is told with the reason.
    #expect(missing.messages.contains("[dataset-missing]") || missing.messages.contains("[input-missing]"))
  }

  @Test func `an input that the case does not rest on may change`() throws {
    try workspace.write("nip;nama\n198501012010011001;Contoh Lain\n", to: "input/lain.csv")
    #expect(try verify().status == 0)
  }

  struct Tampering: CustomTestStringConvertible, Sendable {
    let what: String
    let pattern: String
    let text: String
    let code: String
    var testDescription: String { what }
  }

  @Test(arguments: [
    Tampering(what: "bits", pattern: #""bits":[-0-9.]+"#, text: #""bits":1.5"#, code: "[case-arithmetic]"),
    Tampering(
      what: "the total", pattern: #""total_bits":[-0-9.]+"#, text: #""total_bits":99"#, code: "[case-arithmetic]"),
    Tampering(
      what: "the case's level", pattern: #""level":"kritis""#, text: #""level":"rendah""#, code: "[case-arithmetic]"),
    Tampering(
      what: "a strength's fact", pattern: #""fact":"decides""#, text: #""fact":"assists""#, code: "[case-arithmetic]"),
    Tampering(what: "a strength's cap", pattern: #""cap":"kritis""#, text: #""cap":"sedang""#, code: "[case-"),
    Tampering(what: "the grade", pattern: #""grade":"A""#, text: #""grade":"B""#, code: "[case-"),
    Tampering(what: "a name", pattern: "Maria Fransiska", text: "Maria Yosefina", code: "[case-differs]"),
    Tampering(what: "a row's line", pattern: #"keluarga\.csv#2"#, text: "keluarga.csv#3", code: "[case-differs]"),
    Tampering(
      what: "the probability", pattern: #""probability":[0-9.]+"#, text: #""probability":0.5"#, code: "[case-differs]"),
  ])
  func `a trail that was tampered with is told, and ends with 65`(_ tampering: Tampering) throws {
    try rewrite { text in
      guard let range = text.range(of: tampering.pattern, options: .regularExpression) else { return text }
      return text.replacingCharacters(in: range, with: tampering.text)
    }
    let outcome = try verify()
    #expect(outcome.status == 65 && outcome.output == "", "\(outcome.everything)")
    #expect(
      outcome.messages.contains("\(id): error:") && outcome.messages.contains(tampering.code), "\(outcome.messages)")
    let json = try verify("--json")
    #expect(json.status == 65 && json.output.contains("[case-"))
    #expect(
      MaskingTests.shown(in: outcome.everything + json.everything, of: [SmallInput.officialNIP, SmallInput.wifeNIK])
        .isEmpty)
  }

  @Test func `evidence that is no longer readable ends with 65`() throws {
    try rewrite { _ in "{\"case\":" }
    let outcome = try verify()
    #expect(outcome.status == 65 && outcome.messages.contains("[run-damaged]"))
  }

  @Test func `a case that the run does not have is wrong usage`() throws {
    let other = try #require(try Province.masked.get().published.table("flagged-pairs.csv").column("id_kasus").first)
    let outcome = try workspace.program.run("verify", other)
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("has no case \(other)"))
    #expect(try workspace.program.run("verify", id, "--run", "tidak-ada").status == 66)
  }

  @Test func `another configuration is told setting by setting`() throws {
    try workspace.write("[screening]\nkinship_profile = \"uu48-2009\"\nbeneficial_share = 0.1\n", to: "lain.toml")
    let outcome = try verify("--config", "lain.toml")
    #expect(outcome.status == 65)
    for name in ["screening.kinship_profile", "screening.beneficial_share"] {
      #expect(outcome.messages.contains("\(name): error: the run was made with"), "\(outcome.messages)")
    }
    #expect(outcome.messages.contains("[case-setting]") && outcome.messages.contains("  remedy: "))
  }

  @Test func `a run with a configuration is verified with it`() throws {
    try workspace.write("[screening]\nbeneficial_share = 0.1\n", to: "benturan.toml")
    #expect(try workspace.program.run(SmallInput.run("--quiet", "--config", "benturan.toml")).status == 0)
    #expect(try verify("--config", "benturan.toml").status == 0)
    let without = try verify()
    #expect(without.status == 65 && without.messages.contains("[case-setting]"))
  }

  @Test func `inputs that moved are found with --input`() throws {
    try FileManager.default.moveItem(atPath: workspace.path("input"), toPath: workspace.path("pindah"))
    #expect(try verify().status == 66)
    #expect(try verify("--input", "pindah").status == 0)
  }
}
