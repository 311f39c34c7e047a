import Records
import Testing

@testable import Casework

@Suite struct NumberingTests {
  private let numbering = Numbering(key: SiteKey(bytes: Array(repeating: 7, count: 32)))

  // HMAC-SHA-256 under 32 bytes of 7, worked out with another program.
  @Test func `an id is the same on every night`() {
    let ids = numbering.caseIDs(of: [(Invented.nip.digits, "npwp:012345674")])
    #expect(ids == ["BK-T3SN-HVRS-V"])
  }

  @Test func `ids do not depend on the order of the cases`() {
    let pairs = (0..<200).map { (one: Invented.nip.digits, vendor: "kode:\($0)") }
    let ids = numbering.caseIDs(of: pairs)
    #expect(numbering.caseIDs(of: pairs.reversed()) == ids.reversed())
  }

  @Test func `ids are unique letters and digits with a check symbol`() {
    let ids = numbering.caseIDs(of: (0..<5000).map { (one: Invented.nip.digits, vendor: "kode:\($0)") })
    #expect(Set(ids).count == 5000)
    #expect(ids.allSatisfy { Numbering.canonical($0) == $0 })
  }

  @Test func `two pairs of one code get two ids`() {
    let ids = numbering.caseIDs(of: [(Invented.nip.digits, "kode:1"), (Invented.nip.digits, "kode:1")])
    #expect(ids[0] != ids[1])
  }

  @Test func `another key gives other ids`() {
    let other = Numbering(key: SiteKey(bytes: Array(repeating: 8, count: 32)))
    #expect(
      other.caseIDs(of: [(Invented.nip.digits, "kode:1")]) != numbering.caseIDs(of: [(Invented.nip.digits, "kode:1")]))
  }

  @Test func `a link's id rests on what its rows say, not on where they stand`() {
    let world = Invented.twoCases
    let ids = numbering.linkIDs(of: world.judgement.links, in: world.registry)
    var moved = world.registry
    moved.relatives.change { _, relative in
      relative.source = SourceLocation(file: relative.source.file, line: relative.source.line + 7, position: 9)
    }
    #expect(numbering.linkIDs(of: world.judgement.links, in: moved) == ids)
    #expect(ids.allSatisfy { $0.hasPrefix("BT-") } && Set(ids).count == 2)
    moved.relatives.change { place, relative in
      if place == 0 { relative.birthDate = Invented.date(1980, 4, 6) }
    }
    #expect(numbering.linkIDs(of: world.judgement.links, in: moved)[0] != ids[0])
  }

  @Test(arguments: ["BX-0000-0015-0", "BK-0000-0015-1", "4812", ""])
  func `what is no id has no canonical form`(_ typed: String) {
    #expect(Numbering.canonical(typed) == nil)
  }

  @Test func `an id may be typed in small letters without hyphens`() {
    #expect(Numbering.canonical("bk000000150") == "BK-0000-0015-0")
  }
}
