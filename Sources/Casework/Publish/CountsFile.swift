import Glibc

/// A file of counts beside the outputs, such as metrics, that is replaced as a whole: readers see the old one or the
/// new one.
package enum CountsFile {
  /// Who may read one.
  package enum Readers: UInt32, Sendable {
    case owner = 0o600
    /// A collector of metrics has a user of its own. Right only for counts that speak of nobody.
    case everyone = 0o644
  }

  /// Writes the file, whatever the umask.
  package static func replace(_ path: String, with text: String, for readers: Readers) throws(CaseworkFault) {
    let new = path + Disk.temporarySuffix
    try Disk.remove(file: new)
    try Disk.write(Array(text.utf8), to: new)
    guard chmod(new, readers.rawValue) == 0 else { throw Disk.fault(new) }
    try Disk.rename(new, to: path)
  }

  /// Makes sure that such a file can be written, before anything else is done.
  package static func check(_ path: String) throws(CaseworkFault) {
    let new = path + Disk.temporarySuffix
    try Disk.remove(file: new)
    try Disk.write([], to: new)
    try Disk.remove(file: new)
    if Disk.kind(of: path) == .folder { throw .cannotWrite(path: path, reason: "it is a folder") }
  }
}
