import Foundation
import Testing

/// Runs whose term is over.
@Suite struct RetentionTests {
  private let workspace: Workspace

  init() throws { workspace = try SmallInput().workspace() }

  private func night(_ day: String, _ term: String? = nil) throws {
    if let term { try workspace.write("[retention]\n\(term)\n", to: "benturan.toml") }
    let arguments = ["run", "--input", "input", "--output", "output", "--as-of", day, "--quiet"]
    let outcome = try workspace.program.run(arguments + (term == nil ? [] : ["--config", "benturan.toml"]))
    #expect(outcome.status == 0 && outcome.everything == "", "\(outcome.messages)")
  }

  /// The dates of the runs that are there.
  private var days: [String] {
    get throws { try workspace.tree("output/runs").filter { !$0.contains("/") }.map { String($0.prefix(10)) } }
  }

  @Test func `without a term every night stays`() throws {
    for day in 18...23 { try night("2026-11-\(day)") }
    #expect(try days.count == 6)
  }

  @Test func `nights beyond the last ones go, verify says when, and the chain is still walked`() throws {
    for day in 18...23 { try night("2026-11-\(day)", "nights = 3") }
    #expect(try days == ["2026-11-21", "2026-11-22", "2026-11-23"])
    let verified = try workspace.program.run("verify", "output")
    #expect(verified.status == 0 && verified.messages == "")
    #expect(verified.output.contains("chain: 6 runs and 0 decisions"))
    for (gone, on) in [("18", "21"), ("19", "22"), ("20", "23")] {
      #expect(verified.output.contains(/2026-11-\d\d-[0-9a-f]{8}: pruned on night 2026-11-\d\d by retention/))
      #expect(verified.output.contains("  2026-11-\(gone)-"))
      #expect(verified.output.contains(": pruned on night 2026-11-\(on) by retention"))
    }
    #expect(try workspace.bytes("output/.inputs").count < 400)
    // The casebook's copy of a pruned run's manifest is still a link.
    var bytes = try workspace.bytes("output/casebook.sqlite")
    let place = try #require(Data(bytes).range(of: Data("\"as_of\" : \"2026-11-18".utf8)))
    bytes[place.upperBound - 1] ^= 1
    try workspace.write(bytes, to: "output/casebook.sqlite")
    let changed = try workspace.program.run("verify", "output")
    #expect(changed.status == 65 && changed.messages.contains("[chain-casebook]"))
  }

  @Test func `days count from the last night, and the latest run and the one before it stay`() throws {
    for day in ["2026-01-05", "2026-06-01", "2026-11-20"] { try night(day, "days = 400") }
    #expect(try days.count == 3)
    try night("2026-11-21", "days = 30")
    #expect(try days == ["2026-11-20", "2026-11-21"])
    try night("2027-03-01", "days = 30")
    #expect(try days == ["2026-11-21", "2027-03-01"])
    #expect(try workspace.program.run("verify", "output").status == 0)
  }

  @Test func `an old night that is told late is not what the last ones are counted by`() throws {
    for day in ["2026-11-20", "2026-11-21", "2026-11-22"] { try night(day, "nights = 2") }
    try workspace.write("nip;nama\n198501012010011001;Contoh Lain\n", to: "input/lain.csv")
    try night("2026-11-19", "nights = 2")
    // It is the latest now, whatever its date.
    #expect(try days == ["2026-11-19", "2026-11-21", "2026-11-22"])
    try night("2026-11-23", "nights = 2")
    #expect(try days == ["2026-11-22", "2026-11-23"])
    #expect(try workspace.program.run("verify", "output").status == 0)
  }

  @Test func `cases are told apart as before: what was pruned is not new again`() throws {
    for day in 18...22 { try night("2026-11-\(day)", "nights = 2") }
    let published = PublishedFolder(workspace.path("output"))
    #expect(try published.table("flagged-pairs.csv").column("status") == ["tetap"])
    let text = try workspace.bytes("input/peserta.csv")
    try workspace.write(
      String(decoding: text, as: UTF8.self).replacingOccurrences(
        of: "500001;CV CONTOH JAYA;01.234.567.4-922.000", with: "500009;CV ASING;02.345.678.1-922.000"),
      to: "input/peserta.csv")
    for day in 23...25 { try night("2026-11-\(day)", "nights = 2") }
    try workspace.write(text, to: "input/peserta.csv")
    try night("2026-11-26", "nights = 2")
    #expect(try published.table("flagged-pairs.csv").column("status") == ["dibuka_kembali"])
  }
}
