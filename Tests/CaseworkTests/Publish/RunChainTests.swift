import FoundationEssentials
import GRDB
import Records
import Testing

@testable import Casework

@Suite struct RunChainTests {
  /// Five nights with a decision between the second and the third.
  private func withNights(_ body: (String) throws -> Void) throws {
    try withFolder { output in
      for day in 20...24 {
        var settings = Invented.settings()
        settings.asOf = CalendarDate(year: 2026, month: 11, day: day) ?? settings.asOf
        let run = try Casebook(output: output, settings: settings).publish(Invented.twoCases.night)
        if day == 21, let id = run.flaggedRows().keys.sorted().first {
          try CaseDecisions(output: output).append([
            Decision(caseID: id, verdict: .handled, reason: "r", note: "", by: "Auditor Satu", on: settings.asOf)
          ])
        }
      }
      try body(output)
    }
  }

  @Test func `an untouched chain holds`() throws {
    try withNights { output in
      let walk = try RunChain(output: output).walk()
      #expect(walk.runs == 5)
      #expect(walk.decisions == 1)
      #expect(walk.breaks == [])
      #expect(walk.notes == [])
    }
  }

  @Test func `a byte changed in any file of any run is found`() throws {
    try withNights { output in
      var random = Seeded(7)
      for run in Disk.names(in: "\(output)/runs") {
        for name in Disk.names(in: "\(output)/runs/\(run)") {
          let path = "\(output)/runs/\(run)/\(name)"
          let bytes = try Disk.read(path)
          var changed = bytes
          changed[Int.random(in: bytes.indices, using: &random)] ^= 1
          try Disk.remove(file: path)
          try Disk.write(changed, to: path)
          let first = try #require(RunChain(output: output).walk().breaks.first, "\(run)/\(name)")
          #expect(first.description.hasPrefix("\(run)/\(name): error: "))
          try Disk.remove(file: path)
          try Disk.write(bytes, to: path)
        }
      }
      #expect(try RunChain(output: output).walk().breaks == [])
    }
  }

  @Test func `timings are no part of the casebook, and each byte of them is watched nevertheless`() throws {
    try withNights { output in
      let run = try #require(Disk.names(in: "\(output)/runs").sorted().last)
      let path = "\(output)/runs/\(run)/run.json"
      let bytes = try Disk.read(path)
      let start = try #require(bytes.firstRange(of: Array("  \"timings\" : {".utf8))).lowerBound
      let end = try #require(bytes.firstRange(of: Array("\n  \"tool\"".utf8))).lowerBound
      for index in start...end {
        var changed = bytes
        changed[index] ^= 1
        try Disk.remove(file: path)
        try Disk.write(changed, to: path)
        #expect(try RunChain(output: output).walk().breaks == [.manifest(run)], "byte \(index)")
      }
      for timings in ["  \"timings\" : {\n\n  },", "  \"timings\" : {\n    \"read\" : 12\n  },", ""] {
        let other = bytes[..<start] + Array(timings.utf8) + bytes[end...]
        try Disk.remove(file: path)
        try Disk.write(Array(other), to: path)
        #expect(try RunChain(output: output).walk().breaks == [.manifest(run)], "\(timings)")
      }
    }
  }

  @Test func `a seed that inputs and run before do not give is named, though all digests fit`() throws {
    try withNights { output in
      let run = try #require(Disk.names(in: "\(output)/runs").sorted().last)
      let path = "\(output)/runs/\(run)/run.json"
      var manifest = try #require(RunManifest(json: try Disk.read(path)))
      manifest.recheck?.seed = String(repeating: "0", count: 64)
      try Disk.remove(file: path)
      try Disk.write(manifest.json, to: path)
      let store = try CaseStore(in: output)
      try store.write { database in
        try database.execute(
          sql: "UPDATE run SET manifest = ?, manifest_digest = ? WHERE id = ?",
          arguments: [Data(manifest.json), RunManifest.seal(of: manifest.json), run])
      }
      store.close()
      #expect(try RunChain(output: output).walk().breaks == [.seed(run)])
    }
  }

  @Test(arguments: [
    "UPDATE state SET level = 'sedang' WHERE run = 3", "UPDATE state SET status = 'tetap'",
    "UPDATE state SET is_closed = 1 - is_closed WHERE run = 5", "DELETE FROM state WHERE run = 2",
    "UPDATE state SET identity = 'x' WHERE run = 5",
    "UPDATE fact SET body = replace(CAST(body AS TEXT), 'kritis', 'rendah')",
    "UPDATE matter SET first_night = '2020-01-01'", "DELETE FROM party", "UPDATE party SET run = 1",
    "UPDATE run SET predecessor = NULL WHERE seq = 3", "UPDATE run SET as_of = '2026-11-19' WHERE seq = 1",
    "UPDATE run SET key_check = '0000000000000000'", "UPDATE run SET shown_to = 'root' WHERE seq = 2",
    "UPDATE run SET is_staged = 1 WHERE seq = 5", "UPDATE run SET is_staged = 1 WHERE seq = 1",
    "DROP TRIGGER journal_is_kept", "CREATE TABLE lain (a)", "DROP INDEX party_by_id",
  ])
  func `whatever is changed in the casebook's tables is found, and is found after the next night too`(
    _ sql: String
  ) throws {
    try withNights { output in
      let store = try CaseStore(in: output)
      try store.write { try $0.execute(sql: sql) }
      store.close()
      #expect(try !RunChain(output: output).walk().breaks.isEmpty)
      guard !sql.contains("key_check"), !sql.contains("is_staged") else { return }
      var settings = Invented.settings()
      settings.asOf = Invented.date(2026, 11, 25)
      _ = try Casebook(output: output, settings: settings).publish(Invented.twoCases.night)
      #expect(try !RunChain(output: output).walk().breaks.isEmpty)
    }
  }

