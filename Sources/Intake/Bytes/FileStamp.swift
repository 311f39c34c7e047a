import Glibc

/// By what a file is told from the one that stands, or stood, at its path at another time.
struct FileStamp: Equatable {
  private let device: UInt64
  private let node: UInt64
  private let byteCount: Int
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    (device, node, byteCount) = (UInt64(status.st_dev), UInt64(status.st_ino), Int(status.st_size))
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  /// The stamp of what stands at a path now; `nil` where nothing does. C: `stat`.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
