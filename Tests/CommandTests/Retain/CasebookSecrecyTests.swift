import Foundation
import Glibc
import Testing

/// What the files beside the runs hold of anyone, and who may read them.
@Suite struct CasebookSecrecyTests {
  /// Numbers and names of officials, relatives and vendors' people in the province, as written.
  private static func values() throws -> Set<String> {
    var values: Set<String> = []
    let columns = [
      "nip", "nama", "nik", "nama_pegawai", "nama_ayah", "nik_ayah", "nama_ibu", "nama_suami_istri", "nik_suami_istri",
      "npwp_penyedia", "no_hp", "nip_ppk",
    ]
    for (name, bytes) in try Tree.files(below: Fixtures.province) where name.hasSuffix(".csv") {
      for delimiter: Character in [";", ",", "|"] {
        let table = Table(bytes, delimiter: delimiter)
        guard table.header.count > 3 else { continue }
        for column in columns where table.header.contains(column) {
          values.formUnion(table.column(column).filter { $0.count >= 8 })
        }
      }
    }
    return values
  }

  @Test func `after nights, decisions and lists in full the casebook holds no number and no name of the province`()
    throws
  {
    let values = try Self.values()
    try #require(values.count > 300)
    let workspace = try Workspace()
    try workspace.copy(Fixtures.province, to: "input")
    // An office may name its files after an official.
    try workspace.copy(workspace.path("input/kepegawaian/pegawai.csv"), to: "input/198211302013022001.csv")
    for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
      let night = ["run", "--input", "input", "--output", "output", "--as-of", day, "--quiet"]
      let more = day == "2026-11-22" ? ["--unmask", "--reason", "surat tugas 7"] : []
      #expect(try workspace.program.run(night + more).status == 0)
      let ids = try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").column("id_kasus")
      for id in ids.prefix(5) {
        let decide = [
          "review", "decide", id, "--output", "output", "--verdict", "perlu_klarifikasi", "--reason", "dokumen diminta",
          "--by", "Auditor Satu", "--as-of", day,
        ]
        #expect(try workspace.program.run(decide).status == 0)
      }
    }
    try #require(values.contains("198211302013022001"))
    for name in try workspace.tree("output").filter({ !$0.hasPrefix("runs") && !$0.hasPrefix("latest") }) {
      guard Tree.isFile(workspace.path("output/\(name)")) else { continue }
      let data = Data(try workspace.bytes("output/\(name)"))
      let held = values.filter { data.range(of: Data($0.utf8)) != nil }
      #expect(held.isEmpty, "\(name): \(held.count) values")
    }
    // What is looked for is found where it may stand.
    let unmasked = try workspace.tree("output/runs").first {
      $0.hasPrefix("2026-11-22") && $0.hasSuffix("evidence.jsonl")
    }
    let evidence = Data(try workspace.bytes("output/runs/\(#require(unmasked))"))
    #expect(values.contains { evidence.range(of: Data($0.utf8)) != nil })
    #expect(try workspace.program.run("verify", "output").status == 0)
  }

  @Test(arguments: [mode_t(0), 0o077, 0o777])
  func `every file is the owner's alone, whatever the umask and the command`(_ mask: mode_t) throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("[retention]\nnights = 2\n", to: "benturan.toml")
    var program = workspace.program
    program.umask = mask
    func isClosed(_ when: String) throws {
      #expect(Tree.mode(workspace.path("output")) == 0o700)
      for name in try workspace.tree("output") where !name.hasPrefix("latest") {
        let path = workspace.path("output/\(name)")
        #expect(Tree.mode(path) == (Tree.isFile(path) ? 0o600 : 0o700), "\(name) after \(when)")
      }
    }
    for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
      #expect(try program.run(SmallInput.run("--as-of", day, "--config", "benturan.toml")).status == 0)
      try isClosed("a night")
    }
    let id = try #require(
      PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").column("id_kasus").first)
    let decide = [
      "review", "decide", id, "--output", "output", "--verdict", "perlu_klarifikasi", "--reason", "r", "--by", "A B",
      "--as-of", "2026-11-23",
    ]
    #expect(try program.run(decide).status == 0)
    #expect(try program.run("verify", "output").status == 0)
    let purge = ["purge", "--output", "output", "--person", SmallInput.wifeNIK, "--by", "A", "--reason", "r"]
    #expect(try program.run(purge).status == 0)
    try isClosed("decision and purge")
  }

  @Test func `a byte changed anywhere in a run, and a decision changed in the casebook, are found`() throws {
    let workspace = try SmallInput().workspace()
    for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
      #expect(try workspace.program.run(SmallInput.run("--as-of", day)).status == 0)
      let id = try #require(
        PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").column("id_kasus").first)
      let decide = [
        "review", "decide", id, "--output", "output", "--verdict", "perlu_klarifikasi", "--reason", "alasan \(day)",
        "--by", "Auditor Satu", "--as-of", day,
      ]
      #expect(try workspace.program.run(decide).status == 0)
    }
    var random = Seeded(27)
    let files = try workspace.tree("output/runs").filter { Tree.isFile(workspace.path("output/runs/\($0)")) }
    try #require(files.count == 24)
    func finds(_ name: String, at place: Int, _ code: String) throws {
      let bytes = try workspace.bytes(name)
      var changed = bytes
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
      try workspace.write(changed, to: name)
      let found = try workspace.program.run("verify", "output")
      #expect(found.status == 65 && found.messages.contains(code), "\(name) at \(place): \(found.everything)")
      try workspace.write(bytes, to: name)
    }
    for name in files {
      let size = try workspace.bytes("output/runs/\(name)").count
      for _ in 1...2 { try finds("output/runs/\(name)", at: Int.random(in: 0..<size, using: &random), "error: ") }
    }
    let casebook = Data(try workspace.bytes("output/casebook.sqlite"))
    for (text, code) in [
      ("alasan 2026-11-21", "[chain-decision]"), ("alasan 2026-11-23", "[chain-decision]"),
      ("Auditor Satu", "[chain-decision]"), ("\"as_of\" : \"2026-11-22", "[chain-casebook]"),
      ("\"tool\" : {", "[chain-casebook]"),
    ] {
      let place = try #require(casebook.range(of: Data(text.utf8)), "\(text)")
      try finds("output/casebook.sqlite", at: place.lowerBound, code)
    }
    #expect(try workspace.program.run("verify", "output").status == 0)
  }
}
