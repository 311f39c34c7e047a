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

  /// Makes `latest` lead to a run, if it does not.
  func lead(to id: String) throws(CaseworkFault) {
    guard Disk.target(of: latest) != target(of: id) else { return }
    try Disk.point(latest, at: target(of: id))
    try Disk.sync(folder: output)
  }
}
