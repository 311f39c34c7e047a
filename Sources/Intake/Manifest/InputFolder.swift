import Glibc

/// Lists input files: folders with their subfolders, in byte order of the path, without names that begin with a dot.
enum InputFolder {
  struct File: Sendable {
    /// Where it is.
    let path: String
    /// Its path below the input folder, with the folder's own name before it where there are several.
    let name: String
    let byteCount: Int
  }

  /// - Parameters:
  ///   - inputs: Folders or files.
  ///   - output: A folder whose files are results and no data; `nil` for none.
  static func files(in inputs: [String], passingOver output: String? = nil) throws(InputFault) -> [File] {
    let output = output.flatMap(realPath)
    var files: [File] = []
    var labels: Set<String> = []
    for input in inputs {
      var root = input
      while root.count > 1, root.hasSuffix("/") { root.removeLast() }
      guard let kind = kind(of: root) else {
        throw InputFault(path: input, reason: String(cString: strerror(errno)).lowercased())
      }
      let last = root.split(separator: "/").last.map(String.init) ?? root
      var label = last
      var copy = 1
      while !labels.insert(label).inserted {
        copy += 1
        label = "\(last)-\(copy)"
      }
      if kind.isFolder {
        try list(root, below: inputs.count > 1 ? label + "/" : "", passingOver: output, into: &files)
      } else {
        guard access(root, R_OK) == 0 else {
          throw InputFault(path: input, reason: String(cString: strerror(errno)).lowercased())
        }
        files.append(File(path: root, name: label, byteCount: kind.byteCount))
      }
    }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func list(
    _ folder: String, below prefix: String, passingOver output: String?, into files: inout [File]
  ) throws(InputFault) {
    if output != nil, realPath(folder) == output { return }
    guard let handle = opendir(folder) else {
      throw InputFault(path: folder, reason: String(cString: strerror(errno)).lowercased())
    }
    defer { closedir(handle) }
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = "\(folder)/\(name)"
      // A link to a folder could lead back up; links to files are what an office shares.
      guard let kind = kind(of: path), !(kind.isFolder && kind.isLink) else { continue }
      if kind.isFolder {
        try list(path, below: "\(prefix)\(name)/", passingOver: output, into: &files)
      } else {
        files.append(File(path: path, name: prefix + name, byteCount: kind.byteCount))
      }
    }
  }

  private static func kind(of path: String) -> (isFolder: Bool, isLink: Bool, byteCount: Int)? {
    var own = stat()
    guard lstat(path, &own) == 0 else { return nil }
    var status = stat()
    // A link that leads nowhere is listed as the file that it should be, and named when it cannot be opened.
    guard stat(path, &status) == 0 else { return (false, true, 0) }
    return (status.st_mode & S_IFMT == S_IFDIR, own.st_mode & S_IFMT == S_IFLNK, Int(status.st_size))
  }

  /// The path from the root without links; `nil` where there is nothing. C: `realpath`.
  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
