import Foundation
import Glibc

/// What tells one build of the program, with the libraries that it runs on, from another.
enum ProgramStamp {
  /// One line for each file of which code is in use: its path, place on the disk, size and times.
  ///
  /// - Returns: `nil` where the system does not tell.
  static var lines: [String]? {
    guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else { return nil }
    var paths: Set<Substring> = []
    for line in maps.split(separator: "\n") {
      let isCode = line.split(separator: " ").dropFirst().first?.contains("x") ?? false
      if isCode, let path = line.firstIndex(of: "/").map({ line[$0...] }) { paths.insert(path) }
    }
    var lines: [String] = []
    for path in paths.sorted() {
      var status = stat()
      guard stat(String(path), &status) == 0 else { return nil }
      let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
      lines.append(
        ([String(path), "\(status.st_dev)", "\(status.st_ino)", "\(status.st_size)"] + times).joined(separator: " "))
    }
    return lines.isEmpty ? nil : lines
  }
}
