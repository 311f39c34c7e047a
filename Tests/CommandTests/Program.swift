import Foundation
import Glibc

/// The built program, run as a user runs it: arguments, folder, environment and umask in, status and text out.
struct Program {
  /// The folder that it is started in.
  var folder: String
  /// What is added to the test's own environment.
  var environment: [String: String] = [:]
  var umask: mode_t?
  /// Keeps a temporary folder from going while the program is still to run in it.
  private var workspace: Workspace?

  /// What a run of the program gave.
  struct Outcome {
    /// The exit status; `nil` where a signal ended it.
    let status: Int32?
    let signal: Int32?
    /// Standard output.
    let output: String
    /// Standard error.
    let messages: String

    var everything: String { output + messages }
  }

  /// More than any run takes, on slow machines with others beside it too.
  private static let mostSeconds = 600.0

  init(in folder: String, environment: [String: String] = [:], umask: mode_t? = nil) {
    self.folder = folder
    self.environment = environment
    self.umask = umask
  }

  init(in workspace: Workspace) {
    folder = workspace.folder
    self.workspace = workspace
  }

  /// Runs `benturan` to its end.
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  func run(_ arguments: [String]) throws -> Outcome { try run(Self.path, arguments) }

  /// Runs any program to its end, with nothing on its standard input.
  func run(_ program: String, _ arguments: [String]) throws -> Outcome {
    let captured = try Workspace()
    let (output, messages) = (captured.path("output"), captured.path("messages"))
    // The shell changes the folder and the umask of the child alone, which posix_spawn(3) cannot.
    let mask = umask.map { "umask \(String($0, radix: 8)) && " } ?? ""
    let shell = ["/bin/sh", "-c", "cd \"$0\" && \(mask)exec \"$@\"", folder]
    let process = try spawn(shell + [program] + arguments, output: output, messages: messages)
    // A program that never ends is killed, which no test expects. A test's own limit would also count how long it waits
    // for its turn among the others.
    let watchdog = DispatchWorkItem { _ = kill(process, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.mostSeconds, execute: watchdog)
    defer { watchdog.cancel() }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { throw Failure("waitpid", errno) } }
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? status >> 8 & 0xFF : nil, signal: signal == 0 ? nil : signal,
      output: String(decoding: try captured.bytes("output"), as: UTF8.self),
      messages: String(decoding: try captured.bytes("messages"), as: UTF8.self))
  }

  private func spawn(_ command: [String], output: String, messages: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (descriptor, path) in [(STDOUT_FILENO, output), (STDERR_FILENO, messages)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var pairs = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + pairs { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, command[0], &actions, nil, &arguments, &pairs)
    guard code == 0 else { throw Failure(command[0], code) }
    return process
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ what: String, _ code: Int32) { description = "\(what): \(String(cString: strerror(code)))" }

    init(_ description: String) { self.description = description }
  }
}

extension Program {
  /// Where the program is: `BENTURAN_BINARY`, or beside the test bundle or in a folder above it.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["BENTURAN_BINARY"] { return named }
    var starts = [URL(fileURLWithPath: CommandLine.arguments[0]), Bundle.main.bundleURL]
    if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      starts.insert(URL(fileURLWithPath: own), at: 0)
    }
    for start in starts {
      var folder = start.resolvingSymlinksInPath()
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("benturan").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
      }
    }
    fatalError("build the program first, or name it in BENTURAN_BINARY")
  }()

  /// A program in one of the folders of `PATH`.
  static func find(_ names: String...) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    for name in names {
      for folder in folders where access("\(folder)/\(name)", X_OK) == 0 { return "\(folder)/\(name)" }
    }
    return nil
  }
}
