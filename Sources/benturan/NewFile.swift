import Glibc

/// Files that a command writes because a person named them; none is ever replaced.
enum NewFile {
  /// Who may read one, whatever the umask.
  enum Readers: mode_t {
    case owner = 0o600
    /// Right only for what tells of nobody and is read by others, such as a unit of systemd.
    case everyone = 0o644
  }

  /// - Parameter path: A file that is not there yet, or `-` for standard output.
  static func write(_ text: String, to path: String, for readers: Readers = .owner) throws {
    if path == "-" { return Terminal.print(text.hasSuffix("\n") ? String(text.dropLast()) : text) }
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST {
        Terminal.say(
          "\(path): error: the file is there already [file-exists]\n  remedy: name a new file; none is replaced")
      } else {
        Terminal.say("\(path): error: cannot be written [output-unwritable]\n  remedy: check the folder")
      }
      throw ExitStatus.unwritableOutput.code
    }
    guard fchmod(file, readers.rawValue) == 0, Self.write(Array(text.utf8), to: file), close(file) == 0 else {
      unlink(path)
      Terminal.say("\(path): error: cannot be written [output-unwritable]\n  remedy: make room on the disk")
      throw ExitStatus.unwritableOutput.code
    }
  }

  private static func write(_ bytes: [UInt8], to file: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
