import Testing

@testable import Intake

@Suite struct InputFileTests {
  struct Digest: CustomTestStringConvertible {
    let bytes: [UInt8]
    let digest: String
    var testDescription: String { "\(bytes.count) bytes" }
  }

  /// > NIST. "Secure Hash Standard (FIPS 180-2)", appendix B, and the digest of nothing.
  @Test(arguments: [
    Digest(bytes: [], digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Digest(bytes: "abc".bytes, digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    Digest(
      bytes: [UInt8](repeating: 0x61, count: 1_000_000),
      digest: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `digests as the standard says`(_ example: Digest) throws {
    let folder = try ScratchFolder()
    let (byteCount, digest) = try InputFile(opening: folder.write(example.bytes, to: "input")).finishDigest()
    #expect(byteCount == example.bytes.count)
    #expect(digest == example.digest)
  }

  @Test(arguments: [0, 1, 4_096, 1 << 20, (1 << 20) + 1, 3_000_000])
  func `digests all bytes once, however they were read`(_ count: Int) throws {
    var random = Seeded(14)
    let bytes = random.bytes(count)
    let folder = try ScratchFolder()
    let path = try folder.write(bytes, to: "input")
    let file = try InputFile(opening: path)
    var buffer = [UInt8](repeating: 0, count: 10_000)
    for turn in 0..<20 {
      let offset = turn.isMultiple(of: 2) ? Int.random(in: 0...count, using: &random) : min(count, turn * 4_000)
      let read = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
      #expect(read == min(10_000, count - offset))
      #expect(Array(buffer.prefix(read)) == Array(bytes[offset..<offset + read]))
    }
    let straight = try InputFile(opening: path).finishDigest()
    let wandering = try file.finishDigest()
    #expect(wandering == straight)
    #expect(straight.byteCount == count)
  }

  @Test func `says in the system's words why a file cannot be opened`() throws {
    let folder = try ScratchFolder()
    #expect(throws: InputFile.Fault(reason: "no such file or directory", isWithheld: true)) {
      _ = try InputFile(opening: folder.path + "/none")
    }
    let noFile = InputFile.Fault(
      reason: "it is not a regular file", remedy: "put the file itself here instead of a folder, pipe or device")
    #expect(throws: noFile) { _ = try InputFile(opening: folder.path) }
  }
}
