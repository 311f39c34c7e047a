import Records
import Testing

@testable import Screening

@Suite struct CompetitionTests {
  typealias Facts = InventedRegistry.Facts

  /// A vendor's person, and relatives of that name whom their numbers tell apart.
  private func links(relatives: Int, born: String = "1999-03-12") -> [PersonLink] {
    var rows = InventedRegistry()
    for official in 1...max(relatives, 1) {
      rows.official(official, "Petrus Klau")
      let nik = 5_371_015_203_990_002 + UInt64(official) * 1_000
      rows.relative("Skolastika Banunaek", "Anak", of: official, Facts(nik: nik, born: born))
    }
    rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", Facts(born: born))
    return rows.registry.links()
  }

  @Test func `two equally good candidates lower each other, and say so`() throws {
    let alone = try #require(links(relatives: 1).first)
    let both = links(relatives: 2)
    #expect(alone.probability > 0.9)
    #expect(alone[.rivals] == nil)
    #expect(both.count == 2)
    #expect(both.allSatisfy { $0.probability <= 0.5 && $0.probability > 0.4 })
    for link in both {
      let rivals = try #require(link[.rivals])
      #expect(rivals.level == "other_candidates")
      #expect(rivals.verdict == .against)
      #expect(rivals.bits < -0.9)
      #expect(rivals.phrase.english.hasSuffix(": 1"))
    }
    #expect(both.map(\.grade) == [.d, .d])
    #expect(alone.grade == .c)
  }

  @Test(arguments: [3, 5, 8])
  func `candidates share what one would have`(_ candidates: Int) {
    let found = links(relatives: candidates)
    #expect(found.count == candidates)
    #expect(found.reduce(0) { $0 + $1.probability } <= 1)
    #expect(Set(found.map { ($0.probability * 1e9).rounded() }).count == 1)
    #expect(found.allSatisfy { $0[.rivals]?.phrase.english.hasSuffix(": \(candidates - 1)") == true })
  }

  @Test func `one who is far behind lowers nobody`() throws {
    var rows = InventedRegistry()
    let facts = Facts(nik: 5_371_015_203_990_002, born: "1999-03-12")
    for (official, relative) in [facts, Facts(nik: 5_371_012_007_580_001)].enumerated() {
      rows.official(official, "Petrus Klau")
      rows.relative("Skolastika Banunaek", "Saudara", of: official, relative)
    }
    rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", facts)
    let links = rows.registry.links()
    #expect(links.count == 1)
    let best = try #require(links.first)
    #expect(best.probability > 0.99)
    #expect(best[.rivals]?.level ?? "far_behind" == "far_behind")
  }

  @Test func `rows that both tell of the person are no rivals`() {
    var rows = InventedRegistry()
    for official in 1...2 {
      rows.official(official, "Petrus Klau")
      rows.relative("Skolastika Banunaek", "Anak", of: official, Facts(born: "1999-03-12"))
    }
    rows.vendorPerson("Skolastika Banunaek", in: "CV Maju", Facts(born: "1999-03-12"))
    let links = rows.registry.links()
    #expect(links.count == 2)
    #expect(links.allSatisfy { $0.probability > 0.9 && $0[.rivals] == nil })
  }

  @Test func `the comparisons amount to the probability`() {
    let registry = InventedProvince(seed: 21, families: 60, strangers: 60).rows.registry
    let links = registry.links()
    #expect(links.count > 20)
    for link in links { #expect(abs(Logarithm.probability(bits: link.totalBits) - link.probability) < 1e-9) }
  }
}
