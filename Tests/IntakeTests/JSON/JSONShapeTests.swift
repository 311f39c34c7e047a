import Foundation
import Records
import Testing

@testable import Intake

@Suite struct JSONShapeTests {
  private static let counted = """
    {"0":{"nip":"198001012005011001","nama":"Ana"},
     "2":{"nip":"198001012005011002","nama":"Budi"}}
    """

  @Test(arguments: [
    counted, counted.replacing("\n", with: " "), "{\"status\":1,\"data\":\(counted)}",
    "{\"hasil\":{\"data\":\(counted)}}",
    "[{\"pegawai\":\(counted)}]",
  ])
  func `an object whose names only count is a list`(_ text: String) throws {
    let read = try JSONReading(text)
    #expect(read.fault == nil)
    #expect(read.reading.tables.officials.map { read.text($0.name) } == ["Ana", "Budi"])
    #expect(read.counts == [2, 2, 0])
    let bytes = Array(text.utf8)
    for official in read.reading.tables.officials { #expect(bytes[Int(official.source.position)] == 0x7B) }
  }

  @Test func `bidders under names that only count are rows of their package`() throws {
    let read = try JSONReading(
      """
      [{"kd_tender":"10080001000","nama_paket":"Jalan",
        "peserta":{"1":{"nama_peserta":"CV A"},"4":{"nama_peserta":"CV B"}}}]
      """)
    #expect(read.reading.tables.bids.map { read.text($0.vendor.name) } == ["CV A", "CV B"])
    #expect(read.reading.tables.bids.allSatisfy { read.text($0.package.code) == "10080001000" })
  }

  @Test func `what is no record under a count is set aside, and a torn list is named`() throws {
    let broken = try JSONReading("{\"0\":{\"nip\":\"198001012005011001\",\"nama\":\"Ana\"},\"1\":5}")
    #expect(broken.counts[0] == broken.counts[1] + broken.counts[2])
    let torn = try JSONReading("{\"0\":{\"nip\":\"198001012005011001\",\"nama\":\"Ana\"},\n\"1\":{\"nip\":\"1980")
    #expect(torn.fault == "json-truncated")
    #expect(torn.counts == [2, 1, 1])
    #expect(torn.aside == ["torn-line@2"])
  }

  private let first = #"{"kd_tender":10018467000,"nama_paket":"Jalan","pagu":1500000000.5}"#
  private let second = #"{"kd_tender":10018468000,"nama_paket":"Jembatan","pagu":null}"#

  struct Shape: CustomTestStringConvertible {
    let why: String
    let before: String
    let between: String
    let after: String
    var form = "json"
    var testDescription: String { why }
  }

  @Test(arguments: [
    Shape(why: "a list", before: "[", between: ",", after: "]"),
    Shape(why: "a list with a record a line", before: "[\n  ", between: ",\r\n  ", after: "\n]\n"),
    Shape(why: "an answer with a list", before: #"{"status":200,"message":"ok","data":["#, between: ",", after: "]}"),
    Shape(why: "an object with one list", before: #"{"tender": ["#, between: ", ", after: "] }"),
    Shape(why: "a list two objects down", before: #"{"result":{"total":2,"rows":["#, between: ",", after: "]}}"),
    Shape(why: "a record a line", before: "", between: "\n", after: "\n", form: "json lines"),
    Shape(why: "lines with blank ones and no last end", before: "", between: "\r\n\r\n", after: "", form: "json lines"),
    Shape(
      why: "records one after another", before: "\n{\n\"kd_lpse\":93,\"kd_tender\":1,\"nama_paket\":\"A\"}",
      between: " ", after: ""),
    Shape(why: "a byte order mark", before: "\u{FEFF}[", between: ",", after: "]"),
  ])
  func `reads its records with the places that they have`(_ shape: Shape) throws {
    let text = shape.before + first + shape.between + second + shape.after
    let read = try JSONReading(text)
    #expect(read.fault == nil)
    #expect(read.aside.isEmpty)
    #expect(read.reading.form.description == shape.form)
    #expect(read.reading.datasets == [.tenders])
    let tenders = read.reading.tables.tenders.suffix(2)
    #expect(tenders.map { read.text($0.package.code) } == ["10018467000", "10018468000"])
    #expect(tenders.map { read.text($0.name) } == ["Jalan", "Jembatan"])
    #expect(tenders.map { $0.ceiling?.sen } == [150_000_000_050, nil])
    for (tender, record) in zip(tenders, [first, second]) {
      let bytes = text.bytes[Int(tender.source.position)...]
      #expect(bytes.starts(with: record.utf8))
      let lines = text.bytes[..<Int(tender.source.position)].count { $0 == 0x0A }
      #expect(tender.source.line == lines + 1)
    }
  }

  @Test func `an object in an object is part of the row, a list in it has rows of its own`() throws {
    let read = try JSONReading(
      #"""
      [{"kd_tender": 7, "nama_paket": "Jalan", "satker": {"kode": "1.03", "nama": "PUPR", "alamat": {"kota": "Soe"}},
        "tahun": [2024, 2025],
        "peserta": [{"nama": "CV A", "npwp": "01.417.093.0-922.000", "nilai_penawaran": 5, "kontak": {"telp": "1"}},
          {"nama": "CV B", "npwp": "0014170930922000", "nilai_penawaran": 0}]}]
      """#)
    #expect(
      read.rows == [
        "1@1 : kd_tender=7 | nama_paket=Jalan | satker/kode=1.03 | satker/nama=PUPR | alamat/kota=Soe | tahun=2024;2025",
        "3@151 peserta: peserta/nama=CV A | peserta/npwp=01.417.093.0-922.000 | peserta/nilai_penawaran=5 | kontak/telp=1"
          + " | kd_tender=7 | nama_paket=Jalan | satker/kode=1.03 | satker/nama=PUPR | alamat/kota=Soe | tahun=2024;2025",
        "4@252 peserta: peserta/nama=CV B | peserta/npwp=0014170930922000 | peserta/nilai_penawaran=0 | kd_tender=7"
          + " | nama_paket=Jalan | satker/kode=1.03 | satker/nama=PUPR | alamat/kota=Soe | tahun=2024;2025",
      ])
    #expect(read.counts == [3, 3, 0])
    #expect(read.reading.datasets == [.tenders, .bids])
    #expect(read.reading.tables.tenders.count == 1)
    #expect(read.reading.tables.bids.map { read.text($0.package.code) } == ["7", "7"])
    #expect(read.reading.tables.bids.map(\.outcome) == [.bid, .registered])
  }

  @Test func `columns of the row's own objects count as its own`() throws {
    let read = try JSONReading(
      #"[{"paket": {"kd_tender": 7, "nama_paket": "Jalan"}, "penyedia": {"nama": "CV A", "npwp": "014170930922000"}}]"#)
    #expect(read.reading.datasets == [.tenders, .bids])
    #expect(read.reading.tables.bids.map { read.text($0.vendor.name) } == ["CV A"])
  }

  @Test func `objects of one name in several others are told apart`() throws {
    let read = try JSONReading(#"[{"a":{"alamat":{"kota":"Soe"}},"b":{"alamat":{"kota":"Atambua"}}}]"#)
    #expect(read.rows == ["1@1 : alamat/kota=Soe | b/alamat/kota=Atambua"])
  }

  @Test func `what stands beside a list in an answer is known in its rows`() throws {
    let read = try JSONReading(#"{"tahun_anggaran":2025,"data":[{"kd_tender":7,"nama_paket":"Jalan"}]}"#)
    #expect(read.rows == ["1@31 : kd_tender=7 | nama_paket=Jalan | tahun_anggaran=2025"])
    #expect(read.reading.tables.tenders.map(\.year) == [2025])
  }

  @Test func `a lone record with a list in it is a record`() throws {
    let read = try JSONReading(#"{"kd_tender":7,"nama_paket":"Jalan","peserta":[{"nama":"CV A","npwp":"1"}]}"#)
    #expect(read.rows.count == 2)
    #expect(read.reading.tables.tenders.count == 1)
  }

  @Test func `numbers keep all their digits`() throws {
    let read = try JSONReading(
      #"[{"nip":197904122005011001,"nama":"Mel","nik":5304011204790001,"gaji":1e5,"x":-0.10,"y":123456789012345678901234567890}]"#
    )
    #expect(
      read.rows == [
        "1@1 : nip=197904122005011001 | nama=Mel | nik=5304011204790001 | gaji=1e5 | x=-0.10 | "
          + "y=123456789012345678901234567890"
      ])
    #expect(read.reading.tables.officials.map { $0.nationalID?.value } == [5_304_011_204_790_001])
  }

  @Test func `escapes become what they stand for`() throws {
    let read = try JSONReading(#"[{"a":"\"\\\/\b\f\n\r\tA\u00e9\ud83d\ude00\ud800x","b":true,"c":false,"d":""}]"#)
    #expect(read.rows == ["1@1 : a=\"\\/\u{8}\u{C}\n\r\tA\u{E9}\u{1F600}\u{FFFD}x | b=true | c=false"])
  }

  @Test func `bytes that are not UTF-8 are read as Windows-1252 and counted`() throws {
    let read = try JSONReading("[{\"nip\":\"197904122005011001\",\n\"nama\":\"Ma".bytes + [0x92] + "u\"}]".bytes)
    #expect(read.reading.tables.officials.map { read.text($0.name) } == ["Ma\u{2019}u"])
    #expect(read.warnings == ["encoding  [1]"])
  }

  @Test func `SPSE's list of tenders is read by its order`() throws {
    let row =
      #"["7858131","Jalan \u003cspan class\u003d\u0027label\u0027\u003eTender Ulang\u003c/span\u003e","Prov","Selesai","736,2 Jt","Pasca","Tender","Harga","Pengadaan Barang - TA 2020","3","Rp 720.500.000,00",null,null,"0"]"#
    let read = try JSONReading(#"{"draw":"1","recordsTotal":2,"data":["# + row + ",[1,2]]}")
    #expect(read.reading.form.description == "json spse")
    let tender = try #require(read.reading.tables.tenders.first)
    #expect(read.text(tender.name) == "Jalan")
    #expect(tender.year == 2020)
    #expect(tender.estimate?.sen == 73_620_000_000)
    #expect(tender.contractValue?.sen == 72_050_000_000)
    #expect(read.aside == ["spse-width@1"])
  }
}
