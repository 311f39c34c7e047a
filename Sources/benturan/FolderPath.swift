import Foundation

/// Paths as the program hands them on.
enum FolderPath {
  /// A path without the slashes at its end; `.` for an empty one.
  static func plain(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path.isEmpty ? "." : path
  }

  /// The same from the root, without `.` and `..`.
  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  /// The folder above a folder.
  static func parent(of path: String) -> String { (absolute(path) as NSString).deletingLastPathComponent }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Whether there is a file at a path, and this user may read it.
  static func isReadableFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && !isFolder(path) && FileManager.default.isReadableFile(atPath: path)
  }
}
