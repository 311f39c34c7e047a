import ArgumentParser
import Casework
import Foundation
import Records
import Testing

@testable import benturan

@Suite struct ReviewCommandTests {
  private let store = MemoryStore([
    MemoryStore.matter(MemoryStore.ids[0], .critical, Array(repeating: "x", count: 40)),
    MemoryStore.matter(MemoryStore.ids[1], .low, Array(repeating: "x", count: 40)),
  ])
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func status(_ body: () throws -> Void) -> Int32 {
    do { try body() } catch let code as ExitCode { return code.rawValue } catch {
      return ReviewCommand.exitCode(for: error).rawValue
    }
    return 0
  }

  private func importing(_ text: String) throws -> Int32 {
    try workspace.write(text, to: "list.csv")
    let command = try ReviewImportCommand.parse([workspace.path("list.csv"), "--as-of", "2026-11-23", "--quiet"])
    return status { try command.run(on: store) }
  }

  private static let header = "id_kasus;keputusan;alasan;diputus_oleh;diputus_pada\n"

  @Test func `a sound list is recorded`() throws {
    #expect(try importing(Self.header + "\(MemoryStore.ids[1]);selesai;akta;Ana;23/11/2026\n") == 0)
    #expect(store.appended.count == 1 && store.cases()[1].isClosed)
  }

  @Test(arguments: [
    "\(MemoryStore.ids[0]);ya;akta;Ana;\n", "\(MemoryStore.ids[0]);selesai;;Ana;\n",
    "\(MemoryStore.ids[0]);selesai;akta;Ana;1;2\n", "\(MemoryStore.ids[0]);selesai", "x\n",
    "\(MemoryStore.ids[0]);selesai;\"akta;Ana;\n", "\(MemoryStore.ids[0]);selesai;akta;Ana;24/11/2026\n",
  ])
  func `one bad row and nothing is recorded`(_ row: String) throws {
    let good = "\(MemoryStore.ids[1]);selesai;akta;Ana;23/11/2026\n"
    #expect(try importing(Self.header + good + row) == 65)
    #expect(store.appended.isEmpty)
  }

  @Test(arguments: ["", "id_kasus;keputusan\n", "PK\u{3}\u{4}"])
  func `what is no list is refused`(_ text: String) throws {
    #expect(try importing(text) == 65)
  }

  @Test func `a list that is not there is missing`() throws {
    let command = try ReviewImportCommand.parse([workspace.path("none.csv"), "--as-of", "2026-11-23"])
    #expect(status { try command.run(on: store) } == 66)
    let folder = try ReviewImportCommand.parse([workspace.folder, "--as-of", "2026-11-23"])
    #expect(status { try folder.run(on: store) } == 66)
  }

  @Test func `two people finish an urgent case, one by one`() throws {
    func decide(_ name: String) throws -> Int32 {
      let command = try ReviewDecideCommand.parse([
        MemoryStore.ids[0].lowercased(), "--verdict", "Selesai", "--reason", "akta", "--by", name, "--on",
        "2026-11-22", "--as-of", "2026-11-23",
      ])
      return status { try command.run(on: store) }
    }
    #expect(try decide("Ana Contoh") == 0)
    #expect(store.cases()[0].state == .awaiting)
    #expect(try decide("ana contoh") == 0, "the same decision once more is known")
    #expect(store.appended.count == 1)
    #expect(try decide("Beni Contoh") == 0)
    #expect(store.cases()[0].isClosed)
    #expect(store.appended.map(\.on.description) == ["2026-11-22", "2026-11-22"])
  }

  @Test(arguments: [
    ["BK-0000-0000-1", "--verdict", "selesai", "--reason", "r", "--by", "b"],
    [MemoryStore.ids[0], "--verdict", "ya", "--reason", "r", "--by", "b"],
    [MemoryStore.ids[0], "--verdict", " ", "--reason", "r", "--by", "b"],
    [MemoryStore.ids[0], "--verdict", "selesai", "--reason", " ", "--by", "b"],
    [MemoryStore.ids[0], "--verdict", "selesai", "--reason", "r", "--by", "b", "--on", "2026-11-24"],
  ])
  func `a decision that cannot be recorded is wrong usage`(_ arguments: [String]) throws {
    let command = try ReviewDecideCommand.parse(arguments + ["--as-of", "2026-11-23"])
    #expect(status { try command.run(on: store) } == 64)
    #expect(store.appended.isEmpty)
  }

  @Test func `a list may be asked for by known words only`() throws {
    _ = try ReviewListCommand.parse(["--status", "menunggu", "baru"])
    #expect(throws: (any Error).self) { try ReviewListCommand.parse(["--status", "closed"]) }
  }

  @Test func `an export does not replace a file`() throws {
    let command = try ReviewExportCommand.parse(["--out", workspace.path("out.csv"), "--output", workspace.folder])
    #expect(status { try command.run(opening: { _ in store }) } == 0)
    #expect(status { try command.run(opening: { _ in store }) } == 73)
    #expect(Tree.mode(workspace.path("out.csv")) == 0o600)
  }

  @Test func `an output folder that is not there is missing, and one that is locked is to be tried later`() throws {
    let gone = try ReviewListCommand.parse(["--output", workspace.path("none")])
    #expect(status { try gone.run(opening: { _ in store }) } == 66)
    let decide = try ReviewDecideCommand.parse([
      MemoryStore.ids[0], "--verdict", "selesai", "--reason", "r", "--by", "b", "--output", workspace.folder,
    ])
    let list = try ReviewListCommand.parse(["--output", workspace.folder])
    let lock = try OutputLock(output: workspace.folder)
    withExtendedLifetime(lock) {
      #expect(status { try decide.run(opening: { _ in store }) } == 75)
      #expect(status { try list.run(opening: { _ in store }) } == 0)
    }
    #expect(store.appended.isEmpty)
  }
}
