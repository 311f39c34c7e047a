import Records
import Testing

@testable import Intake

/// Headers as offices send them: below titles, over two rows, with column numbers.
@Suite struct CSVHeaderTests {
  struct Sheet: CustomTestStringConvertible {
    let why: String
    let text: String
    let header: [String]
    /// The line on which the first row stands.
    let firstRow: Int
    let skipped: Int
    var testDescription: String { why }
  }

  private static let row = "198001012005011001;Ana"

  @Test(arguments: [
    Sheet(why: "the first line", text: "nip;nama\n\(row)\n", header: ["nip", "nama"], firstRow: 2, skipped: 0),
    Sheet(
      why: "a title", text: "DAFTAR PEGAWAI\nnip;nama\n\(row)\n", header: ["nip", "nama"], firstRow: 3, skipped: 1),
    Sheet(
      why: "a title with commas in a table of semicolons", text: "Pegawai, unit, jabatan\nnip;nama\n\(row)\n",
      header: ["nip", "nama"], firstRow: 3, skipped: 1),
    Sheet(
      why: "titles with empty cells and blank lines", text: "PROVINSI CONTOH;\n;\n\nDAFTAR;\n\nnip;nama\n\(row)\n",
      header: ["nip", "nama"], firstRow: 7, skipped: 3),
    Sheet(
      why: "a quoted title over two lines", text: "\"DAFTAR\nPEGAWAI\";\nnip;nama\n\(row)\n", header: ["nip", "nama"],
      firstRow: 4, skipped: 2),
    Sheet(
      why: "sep= and a title", text: "sep=;\nDAFTAR;\nnip;nama\n\(row)\n", header: ["nip", "nama"], firstRow: 4,
      skipped: 1),
    Sheet(
      why: "column numbers", text: "nip;nama\n(1);(2)\n\(row)\n", header: ["nip", "nama"], firstRow: 3, skipped: 1),
    Sheet(
      why: "a header whose cell has a line end", text: "DAFTAR;\nnip;\"nama\npegawai\"\n1;2\n\(row)\n",
      header: ["nip", "nama\npegawai"], firstRow: 5, skipped: 2),
    Sheet(
      why: "nothing that is known", text: "a;b\nc;d\n", header: ["a", "b"], firstRow: 2, skipped: 0),
  ])
  func `the header is the first row whose cells make a dataset`(_ sheet: Sheet) throws {
    for end in ["\n", "\r\n"] {
      let text = sheet.text.replacing("\n", with: end)
      let file = try CSVFile(text)
      #expect(file.header.map { $0.replacing("\r\n", with: "\n") } == sheet.header)
      #expect(file.rows.map(\.line) == [sheet.firstRow])
      #expect(file.counts.skipped == sheet.skipped)
      file.checkPlaces(text.bytes)
    }
  }

  struct TwoRows: CustomTestStringConvertible {
    let why: String
    let upper: String
    let lower: String
    let columns: [String]
    var testDescription: String { why }
  }

  @Test(arguments: [
    TwoRows(
      why: "groups of a relative's facts", upper: "No;NIP;Nama Pegawai;Ayah;;Ibu;", lower: ";;;Nama;NIK;Nama;NIK",
      columns: ["No", "NIP", "Nama Pegawai", "Nama Ayah", "NIK Ayah", "Nama Ibu", "NIK Ibu"]),
    TwoRows(
      why: "a fact of several relatives", upper: "NIP;Nama;Nama;;Pekerjaan", lower: ";;Ayah;Ibu;",
      columns: ["NIP", "Nama", "Nama Ayah", "Nama Ibu", "Pekerjaan"]),
    TwoRows(
      why: "a period", upper: "NIP;Nama;Unit Kerja;Tanggal;", lower: ";;;Mulai;Selesai",
      columns: ["NIP", "Nama", "Unit Kerja", "Tanggal Mulai", "Tanggal Selesai"]),
    TwoRows(
      why: "groups above a whole header", upper: ";;Ayah;;", lower: "NIP;Nama;Nama;NIK;x",
      columns: ["NIP", "Nama", "Nama Ayah", "NIK Ayah", "Ayah x"]),
  ])
  func `a header over two rows is read as one`(_ rows: TwoRows) throws {
    let data = String(repeating: "x;", count: rows.columns.count - 1) + "x\n"
    let file = try CSVFile("JUDUL\n\(rows.upper)\n\(rows.lower)\n\(data)")
    #expect(file.header == rows.columns)
    #expect(file.dialect.skipped.map(\.kind) == [.aboveHeader, .headerGroup])
    #expect(file.rows.map(\.line) == [4])
  }

