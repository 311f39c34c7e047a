import Foundation
import Testing

/// The clear packages drawn for somebody to check: drawn again here with other tools, from published files alone.
@Suite struct RecheckTests {
  private static let script = #"""
    cd "$1"
    sed -n 's/.*"sha256" : "\([0-9a-f]*\)".*/\1/p' inputs | LC_ALL=C sort > lines
    printf '%s\n' "$2" >> lines
    seed=$(sha256sum < lines | cut -c1-64)
    echo "$seed"
    while read -r code; do
      printf '%s %s\n' "$(printf '%s\n%s\n' "$seed" "$code" | sha256sum | cut -c1-16)" "$code"
    done < codes | LC_ALL=C sort
    """#

  /// A second night, so that its seed rests on a run before it, over packages that are all clear.
  @Test(.enabled(if: Program.find("sha256sum") != nil))
  func `anybody draws the same packages from run.json and the packages' codes`() throws {
    var input = SmallInput()
    let codes = (2...41).map { "900100\($0 + 10)" }
    let row = "Pengadaan Kursi Contoh;Dinas Contoh;2026;90000000;2026-03-01;2026-04-01;198001012005011001"
    input.files["paket.csv", default: ""] += codes.map { "\($0);\(row)\n" }.joined()
    input.files["peserta.csv", default: ""] += codes.map {
      "\($0);500002;CV LAIN SEKALI;01.999.111.2-922.000;80000000;1\n"
    }.joined()
    input.files["pengurus.csv", default: ""] +=
      "P2;500002;01.999.111.2-922.000;CV LAIN SEKALI;Beni Lain Sogen;5371010505750003;05-05-1975;Direktur;100;01-02-2015;\n"
    let workspace = try Workspace()
    try input.write(to: "input", in: workspace)
    try workspace.write("[recheck]\nsize = 7\n", to: "benturan.toml")
    let published = PublishedFolder(workspace.path("output"))
    var (seeds, draws): (Set<String>, Set<[String]>) = ([], [])
    for day in ["2026-11-22", Fixtures.asOf] {
      let night = ["run", "--input", "input", "--output", "output", "--as-of", day, "--config", "benturan.toml"]
      #expect(try workspace.program.run(night).status == 0)
      let record = try published.record()
      let digests = record.inputs.map { "\"sha256\" : \"\($0.sha256)\"\n" }
      try workspace.write(digests.joined(), to: "inputs")
      try workspace.write(codes.map { "\($0)\n" }.joined(), to: "codes")
      let arguments = ["-c", Self.script, "sh", workspace.folder, record.previous ?? ""]
      let lines = try workspace.program.run("/bin/sh", arguments).output.split(separator: "\n").map(String.init)
      #expect(record.recheck.seed == lines.first)
      #expect(record.recheck.clear == 40 && record.recheck.listed == 7)
      let drawn = try published.table("recheck.csv").column("kode_paket")
      #expect(drawn == lines.dropFirst().prefix(7).map { String($0.suffix(8)) })
      seeds.insert(record.recheck.seed)
      draws.insert(drawn)
    }
    #expect(seeds.count == 2 && draws.count == 2, "nights draw anew")
    try workspace.write("[recheck]\nsize = 0\n", to: "benturan.toml")
    #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml", "--quiet")).status == 0)
    #expect(try published.table("recheck.csv").lines.isEmpty)
    #expect(try published.record().recheck.clear == 40)
  }
}
