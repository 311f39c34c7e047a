import Glibc

/// Notes in the casebook who looked at a run that was written in full.
package struct ShownLists: Sendable {
  private let run: PublishedRun

  package init(_ run: PublishedRun) { self.run = run }

  /// Notes it, where the run shows numbers in full and stands beside its casebook; a copy elsewhere has none.
  ///
  /// - Parameters:
  ///   - command: The command that shows it.
  ///   - name: The login name of whoever asked.
  ///   - day: The day of it, ISO 8601.
  /// - Throws: ``CaseworkFault``, such as where a run is under way; then nothing may be shown.
  package func note(_ command: String, by name: String, on day: String) throws(CaseworkFault) {
    guard let reason = run.manifest.unmaskReason else { return }
    try note(command, reason: reason, by: name, on: day)
  }

  /// Notes a command that shows rows of the inputs in full, whatever the run shows.
  package func note(_ command: String, reason: String, by name: String, on day: String) throws(CaseworkFault) {
    guard let path = realpath(run.folder, nil) else { return }
    defer { free(path) }
    let output = "/" + String(cString: path).split(separator: "/").dropLast(2).joined(separator: "/")
    guard Disk.kind(of: "\(output)/\(CaseStore.fileName)") == .file else { return }
    let lock = try OutputLock(output: output)
    defer { extendLifetime(lock) }
    let store = try CaseStore(in: output)
    defer { store.close() }
    let shown = ShownRun(run: run.id, by: name, command: command, reason: MessageText.masked(reason))
    try store.write { try Journal.add(Journal.Note(shown: shown), on: day, in: $0) }
  }
}
