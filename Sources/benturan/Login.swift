import Glibc

/// The user who started the program.
enum Login {
  /// The login name of the real user; the number where the system knows no name.
  static var name: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return String(getuid()) }
    return String(cString: name)
  }
}
