import Foundation
import Testing

@Suite struct InspectCommandTests {
  @Test func `a file's form, rows, datasets and columns are shown, and nothing is written`() throws {
    let workspace = try SmallInput().workspace()
    let outcome = try workspace.program.run("inspect", "input/pegawai.csv")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(outcome.output.contains("pegawai.csv: csv ; utf-8, "))
    #expect(outcome.output.contains("rows: 1 read = 1 accepted + 0 set aside; 0 blank"))
    #expect(outcome.output.contains("officials: nip -> nip, nama -> name, nik -> nik"))
    #expect(try workspace.tree("").filter { !$0.hasPrefix("input") }.isEmpty)
  }

  @Test func `faults are shown with their lines, and columns that nobody knows`() throws {
    let workspace = try Workspace()
    let text =
      "nip;nama;tanggal_lahir;hobi\n1;A;1980-01-01;x\n198001012005011001;B;31/02/1980;y\n\n198001012005011001\n"
    try workspace.write(text, to: "pegawai.csv")
    let output = try workspace.program.run("inspect", "pegawai.csv").output
    #expect(output.contains("rows: 3 read = 1 accepted + 2 set aside; 1 blank"))
    #expect(output.contains("columns not used: hobi"))
    #expect(output.contains("line 2"))
    #expect(output.contains("[too-few-fields], 1 times, line 5"))
    #expect(output.contains("tanggal_lahir: ") && output.contains("1 times, line 3"))
  }

  @Test func `a table that is none of ours names the nearest dataset and what it lacks`() throws {
    let workspace = try Workspace()
    try workspace.write("nip;hobi\n198001012005011001;x\n", to: "aneh.csv")
    let output = try workspace.program.run("inspect", "aneh.csv").output
    #expect(output.contains("no dataset; nearest is"))
    #expect(output.contains("it lacks"))
  }

