/// Remembers beside the runs which folders each was read from, so that the inputs are found again.
///
/// Kept out of the runs themselves: where a folder lies is no part of a night's result.
package struct InputRecord: Sendable {
  private let path: String

  /// - Parameter output: The output folder.
  package init(output: String) { path = "\(output)/.inputs" }

  /// Notes the folders of a run.
  ///
  /// - Parameters:
  ///   - folders: Absolute paths.
  ///   - run: The run's id.
  package func remember(_ folders: [String], for run: String) throws(CaseworkFault) {
    var known = self.known
    guard known[run] != folders else { return }
    known[run] = folders
    try write(known)
  }

  /// Forgets runs whose folders are no more.
  package func keepOnly(_ runs: Set<String>) throws(CaseworkFault) {
    let kept = known.filter { runs.contains($0.key) }
    if kept.count < known.count { try write(kept) }
  }

  private func write(_ known: [String: [String]]) throws(CaseworkFault) {
    let new = path + Disk.temporarySuffix
    try Disk.remove(file: new)
    try Disk.write(JSONText.bytes(of: known, forPeople: true) + [0x0A], to: new)
    try Disk.rename(new, to: path)
  }

  /// The folders that a run was read from; empty where nobody noted them.
  package func folders(of run: String) -> [String] { known[run] ?? [] }

  private var known: [String: [String]] {
    (try? Disk.read(path)).flatMap { JSONText.value([String: [String]].self, from: $0) } ?? [:]
  }

  /// What a kill between two steps leaves.
  var leftover: String { path + Disk.temporarySuffix }
}
