import Records
import Testing

@testable import Screening

@Suite struct PackageDirectoryTests {
  private func directory(tenders: [String], roles: [String] = []) throws -> (PackageDirectory, Registry) {
    var files = ["a.csv": "kd_tender;kd_lpse;nama_paket;hps\n" + tenders.joined(separator: "\n")]
    if !roles.isEmpty { files["b.csv"] = "kd_tender;kd_lpse;nip;peran\n" + roles.joined(separator: "\n") }
    let registry = try InventedTables(files).registry()
    return (PackageDirectory(registry, VendorDirectory(registry)), registry)
  }

  private static let nip = "198104122006042003"

  @Test func `one code of two services is two packages`() throws {
    let (directory, _) = try directory(tenders: ["100;953;Jalan;1000", "100;17;Jembatan;2000"])
    #expect(directory.packages.map(\.name).sorted() == ["Jalan", "Jembatan"])
  }

  @Test func `a mention without a service meets the only package of its code`() throws {
    let (directory, _) = try directory(tenders: ["100;953;Jalan;1000"], roles: ["100;;\(Self.nip);PPK"])
    #expect(directory.packages.map(\.roles.count) == [1])
    #expect(directory.strayRoles == 0)
  }

  @Test func `a mention without a service meets none of two`() throws {
    let (directory, _) = try directory(
      tenders: ["100;953;Jalan;1000", "100;17;Jembatan;2000"], roles: ["100;;\(Self.nip);PPK"])
    #expect(directory.packages.map(\.roles.count) == [0, 0])
    #expect(directory.strayRoles == 1)
  }

  @Test func `a package without a service takes that of its namesake`() throws {
    let (directory, _) = try directory(
      tenders: ["100;;Jalan;1000", "100;953;Jalan;1000"], roles: ["100;953;\(Self.nip);PPK"])
    #expect(directory.packages.count == 1)
    #expect(directory.packages[0].rows.count == 2)
    #expect(directory.packages[0].roles.count == 1)
  }

  @Test func `a role on a package that nobody knows is counted`() throws {
    let (directory, _) = try directory(tenders: ["100;953;Jalan;1000"], roles: ["999;953;\(Self.nip);PPK"])
    #expect(directory.strayRoles == 1)
    #expect(directory.packages.count == 1)
  }

  @Test func `the period runs from announcement to contract, or over the budget year`() throws {
    let registry = try InventedTables([
      "a.csv": """
      kd_tender;nama_paket;tahun_anggaran;tgl_pengumuman_tender;tgl_penetapan_pemenang;tgl_kontrak
      1;Jalan;2025;2025-03-10;2025-04-18;2025-05-02
      2;Jembatan;2025;;;
      3;Embung;;;;
      4;Irigasi;2025;;2025-04-18;
      """
    ]).registry()
    let packages = PackageDirectory(registry, VendorDirectory(registry)).packages
    func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }
    #expect(packages.map(\.hasDates) == [true, false, false, true])
    #expect(
      packages.map(\.period) == [
        Period(from: day("2025-03-10"), to: day("2025-05-02")), Period(from: day("2025-01-01"), to: day("2025-12-31")),
        Period(from: nil, to: nil), Period(from: day("2025-04-18"), to: day("2025-04-18")),
      ])
  }

  struct Lying: CustomTestStringConvertible, Sendable {
    let what: String
    /// Announced, awarded, contracted.
    let package: [String?]
    let other: (String?, String?)
    let standing: Period.Standing
    var testDescription: String { what }
  }

  @Test(arguments: [
    Lying(what: "covers", package: ["2025-03-10", "2025-04-18", nil], other: ("2015-01-01", nil), standing: .during),
    Lying(
      what: "began between two known days", package: ["2025-03-10", "2025-04-18", nil], other: ("2025-04-01", nil),
      standing: .during),
    Lying(
      what: "began after the announcement, of an end that nobody knows", package: ["2025-03-10", nil, nil],
      other: ("2025-04-01", nil), standing: .unknown),
    Lying(
      what: "stood at the announcement and ended that year", package: ["2025-03-10", nil, nil],
      other: ("2015-01-01", "2025-06-30"), standing: .during),
    Lying(
      what: "ended within the budget year", package: [nil, nil, nil], other: ("2015-01-01", "2025-06-30"),
      standing: .unknown),
    Lying(
      what: "began within the budget year", package: [nil, nil, nil], other: ("2025-02-01", nil), standing: .unknown),
    Lying(
      what: "covers the whole budget year", package: [nil, nil, nil], other: ("2015-01-01", "2025-12-31"),
      standing: .during),
    Lying(what: "ended before the year", package: [nil, nil, nil], other: (nil, "2024-12-31"), standing: .before),
    Lying(what: "began after the year", package: [nil, nil, nil], other: ("2026-01-01", nil), standing: .after),
    Lying(what: "has no dates", package: ["2025-03-10", nil, nil], other: (nil, nil), standing: .unknown),
    Lying(
      what: "an end within, with no beginning", package: ["2025-03-10", nil, nil], other: (nil, "2025-06-30"),
      standing: .unknown),
  ])
  func `a package whose days are known roughly is met for sure only where all of them are`(_ lying: Lying) {
    var package = PackageDirectory.Package(code: "1")
    package.year = 2025
    let days = lying.package.map { $0.flatMap { CalendarDate(iso: $0) } }
    (package.announcedOn, package.awardedOn, package.contractedOn) = (days[0], days[1], days[2])
    let other = Period(
      from: lying.other.0.flatMap { CalendarDate(iso: $0) }, to: lying.other.1.flatMap { CalendarDate(iso: $0) })
    #expect(package.standing(of: other) == lying.standing)
  }
}
