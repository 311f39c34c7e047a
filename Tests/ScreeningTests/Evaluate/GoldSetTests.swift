import Foundation
import Records
import Testing

@testable import Intake
@testable import Screening

/// The reasoned pairs of `fixtures/names`, each judged within one registry of all of them.
///
/// The set is hard on purpose, and an expert's judgement of a pair is no count of how often such pairs occur; so the
/// bounds are on whole classes, and on what must never happen.
@Suite struct GoldSetTests {
  private let pairs: [GoldPair]

  init() throws { pairs = try GoldPair.all() }

  @Test func `certain pairs of two people are hardly ever linked`() {
    let certain = pairs.filter { $0.label == .no && $0.isCertain }
    let linked = certain.filter(\.isFlagged)
    #expect(certain.count > 100)
    #expect(linked.count * 100 <= certain.count * 8, "\(linked.map(\.id))")
  }

  @Test func `certain pairs of one person are mostly linked`() {
    let certain = pairs.filter { $0.label == .yes && $0.isCertain }
    let missed = certain.filter { !$0.isFlagged }
    #expect(certain.count > 100)
    #expect(missed.count * 100 <= certain.count * 25, "\(missed.map(\.id))")
  }

  @Test func `what an expert cannot tell is never grade A`() {
    let open = pairs.filter { $0.label == .open }
    #expect(open.count > 40)
    #expect(open.filter { $0.grade == .a }.map(\.id) == [])
  }

  @Test(arguments: ["kembar", "ayah_anak_senama"])
  func `kin who look alike are kept apart`(_ kind: String) {
    let kin = pairs.filter { $0.kind == kind && $0.label == .no }
    let linked = kin.filter(\.isFlagged)
    #expect(kin.count >= 15)
    #expect(linked.count * 100 <= kin.count * 15, "\(linked.map(\.id))")
  }

  @Test func `two people who share only an address or a phone are never linked`() {
    let tenants = pairs.filter { $0.kind == "sealamat_tak_terkait" && $0.label == .no }
    #expect(tenants.count >= 8)
    #expect(tenants.filter(\.isFlagged).map(\.id) == [])
  }

  @Test func `the set is what its page says`() {
    #expect(pairs.count == 565)
    #expect(Set(pairs.map(\.id)).count == pairs.count)
  }
}

/// A pair of the gold set and what the program makes of it.
struct GoldPair {
  enum Label: String {
    case yes = "ya"
    case no = "tidak"
    case open = "tak_tentu"
  }

  let id: String
  let kind: String
  let label: Label
  let isCertain: Bool
  let probability: Double
  let grade: IdentityGrade?

  var isFlagged: Bool { probability >= 0.5 }

  /// All pairs, judged in one registry, so that rarity is the set's own.
  static func all() throws -> [GoldPair] {
    let path = #filePath.components(separatedBy: "/Tests/")[0] + "/fixtures/names/pairs.csv"
    let table = try PlainTable(reading: path)
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    var builder = GoldRegistry(table, asOf: night)
    for row in table.rows { builder.add(row.fields) }
    let registry = builder.registry
    let directory = VendorDirectory(registry)
    let links = Linker(
      registry: registry, policy: ScreeningPolicy(night: night), directory: directory, threads: 2
    ).link().links
    // A row's judgement on the row beside it; on others of the set it is not asked.
    var judged: [Int: PersonLink] = [:]
    for link in links where link.governmentRow.index == link.vendorRow.index {
      judged[link.vendorRow.index] = link
    }
    return try table.rows.enumerated().map { place, row in
      let label = try #require(Label(rawValue: row.fields[2]))
      return GoldPair(
        id: row.fields[0], kind: row.fields[1], label: label, isCertain: row.fields[3] == "tinggi",
        probability: judged[place]?.probability ?? 0, grade: judged[place]?.grade)
    }
  }
}

/// Builds one registry of all pairs: a relative of an official of its own, and a vendor of its own, for each.
private struct GoldRegistry {
  private(set) var registry = Registry()
  private let columns: [String: Int]
  private let dates: DateReader
  private let place = SourceLocation(file: FileID(index: 0), line: 1, position: 0)

  init(_ table: PlainTable, asOf night: CalendarDate) {
    columns = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1, $0) })
    dates = DateReader(asOf: night)
    registry.arenas = [TextArena()]
    registry.sources = [
      SourceFile(
        path: "pairs.csv", byteCount: 0, digest: "", form: "csv", datasets: [], counts: SourceFile.Counts(),
        warnings: [], unknownColumns: [])
    ]
  }

  mutating func add(_ fields: [String]) {
    func field(_ name: String) -> String { columns[name].map { fields[$0] } ?? "" }
    let number = UInt64(registry.relatives.count)
    guard let official = CivilServantID(value: 198_001_012_010_011_000 + number % 900 + 1 + number / 900 * 1000) else {
      return
    }
    var relative = Relative(source: place, official: official)
    relative.name = registry.arenas[0].intern(field("kiri_nama"))
    relative.relation = registry.arenas[0].intern(field("kiri_hubungan"))
    relative.nationalID = Self.number(field("kiri_nik"))
    relative.birthDate = date(field("kiri_tanggal_lahir"))
    relative.sex = field("kiri_jenis_kelamin") == "P" ? .female : field("kiri_jenis_kelamin") == "L" ? .male : nil
    relative.birthPlace = registry.arenas[0].intern(field("kiri_tempat_lahir"))
    relative.address = registry.arenas[0].intern(field("kiri_alamat"))
    relative.phone = Self.phone(field("kiri_telepon"))
    registry.relatives.append(relative)
    var person = VendorPerson(source: place)
    person.vendor.code = registry.arenas[0].intern("V\(number)")
    person.name = registry.arenas[0].intern(field("kanan_nama"))
    person.nationalID = Self.number(field("kanan_nik"))
    person.birthDate = date(field("kanan_tanggal_lahir"))
    person.address = registry.arenas[0].intern(field("kanan_alamat"))
    person.phone = Self.phone(field("kanan_telepon"))
    registry.vendorPeople.append(person)
  }

  private static func number(_ text: String) -> NationalID? {
    let bytes = Array(text.utf8)
    return try? NationalID(parsing: bytes.span)
  }

  private static func phone(_ text: String) -> PhoneNumber? {
    let bytes = Array(text.utf8)
    return PhoneNumber(parsing: bytes.span)
  }

  private func date(_ text: String) -> CalendarDate? {
    let bytes = Array(text.utf8)
    return if case .date(let date) = dates.read(bytes.span) { date } else { nil }
  }
}
