import Foundation
import Records
import Testing

@testable import Intake

/// Public JSON files, held against what Foundation reads of them; they stand only where the project is worked on.
@Suite(.enabled(if: Nearby.real != nil, "the real files are not here"))
struct JSONFileTests {
  private static func path(_ name: String) -> String { "\(Nearby.real ?? "")/\(name)" }

  private func foundation(_ name: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: Self.path(name))))
  }

  private static func agree(_ value: Any, _ field: String) -> Bool {
    switch value {
    case is NSNull: field.isEmpty
    case let text as String: text == field
    case let number as NSNumber: Double(field) == number.doubleValue
    default: false
    }
  }

  @Test(arguments: [
    ("indonesia/isb-json/48_1014_SPSE-TenderSelesai.json", 68),
    ("indonesia/isb-json/49_1015_SPSE-TenderSelesaiNilai.json", 77),
  ])
  func `the service bus's records have the values that Foundation finds`(_ name: String, _ count: Int) throws {
    let objects = try #require(try foundation(name) as? [[String: Any]])
    let read = try JSONReading(reading: Self.path(name))
    #expect(read.counts == [count, count, 0])
    guard case .json(let form, let tables) = read.reading.form else {
      Issue.record("no JSON")
      return
    }
    var rows: [[String]] = []
    try JSONFileReader(file: InputFile(opening: Self.path(name)), form: form).read { _, row, _ in
      rows.append(tables[0].columns.indices.map { row.string($0) })
    } setAside: { _, _, _ in
    }
    #expect(Set(tables[0].columns) == Set(objects[0].keys))
    try #require(rows.count == objects.count)
    for (row, object) in zip(rows, objects) {
      for (column, field) in zip(tables[0].columns, row) {
        #expect(Self.agree(object[column] ?? NSNull(), field), "\(column)")
      }
    }
  }

  @Test(arguments: [
    ("isb-json/48_1014_SPSE-TenderSelesai.json", "isb-csv/spse_tender_selesai.csv", 68, 0),
    ("isb-json/49_1015_SPSE-TenderSelesaiNilai.json", "isb-csv/spse_tender_selesai_nilai.csv", 69, 1),
  ])
  func `a record is the same package in JSON and in CSV`(
    _ json: String, _ csv: String, _ shared: Int, _ changed: Int
  ) throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    func tenders(_ name: String) -> [String: String] {
      let reading = FileReader(night: night, quarantineShare: 1).read(Self.path("indonesia/\(name)"), as: name)
      let arena = reading.tables.arena
      return Dictionary(
        reading.tables.tenders.map { tender in
          let facts = [
            arena.string(tender.package.service), arena.string(tender.name), arena.string(tender.unit),
            "\(tender.year)", "\(tender.ceiling?.sen ?? 0)", "\(tender.estimate?.sen ?? 0)",
            tender.announcedOn?.description ?? "", tender.awardedOn?.description ?? "",
          ]
          return (arena.string(tender.package.code), facts.joined(separator: "|"))
        }, uniquingKeysWith: { one, _ in one })
    }
    let (left, right) = (tenders(json), tenders(csv))
    let both = left.keys.filter { right[$0] != nil }
    #expect(both.count >= shared - 10)
    // Pulled a week apart; of one package the day of the award was changed in between.
    #expect(both.count { left[$0] != right[$0] } == changed)
  }

  @Test(arguments: ["prov-ntt", "kota-kupang", "kab-mamuju", "kota-surabaya-2012"])
  func `SPSE's lists are read whole`(_ name: String) throws {
    let file = "indonesia/spse-datatables/\(name).json"
    let rows = try #require(try (foundation(file) as? [String: Any])?["data"] as? [[Any]])
    let read = try JSONReading(reading: Self.path(file))
    #expect(read.counts == [rows.count, rows.count, 0])
    #expect(read.reading.tables.tenders.map { read.text($0.package.code) } == rows.map { "\($0[0])" })
    for (tender, row) in zip(read.reading.tables.tenders, rows) {
      // Two of seven thousand have a list of years, and none.
      let year = (row[8] as? String)?.split(separator: " - TA ").last.flatMap { UInt16($0.prefix(4)) } ?? 0
      #expect(tender.year == year)
      #expect((tender.contractValue != nil) == (row[10] as? String)?.hasPrefix("Rp"))
      #expect(!read.text(tender.name).contains("<span"))
    }
  }

  @Test(arguments: [("lelang", 9), ("lelang_data_only", 9), ("nonspk", 9), ("darurat_list", 8)])
  func `lists of other widths are refused, with how wide they are`(_ name: String, _ width: Int) throws {
    let read = try JSONReading(reading: Self.path("indonesia/spse-datatables/pyproc_dt_\(name).json"))
    #expect(read.fault == "json-unnamed")
    #expect(read.reading.fault?.message.problem.contains("\(width) values") == true)
    #expect(read.counts == [0, 0, 0])
  }

  private static let releaseFiles: [String] =
    ["1.1", "1.1/record", "blank-template"].flatMap { folder in
      Nearby.files(in: path("ocds/sample-data/\(folder)"), ending: ".json").map { "ocds/sample-data/\(folder)/\($0)" }
    } + Nearby.files(in: path("ocds/cardinal"), ending: ".jsonl").map { "ocds/cardinal/\($0)" }

  /// The releases of a file, as its standard nests them.
  private func releases(_ name: String) throws -> [[String: Any]] {
    let text = try String(contentsOfFile: Self.path(name), encoding: .utf8)
    let objects = name.hasSuffix("jsonl") ? text.split(separator: "\n").map(String.init) : [text]
    return try objects.flatMap { text -> [[String: Any]] in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      if let releases = object["releases"] as? [[String: Any]] { return releases }
      if let records = object["records"] as? [[String: Any]] {
        return records.compactMap { $0["compiledRelease"] as? [String: Any] }
      }
      return [object]
    }
  }

  @Test(arguments: releaseFiles)
  func `releases have the bids, awards and vendors that Foundation finds`(_ name: String) throws {
    func list(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
    func isActive(_ award: [String: Any]) -> Bool {
      ["active", "terminated", nil].contains(award["status"] as? String)
    }
    var (bids, nameless, awards, vendors, tenders) = (0, 0, 0, 0, 0)
    let releases = try releases(name).filter { ($0["ocid"] as? String)?.isEmpty == false }
    for release in releases {
      for bid in list((release["bids"] as? [String: Any])?["details"]) {
        let tenderers = list(bid["tenderers"])
        // Code 0 is no vendor's.
        let known = tenderers.count { $0["id"] as? String != "0" }
        bids += known
        nameless += max(1, tenderers.count) - known
      }
      // Who is listed and has no bid is registered.
      let bidders = list((release["bids"] as? [String: Any])?["details"]).flatMap { list($0["tenderers"]) }
      let listed = list((release["tender"] as? [String: Any])?["tenderers"])
      bids += listed.count { tenderer in !bidders.contains { $0["id"] as? String == tenderer["id"] as? String } }
      for supplier in list(release["awards"]).filter(isActive).flatMap({ list($0["suppliers"]) }) {
        if supplier["id"] as? String == "0" { nameless += 1 } else { awards += 1 }
      }
      vendors += list(release["parties"]).count { party in
        !Set(party["roles"] as? [String] ?? []).isDisjoint(with: ["supplier", "tenderer"])
      }
      if let title = (release["tender"] as? [String: Any])?["title"] as? String, !title.isEmpty { tenders += 1 }
    }
    let read = try JSONReading(reading: Self.path(name))
    // Releases of nothing but methods and counts give no row, which is said.
    let isEmpty = bids + nameless + awards + vendors + tenders == 0 && !releases.isEmpty
    #expect(read.fault == (isEmpty ? "no-rows" : nil))
    #expect(read.reading.tables.bids.count == bids + awards)
    #expect(read.reading.tables.vendors.count == vendors)
    #expect(read.reading.tables.tenders.count == tenders)
    #expect(read.aside.allSatisfy { $0.hasPrefix("missing-required") || $0 == "ocds-release@1" })
    #expect(read.aside.count == (releases.isEmpty ? 1 : nameless))
  }

  @Test(arguments: Nearby.files(in: path("bods"), ending: ".json"))
  func `statements have the entities and interests that Foundation finds`(_ name: String) throws {
    let statements = try #require(try foundation("bods/\(name)") as? [[String: Any]])
    var latest: [String: (date: String, statement: [String: Any])] = [:]
    for statement in statements {
      let record = try #require(statement["recordId"] as? String)
      let date = statement["statementDate"] as? String ?? ""
      if date >= latest[record]?.date ?? "" { latest[record] = (date, statement) }
    }
    var (entities, interests): (Set<String>, [String]) = ([], [])
    var unnamed = 0
    for (record, value) in latest {
      let details = try #require(value.statement["recordDetails"] as? [String: Any])
      switch value.statement["recordType"] as? String {
      case "entity":
        let type = (details["entityType"] as? [String: Any])?["type"] as? String ?? ""
        if !type.hasPrefix("state"), details["name"] is String { entities.insert(record) }
      case "relationship":
        guard let holder = details["interestedParty"] as? String, let party = latest[holder]?.statement,
          let about = party["recordDetails"] as? [String: Any], about["name"] != nil || about["names"] != nil
        else {
          unnamed += 1
          continue
        }
        let id = try #require(value.statement["statementId"] as? String)
        let list = details["interests"] as? [[String: Any]] ?? []
        interests += Array(repeating: id, count: max(1, list.count))
      default: break
      }
    }
    let read = try JSONReading(reading: Self.path("bods/\(name)"))
    #expect(read.fault == nil)
    #expect(read.aside.count == unnamed)
    #expect(read.aside.allSatisfy { $0.hasPrefix("bods-unnamed@") })
    #expect(Set(read.reading.tables.vendors.map { read.text($0.vendor.code) }) == entities)
    #expect(read.reading.tables.vendorPeople.map { read.text($0.key) }.sorted() == interests.sorted())
  }

  @Test(arguments: Nearby.files(in: path("psc"), ending: ".json"))
  func `the British register of control is refused by name`(_ name: String) throws {
    let read = try JSONReading(reading: Self.path("psc/\(name)"))
    #expect(read.fault == "json-control-register")
    #expect(read.counts == [0, 0, 0])
  }
}
