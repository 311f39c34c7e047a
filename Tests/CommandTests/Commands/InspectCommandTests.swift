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
    #expect(outcome.output.contains("officials: nip -> nip, nama -> name, nik -> nationalID"))
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
}
