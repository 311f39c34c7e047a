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

  @Flag(help: "Print JSON.") var json = false

  /// One thing that was looked at.
  private struct Check: Encodable {
    let what: String
    let holds: Bool
    let remedy: String?
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
    say(free > 1 << 30, "\(free >> 20) MiB free on the disk", "make room: one gibibyte is a careful minimum")
    if exists { checkLastRun(say) }
    if json { Terminal.printJSON(checks) } else { for check in checks { Terminal.print(text(of: check)) } }
    if !checks.allSatisfy(\.holds) { throw ExitStatus.configurationError.code }
  }

  private func text(of check: Check) -> String {
    "\(check.holds ? "ok  " : "FAIL") \(check.what)" + (check.remedy.map { "\n     remedy: \($0)" } ?? "")
  }

  private func checkModes(_ say: (Bool, String, String) -> Void) {
    func mode(_ path: String) -> Int? {
      (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
    }
    say(mode(output).map { $0 & 0o077 == 0 } ?? false, "output folder is closed to others", "chmod 700 \(output)")
    let key = output + "/key"
    if let found = mode(key) { say(found & 0o077 == 0, "key is closed to others", "chmod 600 \(key)") }
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
