import Glibc
import Testing

@testable import Casework

@Suite struct OutputLockTests {
  @Test func `a second run is told who holds the lock`() throws {
    try withFolder { folder in
      let lock = try OutputLock(output: folder)
      let fault = #expect(throws: CaseworkFault.self) { _ = try OutputLock(output: folder) }
      #expect(fault == .locked(by: "process \(getpid()), for 0 minutes"))
      #expect(lock.output == folder)
    }
  }

  @Test func `the lock is free again when its holder is done`() throws {
    try withFolder { folder in
      do { _ = try OutputLock(output: folder) }
      _ = try OutputLock(output: folder)
      #expect(Disk.names(in: folder) == [".lock"])
    }
  }

  @Test func `whoever asks is told of the holder, and of nobody after it ended or was killed`() throws {
    try withFolder { folder in
      #expect(OutputLock.holder(of: folder) == nil)
      do {
        let lock = try OutputLock(output: folder)
        #expect(OutputLock.holder(of: lock.output) == .init(process: Int(getpid()), minutes: 0))
      }
      #expect(OutputLock.holder(of: folder) == nil)
      // What a killed run leaves: its number, and no lock.
      try Disk.remove(file: "\(folder)/.lock")
      try Disk.write(Array("process 4194305\n".utf8), to: "\(folder)/.lock")
      #expect(OutputLock.holder(of: folder) == nil)
      _ = try OutputLock(output: folder)
    }
  }

  @Test func `a run under a lock that the caller holds publishes`() throws {
    try withFolder { folder in
      let lock = try OutputLock(output: folder)
      let casebook = Casebook(output: folder, settings: Invented.settings())
      #expect(try casebook.publish(Invented.twoCases.night, holding: lock).verifyOutputs().isEmpty)
      #expect(throws: CaseworkFault.self) { try casebook.publish(Invented.twoCases.night) }
    }
  }

  @Test func `an output that is a file is refused`() throws {
    try withFolder { folder in
      try Disk.write([], to: "\(folder)/out")
      let fault = #expect(throws: CaseworkFault.self) { _ = try OutputLock(output: "\(folder)/out") }
      #expect(fault == .cannotWrite(path: "\(folder)/out", reason: "it is not a folder"))
    }
  }

  @Test func `the folders above the output are made too, closed to others`() throws {
    try withFolder { folder in
      _ = try OutputLock(output: "\(folder)/a/b")
      for made in ["a", "a/b"] { #expect(Disk.mode(of: "\(folder)/\(made)") == 0o700, "\(made)") }
    }
  }

  @Test func `an output below a file is refused`() throws {
    try withFolder { folder in
      try Disk.write([], to: "\(folder)/out")
      #expect(throws: CaseworkFault.self) { _ = try OutputLock(output: "\(folder)/out/below") }
    }
  }

  @Test func `every fault has a code and a remedy`() {
    let faults: [CaseworkFault] = [
      .locked(by: "process 1"), .cannotWrite(path: "a", reason: "b"), .checkFailed(["c"]),
      .unusableKey(path: "a", reason: "b", remedy: "c"),
    ]
    for fault in faults {
      #expect(fault.description.contains("]\n"))
      #expect(fault.description.contains("\n  remedy: "))
      #expect(NeutralWording.words(in: fault.description).isEmpty)
    }
  }
}
