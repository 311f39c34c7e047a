import Records
import Testing

@testable import Screening

/// Officials who stand in several registers.
@Suite struct OfficialRowsTests {
  @Test func `rows of one NIP are one person, and other spellings are counted`() throws {
    var rows = InventedRegistry()
    rows.official(1, "Maria Goreti Nahak, S.E.", InventedRegistry.Facts(born: "1980-01-01"))
    rows.official(1, "MARIA G. NAHAK", InventedRegistry.Facts(nik: 5_371_014_101_800_001))
    rows.official(2, "Yohanes Bria, S.T.")
    rows.official(2, "JOHANNES BRIA")
    rows.vendorPerson("Maria Goreti Nahak", in: "CV Maju", InventedRegistry.Facts(nik: 5_371_014_101_800_001))
    let linker = Linker(
      registry: rows.registry, policy: ScreeningPolicy(night: InventedRegistry.night),
      directory: VendorDirectory(rows.registry), threads: 1)
    let result = linker.link()
    // Titles and usual variants are no other spelling; an initial is.
    #expect(result.spellings == 1)
    // One judgement for the official, not one for each of the rows.
    #expect(result.links.count == 1)
    #expect(result.links.first?.kind == .official)
    #expect(result.links.first.map { $0.grade <= .b } == true)
  }
}
