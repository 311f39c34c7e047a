import ArgumentParser
import Casework
import Foundation
import Logging

/// Checks what a nightly run needs and says what to do.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Checks configuration, permissions, disk and the last run; says what to do.",
    discussion: "Example: benturan doctor --output results --config benturan.toml")

  @Option(help: "The output folder.") var output = "output"
  @Option(help: "The configuration file.") var config: String?

  @Option(help: "The site's key file; without it, key in the output folder.") var keyFile: String?
  @Flag(help: "Print JSON.") var json = false

  /// One thing that was looked at.
  private struct Check: Encodable {
    let what: String
    let holds: Bool
    let remedy: String?
    /// What a person should think of although all is well.
    var hint: String?
  }

  func run() throws {
    var checks: [Check] = []
    func say(_ holds: Bool, _ what: String, _ remedy: String) {
      checks.append(Check(what: what, holds: holds, remedy: holds ? nil : remedy))
    }
    do {
      _ = try Configuration(file: config)
      say(true, "configuration \(config ?? "(defaults)")", "")
    } catch {
      for line in error.lines { Terminal.say(line) }
      say(false, "configuration \(config ?? "")", "mend the lines above")
    }
    let files = FileManager.default
    var isFolder: ObjCBool = false
    let exists = files.fileExists(atPath: output, isDirectory: &isFolder)
    say(!exists || isFolder.boolValue, "output \(output) is a folder", "choose another path with --output")
    let place = exists ? output : (output as NSString).deletingLastPathComponent
    let parent = place.isEmpty ? "." : place
    say(files.isWritableFile(atPath: parent), "\(parent) can be written", "let this user write there")
    if exists { checkModes(say) }
    let free = (try? files.attributesOfFileSystem(forPath: parent))?[.systemFreeSize] as? Int ?? 0
    let needed = max(1 << 30, 3 * lastSize)
    say(
      free > needed, "\(free >> 20) MiB free on the disk",
      "make room: \(needed >> 20) MiB, three times the last run and a gibibyte at least, is a careful minimum")
    if exists { checkLastRun(say) }
    if let holder = OutputLock.holder(of: output) {
      checks.append(
        Check(
          what: "a run is under way: \(holder)", holds: true, remedy: nil,
          hint: "wait for it; where it hangs, end that process, and its lock goes with it"))
    }
    let casebook = CasebookHealth(of: output)
    if let note = checkKey(casebook, say) { checks.append(note) }
    if let casebook { checks += checkCasebook(casebook, say) }
    if exists { checkRuns(say) }
    if let note = Self.schedule { checks.append(note) }
    if json { Terminal.printJSON(checks) } else { for check in checks { Terminal.print(text(of: check)) } }
    if !checks.allSatisfy(\.holds) { throw ExitStatus.configurationError.code }
  }

  private func text(of check: Check) -> String {
    "\(check.holds ? "ok  " : "FAIL") \(check.what)" + (check.remedy.map { "\n     remedy: \($0)" } ?? "")
      + (check.hint.map { "\n     hint: \($0)" } ?? "")
  }

  /// The bytes of the last run's outputs.
  private var lastSize: Int {
    (try? PublishedRun(opening: output))?.manifest.outputs.reduce(0) { $0 + $1.bytes } ?? 0
  }

  /// Looks whether the key can be used, without making one.
  private func checkKey(_ casebook: CasebookHealth?, _ say: (Bool, String, String) -> Void) -> Check? {
    let path = keyFile ?? output + "/key"
    do {
      // Without a casebook or a key there is nothing to look at, and none is made.
      try casebook?.checkKey(at: keyFile, in: output)
      guard keyFile != nil || FileManager.default.fileExists(atPath: path) else { return nil }
      if casebook == nil { _ = try SiteKey(at: path, orIn: output) }
      let made = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      let days = made.map { Int(-$0.timeIntervalSinceNow) / 86_400 } ?? 0
      return Check(
        what: "key can be used", holds: true, remedy: nil,
        hint: "\(days) days old; keep a copy away from this machine, as every case's id rests on it")
    } catch {
      Terminal.say("\(error)")
      say(false, "key \(path)", "mend the lines above; never make a new key where a copy of the old one exists")
      return nil
    }
  }

  /// Looks at the casebook's pages, at its last run, and at how old that is.
  private func checkCasebook(_ casebook: CasebookHealth, _ say: (Bool, String, String) -> Void) -> [Check] {
    if let fault = casebook.fault { Terminal.say("\(fault)") }
    say(
      casebook.fault == nil, "casebook can be read and fits the last run",
      "put back casebook.sqlite from its backup; see the manual's operating page")
    guard let night = casebook.lastNight else { return [] }
    return [
      Check(
        what: "\(casebook.runs) runs, the last for the night of \(night)", holds: true, remedy: nil,
        hint: Self.isOld(night) ? "that is more than two days ago: look whether the nightly run is started" : nil)
    ]
  }

  /// Looks whether runs and casebook belong together.
  private func checkRuns(_ say: (Bool, String, String) -> Void) {
    guard let strangers = CasebookHealth.strangers(in: output) else { return }
    guard !strangers.isEmpty || FileManager.default.fileExists(atPath: output + "/runs") else { return }
    say(
      strangers.isEmpty,
      strangers.isEmpty ? "casebook knows every run" : "casebook knows not: \(strangers.joined(separator: ", "))",
      "put back folder and casebook of one backup; see the manual's operating page")
  }

  private static func isOld(_ night: String) -> Bool {
    // A night's date begins before its run: the third day is the first that cannot be told by that.
    guard let date = try? Date.ISO8601FormatStyle().year().month().day().parse(night) else { return false }
    return Date.now.timeIntervalSince(date) > 3 * 86_400
  }

  /// Whether something starts the program every night, as far as any user may see; `nil` where something does.
  private static var schedule: Check? {
    let files = FileManager.default
    let folders = ["/etc/systemd/system", "/lib/systemd/system", "/etc/cron.d"]
    let isPlanned = folders.contains { folder in
      (try? files.contentsOfDirectory(atPath: folder))?.contains { $0.hasPrefix("benturan") } ?? false
    }
    let table = files.contents(atPath: "/etc/crontab").map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard !isPlanned, !table.contains("benturan") else { return nil }
    return Check(
      what: "no timer and no line for cron was seen", holds: true, remedy: nil,
      hint: "a user's own crontab cannot be seen; otherwise see benturan init --unit timer")
  }

  private func checkModes(_ say: (Bool, String, String) -> Void) {
    func mode(_ path: String) -> Int? {
      (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
    }
    say(mode(output).map { $0 & 0o077 == 0 } ?? false, "output folder is closed to others", "chmod 700 \(output)")
    let key = output + "/key"
    if let found = mode(key) { say(found & 0o077 == 0, "key is closed to others", "chmod 600 \(key)") }
    let casebook = output + "/casebook.sqlite"
    if let found = mode(casebook) {
      say(found & 0o077 == 0, "casebook is closed to others", "chmod 600 \(casebook)")
    }
    guard let run = try? PublishedRun(opening: output) else { return }
    let open = ([""] + run.manifest.outputs.map { "/" + $0.name } + ["/run.json"])
      .filter { mode(run.folder + $0).map { $0 & 0o077 != 0 } ?? false }
    say(open.isEmpty, "last run's files are closed to others", "chmod -R go= \(output)")
  }

  private func checkLastRun(_ say: (Bool, String, String) -> Void) {
    // The link itself: one that leads nowhere is a fault, not "no run".
    guard (try? FileManager.default.attributesOfItem(atPath: output + "/latest")) != nil else {
      return say(true, "no run was published yet", "")
    }
    let run = try? PublishedRun(opening: output)
    let isWhole = run.map { $0.verifyOutputs().isEmpty } ?? false
    say(isWhole, "last run \(run?.id ?? "") is as it was published", "see benturan verify; run the night again")
  }
}
