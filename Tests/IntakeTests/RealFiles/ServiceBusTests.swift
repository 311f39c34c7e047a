import Foundation
import Records
import Testing

@testable import Intake

/// Real exports of the government's service bus; they stand only where the project is worked on.
@Suite(.enabled(if: Nearby.real != nil, "the real files are not here"))
struct ServiceBusTests {
  struct Export: CustomTestStringConvertible {
    let file: String
    let rows: Int
    var datasets: Set<Dataset> = []
    /// Rows of bids that name no vendor at all.
    var withoutVendor = 0
    var testDescription: String { file }
  }

  private static func path(_ name: String) -> String { "\(Nearby.real ?? "")/indonesia/isb-csv/\(name)" }

  @Test(arguments: [
    Export(file: "spse_tender_selesai.csv", rows: 70, datasets: [.tenders]),
    Export(file: "spse_peserta_tender.csv", rows: 3_743, datasets: [.bids]),
    Export(file: "spse_jadwal_tahapan_tender.csv", rows: 1_440),
    Export(file: "ecat_v6_epurchasing.csv", rows: 639, datasets: [.tenders, .bids]),
    Export(file: "rup_lokasi_backslash_quotes.csv", rows: 500),
    Export(file: "spse_pencatatan_swakelola_json_escapes.csv", rows: 102),
    Export(file: "rup_struktur_anggaran_pd.csv", rows: 165, datasets: [.units]),
    Export(file: "instansi_satker.csv", rows: 336, datasets: [.units]),
    Export(file: "spse_tender_selesai_nilai.csv", rows: 70, datasets: [.tenders, .bids]),
  ])
  func `all rows are read, each cell as the JSON literal that it is`(_ export: Export) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.path(export.file))))
    let file = try CSVFile(at: Self.path(export.file))
    #expect(file.counts.accepted == export.rows)
    #expect(file.reasons.isEmpty)
    #expect(file.dialect.form == "csv , utf-8 json-cells")
    file.checkPlaces(bytes)
    let lines = bytes.split(separator: 0x0A).dropFirst().map { line in Array(line.filter { $0 != 0x0D }) }
    try #require(lines.count == file.rows.count)
    for (line, row) in zip(lines, file.rows) {
      let cells = try #require(try JSONSerialization.jsonObject(with: Self.jsonList(line)) as? [Any])
      guard cells.count == row.fields.count else {
        Issue.record("line \(row.line) has \(row.fields.count) cells, not \(cells.count)")
        continue
      }
      for (cell, field) in zip(cells, row.fields) where !Self.agree(cell, field) {
        Issue.record("line \(row.line): a cell reads otherwise")
      }
    }
  }

  /// A row as a JSON list, with `null` where nothing stands between two commas.
  private static func jsonList(_ line: [UInt8]) -> Data {
    var list: [UInt8] = [0x5B]
    var (isInString, isEscaped, isEmpty) = (false, false, true)
    for byte in line + [0x2C] {
      if isInString {
        if byte == 0x22, !isEscaped { isInString = false }
        isEscaped = byte == 0x5C && !isEscaped
      } else if byte == 0x22 {
        (isInString, isEmpty) = (true, false)
      } else if byte == 0x2C {
        if isEmpty { list += "null".bytes }
        isEmpty = true
      } else {
        isEmpty = false
      }
      list.append(byte)
    }
    list[list.count - 1] = 0x5D
    return Data(list)
  }

  private static func agree(_ cell: Any, _ field: String) -> Bool {
    switch cell {
    case is NSNull: field.isEmpty
    case let text as String: field.bytes == text.bytes
    case let number as NSNumber: Double(field) == number.doubleValue
    default: false
    }
  }

  @Test(arguments: [
    Export(file: "spse_tender_selesai.csv", rows: 70, datasets: [.tenders]),
    Export(file: "spse_peserta_tender.csv", rows: 3_743, datasets: [.bids], withoutVendor: 1),
    Export(file: "spse_tender_selesai_nilai.csv", rows: 70, datasets: [.tenders, .bids]),
    Export(file: "instansi_satker.csv", rows: 336, datasets: [.units]),
    Export(file: "spse_jadwal_tahapan_tender.csv", rows: 1_440),
    Export(file: "spse_pencatatan_swakelola_json_escapes.csv", rows: 102),
    // Places of planned packages: all that the rules can use of them is the unit's code and name.
    Export(file: "rup_lokasi_backslash_quotes.csv", rows: 500, datasets: [.units]),
  ])
  func `are recognised by their columns, and no row is set aside`(_ export: Export) throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let reading = FileReader(night: night, quarantineShare: 1).read(Self.path(export.file), as: export.file)
    #expect(Set(reading.datasets) == export.datasets)
    #expect(reading.counts.read == export.rows)
    #expect(reading.quarantine.map(\.message.code) == Array(repeating: "missing-required", count: export.withoutVendor))
    // The masked numbers are no real ones, so their check digit need not hold; everything else is read.
    let codes = Set(reading.warnings.sorted.map(\.message.code)).subtracting(["npwp-check"])
    #expect(codes.isEmpty)
  }

  @Test(arguments: [
    ("spse_tender_selesai.csv", "48_1014_SPSE-TenderSelesai.json", 68),
    ("spse_tender_selesai_nilai.csv", "49_1015_SPSE-TenderSelesaiNilai.json", 77),
  ])
  func `the JSON twins agree on the packages that both have`(_ csv: String, _ json: String, _ count: Int) throws {
    let file = try CSVFile(at: Self.path(csv))
    let twin = "\(Nearby.real ?? "")/indonesia/isb-json/\(json)"
    let data = try Data(contentsOf: URL(fileURLWithPath: twin))
    let objects = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(objects.count == count)
    #expect(objects.allSatisfy { Set($0.keys) == Set(file.header) })
    let key = try #require(file.header.firstIndex(of: "kd_tender"))
    var rows: [String: [String]] = [:]
    for row in file.rows { rows[row.fields[key]] = row.fields }
    var shared = 0
    for object in objects {
      guard let code = object["kd_tender"].map({ "\($0)" }), let fields = rows[code] else { continue }
      // The twins were pulled a week earlier: some packages had no winner then, some contracts no realisation.
      if object["kd_penyedia"] is NSNull { continue }
      shared += 1
      for (name, field) in zip(file.header, fields) where name != "_event_date" {
        guard let cell = object[name], !Self.agree(cell, field) else { continue }
        if cell is NSNull, ["nilai_pdn_kontrak", "nilai_umk_kontrak"].contains(name) { continue }
        Issue.record("\(code) \(name): \(field.debugDescription) is not \(cell)")
      }
    }
    #expect(shared > 50)
  }

  @Test func `a package whose vendor is code 0 and nothing more has no vendor yet`() throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let name = "spse_tender_selesai_nilai.csv"
    let reading = FileReader(night: night, quarantineShare: 1).read(Self.path(name), as: name)
    #expect(reading.tables.tenders.count == 70)
    // Eight of the seventy have no vendor, no NPWP and no contract value.
    #expect(reading.tables.bids.count == 62)
    #expect(!reading.tables.bids.contains { reading.tables.arena.string($0.vendor.code) == "0" })
  }
}
