import Records
import Testing

@testable import Intake

@Suite struct FileReaderTests {
  private func read(_ bytes: [UInt8], share: Double = 1) throws -> FileReading {
    let folder = try ScratchFolder()
    let path = try folder.write(bytes, to: "input")
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return FileReader(night: night, quarantineShare: share).read(path, as: "input")
  }

  private func warnings(_ reading: FileReading) -> [String] {
    reading.warnings.sorted.map { "\($0.message.code) \($0.column) \($0.lines)" }
  }

  struct Kind: CustomTestStringConvertible {
    let why: String
    let bytes: [UInt8]
    let code: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Kind(why: "nothing", bytes: [], code: "file-empty"),
    Kind(why: "blanks", bytes: " \r\n\t\n".bytes, code: "file-empty"),
    Kind(why: "a mark alone", bytes: [0xEF, 0xBB, 0xBF], code: "file-empty"),
    Kind(why: "half an XLSX", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14], code: "archive-broken"),
    Kind(why: "old Excel", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1], code: "file-kind"),
    Kind(why: "PDF", bytes: "%PDF-1.7\n".bytes, code: "file-kind"),
    Kind(why: "the beginning of gzip", bytes: [0x1F, 0x8B, 8], code: "gzip-truncated"),
    Kind(why: "packed with another method than gzip's", bytes: [0x1F, 0x8B, 7, 0], code: "file-kind"),
    Kind(why: "an empty list", bytes: " [ ]".bytes, code: "file-empty"),
    Kind(why: "an empty answer", bytes: "{\"status\":200,\"data\":[]}".bytes, code: "file-empty"),
    Kind(why: "rows without names", bytes: "[[1,\"a\"],[2,\"b\"]]".bytes, code: "json-unnamed"),
    Kind(
      why: "JSON in UTF-16", bytes: [0xFF, 0xFE] + "[{\"a\":1}]".utf16.flatMap { [UInt8($0), 0] }, code: "json-encoding"
    ),
    Kind(
      why: "old ownership statements", bytes: "[{\"statementID\":\"1\",\"statementType\":\"x\"}]".bytes,
      code: "bods-version"),
    Kind(why: "XML without a record", bytes: "<?xml version=\"1.0\"?>\n<ROWSET>\n</ROWSET>".bytes, code: "no-rows"),
    Kind(why: "one line of text", bytes: "Laporan dinas\n".bytes, code: "no-rows"),
    Kind(why: "releases that tell of nobody", bytes: "[{\"ocid\":\"ocds-a-1\",\"tender\":{}}]".bytes, code: "no-rows"),
    Kind(why: "XML of a mainframe", bytes: [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40], code: "xml-encoding"),
    Kind(why: "a header in a quote", bytes: "\"nip,nama\n1,2\n".bytes, code: "header-unreadable"),
  ])
  func `a file that is no table is named with its reason`(_ kind: Kind) throws {
    let reading = try read(kind.bytes)
    #expect(reading.fault?.message.code == kind.code)
    #expect(reading.counts.read == 0)
    #expect(reading.byteCount == kind.bytes.count)
    #expect(reading.digest.count == 64)
  }

  @Test func `a known header without rows is an empty delivery and no fault`() throws {
    let reading = try read("nip,nama\n".bytes)
    #expect(reading.fault == nil)
    #expect(reading.datasets == [.officials])
  }

  @Test func `a header of brackets is no JSON where a table follows`() throws {
    #expect(try read("nip,nama\n197904122005011001,[Mel]\n".bytes).fault == nil)
  }

  @Test func `a file that is not there is named in the system's words`() throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let reading = FileReader(night: night, quarantineShare: 1).read("/tidak/ada.csv", as: "ada.csv")
    #expect(reading.fault?.message.code == "file-unreadable")
    #expect(reading.fault?.message.problem.contains("no such file") == true)
  }

  @Test func `values that cannot be read leave their field empty, keep the row and are counted`() throws {
    let text = """
      nip,nama,nik,tanggal_lahir,tmt,alamat
      197904122005011001,Melkianus Ndaumanu,"5,31E+15",31/02/1979,00/00/0000,=1+1
      198307192009032002,Yuliana Bria,531402120479000,1983-07-19,-,Betun
      198011052006041003,Paulus Sonbay,5302010511800000,tidak ada,besok,
      197512242001121001,Kornelis Riwu,1111111111111111,,,

      """
    let reading = try read(text.bytes)
    #expect(reading.counts.accepted == 4)
    #expect(reading.tables.officials.map(\.nationalID) == [nil, nil, nil, nil])
    // What is left of a rounded NIK still states the birth date.
    #expect(reading.tables.officials.map { $0.statedBirth?.description } == [nil, nil, "1980-11-05", nil])
    #expect(reading.tables.officials.map { $0.birthDate?.description } == [nil, "1983-07-19", nil, nil])
    #expect(
      warnings(reading) == [
        "date-placeholder tmt [2]", "date-unreadable tanggal_lahir [2]", "date-unreadable tmt [4]",
        "formula alamat [2]",
        "nik-damaged nik [2]", "nik-length nik [3]", "nik-placeholder nik [5]", "nik-rounded nik [4]",
      ])
  }

  @Test(arguments: [
    "<r><p><nip>197904122005011001</nip><nama>Melkianus</nama><tanggal_lahir>1979+08:00</tanggal_lahir></p></r>",
    "NIP Pegawai;Nama Anak;Tempat Lahir;Tgl. Lahir;Status Anak\n19790412 200501 1 001;Imanuel;Kupang;2007;AK\n",
    "nip,nama_pegawai,ortu_ayah,ttl_ayah\n197904122005011001,Melkianus,Zakarias,\"Ba'a, 1949\"\n",
  ])
  func `a year of birth alone keeps its row and is counted with its line`(_ text: String) throws {
    let reading = try read(text.bytes)
    #expect(reading.counts.accepted == 1 && reading.counts.quarantined == 0)
    let found = warnings(reading)
    #expect(found.count == 1 && found[0].hasPrefix("date-partial "))
    #expect(found.first?.hasSuffix(text.hasPrefix("<") ? "[1]" : "[2]") == true, "\(found)")
    #expect(reading.tables.officials.allSatisfy { $0.birthDate == nil })
    #expect(reading.tables.relatives.allSatisfy { $0.birthDate == nil })
  }

  @Test func `vendors' numbers are checked, and a failed check is a warning only`() throws {
    let text = """
      nama_perusahaan;npwp;npwp_16;nib
      CV A;01.417.093.0-922.000;0014170930922000;9120000100231
      CV B;01.417.093.1-922.000;;0
      CV C;;5371010203800001;123
      CV D;1,4E+14;5371010203800000;
      CV E;00.000.000.0-000.000;0;

      """
    let reading = try read(text.bytes)
    #expect(reading.counts.accepted == 3)
    #expect(
      reading.quarantine.map { "\($0.message.code)@\($0.location.line)" } == [
        "missing-required@5", "missing-required@6",
      ])
    #expect(reading.tables.vendors.map { $0.vendor.taxID?.isPersonal } == [false, false, nil])
    #expect(reading.tables.vendors.map { $0.vendor.personalID?.value } == [nil, nil, 5_371_010_203_800_001])
    let codes = Set(reading.warnings.sorted.map(\.message.code))
    #expect(codes == ["npwp-check", "nib-placeholder", "nib-length", "npwp-damaged", "npwp-placeholder"])
  }

  @Test func `rows without their required fields are set aside with the first reason`() throws {
    let text = """
      nip,nama
      197904122005011001,Melkianus Ndaumanu
      ,Tanpa Nomor
      19790412200501100,Kurang Satu
      197904122005011000,Ekor Nol
      "1,97904E+17",Dibulatkan
      198307192009032002,-

      """
    let reading = try read(text.bytes)
    #expect(
      reading.quarantine.map { "\($0.message.code)@\($0.location.line)" } == [
        "missing-required@3", "nip-length@4", "nip-damaged@5", "nip-damaged@6", "missing-required@7",
      ])
    #expect(reading.quarantine[1].text == "19790412200501100,Kurang Satu")
    let before = text.prefix { $0 != "K" }.utf8.count - "19790412200501100,".utf8.count
    #expect(reading.quarantine[1].location.position == UInt64(before))
    #expect(reading.counts.read == 6)
  }

  @Test func `a row set aside keeps its text as it stood, in UTF-8 and without its line end`() throws {
    let bytes = "nip;nama\r\n1;Ma".bytes + [0x92] + "u\r\n2;\"Jos".bytes + [0xE9] + "\r\n baris\";x\r\n".bytes
    let reading = try read(bytes)
    #expect(reading.quarantine.map(\.text) == ["1;Ma\u{2019}u", "2;\"Jos\u{E9}\r\n baris\";x"])
    let long = "nip,nama\n1," + String(repeating: "x", count: 100_000) + "\n"
    #expect(try read(long.bytes).quarantine.map { $0.text.utf8.count } == [65_536])
  }

  @Test func `a field of 64 KiB is kept whole or set aside, never cut`() throws {
    for count in [65_535, 65_536] {
      let name = String(repeating: "k", count: count)
      let reading = try read("nip,nama\n197904122005011001,\(name)\n".bytes)
      let kept = reading.tables.officials.map { reading.tables.arena.string($0.name).utf8.count }
      #expect(kept == [count] || reading.counts.quarantined == 1)
    }
  }

  @Test func `lists of NIPs are read one by one, a bad one is counted`() throws {
    let text = """
      kd_tender;nama_paket;nip_ppk;nip_pokja
      10080101000;Jalan;198011052006041003;"197904122005011001; 198307192009032002 ;;12345"
      10080102000;Jembatan;"198011052006041003;197512242001121001";-

      """
    let reading = try read(text.bytes)
    let arena = reading.tables.arena
    #expect(
      reading.tables.roles.map { "\(arena.string($0.package.code)) \(arena.string($0.role)) \($0.nip.digits)" } == [
        "10080101000 PPK 198011052006041003", "10080101000 Pokja Pemilihan 197904122005011001",
        "10080101000 Pokja Pemilihan 198307192009032002", "10080102000 PPK 198011052006041003",
        "10080102000 PPK 197512242001121001",
      ])
    #expect(warnings(reading) == ["nip-length nip_pokja [2]"])
    #expect(reading.counts.accepted == 2)
  }

  @Test func `vendor code 0 is what exports write for no vendor`() throws {
    let text = """
      kd_tender,nama_paket,pagu,tgl_penetapan_pemenang,kd_penyedia,nama_penyedia,npwp_penyedia,nilai_kontrak
      10082499000,Jalan,1400000000,2025-10-23,0,,,
      10082500000,Jembatan,1400000000,2025-10-23,601234,CV A,014170930922000,1300000000

      """
    let reading = try read(text.bytes)
    #expect(reading.tables.tenders.count == 2)
    #expect(reading.tables.bids.map { reading.tables.arena.string($0.vendor.code) } == ["601234"])
    #expect(reading.counts.accepted == 2)
  }

  @Test func `a table that feeds nothing is read to its end, and nothing is set aside for its content`() throws {
    let reading = try read("a,b\n1,2\n,\n3,4\n5\n".bytes)
    #expect(reading.datasets.isEmpty)
    #expect(reading.counts.read == 3)
    #expect(reading.counts.accepted == 2)
    #expect(reading.form.unknownColumns == ["a", "b"])
  }

  @Test func `random bytes are read to an end, with counts that add up`() throws {
    var random = Seeded(22)
    let header = "nip;nama;nik;tanggal_lahir;porsi_saham;npwp\n".bytes
    for turn in 0..<150 {
      let count = Int.random(in: 0...2_000, using: &random)
      let soup =
        turn.isMultiple(of: 3)
        ? random.bytes(count) : random.bytes(count, from: "0123456789;;;\"\n\n/-% ".bytes + [0x00, 0xE9, 0xA0])
      let reading = try read((turn.isMultiple(of: 4) ? [] : header) + soup)
      #expect(reading.counts.read == reading.counts.accepted + reading.counts.quarantined)
      #expect(reading.quarantine.count == reading.counts.quarantined)
      #expect(reading.byteCount == (turn.isMultiple(of: 4) ? 0 : header.count) + count)
    }
  }
}
