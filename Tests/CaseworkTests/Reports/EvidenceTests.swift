import Foundation
import Records
import Testing

@testable import Casework

@Suite struct EvidenceTests {
  private func lines(_ language: Language = .indonesian) -> [[UInt8]] {
    let bytes = Casebook.reports(of: Invented.twoCases.night, Invented.settings(language))[Evidence.name] ?? []
    return bytes.split(separator: 0x0A).map(Array.init)
  }

  private func record(_ index: Int) throws -> EvidenceRecord {
    try #require(JSONText.value(EvidenceRecord.self, from: lines()[index]))
  }

  @Test func `a record is the same after reading and writing it`() throws {
    for line in lines() {
      let record = try #require(JSONText.value(EvidenceRecord.self, from: line))
      #expect(JSONText.bytes(of: record) == line)
    }
  }

  @Test func `the waterfall adds up`() throws {
    let link = try record(0).links[0]
    #expect(link.priorBits == -14 && link.comparisons.map(\.bits) == [9.12, 21.5, -1.25])
    #expect(link.totalBits == 15.37)
    #expect(link.probability == 0.9999)
  }

  @Test func `both rows stand as written and as understood, masked`() throws {
    let side = try record(0).links[0].government
    #expect(
      side.asWritten == [
        .init(
          column: "NIP", value: "19**************01",
          repairs: [.init(code: "apostrophe", phrase: "tanda petik di depan angka dilepas")]),
        .init(column: "Nama", value: "Maria Bere"),
        .init(column: "NIK", value: "53************01"), .init(column: "Ket", value: "hp 08**-****-**90"),
      ])
    #expect(
      side.asUnderstood == [
        "name": "Maria Bere", "key": "K-1", "relation": "istri", "birth_date": "1980-04-05", "nik": "53************01",
      ])
  }

  @Test func `a minor's names are initials in values, excerpts and comparisons`() throws {
    let link = try record(1).links[0]
    #expect(link.comparisons[0].left == "R. P. D." && link.comparisons[0].right == "R. P. D.")
    #expect(link.government.asWritten[1].value == "R. P. D.")
    #expect(link.vendor.asUnderstood["name"] == "R. P. D.")
  }

  @Test func `sources lead back to the bytes`() throws {
    let source = try #require(try record(0).sources.first { $0.row == "keluarga.csv#2" })
    #expect(source.byteOffset == 80 && source.line == 2)
    #expect(source.sha256 == String(repeating: "1", count: 64))
    #expect(
      try record(0).sources.map(\.row) == [
        "asn.csv#2", "keluarga.csv#2", "pengurus.csv#2", "paket.csv#3", "paket.csv#3", "paket.csv#2", "paket.csv#2",
      ])
  }

  @Test func `a row in XML has no byte offset`() throws {
    var world = Invented.twoCases
    let old = world.registry.sources[3]
    world.registry.sources[3] = SourceFile(
      path: "paket.xml", byteCount: 1, digest: old.digest, form: "xml", datasets: old.datasets, counts: old.counts,
      warnings: [], unknownColumns: [])
    let bytes = Casebook.reports(of: world.night, Invented.settings())[Evidence.name] ?? []
    let record = try #require(JSONText.value(EvidenceRecord.self, from: bytes.prefix { $0 != 0x0A }))
    let source = try #require(record.sources.first { $0.file == "paket.xml" })
    #expect(source.byteOffset == nil && source.line == 3)
  }

  @Test func `findings name rule, version, thresholds and basis`() throws {
    let finding = try record(0).findings[0]
    #expect(finding.rule == "kin-holds-bidder" && finding.ruleVersion == "1")
    #expect(finding.thresholds == ["smallest_share": "0"])
    #expect(finding.legalBasis == "UU 30/2014 pasal 43(1)b")
    #expect(
      finding.path.map(\.step) == ["official", "relative", "vendor_person", "holding", "vendor", "package", "role"])
  }

  @Test(arguments: Language.allCases)
  func `every line fits the schema that ships with the program`(_ language: Language) throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(EvidenceSchema.text.utf8)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    for line in lines(language) {
      let object = try JSONSerialization.jsonObject(with: Data(line))
      #expect(SchemaCheck(definitions: definitions).faults(of: object, in: schema, at: "") == [])
    }
  }

  @Test(arguments: Language.allCases, [false, true])
  func `a case about two bidders fits it as well, with no official`(_ language: Language, _ isCompany: Bool) throws {
    let night = Invented.bidders(isCompany: isCompany).night
    let bytes = Casebook.reports(of: night, Invented.settings(language))[Evidence.name] ?? []
    let line = try #require(bytes.split(separator: 0x0A).first)
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(EvidenceSchema.text.utf8)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let object = try JSONSerialization.jsonObject(with: Data(line))
    #expect(SchemaCheck(definitions: definitions).faults(of: object, in: schema, at: "") == [])
    let record = try #require(JSONText.value(EvidenceRecord.self, from: line))
    #expect(JSONText.bytes(of: record) == Array(line))
    #expect(record.case.official == nil && record.case.rival?.name == "CV Bukit Timur")
    #expect(record.links.map(\.kind) == (isCompany ? [] : ["penyedia"]))
    #expect(record.findings[0].link == record.links.first?.id)
    #expect(record.case.grade == (isCompany ? "A" : "B"))
    #expect(record.case.sentence.contains("CV Mitra Karya") && record.case.sentence.contains("CV Bukit Timur"))
  }
}

/// As much of JSON Schema as the program's own schema uses.
private struct SchemaCheck {
  let definitions: [String: Any]

  func faults(of value: Any, in schema: [String: Any], at place: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      guard let target = definitions[name] as? [String: Any] else { return ["\(place): no definition \(name)"] }
      return faults(of: value, in: target, at: place)
    }
    if let allowed = schema["enum"] as? [String] {
      return (value as? String).map(allowed.contains) == true ? [] : ["\(place): not in the list"]
    }
    switch schema["type"] as? String {
    case "object": return objectFaults(value, schema, place)
    case "array":
      guard let values = value as? [Any], let items = schema["items"] as? [String: Any] else {
        return ["\(place): no array"]
      }
      return values.enumerated().flatMap { faults(of: $1, in: items, at: "\(place)[\($0)]") }
    case "string":
      guard let text = value as? String else { return ["\(place): no string"] }
      guard let pattern = schema["pattern"] as? String else { return [] }
      return text.range(of: pattern, options: .regularExpression) == nil ? ["\(place): another pattern"] : []
    case "integer", "number": return value is NSNumber ? [] : ["\(place): no number"]
    case "boolean": return value is Bool ? [] : ["\(place): no boolean"]
    default: return ["\(place): no type"]
    }
  }

  private func objectFaults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    guard let object = value as? [String: Any] else { return ["\(place): no object"] }
    let properties = schema["properties"] as? [String: Any] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    var faults = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place).\($0): missing" }
    for (name, member) in object {
      if let property = properties[name] as? [String: Any] ?? others {
        faults += self.faults(of: member, in: property, at: "\(place).\(name)")
      } else {
        faults.append("\(place).\(name): not in the schema")
      }
    }
    return faults
  }
}
