import Foundation
import Glibc
import Intake
import Testing

@testable import benturan

@Suite struct InitCommandTests {
  /// The starter with every setting in force.
  private func uncommented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("#") && !$0.hasPrefix("# ") && $0 != "#" ? $0.dropFirst() : $0 }
      .joined(separator: "\n")
  }

  @Test(arguments: [mode_t(0), 0o077])
  func `a configuration is its owner's alone, and a unit can be read by all, whatever the umask`(
    _ mask: mode_t
  ) throws {
    let workspace = try Workspace()
    var program = workspace.program
    program.umask = mask
    #expect(try program.run("init", "benturan.toml").status == 0)
    #expect(try program.run("init", "--unit", "service", "benturan.service").status == 0)
    #expect(Tree.mode(workspace.path("benturan.toml")) == 0o600)
    #expect(Tree.mode(workspace.path("benturan.service")) == 0o644)
    let again = try program.run("init", "benturan.toml")
    #expect(again.status == 73 && again.messages.contains("[file-exists]"))
  }

  @Test func `every setting that exists stands in the starter`() throws {
    let text = StarterConfiguration().text
    for key in Configuration.keys {
      let last = try #require(key.split(separator: ".").last)
      #expect(text.contains("\n#\(last) = "), "\(key)")
    }
    for key in SourceTables.keys { #expect(text.contains("\n#\(key) = "), "source.\(key)") }
  }

  @Test func `the starter is accepted and sets nothing`() throws {
    let configuration = try Configuration(text: StarterConfiguration().text, path: "benturan.toml")
    var expected = Configuration()
    expected.text = configuration.text
    #expect("\(configuration)" == "\(expected)")
  }

  @Test func `with every setting in force it is accepted, and its defaults are the program's`() throws {
    let text = uncommented(StarterConfiguration().text)
    let configuration = try Configuration(text: text, path: "benturan.toml")
    var expected = Configuration()
    expected.text = text
    expected.model = "model.csv"
    expected.sources = configuration.sources
    #expect("\(configuration)" == "\(expected)")
    #expect(configuration.sources.map(\.files.text) == ["contoh-pegawai*.csv"])
  }

  @Test func `it goes to standard output, or to a file that is not there yet`() throws {
    let workspace = try Workspace()
    let shown = try workspace.program.run("init")
    #expect(shown.status == 0)
    #expect(shown.output == StarterConfiguration().text)
    #expect(try workspace.tree("").isEmpty)
    #expect(try workspace.program.run("init", "benturan.toml").status == 0)
    #expect(try workspace.bytes("benturan.toml") == Array(StarterConfiguration().text.utf8))
    try workspace.write("milik orang\n", to: "lain.toml")
    let again = try workspace.program.run("init", "lain.toml")
    #expect(again.status == 73)
    #expect(again.messages.contains("lain.toml: error: the file is there already [file-exists]"))
    #expect(try workspace.bytes("lain.toml") == Array("milik orang\n".utf8))
    #expect(try workspace.program.run("init", "tidak/ada.toml").status == 73)
  }

  @Test func `a run takes it`() throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run("init", "benturan.toml").status == 0)
    #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml", "--quiet")).status == 0)
  }
}
