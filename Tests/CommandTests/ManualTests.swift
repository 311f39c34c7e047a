import Foundation
import Testing

/// The console blocks of the manual's pages, run.
@Suite struct ManualTests {
  static let pages = (try? Tree.names(below: Fixtures.manual).filter { $0.hasSuffix(".md") }) ?? []

  @Test(arguments: pages)
  func `what a page shows is what happens`(_ page: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(Fixtures.manual)/\(page)")), as: UTF8.self)
    let commands = ConsoleBlock.commands(of: text)
    try #require(!commands.isEmpty)
    // One folder for a page: its blocks follow each other.
    let workspace = try Workspace()
    try workspace.copy(Fixtures.province, to: "province")
    try FileManager.default.createDirectory(atPath: workspace.path(".bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path(".bin/benturan"), withDestinationPath: Program.path)
    var program = workspace.program
    program.environment = ["PATH": "\(workspace.path(".bin")):/usr/bin:/bin", "LC_ALL": "C"]
    var status: Int32 = 0
    for command in commands {
      let outcome = try program.run("/bin/sh", ["-c", "exec 2>&1; (exit \(status)); \(command.text)"])
      status = outcome.status ?? -1
      let found = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let lines = found.last == "" ? found.dropLast() : found[...]
      #expect(ConsoleBlock.matches(command.output[...], lines), "$ \(command.text)\n\(outcome.output)")
    }
  }

  /// Pages of commands; the others are about a task.
  static let commandPages = pages.filter { ConsoleTests.commands.contains(String($0.dropLast(3))) }

  @Test func `a task's page says in its title what it is about`() throws {
    for page in Set(Self.pages).subtracting(Self.commandPages) {
      let text = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: "\(Fixtures.manual)/\(page)")), as: UTF8.self)
      #expect(text.lowercased().hasPrefix("# \(page.dropLast(3)) "))
      #expect(WordingTests.forbidden.allSatisfy { !text.lowercased().contains($0) })
    }
  }

  @Test(arguments: commandPages)
  func `a page says what its command is for and how it ends`(_ page: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(Fixtures.manual)/\(page)")), as: UTF8.self)
    #expect(text.hasPrefix("# benturan \(page.dropLast(3))\n"))
    #expect(text.contains("\n## Exit status\n") && text.contains("\n## Options worth knowing\n"))
    #expect(WordingTests.forbidden.allSatisfy { !text.lowercased().contains($0) })
    let help = try Workspace().program.run(String(page.dropLast(3)), "--help").output
    for option in text.matches(of: /`(--[a-z-]+)/) { #expect(help.contains(option.1), "\(option.1)") }
  }

  @Test func `three dots match any lines, or any part of one`() {
    let found = ["a 1 b", "c", "d", "e"]
    for expected in [["a ... b", "...", "e"], ["..."], ["a 1 b", "c", "d", "e", "..."], ["...", "d", "e"]] {
      #expect(ConsoleBlock.matches(expected[...], found[...]))
    }
    for expected in [["a 1 b", "...", "f"], ["a ... c", "..."], [], ["a 1 b", "d", "e"]] {
      #expect(!ConsoleBlock.matches(expected[...], found[...]))
    }
  }
}

/// Commands and what they print, as a page shows them: `$ ` before a command, `...` for what may differ.
enum ConsoleBlock {
  struct Command {
    let text: String
    var output: [String] = []
  }

  /// The commands of all blocks marked `console`.
  static func commands(of page: String) -> [Command] {
    var commands: [Command] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        commands.append(Command(text: String(line.dropFirst(2))))
      } else if isInside, !commands.isEmpty {
        commands[commands.count - 1].output.append(String(line))
      }
    }
    return commands
  }

  static func matches(_ expected: ArraySlice<String>, _ found: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return found.isEmpty }
    if first == "..." {
      return (found.startIndex...found.endIndex).contains { matches(expected.dropFirst(), found[$0...]) }
    }
    guard let line = found.first, matches(line: first, line) else { return false }
    return matches(expected.dropFirst(), found.dropFirst())
  }

  private static func matches(line expected: String, _ found: String) -> Bool {
    let parts = expected.components(separatedBy: "...")
    guard parts.count > 1 else { return expected == found }
    guard found.hasPrefix(parts[0]), found.count >= parts[0].count + parts[parts.count - 1].count else { return false }
    var rest = found.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
