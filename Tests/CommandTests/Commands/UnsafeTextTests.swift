import Foundation
import Testing

/// Text of the input that a spreadsheet would run or a terminal would obey.
@Suite struct UnsafeTextTests {
  static let names = [
    "=HYPERLINK(\"http://contoh.invalid\";\"klik\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3",
    "\tTAB DEPAN", "\u{1B}[31mMERAH\u{1B}[0m", "\u{1B}]0;judul\u{07}NAMA", "KANAN\u{202E}KE KIRI", "\u{9B}2JHAPUS",
  ]

  /// The small delivery with a text as the names of the vendor, of the director, of the package and of the official.
  private func input(_ name: String) -> SmallInput {
    var input = SmallInput()
    let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
    for (file, old) in [
      ("pengurus.csv", "CV CONTOH JAYA"), ("peserta.csv", "CV CONTOH JAYA"), ("pengurus.csv", "Maria Fransiska Contoh"),
      ("keluarga.csv", "Maria Fransiska Contoh"), ("paket.csv", "Pengadaan Meja Contoh"),
      ("pegawai.csv", "Yohanes Contoh Rihi"), ("pengurus.csv", "Direktur"),
    ] { input.files[file] = input.files[file]?.replacing(old, with: quoted) }
    return input
  }

  /// Signs that steer a terminal or turn the direction of writing; tabs and line ends are not among them.
  private func steering(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
      default: false
      }
    }
  }

  @Test(arguments: names)
  func `no cell begins as a formula does, and no output steers a terminal`(_ name: String) throws {
    let workspace = try input(name).workspace()
    let run = try workspace.program.run(SmallInput.run())
    #expect(run.status == 0)
    let published = PublishedFolder(workspace.path("output"))
    #expect(try published.table("flagged-pairs.csv").lines.count == 1)
    for file in PublishedFolder.reports + ["run.json"] {
      #expect(steering(in: try published.text(file)).isEmpty, "\(file)")
      guard file.hasSuffix(".csv") else { continue }
      for cell in try published.table(file).lines.joined() {
        let start = cell.unicodeScalars.first
        #expect(start.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true, "\(file): \(cell)")
      }
    }
    let id = try #require(try published.table("flagged-pairs.csv").column("id_kasus").first)
    for arguments in [["explain", id], ["explain", id, "--json"], ["verify"], ["inspect", "input"]] {
      let outcome = try workspace.program.run(arguments)
      #expect(outcome.status == 0)
      #expect(steering(in: outcome.everything).isEmpty, "\(arguments)")
    }
    #expect(steering(in: run.everything).isEmpty)
  }

  @Test func `a formula keeps its text behind the apostrophe`() throws {
    let workspace = try input("=HYPERLINK(\"x\")").workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let row = try #require(try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").rows.first)
    #expect(row["nama_penyedia"] == "'=HYPERLINK(\"x\")")
    #expect(row["nama_pejabat"] == "'=HYPERLINK(\"x\")")
  }

  @Test func `names of files and columns are printed without what steers a terminal`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("a\u{1B}[2Jb;c\u{202E}d\n1;2;3\n", to: "input/nama\u{1B}[31m.csv")
    try workspace.write("%PDF-1.7\n", to: "input/surat\u{1B}[31m.pdf")
    try workspace.write("quarantine_limit = 1\n", to: "benturan.toml")
    for arguments in [
      SmallInput.run("--config", "benturan.toml"), ["inspect", "input"], ["inspect", "--json", "input"],
      ["verify", "output"],
    ] {
      let outcome = try workspace.program.run(arguments)
      #expect(outcome.status == 0)
      #expect(steering(in: outcome.everything).isEmpty, "\(arguments)")
    }
    let published = PublishedFolder(workspace.path("output"))
    for file in PublishedFolder.reports + ["run.json"] { #expect(steering(in: try published.text(file)).isEmpty) }
  }

  @Test func `line ends inside a field stay inside it`() throws {
    var input = SmallInput()
    input.files["paket.csv"] = input.files["paket.csv"]?
      .replacing("Pengadaan Meja Contoh", with: "\"Pengadaan\r\nMeja; \"\"Contoh\"\"\"")
    let workspace = try input.workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    for file in PublishedFolder.reports where file.hasSuffix(".csv") {
      let table = try published.table(file)
      for line in table.lines { #expect(line.count == table.header.count) }
    }
    #expect(try published.table("findings.csv").column("nama_paket").first?.contains("\"Contoh\"") == true)
  }
}
