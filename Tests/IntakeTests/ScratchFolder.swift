import Foundation

@testable import Intake

/// A fresh folder for one test, removed behind it.
final class ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("benturan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders on the way to it, and tells where it is.
  @discardableResult func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let place = "\(path)/\(name)"
    let folder = (place as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: place))
    return place
  }

  @discardableResult func write(_ text: String, to name: String) throws -> String {
    try write(text.utf8, to: name)
  }
}

/// Folders beside this package, found by walking up from this file.
enum Nearby {
  /// The invented exports, one of each shape.
  static let exports = folder("fixtures/exports")
  /// Real public files, which stand only where the project is worked on.
  static let real = folder("../shared/data/real")

  static func folder(_ below: String) -> String? {
    var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while place.path != "/" {
      let candidate = place.appendingPathComponent(below).standardizedFileURL.path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), isFolder.boolValue {
        return candidate
      }
      place.deleteLastPathComponent()
    }
    return nil
  }

  /// A folder's files by name.
  static func files(in folder: String?, ending: String) -> [String] {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }
}
