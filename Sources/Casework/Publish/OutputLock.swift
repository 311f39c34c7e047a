import Glibc

/// The right to write into an output folder; held until the value goes out of use.
///
/// flock(2) frees the lock when the process ends, however it ends, so a killed run leaves none behind. The lock
/// file itself stays.
package struct OutputLock: ~Copyable {
  /// The output folder.
  package let output: String
  private let descriptor: CInt

  /// Makes the output folder where there is none, and takes its lock without waiting.
  ///
  /// - Throws: ``CaseworkFault/locked(by:)``, ``CaseworkFault/cannotWrite(path:reason:)``.
  package init(output: String) throws(CaseworkFault) {
    try Disk.makeOutputFolder(output)
    let path = "\(output)/.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: Disk.reason(errno)) }
    var isHeld = false
    defer { if !isHeld { close(descriptor) } }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      guard code == EWOULDBLOCK else { throw .cannotWrite(path: path, reason: Disk.reason(code)) }
      throw .locked(by: Self.holder(descriptor))
    }
    let holder = Array("process \(getpid())\n".utf8)
    guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0,
      pwrite(descriptor, holder, holder.count, 0) == holder.count
    else { throw .cannotWrite(path: path, reason: Disk.reason(errno)) }
    isHeld = true
    self.output = output
    self.descriptor = descriptor
  }

  deinit {
    // Closing alone would leave the lock to a child process that was just forked and has not replaced itself yet.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// What the lock's holder wrote about itself; at most a line.
  private static func holder(_ descriptor: CInt) -> String {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return "" }
    return String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
