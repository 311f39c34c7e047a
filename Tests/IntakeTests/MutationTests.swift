import Foundation
import Records
import Testing

@testable import Intake

/// Small whole files of every form, changed at random: whatever comes of them, nothing crashes or hangs, rows add up,
/// rows that are set aside have a place in the file, and a second reading gives the same.
///
/// `BENTURAN_FUZZ_SECONDS` makes each form's test go on for so long, with seeds that begin at `BENTURAN_FUZZ_SEED`.
@Suite struct MutationTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["BENTURAN_FUZZ_SECONDS"].flatMap { Double($0) }
  private static let firstSeed = environment["BENTURAN_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
  /// Turns of each form where no time is set.
  private static let turns = 60
  /// The slowest of small files takes hundredths of it in a debug build.
  private static let longest = Duration.seconds(10)

  @Test(.timeLimit(.minutes(60)), arguments: SmallFile.all)
  func `any change leaves a file that is read or refused`(_ small: SmallFile) throws {
    let folder = try ScratchFolder()
    let clock = ContinuousClock()
    let start = clock.now
    var (turn, accepted, refused) = (UInt64(0), 0, 0)
    while Self.seconds.map({ start.duration(to: clock.now) < .seconds($0) }) ?? (turn < Self.turns) {
      let seed = Self.firstSeed + turn
      turn += 1
      var random = Seeded(seed)
      let bytes = small.packed(Mutation.changed(small.bytes, with: small.words, &random), &random)
      let path = try folder.write(bytes, to: "input")
      let begin = clock.now
      let reading = try read(path)
      #expect(begin.duration(to: clock.now) < Self.longest, "\(small) \(seed)")
      try check(reading, bytes, "\(small) \(seed)")
      let again = try read(path)
      #expect(Self.summary(reading) == Self.summary(again), "\(small) \(seed)")
      accepted += reading.counts.accepted
      refused += reading.fault == nil ? 0 : 1
    }
    // Changes must neither spare every file nor break every one.
    #expect(accepted > 0 && refused + accepted > Int(turn) / 4, "\(small): \(accepted) rows, \(refused) files refused")
    if Self.seconds != nil { print("\(small): \(turn) files, \(refused) refused") }
  }

  @Test func `unchanged, each of them is read whole`() throws {
    let folder = try ScratchFolder()
    for small in SmallFile.all {
      let reading = try read(try folder.write(small.isGzip ? Gzip.pack(small.bytes) : small.bytes, to: "input"))
      #expect(reading.fault == nil, "\(small)")
      #expect(reading.counts.accepted > 0 && reading.counts.quarantined == 0, "\(small)")
      #expect(!reading.datasets.isEmpty, "\(small)")
    }
  }

  private func read(_ path: String) throws -> FileReading {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return FileReader(night: night, quarantineShare: 1).read(path, as: "input")
  }

  private func check(_ reading: FileReading, _ bytes: [UInt8], _ comment: Comment) throws {
    #expect(reading.counts.read == reading.counts.accepted + reading.counts.quarantined, comment)
    #expect(reading.counts.quarantined == reading.quarantine.count, comment)
    #expect(reading.byteCount == bytes.count, comment)
    #expect(reading.digest.count == 64, comment)
    let isPlain = !reading.isGzip
    for row in reading.quarantine {
      #expect(row.location.line >= 1, comment)
      #expect(!row.message.problem.isEmpty && !row.message.remedy.isEmpty, comment)
      switch reading.form {
      case .csv, .json: if isPlain { #expect(row.location.position < UInt64(max(1, bytes.count)), comment) }
      case .sheets(let form): #expect(row.location.position >> 32 < UInt64(form.tables.count), comment)
      case .xml: if isPlain { #expect(row.location.position < UInt64(bytes.count), comment) }
      case .unread: Issue.record(comment)
      }
    }
    for warning in reading.warnings.sorted { #expect(warning.count >= warning.lines.count, comment) }
    if let fault = reading.fault { #expect(!fault.message.remedy.isEmpty, comment) }
  }

  /// All of a reading that a run shows.
  private static func summary(_ reading: FileReading) -> [String] {
    var parts = ["\(reading.counts) \(reading.digest) \(reading.formDescription) \(reading.datasets)"]
    parts.append(reading.fault.map { "\($0)" } ?? "")
    parts += reading.quarantine.map { "\($0.location) \($0.message.code) \($0.text)" }
    parts += reading.warnings.sorted.map { "\($0.message.code) \($0.column) \($0.count) \($0.lines)" }
    let arena = reading.tables.arena
    parts += reading.tables.officials.map { "\($0.source) \(arena.string($0.name)) \($0.birthDate?.description ?? "")" }
    parts += reading.tables.bids.map { "\($0.source)" } + reading.tables.vendorPeople.map { "\($0.source)" }
    return parts + reading.form.unknownColumns
  }
}

/// Random changes of bytes.
enum Mutation {
  /// Changes some bytes, one to six times.
  ///
  /// - Parameter words: Pieces that mean something in the file's form.
  static func changed(_ bytes: [UInt8], with words: [String], _ random: inout Seeded) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...80, using: &random))
      switch Int.random(in: 0...10, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.removeSubrange(..<place)
      case 5:
        let part = Array(bytes[place..<end])
        bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &random))
      case 6:
        let count = Int.random(in: 2...400, using: &random)
        let repeated = [[UInt8]](repeating: Array(bytes[place..<end]), count: count).joined()
        bytes.replaceSubrange(place..<end, with: repeated)
      case 7: bytes.insert(contentsOf: [0, 0xFF, 0xC3, 0xE2, 0xED, 0xF4].shuffled(using: &random)[..<2], at: place)
      case 8, 9: bytes.insert(contentsOf: words[Int.random(in: words.indices, using: &random)].bytes, at: place)
      default: bytes = encoded(bytes, &random)
      }
    }
    return bytes
  }

  /// The text in another encoding, or with another mark before it.
  private static func encoded(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    guard bytes.count < 100_000 else { return bytes }
    switch Int.random(in: 0...3, using: &random) {
    case 0: return [0xEF, 0xBB, 0xBF] + bytes
    case 1: return String(decoding: bytes, as: UTF8.self).wideBytes
    case 2: return [0xFE, 0xFF] + bytes.flatMap { [0, $0] }
    default: return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
  }
}
