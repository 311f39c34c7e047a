import Foundation
import Records
import Testing

@testable import Intake

@Suite struct GzipStreamTests {
  private func open(_ bytes: [UInt8]) throws -> (file: InputFile, folder: ScratchFolder) {
    let folder = try ScratchFolder()
    return (try InputFile(opening: try folder.write(bytes, to: "input")), folder)
  }

  private func read(_ file: InputFile, _ range: Range<Int>) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: range.lowerBound) }
    return Array(bytes[..<count])
  }

  private func inspect(_ bytes: [UInt8]) throws -> FileReading {
    let folder = try ScratchFolder()
    let path = try folder.write(bytes, to: "input")
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return FileReader(night: night, quarantineShare: 1).read(path, as: "input")
  }

  @Test func `any bytes can be read in any order, over several members and padding`() throws {
    var random = Seeded(1_952)
    let bytes = random.bytes(5_000_000, from: "0123456789abcdef;\n".bytes)
    let packed = Gzip.pack(Array(bytes[..<3_000_000])) + Gzip.pack(Array(bytes[3_000_000...])) + [0, 0, 0]
    let (file, folder) = try open(packed)
    defer { withExtendedLifetime(folder) {} }
    #expect(file.isGzip)
    for _ in 0..<60 {
      let start = Int.random(in: 0..<5_100_000, using: &random)
      let end = start + Int.random(in: 0..<300_000, using: &random)
      #expect(try read(file, start..<end) == Array(bytes[min(start, 5_000_000)..<min(end, 5_000_000)]))
    }
    let digest = try file.finishDigest()
    #expect(digest.byteCount == packed.count)
    #expect(try inspect(packed).digest == digest.digest)
  }

  @Test func `many marks are thinned, and places stay right`() throws {
    var random = Seeded(7)
    var bytes: [UInt8] = []
    let block = random.bytes(1 << 20, from: "0123456789;\n".bytes)
    for number in 0..<72 {
      bytes += "\(number)".bytes
      bytes.append(contentsOf: block)
    }
    let (file, folder) = try open(Gzip.pack(bytes))
    defer { withExtendedLifetime(folder) {} }
    #expect(try read(file, bytes.count - 10..<bytes.count + 10) == Array(bytes.suffix(10)))
    for _ in 0..<20 {
      let start = Int.random(in: 0..<bytes.count - 1_000, using: &random)
      #expect(try read(file, start..<start + 1_000) == Array(bytes[start..<start + 1_000]))
    }
  }

  @Test func `a packed table is read like the table, its places are those of the unpacked bytes`() throws {
    let text = "nip;nama\n197904122005011001;Mel\nx;y\n"
    let reading = try inspect(Gzip.pack(text.bytes))
    #expect(reading.formDescription == "csv ; utf-8 gzip")
    #expect(reading.counts.accepted == 1)
    #expect(reading.quarantine.map(\.text) == ["x;y"])
    #expect(reading.quarantine.map(\.location.position) == [32])
    #expect(
      try inspect(Gzip.pack("<a><r><nip>197904122005011001</nip><nama>M</nama></r></a>".bytes)).formDescription
        == "xml gzip")
    #expect(try inspect(Gzip.pack(#"[{"nip":"197904122005011001","nama":"M"}]"#.bytes)).formDescription == "json gzip")
  }

  @Test func `rows of a packed file are found again`() throws {
    let folder = try ScratchFolder()
    let rows = (0..<50_000).map { "{\"nip\":\"197904122005011001\",\"nama\":\"Nama \($0)\"}" }
    try folder.write(Gzip.pack(rows.joined(separator: "\n").bytes), to: "a.json.gz")
    try folder.write(
      Gzip.pack(("nip,nama\n" + rows.indices.map { "197904122005011001,Orang \($0)\n" }.joined()).bytes), to: "b")
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let reading = try SourceReader(.init(night: night)).read([folder.path])
    #expect(reading.registry.officials.count == 100_000)
    let wanted = Set([0, 1, 49_999, 50_000, 77_777, 99_999].map { RowReference(.officials, $0) })
    let found = reading.archive.excerpts(of: wanted, in: reading.registry)
    #expect(Set(found.keys) == wanted)
    for (row, excerpt) in found {
      let official = reading.registry.officials[Int(row.index)]
      #expect(excerpt.fields.last?.value == reading.registry.text(official.name, at: official.source))
    }
  }

  @Test func `torn, damaged and overfull files are refused with their reason`() throws {
    var random = Seeded(31)
    let packed = Gzip.pack(random.bytes(300_000, from: "0123456789;\n".bytes))
    #expect(try inspect(Array(packed.dropLast(9))).fault?.message.code == "gzip-truncated")
    #expect(try inspect(Array(packed[..<15])).fault?.message.code == "gzip-truncated")
    var damaged = packed
    damaged[packed.count / 2] ^= 0x55
    #expect(try inspect(damaged).fault?.message.code == "gzip-damaged")
    #expect(try inspect(packed + "more".bytes).fault?.message.code == "gzip-damaged")
    let torn = try inspect(Array(packed.dropLast(9)))
    #expect(torn.digest.count == 64)
    #expect(torn.byteCount == packed.count - 9)
    #expect(try inspect(Gzip.pack(packed)).fault?.message.code == "file-kind")
  }

  @Test func `a bomb is refused after 8 MiB`() throws {
    let bomb = Gzip.pack([UInt8](repeating: 0x61, count: 10 << 20))
    let reading = try inspect("nip;nama\n1;".bytes.isEmpty ? [] : bomb)
    #expect(reading.fault?.message.code == "gzip-bomb")
    #expect(reading.tables.officials.isEmpty)
  }
}
