/// Where the runs of an output folder stand.
struct RunFolders: Sendable {
  let output: String

  /// The symbolic link to the run that counts.
  var latest: String { "\(output)/latest" }
  var runs: String { "\(output)/runs" }

  func folder(of id: String) -> String { "\(runs)/\(id)" }

  /// Where a run is written before it is checked.
  func staging(of id: String) -> String { "\(output)/\(Self.stagingPrefix)\(id)" }

  /// Where a run waits while another takes its name.
  func superseded(_ id: String) -> String { "\(runs)/\(Self.supersededPrefix)\(id)" }

  static let stagingPrefix = ".staging-"
  static let supersededPrefix = ".superseded-"

  /// What `latest` holds when it points at a run.
  func target(of id: String) -> String { "runs/\(id)" }
  func supersededTarget(_ id: String) -> String { "runs/\(Self.supersededPrefix)\(id)" }

  /// Whether a folder holds a whole run.
  static func isComplete(_ folder: String) -> Bool { Disk.kind(of: "\(folder)/\(RunManifest.fileName)") == .file }

  func manifest(of id: String) throws(CaseworkFault) -> RunManifest {
    let path = "\(folder(of: id))/\(RunManifest.fileName)"
    let bytes = try Disk.read(path)
    guard let manifest = RunManifest(json: bytes) else { throw .cannotWrite(path: path, reason: "it was damaged") }
    return manifest
  }

  /// The digest that a run's manifest gives for the run before it.
  ///
  /// A run that was published already keeps the predecessor that it had, so that repeating a night neither changes
  /// its bytes nor bends the chain.
  ///
  /// - Returns: `nil` for an output folder's first run.
  func previousDigest(of id: String) throws(CaseworkFault) -> String? {
    if RunFolders.isComplete(folder(of: id)),
      let manifest = RunManifest(json: try Disk.read("\(folder(of: id))/\(RunManifest.fileName)"))
    {
      return manifest.previous
    }
    let path = "\(latest)/\(RunManifest.fileName)"
    guard Disk.kind(of: path) == .file else { return nil }
    return RunManifest.seal(of: try Disk.read(path))
  }
}