  struct Form: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let form: String
    var testDescription: String { name }
  }

  private static let table = "nip,nama\r\n198001012005011001,Élodie\r\n"

  @Test(arguments: [
    Form(name: "UTF-8", bytes: Array(table.utf8), form: "csv , utf-8"),
    Form(name: "UTF-8 with a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + table.utf8, form: "csv , utf-8-bom"),
    Form(name: "Windows-1252", bytes: table.unicodeScalars.map { UInt8($0.value) }, form: "csv , windows-1252"),
    Form(
      name: "UTF-16 little-endian", bytes: [0xFF, 0xFE] + table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      form: "csv , utf-16"),
    Form(name: "semicolons", bytes: table.utf8.map { $0 == 0x2C ? 0x3B : $0 }, form: "csv ; utf-8"),
    Form(name: "tabs", bytes: table.utf8.map { $0 == 0x2C ? 0x09 : $0 }, form: "utf-8"),
    Form(name: "bars", bytes: table.utf8.map { $0 == 0x2C ? 0x7C : $0 }, form: "csv | utf-8"),
    Form(name: "CR alone", bytes: table.utf8.filter { $0 != 0x0A }, form: "csv , utf-8"),
    Form(name: "no final line end", bytes: table.utf8.dropLast(2), form: "csv , utf-8"),
  ])
  func `one table in any form is read alike`(_ form: Form) throws {
    let workspace = try Workspace()
    try workspace.write(form.bytes, to: "pegawai.csv")
    let output = try workspace.program.run("inspect", "pegawai.csv").output
    #expect(output.contains(form.form))
    #expect(output.contains("rows: 1 read = 1 accepted + 0 set aside"))
  }

  @Test func `--json says the same of the province as run.json`() throws {
    let outcome = try Workspace().program.run("inspect", "--json", "--as-of", Fixtures.asOf, Fixtures.province)
    #expect(outcome.status == 0)
    let files = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let inputs = try Province.masked.get().published.record().inputs
    #expect(files.compactMap { $0["path"] as? String } == inputs.map(\.path))
    for (file, input) in zip(files, inputs) {
      #expect(file["read"] as? Int == input.rows.read && file["accepted"] as? Int == input.rows.accepted)
      #expect(file["quarantined"] as? Int == input.rows.quarantined && file["bytes"] as? Int == input.bytes)
      #expect(file["datasets"] as? [String] == input.datasets)
    }
  }

  @Test func `several paths are shown, and a file that cannot be read says why`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("", to: "kosong.csv")
    let outcome = try workspace.program.run("inspect", "input", "kosong.csv")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("[file-empty]"))
    #expect(outcome.output.contains("pegawai.csv: "))
  }

  private static let sheet =
    "DAFTAR KELUARGA;;;;\nNIP;Hubungan;Nama;NIK;Tgl Lahir\n1;2;3;4;5\n"
    + "198001012005011001;ANAK;Budi Contoh;5371010101200001;01/01/2020\n"
    + "198001012005011001;ISTRI;Maria Contoh;-;12/03/1985\n"

  @Test func `assumptions come with their reasons, and the first rows as understood and masked`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.sheet, to: "keluarga.csv")
    let output = try workspace.program.run("inspect", "--as-of", Fixtures.asOf, "keluarga.csv").output
    for line in [
      "  encoding: utf-8 (the file's beginning is plain ASCII)",
      "  delimiter: ; (5 of 5 header cells are known names with it)",
      "  header: line 2, 1 lines above it passed over, column numbers on line 3 passed over (it is the first line whose"
        + " columns make a dataset)",
      "  rows: 2 read = 2 accepted + 0 set aside; 0 blank; 2 around the table",
      "  read as empty, since the cell says \"nothing\": nik 1",
      "  line 4, relatives: nip=19**************01 | relation=ANAK | name=B. C. | nik=53************01"
        + " | birth_date=2020-01-01",
      "  line 5, relatives: nip=19**************01 | relation=ISTRI | name=Maria Contoh | birth_date=1985-03-12",
    ] { #expect(output.contains(line + "\n"), "\(line)\n\(output)") }
  }

  @Test func `--json says what the page says`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.sheet, to: "keluarga.csv")
    let outcome = try workspace.program.run("inspect", "--json", "--as-of", Fixtures.asOf, "keluarga.csv")
    let files = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let file = try #require(files.first)
    #expect(
      (file["assumptions"] as? [[String: String]])?.map { $0["what"] } == ["encoding", "delimiter", "cells", "header"])
    #expect(file["skipped"] as? Int == 2)
    let rows = try #require(file["rows"] as? [[String: Any]])
    #expect(rows.map { ($0["fields"] as? [String: String])?["name"] } == ["B. C.", "Maria Contoh"])
    #expect(!outcome.output.contains("5371010101200001") && !outcome.output.contains("198001012005011001"))
  }

  @Test func `an unknown column is told what it may be`() throws {
    let workspace = try Workspace()
    try workspace.write("nip;nama;tangal_lahir\n198001012005011001;A;1980-01-01\n", to: "pegawai.csv")
    let output = try workspace.program.run("inspect", "pegawai.csv").output
    #expect(output.contains("  is tangal_lahir perhaps tanggallahir?\n"))
  }

  @Test func `--fields lists every dataset with its fields`() throws {
    let outcome = try Workspace().program.run("inspect", "--fields")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("vendor_people\n") && outcome.output.contains("  nik: nik, noktp, "))
    let json = try Workspace().program.run("inspect", "--fields", "--json").output
    let all = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [String: [String]]])
    #expect(all.count == 10 && all["officials"]?["nip"]?.contains("nip") == true)
  }

  @Test func `a drafted mapping reads each file as it is read without it`() throws {
    let workspace = try Workspace()
    let exports = Fixtures.manual + "/../exports"
    try workspace.copy(exports, to: "exports")
    try workspace.write(Self.sheet, to: "exports/judul.csv")
    let plain = try workspace.program.run("inspect", "--json", "--as-of", Fixtures.asOf, "exports")
    #expect(try workspace.program.run("inspect", "--write-mapping", "peta.toml", "exports").status == 0)
    let mapped = try workspace.program.run(
      "inspect", "--json", "--as-of", Fixtures.asOf, "--config", "peta.toml", "exports")
    #expect(mapped.messages == "")
    #expect(mapped.output == plain.output)
    #expect(try workspace.program.run("inspect", "--write-mapping", "peta.toml", "exports").status == 73)
  }

  @Test func `a mapping makes a strange file known`() throws {
    let workspace = try Workspace()
    try workspace.write("Kode Orang|Panggilan\n198001012005011001|Ana\n", to: "aneh.csv")
    let draft = try workspace.program.run("inspect", "--write-mapping", "-", "aneh.csv").output
    #expect(draft.contains("[[source]]\nfile = \"aneh.csv\"\n") && draft.contains("#\"Kode Orang\" = \"\"\n"))
    try workspace.write(
      draft.replacing("#\"Kode Orang\" = \"\"", with: "\"Kode Orang\" = \"nip\"")
        .replacing("#\"Panggilan\" = \"\"", with: "\"Panggilan\" = \"name\""), to: "benturan.toml")
    let output = try workspace.program.run("inspect", "--config", "benturan.toml", "aneh.csv").output
    #expect(output.contains("  officials: Kode Orang -> nip, Panggilan -> name\n"))
  }

  @Test func `a wrong mapping ends with 78, and one that means no file is said by a run`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("[[source]]\nfile = \"x.csv\"\ndataset = \"pegawai\"\n", to: "salah.toml")
    let wrong = try workspace.program.run("inspect", "--config", "salah.toml", "input")
    #expect(wrong.status == 78 && wrong.messages.contains("salah.toml:3:source.dataset: error: "))
    try workspace.write("[[source]]\nfile = \"x.csv\"\n", to: "lama.toml")
    let unused = try workspace.program.run(SmallInput.run("--config", "lama.toml"))
    #expect(unused.status == 0 && unused.messages.contains("[mapping-unused]"))
  }
}
