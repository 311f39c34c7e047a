import Foundation
import Glibc
import Testing

/// Deliveries that are no files, or files made or broken so as to do harm, as a night's run meets them.
@Suite struct HostileInputTests {
  /// A delivery of officials and relatives alone, whose file comes from the test.
  private func workspace() throws -> Workspace {
    var input = SmallInput()
    for name in ["pengurus.csv", "paket.csv", "peserta.csv"] { input.files[name] = nil }
    return try input.workspace()
  }

  private static let table = "nip;nama\n198001012005011001;Yohanes Contoh Rihi\n"

  struct NoFile: CustomTestStringConvertible {
    let testDescription: String
    let says: String
    let make: @Sendable (_ path: String) -> CInt
  }

  @Test(
    arguments: [
      NoFile(testDescription: "a pipe that nobody writes to", says: "it is not a regular file") { mkfifo($0, 0o600) },
      NoFile(testDescription: "a link that leads nowhere", says: "no such file or directory") {
        symlink("nowhere", $0)
      },
      NoFile(testDescription: "a link to itself", says: "too many levels of symbolic links") {
        symlink("pengurus.csv", $0)
      },
      NoFile(testDescription: "a link to a device", says: "it is not a regular file") { symlink("/dev/zero", $0) },
      NoFile(testDescription: "a socket", says: "no such device or address", make: bindSocket),
    ])
  func `what is no file is named, and the night ends with 65`(_ example: NoFile) throws {
    let workspace = try workspace()
    try #require(example.make(workspace.path("input/pengurus.csv")) == 0)
    let outcome = try workspace.program.run(SmallInput.run())
    #expect(outcome.status == 65)
    #expect(
      outcome.messages.contains("pengurus.csv: error: the file cannot be read: \(example.says) [file-unreadable]"))
    #expect(outcome.messages.contains("  remedy: "))
    #expect(outcome.messages.contains("[dataset-missing]"))
    #expect(PublishedFolder(workspace.path("output")).latest == nil)
  }

  @Test func `a link that leads nowhere may be a register, and ends the night`() throws {
    let workspace = try SmallInput().workspace()
    try #require(symlink("/mnt/tidak-terpasang/pegawai-baru.csv", workspace.path("input/pegawai-baru.csv")) == 0)
    let outcome = try workspace.program.run(SmallInput.run() + ["--quiet"])
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("[file-incomplete]"))
    #expect(PublishedFolder(workspace.path("output")).latest == nil)
  }

  @Test func `a pipe among the tables is told with --quiet too, and the night goes on`() throws {
    let workspace = try SmallInput().workspace()
    try #require(mkfifo(workspace.path("input/pipa.csv"), 0o600) == 0)
    let outcome = try workspace.program.run(SmallInput.run() + ["--quiet"])
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("pipa.csv: error: the file cannot be read: it is not a regular file"))
  }

  @Test func `a folder with the name of a table is a folder`() throws {
    let workspace = try workspace()
    try workspace.write(Self.table, to: "input/pengurus.csv/isi.txt")
    let outcome = try workspace.program.run("inspect", "input")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("pengurus.csv/isi.txt: csv ; utf-8"))
  }

  @Test func `an input that is no file itself ends with 66 where it is not there`() throws {
    let workspace = try workspace()
    for path in ["nowhere", "input/pegawai.csv/below"] {
      let outcome = try workspace.program.run("run", "--input", path, "--output", "output", "--as-of", Fixtures.asOf)
      #expect(outcome.status == 66)
      #expect(outcome.messages.contains("\(path): error: cannot be read: ") && outcome.messages.contains("remedy: "))
    }
  }

  struct Large: CustomTestStringConvertible {
    let testDescription: String
    /// Written once, before the filling.
    var start = ""
    /// Repeated so that 256 MiB come together.
    let filling: String
    var end = ""
    let code: String
    var place = "pengurus.csv"
    var megabytes = 256
  }

  /// With 160 MiB for all that is allocated; a debug build peaks at 80 MB, of which the program alone takes 25.
  @Test(
    arguments: [
      Large(
        testDescription: "one line", start: table, filling: "x", end: "\nx;y\n", code: "line-too-long", place: "line 3"),
      Large(testDescription: "a header", filling: "x;", code: "header-unreadable", place: "pengurus.csv:1"),
      Large(
        testDescription: "a JSON record", start: #"[{"nip":""#, filling: "x", code: "json-record-size",
        place: "pengurus.csv:1", megabytes: 64),
      Large(
        testDescription: "an XML tag", start: "<r><p nip='", filling: "x", code: "xml-tag-length",
        place: "pengurus.csv:1"),
      Large(
        testDescription: "an XML text", start: "<r><p><nip>", filling: "x", code: "xml-truncated",
        place: "pengurus.csv:1"),
      Large(
        testDescription: "a cell of a page", start: "<html><table><tr><td>nip<td>nama<tr><td>", filling: "x",
        code: "html-tag-length"),
      Large(testDescription: "NUL bytes", filling: "\0", code: "file-zeros"),
    ])
  func `256 MiB without an end cost neither memory nor the night`(_ large: Large) throws {
    let workspace = try workspace()
    let path = workspace.path("input/pengurus.csv")
    try #require(FileManager.default.createFile(atPath: path, contents: Data(large.start.utf8)))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    let block = Data(String(repeating: large.filling, count: (1 << 20) / large.filling.utf8.count).utf8)
    for _ in 0..<large.megabytes { try file.write(contentsOf: block) }
    try file.write(contentsOf: Data(large.end.utf8))
    try file.close()
    // RLIMIT_DATA, in KiB: a child's peak cannot be told from that of the process that started it.
    let limited = ["-c", "ulimit -d \(160 << 10); exec \"$0\" inspect input/pengurus.csv", Program.path]
    let outcome = try workspace.program.run("/bin/sh", limited)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("[\(large.code)]"), "\(outcome.output.prefix(500))")
    #expect(outcome.output.contains(large.place) && (outcome.output.contains("remedy: ") || large.place == "line 3"))
    if large.code != "line-too-long" {
      #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 65)
    }
  }

  @Test func `100,000 columns are refused with their number, and 1,000 are read`() throws {
    let workspace = try workspace()
    func table(_ count: Int) -> String {
      "nip;nama;" + (3...count).map { "k\($0)" }.joined(separator: ";") + "\n198001012005011001;Mel"
        + String(repeating: ";", count: count - 2) + "\n"
    }
    try workspace.write(table(100_000), to: "wide.csv")
    let refused = try workspace.program.run("inspect", "wide.csv").output
    #expect(refused.contains("wide.csv:1: error: the header has 100000 columns, more than the 16384"))
    #expect(refused.contains("[header-width]\n    remedy: "))
    try workspace.write(table(1_000), to: "wide.csv")
    #expect(try workspace.program.run("inspect", "wide.csv").output.contains("1 read = 1 accepted + 0 set aside"))
  }

  enum Change: String, CaseIterable {
    case grows, shrinks, isReplaced, isOverwritten, isRemoved
  }

  /// The file goes on changing until the program ends, so that it does so between its opening and the publication.
  @Test(arguments: Change.allCases)
  func `a file that changes while it is read ends the night with 65, and nothing is published`(_ change: Change) throws
  {
    let workspace = try SmallInput().workspace()
    let path = workspace.path("input/paket.csv")
    let whole = try workspace.bytes("input/paket.csv") + [UInt8](repeating: 0x0A, count: 100_000)
    try workspace.write(whole, to: "input/paket.csv")
    let changer = Changer { number in
      switch change {
      case .grows:
        let descriptor = open(path, O_WRONLY | O_APPEND)
        write(descriptor, "\n", 1)
        close(descriptor)
      case .shrinks: truncate(path, off_t(whole.count - 1 - number % 90_000))
      case .isReplaced:
        _ = try? workspace.write(whole, to: "next")
        rename(workspace.path("next"), path)
      case .isOverwritten:
        let descriptor = open(path, O_WRONLY)
        pwrite(descriptor, "\r", 1, off_t(whole.count - 1))
        close(descriptor)
      case .isRemoved:
        // Only once it has been opened, which shows in the program's descriptors.
        if Self.isOpen(path) { unlink(path) }
      }
    }
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    changer.stop()
    #expect(outcome.status == 65)
    #expect(
      outcome.messages.contains("paket.csv: error: the file changed while it was read [file-changed]\n  remedy: "))
    #expect(PublishedFolder(workspace.path("output")).latest == nil)
    #expect(try workspace.tree("").filter { $0.contains("runs/") || $0.contains(".staging") }.isEmpty)
    try SmallInput().write(to: "input", in: workspace)
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
  }

  private static func isOpen(_ path: String) -> Bool {
    guard let processes = try? FileManager.default.contentsOfDirectory(atPath: "/proc") else { return false }
    for process in processes where process.allSatisfy(\.isNumber) {
      let folder = "/proc/\(process)/fd"
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      where (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")) == path { return true }
    }
    return false
  }

  @Test func `an output file that may not grow ends the night with 73, and latest stays`() throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run("--as-of", "2026-11-22")).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    let (latest, before) = (published.latest, try published.files())
    let limited = ["-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"", Program.path] + SmallInput.run("--quiet")
    let outcome = try workspace.program.run("/bin/sh", limited)
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("[output-unwritable]") && outcome.messages.contains("remedy: "))
    #expect(published.latest == latest)
    #expect(try published.files() == before)
  }
}

/// Makes a socket at a path. C: `socket`, `bind`.
private func bindSocket(_ path: String) -> CInt {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
    guard path.utf8.count < room.count else { return false }
    room.copyBytes(from: path.utf8)
    return true
  }
  guard fits else { return -1 }
  let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  return withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}
