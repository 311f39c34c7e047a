import Glibc
import Records
import Testing

@testable import Casework

@Suite struct SealedShelfTests {
  private static let values = (0..<300_000).map { UInt64($0) }

  private func shelf(_ folder: String, _ context: String = "a", key: String? = nil, isFresh: Bool = false)
    -> SealedShelf?
  {
    SealedShelf(output: folder, keyFile: key, context: [context], isFresh: isFresh)
  }

  private func keep(_ shelf: SealedShelf?, as name: String) throws {
    var writer = try #require(shelf?.writer(of: name))
    writer.put(all: Self.values)
    writer.close()
  }

  private func isThere(_ shelf: SealedShelf?, _ name: String) -> Bool {
    guard var reader = shelf?.reader(of: name), let values = try? reader.all(UInt64.self) else { return false }
    return values == Self.values && reader.isAtEnd()
  }

  private func file(_ folder: String) throws -> String {
    let names = Disk.names(in: "\(folder)/.kept")
    try #require(names.count == 1)
    return "\(folder)/.kept/\(names[0])"
  }

  @Test func `what one night kept the next one finds, under the same name, key and context alone`() throws {
    try withFolder { folder in
      try keep(shelf(folder), as: "x")
      #expect(isThere(shelf(folder), "x"))
      #expect(!isThere(shelf(folder), "y"))
      #expect(!isThere(shelf(folder, "b"), "x"))
      #expect(!isThere(shelf(folder, isFresh: true), "x"))
      let other = "\(folder)/other.key"
      try Disk.write(Array(String(repeating: "ab", count: 32).utf8), to: other)
      #expect(!isThere(shelf(folder, key: other), "x"))
      #expect(isThere(shelf(folder), "x"))
    }
  }

  @Test func `nothing of it can be read without the key, nor by others`() throws {
    try withFolder { folder in
      let name = "Dorkas Pello"
      var writer = try #require(shelf(folder)?.writer(of: name))
      for _ in 0..<100 { writer.put(all: Array(name.utf8)) }
      writer.close()
      let path = try file(folder)
      let bytes = try Disk.read(path)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Dorkas"))
      #expect(!path.contains("Dorkas"))
      #expect(Disk.mode(of: path) == 0o600)
      #expect(Disk.mode(of: "\(folder)/.kept") == 0o700)
    }
  }

  @Test func `a file that was changed or cut anywhere is as if it were not there`() throws {
    try withFolder { folder in
      try keep(shelf(folder), as: "x")
      let path = try file(folder)
      let whole = try Disk.read(path)
      var random = Seeded(1)
      for turn in 0..<60 {
        var bytes = whole
        let place = turn < 30 ? turn : Int.random(in: bytes.indices, using: &random)
        if turn % 2 == 0 { bytes[place] ^= 1 << UInt8(turn % 8) } else { bytes.removeLast(bytes.count - place) }
        try Disk.remove(file: path)
        try Disk.write(bytes, to: path)
        #expect(!isThere(shelf(folder), "x"), "turn \(turn), byte \(place)")
      }
      try Disk.remove(file: path)
      try Disk.write(whole, to: path)
      #expect(isThere(shelf(folder), "x"))
    }
  }

  @Test func `one content cannot be put in place of another`() throws {
    try withFolder { folder in
      try keep(shelf(folder), as: "x")
      let first = try file(folder)
      let bytes = try Disk.read(first)
      try keep(shelf(folder), as: "y")
      let second = try #require(Disk.names(in: "\(folder)/.kept").map { "\(folder)/.kept/\($0)" }.first { $0 != first })
      try Disk.remove(file: second)
      try Disk.write(bytes, to: second)
      #expect(!isThere(shelf(folder), "y"))
    }
  }

  @Test func `at a night's end goes what it did not ask for, and what was not written to its end`() throws {
    try withFolder { folder in
      let first = shelf(folder)
      for name in ["x", "y", "z"] { try keep(first, as: name) }
      let second = shelf(folder)
      _ = second?.reader(of: "x")
      try keep(second, as: "w")
      var unfinished = try #require(second?.writer(of: "v"))
      unfinished.put(all: Self.values)
      second?.clear()
      #expect(Disk.names(in: "\(folder)/.kept").count == 2)
      #expect(isThere(shelf(folder), "x"))
      #expect(isThere(shelf(folder), "w"))
      #expect(!isThere(shelf(folder), "v"))
      try SealedShelf.empty(in: folder)
      #expect(Disk.kind(of: "\(folder)/.kept") == nil)
    }
  }

  @Test func `beside a casebook that does not tell which key is right nothing is kept, and no key is made`() throws {
    try withFolder { folder in
      try Disk.write(Array("rusak".utf8), to: "\(folder)/\(CaseStore.fileName)")
      #expect(shelf(folder) == nil)
      #expect(Disk.kind(of: "\(folder)/key") == nil)
    }
  }
}
