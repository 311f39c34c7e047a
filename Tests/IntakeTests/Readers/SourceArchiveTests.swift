import Foundation
import Records
import Testing

@testable import Intake

@Suite struct SourceArchiveTests {
  private func read(_ path: String) throws -> Reading {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return try SourceReader(.init(night: night)).read([path])
  }

  @Test func `gives back the raw fields of the columns that made a record`() throws {
    let folder = try ScratchFolder()
    let text =
      "lain;nip;nama;tanggal_lahir;nik\r\n\r\nx;'197904122005011001;\"Melkianus \"\"Mel\"\"\r\n Ndaumanu\";31/02/1979;5,31E+15\r\n"
    try folder.write(text, to: "pegawai.csv")
    let reading = try read(folder.path)
    let row = RowReference(.officials, 0)
    let excerpt = try #require(reading.archive.excerpts(of: [row], in: reading.registry)[row])
    #expect(excerpt.path == "pegawai.csv")
    #expect(excerpt.line == 3)
    #expect(
      excerpt.byteOffset == text.utf8.count
        - "x;'197904122005011001;\"Melkianus \"\"Mel\"\"\r\n Ndaumanu\";31/02/1979;5,31E+15\r\n".utf8.count)
    #expect(excerpt.digest == reading.registry.sources[0].digest)
    #expect(
      excerpt.fields == [
        .init(column: "nip", value: "'197904122005011001", content: .civilServantID, repairs: [.apostrophe]),
        .init(column: "nama", value: "Melkianus \"Mel\"\r\n Ndaumanu", content: .personName),
        .init(column: "tanggal_lahir", value: "31/02/1979", content: .other, repairs: [.unreadable]),
        .init(column: "nik", value: "5,31E+15", content: .nationalID, repairs: [.floatRefused]),
      ])
  }

  @Test func `a relative of a wide row has that relative's columns only`() throws {
    let folder = try ScratchFolder()
    try folder.write(
      "nip,nama_pegawai,nama_ayah,ttl_ayah,nama_ibu\n197904122005011001,Mel,Zakarias,\"Ba'a, 1 Juli 1949\",Orpa\n",
      to: "lebar.csv")
    let reading = try read(folder.path)
    #expect(reading.registry.relatives.count == 2)
    let rows = [RowReference(.relatives, 0), RowReference(.relatives, 1)]
    let excerpts = reading.archive.excerpts(of: Set(rows), in: reading.registry)
    #expect(excerpts[rows[0]]?.fields.map(\.column) == ["nip", "nama_ayah", "ttl_ayah"])
    #expect(excerpts[rows[1]]?.fields.map(\.value) == ["197904122005011001", "Orpa"])
  }

  @Test func `a number that too many names share is cited as nobody's`() throws {
    let folder = try ScratchFolder()
    let rows = (0..<100).map { index in
      let number = 5_371_010_101_800_001 + (index < 30 ? 0 : index)
      return "\(198_001_012_005_011_001 + index);Pegawai \(index);\(number)\n"
    }
    try folder.write("nip;nama;nik\n" + rows.joined(), to: "pegawai.csv")
    let reading = try read(folder.path)
    let cited = [0, 50].map { RowReference(.officials, $0) }
    let excerpts = reading.archive.excerpts(of: Set(cited), in: reading.registry)
    #expect(excerpts[cited[0]]?.fields.last?.repairs == [.genericRefused])
    #expect(excerpts[cited[1]]?.fields.last?.repairs == [])
  }

  @Test(.enabled(if: Nearby.exports != nil, "fixtures/exports is beside the tests"))
  func `every record of every export is found again in its file`() throws {
    let exports = try #require(Nearby.exports)
    let reading = try read(exports)
    let registry = reading.registry
    let counts: [(Dataset, Int)] = [
      (.officials, registry.officials.count), (.relatives, registry.relatives.count), (.bids, registry.bids.count),
      (.vendorPeople, registry.vendorPeople.count), (.tenders, registry.tenders.count), (.roles, registry.roles.count),
    ]
    let rows = Set(counts.flatMap { dataset, count in (0..<count).map { RowReference(dataset, $0) } })
    let excerpts = reading.archive.excerpts(of: rows, in: registry)
    #expect(Set(excerpts.keys) == rows)
    for (row, excerpt) in excerpts {
      guard let offset = excerpt.byteOffset else { continue }
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(exports)/\(excerpt.path)")))
      let isWide = registry.source(registry.location(of: row)).form.contains("utf-16")
      let before = bytes[..<offset].count { $0 == 0x0A }
      #expect(before == excerpt.line - 1 || isWide, "\(excerpt.path)")
    }
    for (index, official) in registry.officials.enumerated() {
      let fields = try #require(excerpts[RowReference(.officials, index)]).fields
      let name = fields.first { $0.content == .personName }?.value.trimmingCharacters(in: .whitespaces)
      #expect(name == registry.text(official.name, at: official.source))
    }
  }

  @Test func `a file that has gone gives no excerpt`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("nip,nama\n197904122005011001,Mel\n", to: "pegawai.csv")
    let reading = try read(folder.path)
    try FileManager.default.removeItem(atPath: path)
    #expect(reading.archive.excerpts(of: [RowReference(.officials, 0)], in: reading.registry).isEmpty)
  }
}
