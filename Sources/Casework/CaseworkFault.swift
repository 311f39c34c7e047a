/// Why a night could not be filed; nothing was published.
package enum CaseworkFault: Error, Hashable, Sendable {
  /// Another run holds the output folder's lock.
  ///
  /// - Parameter by: What the holder wrote into the lock file, such as `process 4121, for 3 minutes`; empty where it wrote nothing.
  case locked(by: String)
  /// The output cannot be written.
  case cannotWrite(path: String, reason: String)
  /// The key file cannot be used as it is.
  case unusableKey(path: String, reason: String, remedy: String)
  /// The casebook cannot be used as it is.
  case damagedCasebook(path: String, reason: String)
  /// The output folder has published runs and no casebook that knows any.
  case casebookLost(output: String, runs: Int)
  /// `latest` leads to a run that the casebook does not know.
  case casebookBehind(latest: String, run: String)
  /// The output folder has no casebook with a run in it.
  case noCasebook(String)
  /// No case of the last night has the id.
  case unknownCase(String)
  /// The run was taken out, or lines of it were, and is not made again.
  case withdrawn(String)
  /// Later runs rest on the run, and the same inputs do not make it again.
  case replayDiffers(String)
  /// The night is too unlike those before it.
  case drifted([DriftAlarm])
  /// The reports contradict the night, one sentence a contradiction.
  case checkFailed([String])
}

extension CaseworkFault: CustomStringConvertible {
  /// Place, problem, code and remedy; never a value of the input.
  package var description: String {
    switch self {
    case .locked(let holder):
      """
      error: another run holds the lock\(holder.isEmpty ? "" : " (\(holder))") [output-locked]
        remedy: wait for that run to end, then start again
      """
    case .cannotWrite(let path, let reason):
      """
      \(path): error: cannot be written: \(reason) [output-unwritable]
        remedy: make room on the disk and let this user write there
      """
    case .unusableKey(let path, let reason, let remedy):
      """
      \(path): error: \(reason) [key-unusable]
        remedy: \(remedy)
      """
    case .damagedCasebook(let path, let reason):
      """
      \(path): error: the casebook cannot be used: \(reason) [casebook-unusable]
        remedy: keep a copy of it, and put back folder and casebook of one backup (the manual's operating page)
      """
    case .casebookLost(let output, let runs):
      """
      \(output)/\(CaseStore.fileName): error: it is not there or knows no run, and published runs are there: \(runs) \
      [casebook-lost]
        remedy: put back folder and casebook of one backup; without one begin a new output folder (the manual's \
      operating page)
      """
    case .casebookBehind(let latest, let run):
      """
      \(latest): error: it leads to \(run), which the casebook does not know [casebook-behind]
        remedy: put back folder and casebook of one backup; benturan verify names every run that does not belong here
      """
    case .noCasebook(let output):
      """
      \(output): error: there is no casebook with a run in it [casebook-missing]
        remedy: name the folder that benturan run publishes into, after its first run
      """
    case .unknownCase(let id):
      """
      error: the last night has no case \(id) [case-unknown]
        remedy: compare the id with the list of that night
      """
    case .withdrawn(let run):
      """
      \(run): error: this run was pruned or purged, and the same inputs make it again [run-withdrawn]
        remedy: have the inputs cleaned of what had to go, and run the night on those
      """
    case .replayDiffers(let run):
      """
      \(run): error: later runs rest on this one, and these inputs do not make it again as it was [run-differs]
        remedy: put its folder back from a backup
      """
    case .drifted(let alarms): alarms.map(\.description).joined(separator: "\n")
    case .checkFailed(let contradictions):
      """
      error: the reports failed \(contradictions.count == 1 ? "a check" : "\(contradictions.count) checks") \
      and were not published [check-failed]
      \(contradictions.map { "  - \($0)" }.joined(separator: "\n"))
        remedy: keep the input files and report this; the runs published before are as they were
      """
    }
  }
}
