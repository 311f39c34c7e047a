import Testing

/// One night over the invented province that many tests read and none changes.
struct Province {
  let workspace: Workspace
  let outcome: Program.Outcome

  var published: PublishedFolder { PublishedFolder(workspace.path("output")) }

  static let masked = Result { try Province() }
  static let english = Result { try Province("--lang", "en") }
  static let unmasked = Result { try Province("--unmask", "--reason", "uji coba") }

  private init(_ more: String...) throws {
    workspace = try Workspace()
    try workspace.write(Fixtures.key + "\n", to: "key")
    outcome = try workspace.program.run(Self.arguments(output: "output") + more)
  }

  /// A night with the key that everybody knows, which must be in the file `key`.
  static func arguments(input: String = Fixtures.province, output: String) -> [String] {
    ["run", "--input", input, "--output", output, "--as-of", Fixtures.asOf, "--key-file", "key"]
  }
}