  @Test func `another key is named, and so is what it did not seal`() throws {
    try withNights { output in
      let key = "\(output)/key"
      let shelf = try #require(SealedShelf(output: output, keyFile: nil, context: ["a"], isFresh: false))
      var writer = try #require(shelf.writer(of: "x"))
      writer.put(all: (0..<100).map { UInt64($0) })
      writer.close()
      #expect(try RunChain(output: output).walk().breaks == [])
      let name = try #require(Disk.names(in: "\(output)/.kept").first)
      let bytes = try Disk.read("\(output)/.kept/\(name)")
      var flipped = bytes
      flipped[30] ^= 1
      for changed in [bytes + [0], Array(bytes.dropLast(1)), flipped] {
        try Disk.remove(file: "\(output)/.kept/\(name)")
        try Disk.write(changed, to: "\(output)/.kept/\(name)")
        #expect(try RunChain(output: output).walk().breaks == [.kept(name)])
      }
      try Disk.remove(file: key)
      #expect(try RunChain(output: output).walk().breaks == [])
      try Disk.write(Array(String(repeating: "ab", count: 32).utf8), to: key)
      #expect(try RunChain(output: output).walk().breaks == [.key(key)])
    }
  }

  /// Writes the newest run's `run.json` as early versions did, which had no check among the timings.
  private func withoutCheck(_ output: String) throws -> (run: String, path: String, bytes: [UInt8]) {
    let run = try #require(Disk.names(in: "\(output)/runs").sorted().last)
    let path = "\(output)/runs/\(run)/run.json"
    let text = String(decoding: try Disk.read(path), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let bytes = Array(lines.filter { !$0.hasPrefix("    \"check\"") }.joined(separator: "\n").utf8)
    try #require(bytes.count < text.utf8.count)
    try Disk.remove(file: path)
    try Disk.write(bytes, to: path)
    return (run, path, bytes)
  }

  /// Lets the casebook hold a `run.json` with its timings, as early versions did.
  private func fileWhole(_ run: String, _ bytes: [UInt8], digest: String, in output: String) throws {
    let store = try CaseStore(in: output)
    defer { store.close() }
    try store.write {
      try $0.execute(
        sql: "UPDATE run SET manifest = ?, manifest_digest = ? WHERE id = ?", arguments: [Data(bytes), digest, run])
    }
  }

  @Test func `runs that an early version sealed with their timings still fit`() throws {
    try withNights { output in
      let (run, _, bytes) = try withoutCheck(output)
      try fileWhole(run, bytes, digest: Digest.hex(of: bytes), in: output)
      #expect(try RunChain(output: output).walk().breaks == [])
      #expect(CasebookHealth(of: output)?.fault == nil)
    }
  }

  @Test func `a run of an early version that is told again has its first timings back`() throws {
    try withNights { output in
      let (run, path, bytes) = try withoutCheck(output)
      try fileWhole(run, bytes, digest: RunManifest.seal(of: bytes), in: output)
      var changed = bytes
      changed[try #require(bytes.firstRange(of: Array("\"read\" : 1".utf8))).upperBound - 1] ^= 1
      try Disk.remove(file: path)
      try Disk.write(changed, to: path)
      #expect(try RunChain(output: output).walk().breaks == [.manifest(run)])
      var settings = Invented.settings()
      settings.asOf = CalendarDate(year: 2026, month: 11, day: 24) ?? settings.asOf
      #expect(try Casebook(output: output, settings: settings).publish(Invented.twoCases.night).id == run)
      #expect(try Disk.read(path) == bytes)
      #expect(try RunChain(output: output).walk().breaks == [])
    }
  }

  @Test func `an early version's run that was killed before the casebook had it is held with its timings`() throws {
    try withNights { output in
      let (run, _, bytes) = try withoutCheck(output)
      let store = try CaseStore(in: output)
      try store.write {
        try $0.execute(sql: "UPDATE run SET is_staged = 1, manifest = ? WHERE id = ?", arguments: [Data(bytes), run])
      }
      try RunFiling(store: store, runs: RunFolders(output: output)).recover()
      store.close()
      #expect(!(try RunChain(output: output).walk().breaks.contains(.manifest(run))))
    }
  }

  @Test func `a run that is taken out or told anew, and a decision that is changed, are named`() throws {
    try withNights { output in
      let runs = Disk.names(in: "\(output)/runs").sorted()
      let store = try CaseStore(in: output)
      try store.write { database in
        try database.execute(sql: "DROP TRIGGER decision_stays")
        try database.execute(sql: "UPDATE decision SET reason = 'another'")
      }
      #expect(try RunChain(output: output).walk().breaks == [.decision(1), .schema("decision_stays")])
      try store.write { database in
        try database.execute(sql: "UPDATE decision SET reason = 'r'")
        try database.execute(
          sql: """
            CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END
            """)
        try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [runs[1]])
      }
      #expect(try RunChain(output: output).walk().breaks == [.previous(runs[2]), .unknown(runs[1])])
      store.close()
      try Disk.remove(folder: "\(output)/runs/\(runs[3])")
      #expect(try RunChain(output: output).walk().breaks.contains(.missing(runs[3])))
    }
  }
}
