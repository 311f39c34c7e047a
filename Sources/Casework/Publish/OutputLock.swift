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
      throw .locked(by: Self.holder(descriptor)?.description ?? "")
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
    // A lock file with nothing in it tells `doctor` that nobody holds it and nobody was killed.
    ftruncate(descriptor, 0)
    // Closing alone would leave the lock to a child process that was just forked and has not replaced itself yet.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Who holds an output folder's lock; `nil` where nobody does.
  ///
  /// A lock file that a killed run left is tried: its holder's lock went with it, however it ended.
  package static func holder(of output: String) -> Holder? {
    let descriptor = open("\(output)/.lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // Trying an empty one could take the lock from a run that is just starting.
    guard let holder = holder(descriptor), holder.process != nil else { return nil }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else {
      flock(descriptor, LOCK_UN)
      return nil
    }
    return holder
  }

  /// A run that holds the lock.
  package struct Holder: Hashable, Sendable {
    /// `nil` where it has not written it yet.
    package let process: Int?
    package let minutes: Int
  }

  /// What the lock's holder wrote about itself, and how long ago.
  private static func holder(_ descriptor: CInt) -> Holder? {
    var bytes = [UInt8](repeating: 0, count: 64)
    var status = stat()
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0, fstat(descriptor, &status) == 0 else { return nil }
    let line = String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
    let process = line.hasPrefix("process ") ? Int(line.dropFirst(8)) : nil
    return Holder(process: process, minutes: max(0, (time(nil) - status.st_mtim.tv_sec) / 60))
  }
}

extension OutputLock.Holder: CustomStringConvertible {
  package var description: String {
    process.map { "process \($0), for \(minutes) minutes" } ?? "a process that is just starting"
  }
}
