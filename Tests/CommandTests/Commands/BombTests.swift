import Testing

/// Small files that become large, or deep, where they are read carelessly, beside a delivery that is right.
@Suite struct BombTests {
  struct Bomb: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let code: String
    /// Whether the night must end: rows of a required dataset stand before the harm, or nothing tells what was lost.
    var endsNight = false
    /// Whether only a record is set aside, which the run tells in its quarantine.
    var isSetAside = false
    let bytes: @Sendable () -> [UInt8]
  }

  private static let header = "nip;nama\n"
  private static let row = "198001012005011001;Yohanes Contoh Rihi\n"
  private static let sheetStart = "<worksheet><sheetData><row><c t='inlineStr'><is><t>nip</t></is></c></row>"

  private static func swollen(_ times: Int, overlapping: [String] = []) -> [UInt8] {
    let packed = PackedFile.pack(sheetStart, "<row></row>", times: times, as: .bare)
    return PackedFile.archive(
      PackedFile.workbook(sheets: ["a.xml"] + overlapping)
        + [.init("xl/a.xml", packed: packed, size: sheetStart.utf8.count + 11 * times)],
      overlapping: overlapping.map { "xl/\($0)" })
  }

  private static func deep(_ start: String, _ open: String, _ close: String, _ end: String) -> [UInt8] {
    Array((start + String(repeating: open, count: 100_000) + String(repeating: close, count: 100_000) + end).utf8)
  }

  private static let laughs = (1...9).map { level in
    "<!ENTITY l\(level) '\(String(repeating: "&l\(level - 1);", count: 10))'>"
  }.joined()

  /// With 160 MiB for all that is allocated, as a folder of such files must not end the night of the others.
  @Test(
    arguments: [
      Bomb(testDescription: "256 MiB of noughts in a gzip file", name: "b.csv.gz", code: "gzip-bomb") {
        PackedFile.pack("", String(repeating: "0", count: 1_024), times: 256 << 10)
      },
      Bomb(testDescription: "256 MiB of rows in a gzip file", name: "b.csv.gz", code: "gzip-bomb", endsNight: true) {
        PackedFile.pack(header, row, times: (256 << 20) / row.utf8.count)
      },
      Bomb(testDescription: "gzip in gzip", name: "b.csv.gz", code: "file-kind") {
        PackedFile.pack(PackedFile.pack("", "0", times: 1 << 24))
      },
      Bomb(testDescription: "a sheet of 330 MB", name: "b.xlsx", code: "archive-size") { swollen(30_000_000) },
      Bomb(testDescription: "200 sheets over one another", name: "b.xlsx", code: "archive-broken", endsNight: true) {
        swollen(1_000_000, overlapping: (0..<200).map { "b\($0).xml" })
      },
      Bomb(testDescription: "a workbook in a workbook's place", name: "b.xlsx", code: "file-kind") {
        PackedFile.archive([.init("b.xlsx", packed: swollen(1_000), size: 1 << 30)])
      },
      Bomb(testDescription: "XML 100,000 deep", name: "b.xml", code: "xml-depth") { deep("", "<a>", "</a>", "") },
      Bomb(testDescription: "a sheet 100,000 deep", name: "b.xlsx", code: "xml-depth") {
        PackedFile.archive(
          PackedFile.workbook() + [.init("xl/a.xml", String(decoding: deep("", "<a>", "</a>", ""), as: UTF8.self))])
      },
      Bomb(testDescription: "XML Spreadsheet 2003, 100,000 deep", name: "b.xml", code: "xml-depth") {
        deep("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", "<a>", "</a>", "")
      },
      Bomb(testDescription: "a page 100,000 deep", name: "b.xls", code: "html-depth") {
        deep("<html><table>", "<div>", "</div>", "</table>")
      },
      Bomb(testDescription: "JSON 100,000 deep", name: "b.json", code: "json-depth", isSetAside: true) {
        deep("[{\"nip\":", "[", "]", "}]")
      },
      Bomb(testDescription: "JSON of lists alone, 100,000 deep", name: "b.json", code: "json-") {
        deep("", "[", "]", "")
      },
      Bomb(testDescription: "an entity bomb", name: "b.xml", code: "xml-doctype") {
        Array("<!DOCTYPE r [<!ENTITY l0 'ha'>\(laughs)]><r><p><nip>&l9;</nip></p></r>".utf8)
      },
      Bomb(testDescription: "an entity of another file", name: "b.xml", code: "xml-doctype") {
        Array("<!DOCTYPE r [<!ENTITY x SYSTEM 'rahasia.txt'>]><r><p><nip>&x;</nip><nama>&x;</nama></p></r>".utf8)
      },
      Bomb(testDescription: "a workbook's entity of another file", name: "b.xlsx", code: "xml-doctype") {
        PackedFile.archive(
          PackedFile.workbook() + [
            .init("xl/a.xml", "<!DOCTYPE r [<!ENTITY x SYSTEM 'rahasia.txt'>]><worksheet>&x;</worksheet>")
          ])
      },
    ])
  func `costs neither memory nor the rows of other files`(_ bomb: Bomb) throws {
    let workspace = try SmallInput().workspace()
    try workspace.write(bomb.bytes(), to: "input/\(bomb.name)")
    try workspace.write("kata sandi", to: "rahasia.txt")
    func limited(_ arguments: [String]) throws -> Program.Outcome {
      let shell = ["-c", "ulimit -d \(160 << 10); exec \"$0\" \"$@\"", Program.path]
      return try workspace.program.run("/bin/sh", shell + arguments)
    }
    let seen = try limited(["inspect", "input/\(bomb.name)"])
    #expect(seen.status == 0, "\(seen.messages.prefix(500))")
    #expect(seen.output.contains("[\(bomb.code)"), "\(seen.output.prefix(900))")
    #expect(seen.output.contains("remedy: ") != bomb.isSetAside, "\(seen.output.prefix(900))")
    #expect(!seen.everything.contains("sandi"))
    let run = try limited(SmallInput.run("--threads", "2"))
    #expect(run.status == (bomb.endsNight ? 65 : 0), "\(run.messages.prefix(900))")
    #expect(
      run.messages.contains("\(bomb.name): error: ") != bomb.isSetAside || run.messages.contains("\(bomb.name):1: "))
    #expect(run.messages.contains("[\(bomb.code)") != bomb.isSetAside)
    #expect(run.messages.contains("[file-incomplete]") == bomb.endsNight)
    let published = PublishedFolder(workspace.path("output"))
    if bomb.endsNight {
      #expect(published.latest == nil)
    } else {
      let aside = String(decoding: try published.bytes("quarantine.csv"), as: UTF8.self)
      #expect(aside.contains(bomb.code) == bomb.isSetAside)
      #expect(try published.table("flagged-pairs.csv").rows.count == 1)
    }
  }
}
