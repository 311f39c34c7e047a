import Foundation
import Glibc
import Testing

/// A disk that is full before the night is done.
@Suite(.enabled(if: SmallDisk.isPermitted, "a small file system cannot be mounted here"))
struct DiskFullTests {
  @Test(arguments: [8, 16, 32, 64, 128, 256, 352, 380])
  func `nothing is published, and the status is 73`(_ kibibytes: Int) throws {
    let disk = try SmallDisk(kibibytes: kibibytes)
    let outcome = try disk.workspace.program.run(Province.arguments(output: "disk/output") + ["--quiet"])
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("[output-unwritable]") && outcome.messages.contains("remedy: make room"))
    #expect(outcome.messages.split(separator: "\n").count == 2)
    let published = PublishedFolder(disk.workspace.path("disk/output"))
    #expect(published.latest == nil)
    #expect(try disk.workspace.tree("disk").filter { $0.contains(".staging") || $0.contains("/runs/") }.isEmpty)
  }

  @Test func `the run that was published before stays, and the night succeeds once there is room`() throws {
    let disk = try SmallDisk(kibibytes: 320)
    for (name, text) in SmallInput().files { try disk.workspace.write(text, to: "input/\(name)") }
    let small = ["run", "--input", "input", "--output", "disk/output", "--as-of", "2026-11-22", "--key-file", "key"]
    #expect(try disk.workspace.program.run(small).status == 0)
    let published = PublishedFolder(disk.workspace.path("disk/output"))
    let before = try published.files()
    let latest = published.latest
    for _ in 1...2 {
      #expect(try disk.workspace.program.run(Province.arguments(output: "disk/output")).status == 73)
      #expect(published.latest == latest)
      #expect(try published.files() == before)
      #expect(try disk.workspace.program.run("verify", "disk/output").status == 0)
    }
    try disk.grow(kibibytes: 4096)
    #expect(try disk.workspace.program.run(Province.arguments(output: "disk/output")).status == 0)
    #expect(published.latest != latest)
    #expect(try disk.workspace.program.run("verify", "disk/output").status == 0)
  }
}

/// A disk that somebody made read-only.
@Suite(.enabled(if: SmallDisk.isPermitted, "a small file system cannot be mounted here"))
struct ReadOnlyDiskTests {
  @Test func `latest and casebook stay as they were, and every command that writes says why`() throws {
    let disk = try SmallDisk(kibibytes: 4096)
    for (name, text) in SmallInput().files { try disk.workspace.write(text, to: "input/\(name)") }
    func night(_ date: String) throws -> Program.Outcome {
      try disk.workspace.program.run(
        "run", "--input", "input", "--output", "disk/output", "--as-of", date, "--key-file", "key")
    }
    #expect(try night("2026-11-22").status == 0)
    let before = try Tree.files(below: disk.workspace.path("disk/output"))
    let latest = PublishedFolder(disk.workspace.path("disk/output")).latest
    try disk.close()
    let purge = [
      "purge", "--output", "disk/output", "--person", SmallInput.officialNIP, "--by", "A", "--reason", "r",
      "--key-file", "key",
    ]
    for outcome in [try night("2026-11-23"), try disk.workspace.program.run(purge)] {
      #expect(outcome.status == 73)
      #expect(outcome.messages.contains("remedy: "))
    }
    #expect(try Tree.files(below: disk.workspace.path("disk/output")) == before)
    #expect(PublishedFolder(disk.workspace.path("disk/output")).latest == latest)
  }

  @Test func `an archive can be verified, and its cases listed and exported`() throws {
    let disk = try SmallDisk(kibibytes: 4096)
    for (name, text) in SmallInput().files { try disk.workspace.write(text, to: "input/\(name)") }
    let night = ["run", "--input", "input", "--output", "disk/output", "--as-of", "2026-11-22"]
    #expect(try disk.workspace.program.run(night).status == 0)
    try disk.close()
    let verified = try disk.workspace.program.run("verify", "disk/output")
    #expect(verified.status == 0 && verified.output.contains("chain: 1 runs"), "\(verified.messages)")
    for command in [["review", "list"], ["review", "export"]] {
      let outcome = try disk.workspace.program.run(command + ["--output", "disk/output"])
      #expect(outcome.status == 0 && outcome.output.contains("BK-"), "\(outcome.messages)")
    }
  }
}

/// A file system in memory of a few kibibytes, in a workspace's folder `disk`; unmounted with the value.
final class SmallDisk {
  let workspace: Workspace

  init(kibibytes: Int) throws {
    workspace = try Workspace()
    try workspace.write(Fixtures.key + "\n", to: "key")
    guard mkdir(workspace.path("disk"), 0o700) == 0 else { throw Program.Failure("disk", errno) }
    try mount("size=\(kibibytes)k")
  }

  deinit { _ = try? workspace.program.run("/bin/umount", ["disk"]) }

  /// From now on nothing can be changed on it.
  func close() throws { try mount("remount,ro") }

  func grow(kibibytes: Int) throws { try mount("remount,size=\(kibibytes)k") }

  private func mount(_ options: String) throws {
    let arguments = ["-t", "tmpfs", "-o", options, "benturan", workspace.path("disk")]
    let outcome = try workspace.program.run("/bin/mount", arguments)
    guard outcome.status == 0 else { throw Program.Failure(outcome.messages) }
  }

  static let isPermitted = (try? SmallDisk(kibibytes: 64)) != nil
}
