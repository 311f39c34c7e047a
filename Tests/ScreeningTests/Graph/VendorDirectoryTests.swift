import Records
import Testing

@testable import Screening

@Suite struct VendorDirectoryTests {
  /// Bids with these vendors, each of another package, and the vendor that each was taken for.
  private func vendors(of rows: [String]) throws -> (directory: VendorDirectory, ofRow: [Int]) {
    let text = rows.enumerated().map { "P\($0.offset);\($0.element)" }.joined(separator: "\n")
    let registry = try InventedTables(["peserta.csv": "kd_tender;npwp_penyedia;kd_penyedia;nama_penyedia\n\(text)"])
      .registry()
    #expect(registry.bids.count == rows.count)
    let directory = VendorDirectory(registry)
    return (directory, directory.ofBid)
  }

  struct Pair: CustomTestStringConvertible, Sendable {
    let what: String
    let one: String
    let other: String
    let isOne: Bool
    var testDescription: String { what }
  }

  @Test(arguments: [
    Pair(
      what: "a tax number joins", one: "03.412.778.7-922.000;;CV Lontar", other: "034127787922000;;Lontar CV",
      isOne: true),
    Pair(
      what: "a tax number joins whatever the office and branch", one: "03.412.778.7-922.000;;CV Lontar",
      other: "03.412.778.7-925.001;;CV Lontar Cabang Soe", isOne: true),
    Pair(
      what: "sixteen digits of a company are its fifteen", one: "03.412.778.7-922.000;;CV Lontar",
      other: "0034127787922000;;CV Lontar", isOne: true),
    Pair(
      what: "two tax numbers are two vendors of one name", one: "03.412.778.7-922.000;;CV Lontar",
      other: "02.980.416.0-922.000;;CV Lontar", isOne: false),
    Pair(what: "a code joins", one: ";400811;CV Lontar", other: ";400811;Lontar Membangun", isOne: true),
    Pair(
      what: "a code joins with its tax number", one: "03.412.778.7-922.000;400811;CV Lontar", other: ";400811;",
      isOne: true),
    Pair(what: "two codes are two vendors", one: ";400811;CV Lontar", other: ";400812;CV Lontar", isOne: false),
    Pair(
      what: "a name joins where it is the only one", one: "03.412.778.7-922.000;;CV. Lontar", other: ";;Lontar, CV",
      isOne: true),
    Pair(what: "names without numbers join", one: ";;CV Lontar", other: ";;CV. LONTAR", isOne: true),
    Pair(
      what: "a legal form makes another vendor", one: "03.412.778.7-922.000;;CV Lontar", other: ";;PT Lontar",
      isOne: false),
  ])
  func `joins mentions of one vendor and no others`(_ pair: Pair) throws {
    let places = try vendors(of: [pair.one, pair.other]).ofRow
    #expect((places[0] == places[1]) == pair.isOne)
  }

  @Test func `a sole trader's NIK and old tax number join where one row gives both`() throws {
    let registry = try InventedTables([
      "peserta.csv": """
      kd_tender;npwp_penyedia;npwp_penyedia_16;nama_penyedia
      P0;47.290.132.2-922.000;5371021703790003;Markus Oktovianus Taneo
      P1;47.290.132.2-922.000;;M. O. Taneo
      P2;;5371021703790003;Taneo Karya
      P3;;5371021703790004;Taneo Karya
      """
    ]).registry()
    let places = VendorDirectory(registry).ofBid
    #expect(places.count == 4)
    #expect(Set(places.prefix(3)).count == 1)
    #expect(places[3] != places[0])
  }

  @Test func `a code with two tax numbers joins neither, and is counted`() throws {
    let (directory, places) = try vendors(of: [
      "03.412.778.7-922.000;400811;CV Lontar", "02.980.416.1-922.000;400811;PT Flobamora", ";400811;CV Lontar",
    ])
    #expect(directory.contradictoryCodes == 1)
    #expect(Set(places).count == 3)
  }

  @Test func `a name that two vendors bear joins neither`() throws {
    let places = try vendors(of: [
      "03.412.778.7-922.000;;CV Lontar", "02.771.305.8-922.000;;CV Lontar", ";;CV Lontar",
    ]).ofRow
    #expect(Set(places).count == 3)
  }

  @Test(arguments: [
    ("CV. Lontar Jaya", "CV LONTAR JAYA"), ("Lontar Jaya, CV", "CV LONTAR JAYA"), ("CV.LONTAR JAYA", "CV LONTAR JAYA"),
    ("PT Lontar Jaya", "PT LONTAR JAYA"), ("Toko Lontar", "TOKO LONTAR"), ("CV", "CV"), ("", ""), (" - ", ""),
  ])
  func `folds a company's name with its legal form in front`(_ written: String, _ folded: String) {
    #expect(CompanyName.folded(written) == folded)
  }
}
