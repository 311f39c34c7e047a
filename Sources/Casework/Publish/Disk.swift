import Glibc

/// The few operations on files that an output is made of; everything that they make is the owner's alone.
///
/// Modes are set after creation, so that no umask widens or narrows them. Every failure names the path.
enum Disk {
  /// Makes the output folder with the folders above it, or takes over an empty one or one of ours; any other folder
  /// keeps its mode.
  static func makeOutputFolder(_ path: String) throws(CaseworkFault) {
    var code = mkdir(path, 0o700) == 0 ? 0 : errno
    if code == ENOENT, let parent = parent(of: path) {
      try makeOutputFolder(parent)
      code = mkdir(path, 0o700) == 0 ? 0 : errno
    }
    switch code {
    case 0: break
    case EEXIST where isOurs(path): break
    case EEXIST where kind(of: path, followingLinks: true) == .folder: return
    case EEXIST: throw .cannotWrite(path: path, reason: "it is not a folder")
    default: throw .cannotWrite(path: path, reason: reason(code))
    }
    guard chmod(path, 0o700) == 0 else { throw fault(path) }
  }

  /// The folder above; `nil` for the root and for a bare name.
  private static func parent(of path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count > 1 else { return nil }
    return (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
  }

  /// A folder that holds nothing, or that a run has locked before.
  private static func isOurs(_ path: String) -> Bool {
    guard kind(of: path, followingLinks: true) == .folder else { return false }
    return kind(of: "\(path)/.lock") == .file || names(in: path).isEmpty
  }

  /// Makes a folder that must not exist yet.
  static func makeFolder(_ path: String) throws(CaseworkFault) {
    guard mkdir(path, 0o700) == 0, chmod(path, 0o700) == 0 else { throw fault(path) }
  }

  /// Writes a file that must not exist yet, and flushes it to the disk.
  static func write(_ bytes: [UInt8], to path: String) throws(CaseworkFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(path) }
    var isOpen = true
    defer { if isOpen { close(descriptor) } }
    guard fchmod(descriptor, 0o600) == 0 else { throw fault(path) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw fault(path) }
      start += count
    }
    guard fsync(descriptor) == 0 else { throw fault(path) }
    isOpen = false
    // A full remote disk may say so only here.
    guard close(descriptor) == 0 else { throw fault(path) }
  }

  /// A file's bytes.
  static func read(_ path: String) throws(CaseworkFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fault(path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  static func rename(_ old: String, to new: String) throws(CaseworkFault) {
    guard Glibc.rename(old, new) == 0 else { throw fault(new) }
  }

  /// Points a symbolic link at a target in one step: a reader sees the old target or the new one.
  static func point(_ link: String, at target: String) throws(CaseworkFault) {
    let kind = kind(of: link)
    guard kind == .link || kind == nil else {
      throw .cannotWrite(path: link, reason: "it is there and is no symbolic link")
    }
    let new = "\(link)\(temporarySuffix)"
    guard unlink(new) == 0 || errno == ENOENT else { throw fault(new) }
    guard symlink(target, new) == 0 else { throw fault(new) }
    try rename(new, to: link)
  }

  /// What ends the name of a symbolic link that is about to replace another.
  static let temporarySuffix = ".new"

  /// Where a symbolic link points; `nil` where there is none.
  static func target(of link: String) -> String? {
    var characters = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &characters, characters.count)
    return count < 0 ? nil : String(decoding: characters[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Flushes a folder's entries to the disk.
  static func sync(folder path: String) throws(CaseworkFault) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault(path) }
  }
}

extension Disk {
  enum Kind { case file, folder, link, other }

  static func kind(of path: String, followingLinks: Bool = false) -> Kind? {
    guard let status = status(of: path, followingLinks: followingLinks) else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Whether this user may change a file, or what a folder holds.
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// The nine bits of access; `nil` where there is nothing.
  static func mode(of path: String, followingLinks: Bool = false) -> UInt32? {
    status(of: path, followingLinks: followingLinks).map { $0.st_mode & 0o777 }
  }

  private static func status(of path: String, followingLinks: Bool) -> stat? {
    var status = stat()
    let isFound = followingLinks ? stat(path, &status) == 0 : lstat(path, &status) == 0
    return isFound ? status : nil
  }

  /// What a folder holds, in byte order; empty where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// An error number in words.
  static func reason(_ code: CInt) -> String { String(cString: strerror(code)) }

  static func fault(_ path: String) -> CaseworkFault { .cannotWrite(path: path, reason: reason(errno)) }
}
