import ArgumentParser

/// Writes a configuration to start from, or what starts the program every night.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a commented configuration with every setting, its default and its meaning.",
    discussion: "Example: benturan init benturan.toml\n         benturan init --unit service")

  @Argument(help: "The file to write; it must not be there yet. Without it, standard output.") var file = "-"
  @Option(help: "Instead of a configuration, what starts the program every night: service, timer or crontab.")
  var unit: Unit?

  func run() throws {
    if let unit {
      try NewFile.write(unit.text, to: file, for: .everyone)
    } else {
      try NewFile.write(StarterConfiguration().text, to: file)
    }
  }
}
