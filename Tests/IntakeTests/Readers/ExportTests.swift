import Foundation
import Records
import Testing

@testable import Intake

/// The invented exports under `fixtures/exports`, against the table of their README.
@Suite(.enabled(if: Nearby.exports != nil, "fixtures/exports is beside the tests"))
struct ExportTests {
  struct Promise: CustomTestStringConvertible {
    let file: String
    let datasets: Set<Dataset>
    let rows: Int
    var testDescription: String { file }
  }

  private static let endings = [".csv", ".json", ".jsonl"]

  /// The README's rows about CSV and JSON files, those left out that only a configuration can read.
  private static let promises: [Promise] = {
    guard let folder = Nearby.exports, let readme = try? String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
    else { return [] }
    return readme.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, endings.contains(where: { cells[0].hasSuffix("\($0)`") }), let rows = Int(cells[3]),
        !cells[2].contains("need a table")
      else { return nil }
      let names = cells[2].replacing(/\([^)]*\)/, with: "").split(separator: ",")
      return Promise(
        file: cells[0].replacing("`", with: ""),
        datasets: Set(names.compactMap { Dataset(rawValue: $0.trimmingCharacters(in: .whitespaces)) }), rows: rows)
    }
  }()

  private func read(_ name: String) throws -> FileReading {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return FileReader(night: night, quarantineShare: 1).read("\(try #require(Nearby.exports))/\(name)", as: name)
  }

  @Test func `the README speaks of every CSV and JSON file`() {
    let files = Set(Self.endings.flatMap { Nearby.files(in: Nearby.exports, ending: $0) })
    #expect(files.subtracting(Self.promises.map(\.file)) == ["simpeg-pegkeluarga.csv"])
  }

  @Test(arguments: promises)
  func `is recognised as the README promises`(_ promise: Promise) throws {
    let reading = try read(promise.file)
    #expect(reading.fault == nil)
    #expect(Set(reading.datasets) == promise.datasets)
    #expect(reading.counts.read == promise.rows)
  }

  @Test(arguments: promises)
  func `and none of its rows is set aside`(_ promise: Promise) throws {
    let reading = try read(promise.file)
    #expect(reading.quarantine.map { "\($0.message.code)@\($0.location.line)" }.isEmpty)
  }

  /// Each record's relation as it is understood: what the column says, or what the table implies.
  private func relatives(_ name: String) throws -> [String] {
    let reading = try read(name)
    return reading.tables.relatives.map { relative in
      let arena = reading.tables.arena
      return
        "\(arena.string(relative.relation)): \(arena.string(relative.name)) \(relative.birthDate?.description ?? "-")"
    }
  }

  @Test func `KP4 spouses are one relative each`() throws {
    let reading = try read("kp4-pasangan.csv")
    let arena = reading.tables.arena
    #expect(
      reading.tables.relatives.map { arena.string($0.name) } == ["Welmintje Foeh", "Frederik Seran", "Lidia Tefa"])
    #expect(reading.tables.relatives.map { $0.birthDate?.description } == ["1981-02-03", "1980-10-21", "1983-11-30"])
  }

  @Test func `KP4 children live unless somebody says otherwise`() throws {
    let reading = try read("kp4-anak.csv")
    #expect(reading.tables.relatives.map(\.isAlive) == [nil, nil, nil])
    #expect(reading.tables.relatives.map(\.sex) == [.male, .female, .female])
    #expect(
      try relatives("kp4-anak.csv") == [
        "anak: Imanuel Ndaumanu 2007-08-17", "anak: Merlin Ndaumanu 2010-02-02", "anak: Klara Seran 2012-11-11",
      ])
  }

  @Test func `DRH parts keep the relation that their column states`() throws {
    #expect(
      try relatives("drh-mertua.csv") == [
        "Bapak Mertua: Marthen Foeh 1956-03-15", "Ibu Mertua: Dorkas Ndoen 1959-04-18",
        "Bapak Mertua: Silvester Fahik 1955-12-31",
      ])
    #expect(
      try relatives("drh-orang-tua.csv") == [
        "Bapak Kandung: Kanisius Kopong Hurek 1961-07-01", "Ibu Kandung: Monika Tukan 1964-09-09",
        "Bapak Kandung: Esau Riwu 1948-03-05",
      ])
    #expect(
      try relatives("drh-saudara.csv") == [
        "Kakak: Yosef Suban Hurek 1988-07-07", "Adik: Lusia Hurek 1995-02-19", "Saudara Kandung: Yunus Riwu -",
      ])
  }

  @Test func `wide registers give each parent and parent-in-law`() throws {
    let narrow = try relatives("register-lebar-ttl.csv")
    #expect(narrow.count == 9)
    #expect(narrow.contains("ayah: Zakarias Ndaumanu 1949-07-01"))
    #expect(narrow.contains("ibu: Apolonia Bere 1961-07-01"))
    #expect(narrow.contains("bapak mertua: Silvester Fahik -"))
    let wide = try relatives("register-lebar.csv")
    #expect(wide.contains("bapak mertua: Marthen Foeh -"))
    #expect(wide.contains("suami/istri: Welmintje Foeh -"))
    #expect(!wide.contains { $0.contains("Tidak ada") })
  }

  @Test func `NIPs of a working group become roles, and no name is paired with them`() throws {
    let reading = try read("spse-tender-pengumuman.csv")
    guard case .csv(_, let header, let plans) = reading.form else {
      Issue.record("no CSV")
      return
    }
    let names = try #require(header.firstIndex(of: "nama_pokja"))
    let officials = try #require(header.firstIndex(of: "nama_ppk"))
    for plan in plans { #expect(!plan.usedColumns.contains { $0.column == names || $0.column == officials }) }
    #expect(reading.tables.officials.isEmpty)
    let arena = reading.tables.arena
    let pokja = reading.tables.roles.filter { arena.string($0.role) == "Pokja Pemilihan" }
    #expect(pokja.count > 5)
    #expect(reading.tables.roles.count { arena.string($0.role) == "PPK" } == 5)
  }

  @Test func `a registration is not a bid, and one bid of a package is won`() throws {
    let bids = try read("spse-peserta-tender.csv").tables.bids
    #expect(bids.allSatisfy { ($0.outcome == .registered) == ($0.bidValue == nil && $0.outcome != .won) })
    #expect(bids.contains { $0.outcome == .registered })
    #expect(bids.contains { $0.outcome == .won })
    #expect(!bids.contains { $0.bidValue?.sen == 0 })
  }
}