  @Test(arguments: [
    ";198001012005011002;Budi;", "2;198001012005011002;Budi;Dinas", "x;y;z;w", ";;;", "Jumlah;;;", ";;Budi;Dinas",
  ])
  func `a row of data is no second row of a header`(_ data: String) throws {
    let file = try CSVFile("No;NIP;Nama;\n\(data)\n1;198001012005011001;Ana;x\n")
    #expect(file.header == ["No", "NIP", "Nama", ""])
    #expect(file.counts.skipped == 0)
  }

  @Test(arguments: [
    (["1", "2", "3"], true), (["(1)", "(2)", "(3)"], true), (["a", "b", "c"], true), (["1", "2", "3=1+2"], true),
    (["", "1", "2", "3"], true), (["1.", "2."], false), (["1", "3"], false), (["2", "3"], false), (["1"], false),
    (["1", "", "", "", "2"], false), (["1", "Ana"], false), (["198001012005011001", "2"], false), ([], false),
  ])
  func `numbers of columns count from one`(_ cells: [String], _ isNumbering: Bool) {
    #expect(CSVHeaderFinder.isNumbering(cells) == isNumbering)
  }

  @Test func `a header is looked for in the first twenty rows only`() throws {
    func text(_ titles: Int) -> String { String(repeating: "JUDUL\n", count: titles) + "nip;nama\n\(Self.row)\n" }
    #expect(try CSVFile(text(19)).header == ["nip", "nama"])
    #expect(try CSVFile(text(20)).header == ["JUDUL"])
  }

  @Test func `titles, headings and signatures never cost a row of data`() throws {
    var random = Seeded(61)
    let words = ["PEMERINTAH PROVINSI CONTOH", "DAFTAR PEGAWAI", "Keadaan November 2026", "Dinas, Badan", "\"X\"", ""]
    let ends = ["Jumlah", "Kupang, 23 November 2026", "Kepala Badan,", "NIP. 196001011985031001", "Total:", ""]
    for turn in 0..<120 {
      let delimiter = [";", ",", "\t", "|"][turn % 4]
      func line(_ cells: [String]) -> String {
        cells.map { $0.contains(delimiter) ? "\"\($0)\"" : $0 }.joined(separator: delimiter) + "\n"
      }
      func sparse(_ word: String) -> [String] {
        var cells = ["", "", "", "", ""]
        cells[Int.random(in: 0..<5, using: &random)] = word.replacing("\"", with: "")
        return cells
      }
      var text = ""
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        text += Bool.random(using: &random) ? line(sparse(words.randomElement(using: &random)!)) : "JUDUL\n"
      }
      text += line(["No", "NIP", "Nama", "Unit Kerja", "Alamat"])
      if Bool.random(using: &random) { text += line(["1", "2", "3", "4", "5"]) }
      let count = Int.random(in: 1...30, using: &random)
      var names: [String] = []
      for number in 0..<count {
        if Int.random(in: 0..<5, using: &random) == 0 { text += line(["DINAS CONTOH", "", "", "", ""]) }
        let name = "Pegawai \(number)"
        names.append(name)
        let nip = 198_001_012_005_011_001 + number
        text += line(["\(number + 1)", "\(nip)", name, Bool.random(using: &random) ? "Dinas" : "", ""])
      }
      for _ in 0..<Int.random(in: 0...6, using: &random) { text += line(sparse(ends.randomElement(using: &random)!)) }
      let reading = try Reading.of(text)
      #expect(reading.tables.officials.map { reading.tables.arena.string($0.name) } == names, "\(text)")
      #expect(reading.counts.read == reading.counts.accepted + reading.counts.quarantined)
      #expect(reading.quarantine.allSatisfy { $0.message.isSheetNoise }, "\(text)")
    }
  }

  enum Reading {
    static func of(_ text: String, mappings: [SourceMapping] = [], name: String = "input.csv") throws -> FileReading {
      let folder = try ScratchFolder()
      let path = try folder.write(text, to: "input.csv")
      let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
      return FileReader(night: night, quarantineShare: 1, mappings: mappings).read(path, as: name)
    }
  }
}
