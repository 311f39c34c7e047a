import Foundation
import Glibc
import Testing

/// Rows and records that are far wider or longer than any office's, and NUL bytes, each with a bound on memory.
@Suite struct WideInputTests {
  struct Wide: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    /// What `inspect` says of it.
    let says: [String]
    let bytes: @Sendable () -> [UInt8]
  }

  private static let columns = 100_000
  private static let nip = "198001012005011001"

  private static func numbered(_ piece: (Int) -> String) -> String { (0..<columns).map(piece).joined() }

  private static let beyond = ["1 read = 1 accepted + 0 set aside", "[columns-beyond]"]

  /// With 160 MiB for all that is allocated.
  @Test(
    arguments: [
      Wide(testDescription: "100,000 attributes", name: "b.xml", says: ["b.xml:1: error: ", "[xml-tag-length]"]) {
        Array("<r><p nip='\(nip)' nama='Mel' \(numbered { "k\($0)='x' " })/></r>".utf8)
      },
      Wide(testDescription: "100,000 kinds of children", name: "b.xml", says: ["b.xml:1: error: ", "[xml-names]"]) {
        Array("<r><p><nip>\(nip)</nip><nama>Mel</nama>\(numbered { "<k\($0)>x</k\($0)>" })</p></r>".utf8)
      },
      Wide(
        testDescription: "100,000 children of one kind", name: "b.xml",
        says: ["1 read = 0 accepted + 1 set aside", "[field-too-long], 1 times, line 1"]
      ) { Array("<r><p><nip>\(nip)</nip><nama>Mel</nama>\(numbered { "<k>\($0)</k>" })</p></r>".utf8) },
      Wide(testDescription: "100,000 names in an object", name: "b.json", says: ["b.json:1: error: ", "[json-names]"]) {
        Array("[{\(numbered { "\"k\($0)\":1," })\"nip\":\"\(nip)\",\"nama\":\"Mel\"}]".utf8)
      },
      Wide(testDescription: "100,000 values in a list", name: "b.json", says: ["b.json: error: ", "[json-unnamed]"]) {
        Array("[[\(numbered { _ in "1," })1]]".utf8)
      },
      Wide(testDescription: "100,000 columns of a workbook", name: "b.xlsx", says: beyond) {
        func row(_ cells: String) -> String { "<row>\(cells)</row>" }
        func cell(_ text: String) -> String { "<c t='inlineStr'><is><t>\(text)</t></is></c>" }
        let header = row(cell("nip") + cell("nama") + numbered { _ in "<c><v>1</v></c>" })
        let sheet = "<worksheet><sheetData>\(header)\(row(cell(nip) + cell("Mel")))</sheetData></worksheet>"
        return PackedFile.archive(PackedFile.workbook() + [.init("xl/a.xml", sheet)])
      },
      Wide(
        testDescription: "NUL bytes in a table", name: "b.csv",
        says: ["2 read = 1 accepted + 1 set aside", "[nul-byte], 1 times, line 2"]
      ) { Array("nip;nama\n\(nip);M\0l\n198001012005011002;Pau\n".utf8) },
      Wide(
        testDescription: "a NUL byte in XML", name: "b.xml",
        says: ["1 read = 1 accepted + 0 set aside", "b.xml:1: error: ", "NUL byte [xml-malformed]"]
      ) { Array("<r><p><nip>\(nip)</nip><nama>Mel</nama></p><p><nip>1</nip><nama>P\0u</nama></p></r>".utf8) },
      Wide(
        testDescription: "NUL bytes in JSON, bare and as an escape", name: "b.json",
        says: ["3 read = 1 accepted + 2 set aside", "[json-syntax], 1 times", "[nul], 1 times"]
      ) {
        let people = ["M\0l", "P\\u0000u", "Lus"].map { "{\"nip\":\"\(nip)\",\"nama\":\"\($0)\"}" }
        return Array("[\(people.joined(separator: ","))]".utf8)
      },
      Wide(
        testDescription: "a NUL byte in XML Spreadsheet 2003", name: "b.xls",
        says: ["b.xls:1: error: ", "NUL byte [xml-malformed]"]
      ) {
        let start = "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet>"
        return Array("\(start)<Table><Row><Cell><Data>n\0p</Data></Cell></Row></Table></Worksheet></Workbook>".utf8)
      },
    ])
  func `what is too wide, or holds NUL bytes, is named with its place and costs no memory`(_ wide: Wide) throws {
    let workspace = try Workspace()
    try workspace.write(wide.bytes(), to: wide.name)
    let outcome = try inspect(wide.name, in: workspace)
    #expect(outcome.status == 0, "\(outcome.messages.prefix(500))")
    for text in wide.says { #expect(outcome.output.contains(text), "\(text): \(outcome.output.prefix(900))") }
    #expect(outcome.output.contains("remedy: ") == outcome.output.contains(": error: "))
  }

  /// The line is a hole in the file, which takes no room on the disk.
  @Test func `a line of 1 GiB is set aside, and the row behind it is read`() throws {
    let workspace = try Workspace()
    try workspace.write("nip;nama\n\(Self.nip);Mel\nx", to: "b.csv")
    let file = open(workspace.path("b.csv"), O_WRONLY)
    try #require(file >= 0)
    let end = Array("\n198001012005011002;Pau\n".utf8)
    #expect(pwrite(file, end, end.count, 1 << 30) == end.count)
    close(file)
    let outcome = try inspect("b.csv", in: workspace)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("3 read = 2 accepted + 1 set aside"), "\(outcome.output.prefix(500))")
    #expect(outcome.output.contains("[line-too-long], 1 times, line 3"))
  }

  private func inspect(_ name: String, in workspace: Workspace) throws -> Program.Outcome {
    let limited = ["-c", "ulimit -d \(160 << 10); exec \"$0\" inspect \(name)", Program.path]
    return try workspace.program.run("/bin/sh", limited)
  }
}
