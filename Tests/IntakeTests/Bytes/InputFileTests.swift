import Crypto
import Foundation
import Testing

@testable import Intake

@Suite struct InputFileTests {
  private func hex(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
  }

  @Test(arguments: [0, 1, 4_096, 1 << 20, (1 << 20) + 1, 3_000_000])
  func `digests all bytes once, however they were read`(_ count: Int) throws {
    var random = Seeded(14)
    let bytes = random.bytes(count)
    let folder = try ScratchFolder()
    let file = try InputFile(opening: folder.write(bytes, to: "input"))
    var buffer = [UInt8](repeating: 0, count: 10_000)
    for _ in 0..<20 {
      let offset = Int.random(in: 0...count, using: &random)
      let read = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
      #expect(read == min(10_000, count - offset))
      #expect(Array(buffer.prefix(read)) == Array(bytes[offset..<offset + read]))
    }
    let (byteCount, digest) = try file.finishDigest()
    #expect(byteCount == count)
    #expect(digest == hex(bytes))
  }

  @Test func `says in the system's words why a file cannot be opened`() throws {
    let folder = try ScratchFolder()
    #expect(throws: InputFile.Fault(reason: "no such file or directory")) {
      _ = try InputFile(opening: folder.path + "/none")
    }
    #expect(throws: InputFile.Fault(reason: "it is not a regular file")) { _ = try InputFile(opening: folder.path) }
  }
}
