import ArgumentParser
import Records

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(iso: argument) }
}

extension Language: ExpressibleByArgument {}

extension Level: ExpressibleByArgument {
  package init?(argument: String) { self.init(name: argument) }
  package static var allValueStrings: [String] { allCases.map(\.name) }
  package var defaultValueDescription: String { name }
}

extension StandardErrorLog.Format: ExpressibleByArgument {}

/// What commands that read a published run take.
struct PublishedOptions: ParsableArguments {
  @Option(help: "An output folder, or one run's folder.")
  var run = "output"
}
