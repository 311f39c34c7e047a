import Foundation
import Testing

/// Files that end before their end, in every form, beside a delivery that is whole.
@Suite struct IncompleteFileTests {
  /// One form of file, from its columns and rows.
  struct Form: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    /// What a run says of it.
    let code: String
    /// Whether a file cut anywhere tells nothing of what it held, as its directory stands at its end.
    var isBlind = false
    let bytes: @Sendable (_ rows: [[String]]) -> [UInt8]
  }

  /// Three hundred rows whose texts do not repeat, below a header.
  private static func rows(_ header: [String]) -> [[String]] {
    var random = Seeded(11)
    return [header]
      + (0..<300).map { number in
        let name = String((0..<16).map { _ in "aeioukmtrsln".randomElement(using: &random) ?? "a" })
        return ["\(198_001_012_005_011_001 + number)", "Contoh \(name)"]
      }
  }

  private static func cells(_ row: [String], _ open: String, _ close: String) -> String {
    row.map { open + $0 + close }.joined()
  }

  private static func csv(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ";") + "\n" }.joined()
  }

  private static func xml(_ rows: [[String]]) -> String {
    "<?xml version='1.0'?>\n<r>\n"
      + rows.dropFirst().map { row in
        "<p>" + zip(rows[0], row).map { "<\($0)>\($1)</\($0)>" }.joined() + "</p>\n"
      }.joined() + "</r>"
  }

  private static func objects(_ rows: [[String]]) -> [String] {
    rows.dropFirst().map { row in
      "{" + zip(rows[0], row).map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
    }
  }

  private static func sheet(_ rows: [[String]]) -> PackedFile.Part {
    let text = rows.map { "<row>" + cells($0, "<c t='inlineStr'><is><t>", "</t></is></c>") + "</row>" }.joined()
    return PackedFile.Part("xl/a.xml", "<worksheet><sheetData>\(text)</sheetData></worksheet>")
  }

  private static let forms = [
    Form(testDescription: "packed CSV", name: "csv.gz", code: "gzip-truncated") { PackedFile.pack(csv($0)) },
    Form(testDescription: "packed XML", name: "xml.gz", code: "gzip-truncated") { PackedFile.pack(xml($0)) },
    Form(testDescription: "packed JSON", name: "json.gz", code: "gzip-truncated") {
      PackedFile.pack("[" + objects($0).joined(separator: ",\n") + "]")
    },
    Form(testDescription: "XML", name: "xml", code: "xml-truncated") { Array(xml($0).utf8) },
    Form(testDescription: "JSON", name: "json", code: "json-truncated") {
      Array(("[" + objects($0).joined(separator: ",\n") + "]").utf8)
    },
    Form(testDescription: "XLSX", name: "xlsx", code: "archive-broken", isBlind: true) {
      PackedFile.archive(PackedFile.workbook() + [sheet($0)])
    },
    Form(testDescription: "XML Spreadsheet 2003", name: "xls", code: "xml-truncated") { rows in
      Array(
        ("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table>"
          + rows.map { "<Row>" + cells($0, "<Cell><Data>", "</Data></Cell>") + "</Row>" }.joined()
          + "</Table></Worksheet></Workbook>").utf8)
    },
    Form(testDescription: "a web page", name: "xls", code: "html-truncated") { rows in
      Array(("<html><table>" + rows.map { "<tr>" + cells($0, "<td>", "</td>") }.joined() + "</table>").utf8)
    },
  ]

  /// Cuts from the first bytes to the last; the earliest leave no row.
  private static let shares = [0.002, 0.1, 0.3, 0.6, 0.9, 0.99]

  /// A delivery that is whole, and files of a form that are cut.
  ///
  /// - Returns: The names of those of which no row can be known, and of the others.
  private func write(_ form: Form, _ header: [String], in workspace: Workspace) throws -> (
    blind: [String], seen: [String]
  ) {
    let bytes = form.bytes(Self.rows(header))
    var (blind, seen): ([String], [String]) = ([], [])
    for share in Self.shares {
      let name = "potong-\(Int(share * 1_000)).\(form.name)"
      try workspace.write(Array(bytes[..<max(12, Int(Double(bytes.count) * share))]), to: "input/\(name)")
      if share < 0.01 || form.isBlind { blind.append(name) } else { seen.append(name) }
    }
    let last = "potong-akhir.\(form.name)"
    try workspace.write(Array(bytes.dropLast(form.name.hasSuffix("gz") ? 1 : 9)), to: "input/\(last)")
    if form.isBlind { blind.append(last) } else { seen.append(last) }
    return (blind, seen)
  }

  private func lines(_ name: String, _ outcome: Program.Outcome) -> [Substring] {
    outcome.messages.split(separator: "\n").filter { $0.hasPrefix("\(name):") }
  }

  private static let warning = "incomplete_files = \"warn\"\n"

  @Test(arguments: forms)
  func `officials cut anywhere end the night, each file with its fault, unless the configuration says otherwise`(
    _ form: Form
  ) throws {
    let workspace = try SmallInput().workspace()
    let (blind, seen) = try write(form, ["nip", "nama"], in: workspace)
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(outcome.status == 65)
    #expect(PublishedFolder(workspace.path("output")).latest == nil)
    for name in blind + seen {
      let lines = lines(name, outcome)
      #expect(lines.contains { $0.contains("error: ") && $0.hasSuffix("[\(form.code)]") }, "\(name): \(lines)")
      #expect(lines.contains { $0.hasSuffix("[file-incomplete]") }, "\(name): \(lines)")
    }
    for name in seen {
      #expect(lines(name, outcome).contains { $0.contains(" rows of officials were read") }, "\(name)")
    }
    #expect(outcome.messages.components(separatedBy: "\n  remedy: ").count > 2 * (blind + seen).count)

    try workspace.write(Self.warning, to: "benturan.toml")
    let knowing = try workspace.program.run(SmallInput.run("--config", "benturan.toml"))
    #expect(knowing.status == 0)
    for name in blind + seen {
      #expect(lines(name, knowing).contains { $0.contains(": warning: ") && $0.hasSuffix("[file-incomplete]") })
    }
    let record = try PublishedFolder(workspace.path("output")).record()
    let faults = record.inputs.filter { $0.fault?.code == form.code }.map(\.path)
    #expect(Set(faults) == Set(blind + seen))
    #expect(record.inputs.filter { $0.fault != nil }.allSatisfy { $0.fault?.remedy.isEmpty == false })
    for input in record.inputs { #expect(input.rows.read == input.rows.accepted + input.rows.quarantined) }
    let counts = seen.map { name in record.inputs.first { $0.path == name }?.rows.accepted ?? 0 }
    #expect(counts == counts.sorted() && (counts.first ?? 1) > 10 || form.isBlind, "\(counts)")
  }

  @Test(arguments: forms)
  func `postings cut anywhere are named, and the night goes on`(_ form: Form) throws {
    let workspace = try SmallInput().workspace()
    let (blind, seen) = try write(form, ["nip", "unit_kerja"], in: workspace)
    // What a file without a row was to be, only its place can tell.
    try workspace.write("[[source]]\nfile = \"potong-*\"\ndataset = \"postings\"\n", to: "benturan.toml")
    let outcome = try workspace.program.run(SmallInput.run("--config", "benturan.toml"))
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(!outcome.messages.contains("[file-incomplete]"))
    for name in blind + seen {
      #expect(lines(name, outcome).contains { $0.hasSuffix("[\(form.code)]") }, "\(name)")
    }
    for name in blind { try workspace.remove("input/\(name)") }
    let alone = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(alone.status == 0, "\(alone.messages)")
    for name in seen { #expect(lines(name, alone).contains { $0.hasSuffix("[\(form.code)]") }, "\(name)") }
  }

  @Test func `a workbook whose later sheet is damaged may have held what is needed`() throws {
    let workspace = try SmallInput().workspace()
    let first = Self.sheet(Self.rows(["nip", "unit_kerja"]))
    let text = Self.sheet(Self.rows(["nip", "nama"]))
    let torn = PackedFile.Part("xl/b.xml", packed: text.packed.dropLast(40), size: text.size)
    let book = PackedFile.archive(PackedFile.workbook(sheets: ["a.xml", "b.xml"]) + [first, torn])
    try workspace.write(book, to: "input/buku.xlsx")
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("buku.xlsx: error: ") && outcome.messages.contains("[archive-broken]"))
    #expect(outcome.messages.contains("[file-incomplete]"))
  }

  @Test func `the last line of a table or of JSON lines that is torn is set aside, and the night goes on`() throws {
    let rows = Self.rows(["nip", "nama"])
    let workspace = try SmallInput().workspace()
    try workspace.write(Array(Self.csv(rows).utf8.dropLast(30)), to: "input/pegawai-lain.csv")
    let lines = Self.objects(rows).joined(separator: "\n")
    try workspace.write(Array(lines.utf8.dropLast(9)), to: "input/pegawai-lain.jsonl")
    let outcome = try workspace.program.run(SmallInput.run())
    #expect(outcome.status == 0, "\(outcome.messages)")
    let aside = try PublishedFolder(workspace.path("output")).table("quarantine.csv")
    let torn = aside.rows.filter { $0.values.contains("torn-line") }
    #expect(torn.count == 2)
  }

  /// How another account runs the program, where this one may read everything.
  private static let asNobody: [String]? = {
    guard geteuid() == 0 else { return [] }
    guard let setpriv = Program.find("setpriv") else { return nil }
    let nobody = [setpriv, "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    let outcome = try? Program(in: "/").run(
      "/bin/sh", ["-c", "exec \"$@\"", "sh"] + nobody + [Program.path, "--version"])
    return outcome?.status == 0 ? nobody : nil
  }()

  @Test(.enabled(if: asNobody != nil, "no other account may run the program"))
  func `a file that may not be read ends the night, and a folder that may not be listed too`() throws {
    let account = try #require(Self.asNobody)
    let workspace = try SmallInput().workspace()
    for name in ["", "input", "input/pegawai.csv", "input/keluarga.csv", "input/pengurus.csv", "input/paket.csv"]
      + ["input/peserta.csv"]
    { chmod(workspace.path(name), 0o777) }
    try workspace.write(Self.csv(Self.rows(["nip", "nama"])), to: "input/pegawai-lain.csv", mode: 0)
    func run(_ more: String...) throws -> Program.Outcome {
      let command = account + [Program.path] + SmallInput.run("--quiet") + more
      return try workspace.program.run("/bin/sh", ["-c", "exec \"$@\"", "sh"] + command)
    }
    let refused = try run()
    #expect(refused.status == 65)
    #expect(refused.messages.contains("pegawai-lain.csv: error: the file cannot be read: permission denied"))
    #expect(refused.messages.contains("[file-unreadable]\n  remedy: "))
    #expect(refused.messages.contains("[file-incomplete]"))
    try workspace.write(Self.warning, to: "benturan.toml", mode: 0o644)
    #expect(try run("--config", "benturan.toml").status == 0)
    try workspace.remove("input/pegawai-lain.csv")
    try workspace.write("", to: "input/rahasia/kosong.csv")
    chmod(workspace.path("input/rahasia"), 0)
    let closed = try run()
    #expect(closed.status == 66)
    #expect(closed.messages.contains("rahasia: error: cannot be read: ") && closed.messages.contains("remedy: "))
  }
}
