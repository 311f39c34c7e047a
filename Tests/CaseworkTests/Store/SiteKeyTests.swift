import Glibc
import Testing

@testable import Casework

@Suite struct SiteKeyTests {
  @Test func `a key is made once, for the owner alone`() throws {
    try withFolder { folder in
      let first = try SiteKey(at: nil, orIn: folder).digest(of: ["a"])
      #expect(Disk.mode(of: "\(folder)/key") == 0o600)
      #expect(try Disk.read("\(folder)/key").count == 65)
      #expect(try SiteKey(at: nil, orIn: folder).digest(of: ["a"]) == first)
      #expect(Disk.names(in: folder) == ["key"])
    }
  }

  @Test func `two sites have two keys`() throws {
    try withFolder { folder in
      try Disk.makeFolder("\(folder)/other")
      let first = try SiteKey(at: nil, orIn: folder).digest(of: ["a"])
      #expect(try SiteKey(at: nil, orIn: "\(folder)/other").digest(of: ["a"]) != first)
    }
  }

  struct Unusable: CustomTestStringConvertible {
    let text: String
    let mode: mode_t
    let reason: String
    var testDescription: String { reason }
  }

  @Test(arguments: [
    Unusable(text: String(repeating: "a", count: 63), mode: 0o600, reason: "the key file does not hold 64 hex digits"),
    Unusable(text: String(repeating: "g", count: 64), mode: 0o600, reason: "the key file does not hold 64 hex digits"),
    Unusable(text: "", mode: 0o600, reason: "the key file does not hold 64 hex digits"),
    Unusable(
      text: String(repeating: "a", count: 64), mode: 0o640,
      reason: "the key file may be read by others than its owner"),
    Unusable(
      text: String(repeating: "a", count: 64), mode: 0o604,
      reason: "the key file may be read by others than its owner"),
  ])
  func `refuses a key that is malformed or open, with a remedy`(_ example: Unusable) throws {
    try withFolder { folder in
      let path = "\(folder)/site.key"
      try Disk.write(Array(example.text.utf8), to: path)
      chmod(path, example.mode)
      let fault = #expect(throws: CaseworkFault.self) { try SiteKey(at: path, orIn: folder) }
      guard case .unusableKey(path, let reason, let remedy) = fault else {
        Issue.record("another fault: \(String(describing: fault))")
        return
      }
      #expect(reason == example.reason)
      #expect(!remedy.isEmpty)
    }
  }

  @Test func `a named key file that is missing is not made`() throws {
    try withFolder { folder in
      #expect(throws: CaseworkFault.self) { try SiteKey(at: "\(folder)/none", orIn: folder) }
      #expect(Disk.names(in: folder).isEmpty)
    }
  }

  @Test(arguments: ["\n", "\r\n", ""])
  func `one line end after the digits is no fault`(_ end: String) {
    #expect(SiteKey.parse(Array((String(repeating: "0F", count: 32) + end).utf8)) == Array(repeating: 15, count: 32))
  }
}
