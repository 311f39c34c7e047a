import ArgumentParser
import Casework
import Intake
import Records

/// Takes in the decisions of a list, all of them or none.
struct ReviewImportCommand: ReviewStep {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in a filled list, as a spreadsheet saved it; all of it or nothing.",
    discussion: """
      Rows without a decision are passed over, and so are rows that state what is recorded already.

      Example: benturan review import review.csv --output results
      """)
  static let addsDecisions = true

  @Argument(help: "The filled list: CSV with any delimiter and encoding that spreadsheets write.") var file: String
  @OptionGroup var casebook: CasebookOptions
  @Option(help: "Today, as 2026-11-23: decisions without a date get it, and none may be later.")
  var asOf: CalendarDate?
  @Flag(help: "Say only what is wrong.") var quiet = false

  func run(on store: any DecisionStore) throws {
    guard let today = asOf ?? Clock.today else { throw ExitStatus.internalError.code }
    let table = try table()
    let reading: DecisionReader.Reading
    do {
      let columns = try DecisionColumns(of: table.columns, in: file)
      let rows = table.rows.map { row in
        columns.decision(in: row.fields, line: row.line) { PlainTable.day($0, asOf: today) }
      }
      reading = DecisionReader(file, columns, DecisionCheck(try store.cases(), asOf: today))
        .read(rows, broken: table.refused.map { ($0.line, $0.message) })
    } catch let faults as DecisionColumns.Faults {
      throw refusal(faults.diagnostics)
    }
    for warning in reading.warnings where !quiet { Terminal.say("\(warning)") }
    guard reading.refusals.isEmpty else { throw refusal(reading.refusals) }
    try store.append(reading.decisions)
    if !quiet {
      Terminal.print(
        "\(reading.decisions.count) decisions recorded, \(reading.recorded) known already, "
          + "\(reading.passedOver) rows without one")
    }
  }

  private func table() throws -> PlainTable {
    do {
      return try PlainTable(reading: file, isRagged: true)
    } catch {
      guard FolderPath.isReadableFile(file) else {
        Terminal.say("\(file): error: cannot be read: \(error.reason) [input-missing]\n  remedy: check the path")
        throw ExitStatus.missingInput.code
      }
      Terminal.say(
        "\(file): error: is no table: \(error.reason) [review-no-table]\n  remedy: save the list as CSV and import that"
      )
      throw ExitStatus.unusableInput.code
    }
  }

  private func refusal(_ diagnostics: [Diagnostic]) -> any Error {
    for diagnostic in diagnostics { Terminal.say("\(diagnostic)") }
    Terminal.say(
      "\(file): error: nothing was recorded: \(diagnostics.count) faults [review-refused]\n  remedy: mend them and import the list again"
    )
    return ExitStatus.unusableInput.code
  }
}
