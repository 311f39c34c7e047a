import GRDB

/// Holds the runs that stand in an output folder against those that its casebook knows.
///
/// A run is noted in the casebook before its folder takes its name, whatever is killed when. So a folder that the
/// casebook does not know was put there by somebody, or the casebook is older than the folders.
struct KnownRuns {
  private let runs: RunFolders
  /// Runs of the casebook, one that is about to be published among them.
  private let ids: Set<String>

  /// Reads the casebook without changing it; where there is none, it knows no run.
  ///
  /// - Throws: ``CaseworkFault/damagedCasebook(path:reason:)`` where it cannot be read.
  init(of output: String) throws(CaseworkFault) {
    runs = RunFolders(output: output)
    let path = "\(output)/\(CaseStore.fileName)"
    guard Disk.kind(of: path) == .file else {
      ids = []
      return
    }
    do {
      let database = try CaseStore.look(at: path)
      ids = try database.read { try $0.tableExists("run") ? String.fetchSet($0, sql: "SELECT id FROM run") : [] }
      try database.close()
    } catch {
      throw CaseStore.fault(error, path)
    }
  }

  /// - Throws: ``CaseworkFault/casebookLost(output:runs:)``, ``CaseworkFault/casebookBehind(latest:run:)``.
  func check() throws(CaseworkFault) {
    let count = standing.count
    if ids.isEmpty, count > 0 { throw .casebookLost(output: runs.output, runs: count) }
    if let latest, !ids.contains(latest) { throw .casebookBehind(latest: runs.latest, run: latest) }
  }

  /// What lies among the runs, or is led to by `latest`, and is no run of the casebook; in byte order.
  var strangers: [String] {
    let names = Disk.names(in: runs.runs).filter { !$0.hasPrefix(RunFolders.supersededPrefix) } + [latest ?? ""]
    return Set(names).filter { !$0.isEmpty && !ids.contains($0) }.sorted()
  }

  /// Whole runs.
  private var standing: [String] {
    Disk.names(in: runs.runs).filter {
      !$0.hasPrefix(RunFolders.supersededPrefix) && RunFolders.isComplete(runs.folder(of: $0))
    }
  }

  /// The name of the run that `latest` leads to; `nil` where there is no such link.
  private var latest: String? {
    guard let name = Disk.target(of: runs.latest)?.split(separator: "/").last else { return nil }
    return String(
      name.hasPrefix(RunFolders.supersededPrefix) ? name.dropFirst(RunFolders.supersededPrefix.count) : name)
  }
}
