/// What a killed run left behind, removed before the next one writes; call it only under the lock.
struct Leftovers: Sendable {
  private let runs: RunFolders

  init(output: String) { runs = RunFolders(output: output) }

  func clear() throws(CaseworkFault) {
    try Disk.remove(file: runs.latest + Disk.temporarySuffix)
    try Disk.remove(file: InputRecord(output: runs.output).leftover)
    for name in Disk.names(in: runs.output) where name.hasPrefix(RunFolders.stagingPrefix) {
      try Disk.remove(folder: "\(runs.output)/\(name)")
    }
    for name in Disk.names(in: runs.runs) where name.hasPrefix(RunFolders.supersededPrefix) {
      try settle(String(name.dropFirst(RunFolders.supersededPrefix.count)))
    }
  }

  /// Ends a replacement that was cut short: the new run stands if it came in whole, else the old one returns.
  private func settle(_ id: String) throws(CaseworkFault) {
    let aside = runs.superseded(id)
    let folder = runs.folder(of: id)
    if !RunFolders.isComplete(folder), RunFolders.isComplete(aside) {
      let staging = runs.staging(of: id)
      try Disk.linkCopy(folder: aside, to: staging)
      try Disk.remove(folder: folder)
      try Disk.rename(staging, to: folder)
      try Disk.sync(folder: runs.runs)
    }
    if Disk.target(of: runs.latest) == runs.supersededTarget(id) {
      try Disk.point(runs.latest, at: runs.target(of: id))
      try Disk.sync(folder: runs.output)
    }
    try Disk.remove(folder: aside)
  }
}
