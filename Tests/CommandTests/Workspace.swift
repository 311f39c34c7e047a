import Foundation
import Glibc
import Synchronization

/// A fresh temporary folder that is removed with the value.
final class Workspace: Sendable {
  let folder: String

  init() throws {
    _ = Self.removal
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    folder = "\(base)/benturan-\(UUID().uuidString)"
    guard mkdir(folder, 0o700) == 0 else { throw Program.Failure(folder, errno) }
    Self.folders.withLock { _ = $0.insert(folder) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
    Self.folders.withLock { _ = $0.remove(folder) }
  }

  private static let folders = Mutex<Set<String>>([])

  /// Values that live to the end of the process are never freed; their folders go when it exits.
  private static let removal = atexit {
    for folder in Workspace.folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: folder) }
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to name: String, mode: mode_t = 0o600) throws {
    try write(Array(text.utf8), to: name, mode: mode)
  }

  func write(_ bytes: [UInt8], to name: String, mode: mode_t = 0o600) throws {
    let path = path(name)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard chmod(path, mode) == 0 else { throw Program.Failure(path, errno) }
  }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

  func copy(_ folder: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: folder, toPath: path(name))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  /// What lies below a folder, by path within it; symbolic links are not followed.
  func tree(_ name: String) throws -> [String] { try Tree.names(below: path(name)) }

  /// The program with this folder as its own.
  var program: Program { Program(in: self) }
}

/// Folders as lists of files.
enum Tree {
  /// Files, folders and links below a folder, sorted.
  static func names(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  /// Regular files below a folder, by path within it.
  static func files(below folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try names(below: folder) where isFile("\(folder)/\(name)") {
      files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
    return files
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The permission bits of a path itself; `nil` where it is a symbolic link or is not there.
  static func mode(_ path: String) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { return nil }
    return status.st_mode & 0o7777
  }
}
