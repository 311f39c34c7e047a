import Foundation
import Records
import Testing

@testable import Intake

@Suite struct ReleaseRowsTests {
  private static let release = #"""
    {"ocid": "ocds-20h3g7-12482010", "id": "1", "date": "2025-03-01T00:00:00Z", "tag": ["compiled"],
     "parties": [
       {"id": "P1", "name": "CV Maju", "roles": ["tenderer", "supplier"],
        "identifier": {"scheme": "ID-NPWP", "id": "01.417.093.0-922.000"},
        "additionalIdentifiers": [{"scheme": "ID-NIB", "id": "9120000100231"}],
        "address": {"streetAddress": "Jl. Timor 1", "locality": "Soe"}, "contactPoint": {"telephone": "0812345678"}},
       {"id": "B", "name": "Pemkab TTS", "roles": ["buyer"]}],
     "buyer": {"id": "B", "name": "Pemkab TTS"},
     "planning": {"budget": {"amount": {"amount": 1000000000, "currency": "IDR"}}},
     "tender": {"id": "12482010", "title": "Jalan", "procuringEntity": {"name": "Dinas PUPR"},
       "value": {"amount": 999999999.5, "currency": "IDR"}, "procurementMethod": "open",
       "mainProcurementCategory": "works", "tenderPeriod": {"startDate": "2025-01-15T08:00:00Z"}},
     "bids": {"details": [
       {"status": "valid", "tenderers": [{"id": "P1"}], "value": {"amount": 900000000, "currency": "IDR"}},
       {"status": "disqualified", "tenderers": [{"id": "P2", "name": "CV Lain"}, {"id": "P3", "name": "CV Ketiga"}],
        "value": {"amount": 5, "currency": "USD"}},
       {"status": "invited", "tenderers": [{"id": "P4", "name": "CV Undangan"}], "value": {"amount": 7}}]},
     "awards": [
       {"id": "a1", "status": "active", "date": "2025-02-01", "suppliers": [{"id": "P1"}]},
       {"id": "a2", "status": "cancelled", "date": "2025-02-02", "suppliers": [{"id": "P9", "name": "CV Batal"}]}],
     "contracts": [{"id": "K/1", "awardID": "a1", "status": "active", "dateSigned": "2025-02-20",
       "value": {"amount": 890000000, "currency": "IDR"}}]}
    """#

  @Test func `a release gives its tender, bids, awards and vendors`() throws {
    let read = try JSONReading(Self.release)
    let tables = read.reading.tables
    #expect(read.reading.form.description == "json ocds")
    #expect(read.reading.datasets == [.vendors, .tenders, .bids])
    let tender = try #require(tables.tenders.first)
    #expect(tables.tenders.count == 1)
    #expect(read.text(tender.package.code) == "12482010")
    #expect(
      [tender.name, tender.unit, tender.government].map { read.text($0) } == ["Jalan", "Dinas PUPR", "Pemkab TTS"])
    #expect(
      [tender.ceiling, tender.estimate, tender.contractValue].map { $0?.sen } == [
        100_000_000_000, 99_999_999_950, 89_000_000_000,
      ])
    #expect(
      [tender.announcedOn, tender.awardedOn, tender.contractedOn].map { $0?.description } == [
        "2025-01-15", "2025-02-01", "2025-02-20",
      ])
    #expect(read.text(tender.winner.name) == "CV Maju")
    #expect(
      tables.bids.map { read.text($0.vendor.name) } == ["CV Maju", "CV Lain", "CV Ketiga", "CV Undangan", "CV Maju"])
    #expect(tables.bids.map(\.outcome) == [.bid, .registered, .registered, .registered, .contracted])
    #expect(tables.bids.map { read.text($0.reason) } == ["", "disqualified", "disqualified", "invited", ""])
    #expect(tables.bids.allSatisfy { read.text($0.package.code) == "12482010" })
    #expect(tables.bids.first?.vendor.taxID?.value == 14_170_930_922_000)
    let vendor = try #require(tables.vendors.first)
    #expect(tables.vendors.count == 1)
    #expect(read.text(vendor.vendor.code) == "P1")
    #expect(vendor.businessID?.value == 9_120_000_100_231)
    #expect(read.text(vendor.address) == "Jl. Timor 1, Soe")
    #expect(read.warnings == ["amount-currency bids/details/value [15, 15]"])
    for bid in tables.bids { #expect(Self.release.bytes[Int(bid.source.position)] == 0x7B) }
  }

  @Test func `who is only listed as a tenderer is registered, and who bid counts once`() throws {
    let listed = #""tender": {"tenderers": [{"id": "P1"}, {"name": "cv. LAIN"}, {"id": "P7", "name": "CV Ketujuh"}], "#
    let read = try JSONReading(Self.release.replacing(#""tender": {"#, with: listed))
    let bids = read.reading.tables.bids
    #expect(
      bids.map { read.text($0.vendor.name) } == [
        "CV Maju", "CV Lain", "CV Ketiga", "CV Undangan", "CV Ketujuh", "CV Maju",
      ])
    #expect(bids.map(\.outcome)[4] == .registered)
    #expect(bids[4].bidValue == nil && read.text(bids[4].package.code) == "12482010")
  }

  @Test func `packages, records and lines give the same`() throws {
    let release = Self.release.replacing("\n", with: " ")
    let forms = [
      "{\"uri\": \"x\", \"version\": \"1.1\", \"releases\": [\(release)]}",
      "{\"version\": \"1.1\", \"packages\": [\"x\"], \"records\": [{\"ocid\": \"ocds-20h3g7-12482010\", \"compiledRelease\": \(release),"
        + " \"releases\": [{\"url\": \"y\"}]}]}",
      "{\"records\": [{\"ocid\": \"ocds-20h3g7-12482010\", \"releases\": [\(release)]}]}", "\(release)\n\(release)\n",
      "[\(release)]",
    ]
    for text in forms {
      let tables = try JSONReading(text).reading.tables
      let times = text.hasPrefix("{\"ocid") ? 2 : 1
      #expect(tables.tenders.count == times)
      #expect(tables.bids.count == 5 * times)
      #expect(tables.vendors.count == times)
    }
  }

  @Test func `a release without its tender is called like the tender that its process has`() throws {
    let read = try JSONReading(
      #"{"releases":[{"ocid":"ocds-abc123-X-1","tender":{"id":"4455667","title":"Jalan"}},"#
        + #"{"ocid":"ocds-abc123-X-1","awards":[{"suppliers":[{"id":"1","name":"CV A"}]}]},"#
        + #"{"ocid":"ocds-abc123-778899","awards":[{"suppliers":[{"id":"1","name":"CV A"}]}]},"#
        + #"{"ocid":"ocds-abc123-Y","awards":[{"suppliers":[{"id":"1","name":"CV A"}]}]}]}"#)
    #expect(read.reading.tables.bids.map { read.text($0.package.code) } == ["4455667", "778899", "ocds-abc123-Y"])
    #expect(read.reading.tables.bids.map(\.outcome) == [.won, .won, .won])
  }

  @Test func `of a versioned release the last values count`() throws {
    let read = try JSONReading(
      #"{"records":[{"ocid":"ocds-1","versionedRelease":{"ocid":"ocds-1","tender":{"title":[{"releaseDate":"1","value":"Lama"},"#
        + #"{"releaseDate":"2","value":"Baru"}]}}}]}"#)
    #expect(read.reading.tables.tenders.map { read.text($0.name) } == ["Baru"])
  }

  @Test func `releases that stand elsewhere, and bids of nobody, are set aside`() throws {
    let read = try JSONReading(
      "{\"ocid\":\"ocds-1\",\"releases\":[{\"url\":\"x\"}]}\n{\"ocid\":null}\n"
        + "{\"ocid\":\"ocds-2\",\"bids\":{\"details\":[{\"value\":{\"amount\":1}}]}}\n{\"ocid\":\"ocds-3\"}\n")
    #expect(read.aside == ["ocds-release@1", "ocds-release@2", "missing-required@3"])
    #expect(read.reading.counts.blank == 1)
  }
}
