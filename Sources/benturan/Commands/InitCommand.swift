import ArgumentParser

/// Writes a configuration to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a commented configuration with every setting, its default and its meaning.",
    discussion: "Example: benturan init benturan.toml")

  @Argument(help: "The file to write; it must not be there yet. Without it, standard output.") var file = "-"

  func run() throws { try NewFile.write(StarterConfiguration().text, to: file) }
}
