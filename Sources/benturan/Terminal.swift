import Casework
import Glibc

/// Standard output for results and standard error for everything said about them.
enum Terminal {
  /// Writes a result; ends the program quietly where nobody reads on.
  static func print(_ text: String) { write(MessageText.visible(text) + "\n", to: STDOUT_FILENO) }

  /// Writes a diagnostic; the names of files and columns in it may hold numbers of persons, which are masked.
  static func say(_ text: String) { write(MessageText.masked(text) + "\n", to: STDERR_FILENO) }

  /// Whether a person watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a file's bytes as they are.
  static func print(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  private static func write(_ text: String, to descriptor: CInt) { write(Array(text.utf8), to: descriptor) }

  private static func write(_ bytes: [UInt8], to descriptor: CInt) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(ExitStatus.done.rawValue) }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
