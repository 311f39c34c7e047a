import Foundation
import Testing

@testable import Intake

@Suite struct InputFolderTests {
  @Test func `lists folders with their subfolders in byte order, without names that begin with a dot`() throws {
    let folder = try ScratchFolder()
    for name in [
      "b.csv", "a/z.csv", "a.csv", "B.csv", "a/b/c.csv", "a-.csv", "\u{E9}.csv", "z.csv", ".tersembunyi.csv",
      ".git/a.csv",
      "a/.DS_Store", "10.csv", "9.csv",
    ] { try folder.write("nip,nama\n", to: name) }
    let files = try InputFolder.files(in: [folder.path])
    #expect(
      files.map(\.name) == [
        "10.csv", "9.csv", "B.csv", "a-.csv", "a.csv", "a/b/c.csv", "a/z.csv", "b.csv", "z.csv", "\u{E9}.csv",
      ])
    #expect(files.allSatisfy { $0.path == "\(folder.path)/\($0.name)" && $0.byteCount == 9 })
    #expect(try InputFolder.files(in: [folder.path + "//"]).map(\.name) == files.map(\.name))
  }

  @Test func `several inputs have their own names before their files`() throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "satu/masuk/a.csv")
    try folder.write("x", to: "dua/masuk/a.csv")
    let file = try folder.write("x", to: "lain.csv")
    let files = try InputFolder.files(in: [folder.path + "/satu/masuk", folder.path + "/dua/masuk/", file])
    #expect(files.map(\.name) == ["lain.csv", "masuk-2/a.csv", "masuk/a.csv"])
    #expect(try InputFolder.files(in: [file]).map(\.name) == ["lain.csv"])
    #expect(try InputFolder.files(in: []).isEmpty)
  }

  @Test func `no two files of several inputs have one name`() throws {
    let folder = try ScratchFolder()
    for name in ["satu/a/x.csv", "dua/a/x.csv", "tiga/a-2/x.csv"] { try folder.write("x", to: name) }
    let files = try InputFolder.files(in: ["satu/a", "dua/a", "tiga/a-2"].map { "\(folder.path)/\($0)" })
    #expect(Set(files.map(\.name)).count == 3)
  }

  @Test func `a path that does not exist is a fault with its reason`() throws {
    let folder = try ScratchFolder()
    let missing = folder.path + "/tidak-ada"
    do {
      _ = try InputFolder.files(in: [folder.path, missing])
      Issue.record("a missing path is a fault")
    } catch {
      #expect(error.path == missing)
      #expect(error.reason == "no such file or directory")
    }
  }

  @Test func `links to files are read, links to folders are not followed, dead links are named`() throws {
    let folder = try ScratchFolder()
    try folder.write("nip,nama\n", to: "masuk/a.csv")
    let elsewhere = try folder.write("nip,nama\n", to: "lain/b.csv")
    for (link, target) in [("berkas.csv", elsewhere), ("folder", folder.path), ("mati.csv", "/tidak/ada")] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/masuk/\(link)", withDestinationPath: target)
    }
    let files = try InputFolder.files(in: [folder.path + "/masuk"])
    #expect(files.map(\.name) == ["a.csv", "berkas.csv", "mati.csv"])
  }
}
