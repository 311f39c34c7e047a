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
    if let note = checkKey(say) { checks.append(note) }
    checkCasebook(say)
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
  private func checkKey(_ say: (Bool, String, String) -> Void) -> Check? {
    let path = keyFile ?? output + "/key"
    guard keyFile != nil || FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      _ = try SiteKey(at: path, orIn: output)
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

  private func checkCasebook(_ say: (Bool, String, String) -> Void) {
    let path = output + "/casebook.sqlite"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let file = FileHandle(forReadingAtPath: path)
    let start = (try? file?.read(upToCount: 16)) ?? Data()
    // https://www.sqlite.org/fileformat.html, 1.3.1: every database begins so.
    let isDatabase = start == Data("SQLite format 3\0".utf8)
    say(isDatabase, "casebook can be read", "put back casebook.sqlite from its backup; see the manual's operating page")
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
