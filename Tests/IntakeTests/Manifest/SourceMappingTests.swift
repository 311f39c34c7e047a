import Records
import Testing

@testable import Intake

/// What a configuration says of files goes before what is found out.
@Suite struct SourceMappingTests {
  private func read(_ text: String, name: String = "input.csv", _ change: (inout SourceMapping) -> Void) throws
    -> FileReading
  {
    var mapping = SourceMapping(files: PathPattern("input.csv"))
    change(&mapping)
    return try CSVHeaderTests.Reading.of(text, mappings: [mapping], name: name)
  }

  private static let strange = "Kode Orang;Panggilan;Lahir Pada\n198001012005011001;Ana;03/04/1980\n"

  @Test func `columns get fields whatever they are called`() throws {
    let reading = try read(Self.strange) {
      $0.columns = ["kode_orang": .nip, "Panggilan": .name, "Lahir Pada": .birthDate]
    }
    #expect(reading.datasets == [.officials])
    #expect(
      reading.tables.officials.map { "\($0.nip.digits) \($0.birthDate?.description ?? "")" } == [
        "198001012005011001 1980-04-03"
      ])
    #expect(reading.form.unknownColumns.isEmpty)
  }

  @Test func `only files that the pattern means are read so`() throws {
    let reading = try read(Self.strange, name: "lain.csv") {
      $0.columns = ["Kode Orang": .nip, "Panggilan": .name]
    }
    #expect(reading.datasets.isEmpty)
  }

  @Test func `a mapped column is no longer what its name says`() throws {
    let reading = try read("nip;nama;alamat\n198001012005011001;x;Ana\n") {
      $0.columns = ["alamat": .name, "nama": .key]
    }
    #expect(reading.tables.officials.map { reading.tables.arena.string($0.name) } == ["Ana"])
    #expect(reading.tables.officials.allSatisfy { $0.address.isEmpty })
  }

  @Test func `damaged letters and what steers a terminal are counted, in a constant too`() throws {
    let reading = try read("nip;nama;unit_kerja\n198001012005011001;Jos\u{C3}\u{A9} Contoh;Dinas\n") {
      $0.constants = [.unit: "Dinas \u{1B}[31m"]
    }
    #expect(reading.warnings.sorted.map(\.message.code) == ["formula", "letters-garbled"])
    #expect(reading.counts.accepted == 1)
  }

  @Test func `of two columns for one field the first is read, and the other is named`() throws {
    let reading = try read("nip;Panggilan;Sebutan\n198001012005011001;Ana;Ani\n") {
      $0.columns = ["Panggilan": .name, "Sebutan": .name, "Nama": .name]
    }
    #expect(reading.tables.officials.map { reading.tables.arena.string($0.name) } == ["Ana"])
    #expect(
      reading.warnings.sorted.map { "\($0.message.code) \($0.column)" } == [
        "mapping-column Nama", "mapping-twice Sebutan",
      ])
  }

  @Test func `a stated dataset is the only one`() throws {
    let text = "kd_tender;nama_paket;kd_penyedia;nama_penyedia\nT1;Jalan;9;CV A\n"
    #expect(try read(text) { $0.dataset = .bids }.datasets == [.bids])
    #expect(try read(text) { _ in }.datasets == [.tenders, .bids])
  }

  @Test func `a stated dataset that the columns do not give is said`() throws {
    let reading = try read("nip;hobi\n1;x\n") {
      $0.dataset = .officials
      $0.columns = ["Nama": .name]
    }
    #expect(reading.datasets.isEmpty)
    #expect(
      reading.warnings.sorted.map { "\($0.message.code) \($0.column)" } == ["mapping-column Nama", "mapping-short "])
  }

  @Test func `relatives in the official's row are found under a stated dataset too`() throws {
    let reading = try read("nip;nama_pegawai;nama_ayah;nama_ibu\n198001012005011001;Ana;Petrus;Maria\n") {
      $0.dataset = .relatives
    }
    #expect(reading.tables.relatives.count == 2)
    #expect(reading.datasets == [.relatives])
  }

  @Test(arguments: [
    (SourceMapping.DateOrder.dayFirst, "03/04/1980", "1980-04-03"), (.monthFirst, "03/04/1980", "1980-03-04"),
    (.monthFirst, "12/31/99", "1999-12-31"), (.yearFirst, "99/12/31", "1999-12-31"),
    (.yearFirst, "03/04/1980", "1980-04-03"), (.monthFirst, "1980-04-03", "1980-04-03"),
    (.monthFirst, "12311999", "1999-12-31"), (.dayFirst, "12/31/1999", ""),
  ])
  func `dates are read in the stated order`(_ order: SourceMapping.DateOrder, _ text: String, _ day: String) throws {
    let reading = try read("nip;nama;tanggal_lahir\n198001012005011001;Ana;\(text)\n") { $0.dateOrder = order }
    #expect(reading.tables.officials.map { $0.birthDate?.description ?? "" } == [day])
  }

  @Test func `delimiter, header line and encoding are taken as stated`() throws {
    let text = "nip,nama\nx;y\nnip;nama\n198001012005011001;Ana, S.Pd\n"
    let reading = try read(text) {
      $0.delimiter = .semicolon
      $0.headerLine = 3
      $0.encoding = .windows1252
    }
    #expect(reading.counts.accepted == 1 && reading.counts.skipped == 2)
    #expect(reading.form.description == "csv ; windows-1252")
    #expect(try read(text) { $0.headerLine = 9 }.fault?.message.code == "header-line")
  }

  @Test func `a stated UTF-8 has its mark or not, as the file has it`() throws {
    for mark in ["", "\u{FEFF}"] {
      let reading = try read("\(mark)nip;nama\n198001012005011001;Ana\n") { $0.encoding = .utf8 }
      #expect(reading.counts.accepted == 1)
      #expect(reading.form.description == (mark.isEmpty ? "csv ; utf-8" : "csv ; utf-8-bom"))
    }
  }

  @Test func `codes of relations become terms, others stay as written`() throws {
    let text = "nip;hubungan;nama\n198001012005011001;20;Ana\n198001012005011001;ANAK;Budi\n"
    let reading = try read(text) { $0.relations = ["20": "istri"] }
    #expect(reading.tables.relatives.map { reading.tables.arena.string($0.relation) } == ["istri", "ANAK"])
  }

  @Test func `constants are a field of every row, and of its excerpt`() throws {
    let folder = try ScratchFolder()
    try folder.write("nip;nama\n198001012005011001;Ana\n198001012005011002;Budi\n", to: "input.csv")
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    var policy = SourceReader.Policy(night: night)
    var mapping = SourceMapping(files: PathPattern("*.csv"))
    mapping.constants = [.unit: "Dinas Contoh", .position: "Staf"]
    policy.mappings = [mapping, SourceMapping(files: PathPattern("*.txt"))]
    let reading = try SourceReader(policy).read([folder.path])
    let registry = reading.registry
    #expect(registry.officials.map { registry.text($0.unit, at: $0.source) } == ["Dinas Contoh", "Dinas Contoh"])
    let row = RowReference(.officials, 1)
    let fields = try #require(reading.archive.excerpts(of: [row], in: registry)[row]).fields
    #expect(fields.map(\.column) == ["nip", "nama", "(unit)", "(position)"])
    #expect(fields.map(\.value) == ["198001012005011002", "Budi", "Dinas Contoh", "Staf"])
    #expect(reading.unusedMappings == ["*.txt"])
    #expect(registry.sources[0].unknownColumns.isEmpty)
  }

  @Test func `a constant may supply what a dataset must have`() throws {
    let reading = try read("nip;nama\n198001012005011001;Ana\n") {
      $0.dataset = .relatives
      $0.constants = [.relation: "istri"]
    }
    #expect(reading.tables.relatives.map { reading.tables.arena.string($0.relation) } == ["istri"])
  }

  @Test func `XML is mapped as well`() throws {
    let reading = try read(
      "<rows><row><a>198001012005011001</a><b>Ana</b></row><row><a>198001012005011002</a></row></rows>"
    ) {
      $0.columns = ["a": .nip, "b": .name]
      $0.constants = [.unit: "Dinas"]
    }
    #expect(reading.tables.officials.map { reading.tables.arena.string($0.unit) } == ["Dinas"])
    #expect(reading.counts.quarantined == 1)
  }

  @Test(arguments: [
    ("pegawai.csv", "pegawai.csv", true), ("pegawai.csv", "a/b/pegawai.csv", true), ("*.csv", "a/x.csv", true),
    ("*.csv", "a/x.txt", false), ("a/*.csv", "a/x.csv", true), ("a/*.csv", "a/b/x.csv", false),
    ("a/**/x.csv", "a/x.csv", true), ("a/**/x.csv", "a/b/c/x.csv", true), ("a/**/x.csv", "a/bx.csv", false),
    ("**/x.csv", "x.csv", true), ("**/x.csv", "ax.csv", false), ("a/**", "a/b/c", true), ("?.csv", "x.csv", true),
    ("?.csv", "xy.csv", false), ("*", "", true), ("", "x", false), ("a*b*c", "aXbYbZc", true), ("[a]", "a", false),
  ])
  func `patterns mean paths`(_ pattern: String, _ path: String, _ matches: Bool) {
    #expect(PathPattern(pattern).matches(path) == matches)
  }

  @Test func `a pattern of many stars takes no long time`() {
    #expect(!PathPattern(String(repeating: "*a", count: 60)).matches(String(repeating: "a", count: 59)))
  }

  @Test func `fields have names of their own, and every dataset's are known`() {
    let names = Field.allCases.map(\.documentedName)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil })
    for field in Field.allCases { #expect(Field(named: field.documentedName) == field) }
    #expect(Set(Dataset.allCases.flatMap(Field.of)) == Set(Field.allCases))
    for dataset in Dataset.allCases {
      for field in Field.of(dataset) { #expect(!field.knownColumns(in: dataset).isEmpty) }
    }
  }
}
