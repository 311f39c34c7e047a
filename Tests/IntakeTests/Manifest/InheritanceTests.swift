import Records
import Testing

@testable import Intake

/// What rows that stand in others have from them, and what they must not have; everyone here is invented.
@Suite struct InheritanceTests {
  private func read(_ text: String) throws -> FileReading {
    let folder = try ScratchFolder()
    let path = try folder.write(text, to: "input")
    return FileReader(night: try #require(CalendarDate(year: 2026, month: 11, day: 23)), quarantineShare: 1)
      .read(path, as: "input")
  }

  /// All that records say, in a fixed order and without their places.
  private func told(_ readings: [FileReading]) -> [String] {
    var lines: [String] = []
    for reading in readings {
      let arena = reading.tables.arena
      func text(_ id: TextID) -> String { arena.string(id) }
      for official in reading.tables.officials {
        lines.append(
          "official \(official.nip.digits) \(text(official.name)) \(official.nationalID as Any) "
            + "\(text(official.birthPlace)) \(official.birthDate as Any) \(official.sex as Any) "
            + "\(official.phone as Any) \(text(official.address)) \(text(official.unit)) \(text(official.position))")
      }
      for relative in reading.tables.relatives {
        lines.append(
          "relative \(relative.official.digits) \(text(relative.relation)) \(text(relative.name)) "
            + "\(relative.nationalID as Any) \(text(relative.birthPlace)) \(relative.birthDate as Any) "
            + "\(relative.sex as Any) \(relative.phone as Any) \(text(relative.address)) \(text(relative.occupation)) "
            + "\(text(relative.key))")
      }
      for vendor in reading.tables.vendors {
        lines.append(
          "vendor \(told(vendor.vendor, arena)) \(vendor.phone as Any) \(text(vendor.address)) "
            + "\(vendor.registeredOn as Any)")
      }
      for person in reading.tables.vendorPeople {
        lines.append(
          "person \(told(person.vendor, arena)) \(text(person.name)) \(text(person.role)) \(person.share) "
            + "\(person.nationalID as Any) \(person.taxID as Any) \(person.birthDate as Any) \(person.sex as Any) "
            + "\(person.phone as Any) \(text(person.address)) \(person.period) \(text(person.key))")
      }
      for bid in reading.tables.bids {
        lines.append(
          "bid \(text(bid.package.code)) \(told(bid.vendor, arena)) \(bid.bidValue as Any) \(bid.outcome) "
            + text(bid.reason))
      }
    }
    return lines.sorted()
  }

  private func told(_ vendor: VendorMention, _ arena: TextArena) -> String {
    "\(arena.string(vendor.name))|\(arena.string(vendor.code))|\(vendor.taxID as Any)|\(vendor.personalID as Any)"
  }

  /// A table and the tables of which each of its rows has some.
  private struct Part {
    let name: String
    /// What links the rows in it to it; the first column is also written where they are a file of their own.
    let links: Int
    let columns: [(name: String, values: [String])]
    var nested: [Part] = []
  }

  private static let people = ["Yosefina Mau", "Esau Lakamau", "Marta Doko", "Kornelis Rihi", "Agustina Bere"]
  private static let personal: [(name: String, values: [String])] = [
    ("nik", ["5321084203780001", "5371021910740001", "5371021703790003"]), ("tempat_lahir", ["Betun", "Atambua"]),
    ("tanggal_lahir", ["02-03-1978", "19-10-1974", "08-07-2004"]), ("jenis_kelamin", ["P", "L"]),
    ("no_hp", ["081013186771", "081236540987"]), ("alamat", ["Jl. Lontar 1", "Jl. Gewang 2"]),
  ]
  private static let staff = Part(
    name: "pegawai", links: 1,
    columns: [
      ("nip", ["197803022000102001", "197410192006071001", "198001012005011001"]), ("nama", people),
      ("jabatan", ["Staf", "Kepala Seksi"]), ("unit_kerja", ["Biro A", "Biro B"]),
    ] + personal,
    nested: [
      Part(
        name: "keluarga", links: 0,
        columns: [("hubungan", ["ANAK", "ISTRI"]), ("nama", people), ("pekerjaan", ["Guru"]), ("id", ["7"])] + personal)
    ])
  private static let firms = Part(
    name: "penyedia", links: 3,
    columns: [
      ("kd_penyedia", ["501", "502"]), ("nama_penyedia", ["CV Lontar", "PT Gewang"]),
      ("npwp_penyedia", ["01.417.094.8-922.000", "03.412.778.7-922.000"]), ("alamat", ["Jl. Kantor 1"]),
      ("no_telp", ["0380123456"]), ("tanggal_terdaftar", ["2015-01-01"]),
    ],
    nested: [
      Part(
        name: "pemilik", links: 0,
        columns: [
          ("nama", people), ("jabatan", ["Direktur", "Komisaris"]), ("persentase_saham", ["40%"]),
          ("mulai", ["2019-01-01"]), ("id", ["9"]), ("npwp_pribadi", ["47.290.132.2-922.000"]),
        ] + personal)
    ])
  private static let packages = Part(
    name: "paket", links: 1,
    columns: [
      ("kd_tender", ["10080001000", "10080002000"]), ("nama_paket", ["Jalan"]), ("pagu", ["1000000"]),
      ("pemenang", ["CV Lontar"]), ("nilai_kontrak", ["900000"]), ("tgl_kontrak", ["2026-02-01"]),
      ("keterangan", ["ulang"]),
    ],
    nested: [
      Part(
        name: "peserta", links: 0,
        columns: [("nama_peserta", ["CV Lontar", "PT Gewang"]), ("npwp_peserta", ["01.417.094.8-922.000"])])
    ])

  @Test func `the same facts give the same records in flat and nested files`() throws {
    var random = Seeded(7)
    for round in 0..<90 {
      let whole = [Self.staff, Self.firms, Self.packages][round % 3]
      let inner = whole.nested[0]
      var (flat, flatInner) = ([String](), [String]())
      var (json, xml) = ([String](), [String]())
      // A column that no row of a file has is in none of its forms.
      func columns(of part: Part) -> [Int] {
        let must = max(part.links, 2)
        return part.columns.indices.filter { $0 < must || Bool.random(using: &random) }
      }
      let (outerColumns, innerColumns) = (columns(of: whole), columns(of: inner))
      func row(_ part: Part, _ places: [Int]) -> [(name: String, value: String)] {
        places.map { (part.columns[$0].name, part.columns[$0].values.randomElement(using: &random) ?? "") }
      }
      func written(_ row: [(name: String, value: String)]) -> (json: String, xml: String) {
        (
          row.map { "\"\($0.name)\":\"\($0.value)\"" }.joined(separator: ","),
          row.map { "<\($0.name)>\($0.value)</\($0.name)>" }.joined()
        )
      }
      for _ in 0..<3 {
        let outer = row(whole, outerColumns)
        let links = outer.prefix(whole.links).map(\.value)
        let inside = (0..<Int.random(in: 1...3, using: &random)).map { _ in row(inner, innerColumns) }
        flat.append(outer.map(\.value).joined(separator: ";"))
        flatInner += inside.map { (links + $0.map(\.value)).joined(separator: ";") }
        let objects = inside.map { "{\(written($0).json)}" }.joined(separator: ",")
        json.append("{\(written(outer).json),\"\(inner.name)\":[\(objects)]}")
        let elements = inside.map { "<\(inner.name)>\(written($0).xml)</\(inner.name)>" }.joined()
        xml.append("<\(whole.name)>\(written(outer).xml)\(elements)</\(whole.name)>")
      }
      func table(_ names: [String], _ rows: [String]) -> String {
        ([names.joined(separator: ";")] + rows).map { "\($0)\n" }.joined()
      }
      let names = outerColumns.map { whole.columns[$0].name }
      let expected = told([
        try read(table(names, flat)),
        try read(table(names.prefix(whole.links) + innerColumns.map { inner.columns[$0].name }, flatInner)),
      ])
      let (list, page) = ("[\(json.joined(separator: ",\n"))]", "<r>\(xml.joined(separator: "\n"))</r>")
      #expect(told([try read(list)]) == expected, "\(list)")
      #expect(told([try read(page)]) == expected, "\(page)")
    }
  }

  @Test func `a child has nothing of its parent but the NIP`() throws {
    let reading = try read(
      """
      [{"nip":"198001012005011001","nama":"Yosefina Mau","nik":"5321084203780001","tanggal_lahir":"02-03-1978",
        "jenis_kelamin":"P","no_hp":"081013186771","keluarga":[{"hubungan":"ANAK","nama":"Yosefina Rihi"}]}]
      """)
    let child = try #require(reading.tables.relatives.first)
    #expect(child.official.digits == "198001012005011001")
    #expect(child.nationalID == nil && child.birthDate == nil && child.sex == nil && child.phone == nil)
    #expect(reading.tables.officials.map { $0.birthDate?.description } == ["1978-03-02"])
    #expect(reading.form.unknownColumns.isEmpty)
  }

  @Test(arguments: [
    "<r><pegawai><nip>198001012005011001</nip><nama>Yosefina Mau</nama><anak><nama>Rihi</nama></anak></pegawai></r>",
    """
    [{"nip":"198001012005011001","nama":"Yosefina Mau","anak":[{"nama":"Rihi"}]}]
    """,
  ])
  func `an element that is called by a relation holds relatives, and no official`(_ text: String) throws {
    let reading = try read(text)
    let arena = reading.tables.arena
    #expect(reading.tables.officials.map { arena.string($0.name) } == ["Yosefina Mau"])
    #expect(reading.tables.relatives.map { arena.string($0.relation) } == ["anak"])
    #expect(reading.tables.relatives.map { arena.string($0.name) } == ["Rihi"])
  }

  @Test func `the own NIP of a wife is not that of the official who declares her`() throws {
    let reading = try read(
      """
      [{"nip":"198001012005011001","nama":"Esau Mau",
        "keluarga":[{"hubungan":"ISTRI","nama":"Marta Doko","nip":"198203042006042002"}]}]
      """)
    #expect(reading.tables.relatives.map(\.official.digits) == ["198001012005011001"])
  }

  @Test func `what stands in an object about somebody else is not the row's own`() throws {
    let reading = try read(
      """
      [{"atasan":{"nip":"197410192006071001","nama":"Esau Mau","tanggal_lahir":"19-10-1974"},
        "nip":"198001012005011001","nama":"Yosefina Mau","kelahiran":{"tempat_lahir":"Betun"},
        "pasangan":{"nama":"Kornelis Rihi","nik":"5371021703790003"}}]
      """)
    let official = try #require(reading.tables.officials.first)
    #expect(official.nip.digits == "198001012005011001")
    #expect(official.birthDate == nil && official.nationalID == nil)
    #expect(reading.tables.arena.string(official.birthPlace) == "Betun")
    #expect(reading.tables.relatives.map { $0.nationalID != nil } == [true])
  }

  @Test func `what has a name in a vendor is no vendor of the same number`() throws {
    let reading = try read(
      """
      <r><penyedia><nama>CV Lontar</nama><npwp>01.417.094.8-922.000</npwp><bank><nama>Bank Contoh</nama></bank>
      </penyedia></r>
      """)
    #expect(reading.tables.vendors.map { reading.tables.arena.string($0.vendor.name) } == ["CV Lontar"])
  }

  @Test func `the bare number of an owner is the owner's`() throws {
    let reading = try read(
      """
      [{"nama_perusahaan":"CV Lontar","npwp":"01.417.094.8-922.000",
        "pemilik":[{"nama":"Esau Mau","jabatan":"Direktur","npwp":"47.290.132.2-922.000"}]}]
      """)
    let person = try #require(reading.tables.vendorPeople.first)
    #expect(person.vendor.taxID == reading.tables.vendors.first?.vendor.taxID)
    #expect(person.taxID != nil && person.taxID != person.vendor.taxID)
  }

  @Test(arguments: [
    """
    {"responinqueryNIB":{"kode":"200","keterangan":"sukses","dataNIB":{"nib":"1234567890123",
    "nama_perseroan":"PT Gewang","npwp_perseroan":"01.417.094.8-922.000",
    "pemegang_saham":[{"nama_pemegang_saham":"Anwar Bani","total_modal_pemegang":"30000000"}]}}}
    """,
    """
    {"kode":"200","pesan":"ok","data":[{"nama":"PT Gewang","npwp":"01.417.094.8-922.000",
    "pemegang_saham":[{"nama_pemegang_saham":"Anwar Bani","saham":"30%"}]}]}
    """,
    """
    <respon><kode>200</kode><keterangan>sukses</keterangan><perusahaan><nama>PT Gewang</nama>
    <npwp>01.417.094.8-922.000</npwp><pemegang_saham><nama>Anwar Bani</nama><saham>30%</saham></pemegang_saham>
    </perusahaan></respon>
    """,
  ])
  func `an answer's status code is no vendor code`(_ text: String) throws {
    let reading = try read(text)
    let arena = reading.tables.arena
    #expect(reading.tables.vendors.map { arena.string($0.vendor.code) } == [""])
    #expect(reading.tables.vendorPeople.map { arena.string($0.vendor.code) } == [""])
    #expect(reading.tables.vendorPeople.first?.vendor.taxID != nil)
  }

  @Test func `an element that only groups owners tells what they are`() throws {
    let reading = try read(
      """
      <r><penyedia><nama>CV Lontar</nama><npwp>01.417.094.8-922.000</npwp><kelompok jabatan="Komisaris">
      <orang><nama>Esau Mau</nama></orang></kelompok></penyedia></r>
      """)
    #expect(reading.tables.vendorPeople.map { reading.tables.arena.string($0.role) } == ["Komisaris"])
  }
}
