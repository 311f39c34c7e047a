/// A run while it is written: a folder that no reader looks at.
struct StagedRun: Sendable {
  let id: String
  let folder: String

  /// Makes the folder, and the one for the runs where it is missing.
  init(id: String, in runs: RunFolders) throws(CaseworkFault) {
    if Disk.kind(of: runs.runs) == nil { try Disk.makeFolder(runs.runs) }
    self.id = id
    folder = runs.staging(of: id)
    try Disk.makeFolder(folder)
  }

  /// Writes the reports and tells what was written, in the same order.
  func write(_ files: [ReportFile]) throws(CaseworkFault) -> [RunManifest.Output] {
    var outputs: [RunManifest.Output] = []
    for file in files {
      try Disk.write(file.bytes, to: "\(folder)/\(file.name)")
      outputs.append(
        RunManifest.Output(
          name: file.name, rows: file.rows, bytes: file.bytes.count, sha256: Digest.hex(of: file.bytes)))
    }
    return outputs
  }

  /// Writes `run.json`, which makes the folder a whole run.
  func write(_ manifest: RunManifest) throws(CaseworkFault) {
    try Disk.write(manifest.json, to: "\(folder)/\(RunManifest.fileName)")
    try Disk.sync(folder: folder)
  }

  /// Takes the `run.json` that the casebook holds of the same run, where that has its timings: an early version's,
  /// which is known by them too.
  func take(filed bytes: [UInt8]) throws(CaseworkFault) {
    guard let manifest = RunManifest(json: bytes), !manifest.timings.isEmpty else { return }
    try Disk.remove(file: "\(folder)/\(RunManifest.fileName)")
    try Disk.write(bytes, to: "\(folder)/\(RunManifest.fileName)")
    try Disk.sync(folder: folder)
  }

  /// Removes what was written after something failed; a failure here leaves it to the next run.
  func discard() {
    try? Disk.remove(folder: folder)
  }
}
