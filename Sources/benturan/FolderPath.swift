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
}
