import Foundation
import Testing

@testable import Intake

/// Published attack files and notices, where the checkout has them beside it.
@Suite struct XMLRealFileTests {
  /// The folder `shared/data/real/xml` beside the checkout, or a folder above it.
  static let folder: URL? = {
    var place = URL(filePath: #filePath).resolvingSymlinksInPath()
    while place.path != "/" {
      place.deleteLastPathComponent()
      let folder = place.deletingLastPathComponent().appending(path: "shared/data/real/xml")
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    return nil
  }()

  private static func files(_ name: String) -> [URL] {
    let found = folder.flatMap { folder in
      try? FileManager.default.contentsOfDirectory(
        at: folder.appending(path: name), includingPropertiesForKeys: nil)
    }
    return (found ?? []).sorted { $0.path < $1.path }
  }

  @Test(
    .enabled(if: folder != nil, "the folder of real files is not beside this checkout"),
    arguments: ["defusedxml", "libxml2-recurse", "libxml2-encodings", "eforms", "ted-r209"])
  func `every file ends, in rows or with a fault`(_ name: String) throws {
    let files = Self.files(name)
    #expect(!files.isEmpty)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let reading = XMLReading(bytes)
      #expect(reading.seconds < 1, "\(file.lastPathComponent)")
      #expect(reading == XMLReading(bytes, step: 3), "\(file.lastPathComponent)")
      if String(decoding: bytes, as: UTF8.self).contains("\n<!DOCTYPE") {
        guard case .doctype = reading.fault else {
          Issue.record("\(file.lastPathComponent): \(String(describing: reading.fault))")
          continue
        }
      }
    }
  }
}
