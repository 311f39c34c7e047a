import Glibc

/// Run folders as wholes; `run.json` is the last to come and the first to go, so its presence means completeness.
extension Disk {
  /// Removes a folder and what it holds; symbolic links are removed, never followed.
  static func remove(folder path: String) throws(CaseworkFault) {
    guard let kind = kind(of: path) else { return }
    guard kind == .folder else { throw .cannotWrite(path: path, reason: "it is not a folder") }
    for name in names(in: path).sorted(by: { $0 == RunManifest.fileName && $1 != RunManifest.fileName }) {
      let entry = "\(path)/\(name)"
      if Self.kind(of: entry) == .folder { try remove(folder: entry) } else { try remove(file: entry) }
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw fault(path) }
  }

  /// Removes a file or a symbolic link, if it is there.
  static func remove(file path: String) throws(CaseworkFault) {
    guard unlink(path) == 0 || errno == ENOENT else { throw fault(path) }
  }

  /// Makes a second folder with the same files, by hard links: no byte is copied.
  static func linkCopy(folder old: String, to new: String) throws(CaseworkFault) {
    try makeFolder(new)
    for name in names(in: old).sorted(by: { $0 != RunManifest.fileName && $1 == RunManifest.fileName }) {
      guard link("\(old)/\(name)", "\(new)/\(name)") == 0 else { throw fault("\(new)/\(name)") }
    }
    try sync(folder: new)
  }
}
