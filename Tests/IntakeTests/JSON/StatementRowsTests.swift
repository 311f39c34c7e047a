import Foundation
import Records
import Testing

@testable import Intake

@Suite struct StatementRowsTests {
  private func statement(
    _ id: Int, _ record: String, _ type: String, _ details: String, date: String = "2025-01-01", status: String = "new"
  ) -> String {
    "{\"statementId\":\"s\(id)\",\"statementDate\":\"\(date)\",\"recordId\":\"\(record)\",\"recordType\":\"\(type)\","
      + "\"recordStatus\":\"\(status)\",\"recordDetails\":{\(details)}}"
  }

  private var company: String {
    statement(
      1, "e1", "entity",
      #""name":"PT Maju","entityType":{"type":"registeredEntity"},"foundingDate":"2019-02-03","#
        + #""identifiers":[{"scheme":"ID-NPWP","id":"01.417.093.0-922.000"},{"schemeName":"NIB","id":"9120000100231"}],"#
        + #""addresses":[{"type":"registered","address":"Jl. Timor 1","postCode":"85511"}]"#)
  }

  private var person: String {
    statement(
      2, "p1", "person",
      #""personType":"knownPerson","names":[{"type":"alias","fullName":"Mel"},{"type":"legal","fullName":"Melkianus Ndaumanu"}],"#
        + #""birthDate":"1979-04-12","placeOfBirth":{"name":"Soe"},"identifiers":[{"scheme":"ID-NIK","id":"5304011204790001"}]"#
    )
  }

  private func read(_ statements: String...) throws -> JSONReading {
    try JSONReading("[\n" + statements.joined(separator: ",\n") + "\n]")
  }

  @Test func `an interest is a person's part in a vendor`() throws {
    // Before the statements that it names.
    let read = try read(
      statement(
        3, "r1", "relationship",
        #""subject":"e1","interestedParty":"p1","interests":[{"type":"shareholding","directOrIndirect":"direct","#
          + #""share":{"exact":62.5},"startDate":"2019-02-03","endDate":"2024-01-01"},{"type":"boardMember"}]"#),
      company, person)
    let tables = read.reading.tables
    #expect(read.reading.form.description == "json bods")
    #expect(read.counts == [3, 3, 0])
    let vendor = try #require(tables.vendors.first)
    #expect(read.text(vendor.vendor.code) == "e1")
    #expect(vendor.vendor.taxID?.value == 14_170_930_922_000)
    #expect(vendor.businessID?.value == 9_120_000_100_231)
    #expect(vendor.registeredOn?.description == "2019-02-03")
    #expect(tables.vendorPeople.map { read.text($0.name) } == ["Melkianus Ndaumanu", "Melkianus Ndaumanu"])
    #expect(
      tables.vendorPeople.map { read.text($0.role) } == [
        "shareholding (pemegang saham)", "boardMember (anggota direksi)",
      ])
    #expect(tables.vendorPeople.map(\.share) == [Share(notation: .ofWhole, amount: 625_000), .unknown])
    let holder = try #require(tables.vendorPeople.first)
    #expect(read.text(holder.key) == "s3")
    #expect(read.text(holder.vendor.name) == "PT Maju")
    #expect(read.text(holder.birthPlace) == "Soe")
    #expect(holder.birthDate?.description == "1979-04-12")
    #expect(holder.nationalID?.value == 5_304_011_204_790_001)
    #expect(holder.period.from?.description == "2019-02-03")
    #expect(holder.period.to?.description == "2024-01-01")
    #expect(!holder.isCompany)
  }

  @Test func `entities hold as companies`() throws {
    let read = try read(
      company,
      statement(
        2, "e2", "entity", #""name":"Ndao Sejahtera","identifiers":[{"scheme":"ID-NPWP","id":"014170930922000"}]"#),
      statement(3, "r", "relationship", #""subject":"e1","interestedParty":"e2","interests":[{"type":"shareholding"}]"#)
    )
    let holder = try #require(read.reading.tables.vendorPeople.first)
    #expect(holder.isCompany)
    #expect(holder.taxID?.value == 14_170_930_922_000)
  }

  @Test func `a range of shares counts with its least, and voting rights only where no shares are stated`() throws {
    let read = try read(
      company, person,
      statement(
        3, "r1", "relationship",
        #""subject":"e1","interestedParty":"p1","interests":[{"type":"shareholding","share":{"minimum":25,"exclusiveMaximum":50}},"#
          + #"{"type":"votingRights","share":{"exact":30}}]"#),
      statement(
        4, "r2", "relationship",
        #""subject":"e1","interestedParty":"p1","interests":[{"type":"votingRights","share":{"exclusiveMinimum":75}}]"#)
    )
    #expect(read.reading.tables.vendorPeople.map(\.share.amount) == [250_000, 0, 750_000])
  }

  @Test func `what is held through others counts there, where the file has them`() throws {
    let indirect =
      #""subject":"e1","interestedParty":"p1","interests":[{"type":"shareholding","directOrIndirect":"indirect","share":{"exact":30}}]"#
    for (parts, share) in [("\"x1\"", Int64(300_000)), ("\"e1\",\"p1\"", 0)] {
      let read = try read(
        company, person, statement(3, "r1", "relationship", indirect + ",\"componentRecords\":[\(parts)]"))
      #expect(read.reading.tables.vendorPeople.map(\.share.amount) == [share])
      #expect(
        read.reading.tables.vendorPeople.map { read.text($0.role) } == ["shareholding (pemegang saham, tidak langsung)"]
      )
    }
  }

  @Test func `the latest statement of a record counts, and one that closes it ends it`() throws {
    let held = #""subject":"e1","interestedParty":"p1","interests":[{"type":"shareholding","share":{"exact":"#
    let read = try read(
      company, person, statement(3, "r1", "relationship", held + "40}}]", date: "2025-03-01", status: "closed"),
      statement(4, "r1", "relationship", held + "30}}]", date: "2025-02-01", status: "updated"),
      statement(5, "p1", "person", #""names":[{"fullName":"Nama Baru"}]"#, date: "2025-05-01", status: "updated"))
    let people = read.reading.tables.vendorPeople
    #expect(people.map(\.share.amount) == [400_000])
    #expect(people.map { $0.period.to?.description } == ["2025-03-01"])
    #expect(people.map { read.text($0.name) } == ["Nama Baru"])
  }

  @Test func `who is not in the file is set aside, and so is who is not named, under reasons of their own`() throws {
    let read = try read(
      company, statement(2, "r1", "relationship", #""subject":"e1","interestedParty":"p9","interests":[]"#),
      statement(3, "r2", "relationship", #""subject":"e1","interestedParty":{"reason":"subjectExemptFromDisclosure"}"#),
      statement(4, "e2", "entity", #""name":"Negara","entityType":{"type":"state"}"#), "{\"statementId\":\"5\"}")
    #expect(read.aside == ["bods-party@3", "bods-unnamed@4", "bods-record@6"])
    #expect(read.counts[0] == read.counts[1] + read.counts[2])
    #expect(read.reading.tables.vendors.count == 1)
  }
}
