import Records

/// Why a file of sheets was not read, or not to its end; rows that were complete before it have been delivered.
struct SheetFault: Error {
  let message: Diagnostic.Message
  var line: Int?

  init(_ message: Diagnostic.Message, line: Int? = nil) {
    self.message = message
    self.line = line
  }

  /// A fault of an XML file of its own, or of one part of an archive.
  init(_ fault: XMLFault, part: String? = nil) {
    guard let part else {
      self.init(fault.message, line: fault.line)
      return
    }
    self.init(
      Diagnostic.Message(
        code: fault.message.code, problem: "\(part) in the workbook: \(fault.message.problem)",
        remedy: "open the workbook in its program and save it again, or export the table as CSV"))
  }

  init(_ fault: InputFile.Fault) {
    self.init(fault.message)
  }
}

extension Diagnostic.Message {
  static let tooManySheets = Self(
    code: "sheet-count", problem: "the file has more than 10,000 sheets or tables",
    remedy: "export the table alone, without the pages around it")
  static let sheetTooLarge = Self(
    code: "sheet-size", problem: "the sheet's rows are far larger than the file that holds them",
    remedy: "remove cells and formats far outside the table, or export the table as CSV")

  static let beyondColumns = Self(
    code: "columns-beyond", problem: "cells stand beyond column \(SheetRow.mostColumns) and were not read",
    remedy: "no spreadsheet has so many columns; export the table with the columns that are needed")
  static let aboveHeader = Self(
    code: "above-header", problem: "the row stands above the header and was passed over",
    remedy: "nothing to do where it is a title; else put the row with the column names first")
  static let columnNumbers = Self(
    code: "column-numbers", problem: "the row below the header only numbers the columns and was passed over",
    remedy: "nothing to do here")
  static let hiddenSheet = Self(
    code: "hidden-sheet", problem: "the sheet is hidden in its program and was read all the same",
    remedy: "remove it from the file if its rows should not count")
  static let outsideTable = Self(
    code: "outside-table", problem: "a cell stands to the right of the named columns and was not used",
    remedy: "name the column in the header row, or move the note elsewhere")
  static let errorCell = Self(
    code: "cell-error", problem: "the cell holds an error such as #REF! and was read as empty",
    remedy: "correct the formula in the sheet and save it again")
  static let formulaWithoutValue = Self(
    code: "cell-no-value", problem: "the cell has a formula whose value was never stored and was read as empty",
    remedy: "open the sheet in a spreadsheet program and save it, so that values are worked out")
  static let repeatedHeaderRow = Self(
    code: "repeated-header", problem: "the row repeats the header",
    remedy: "nothing is lost; export the table without page headers")
  static let cellTooLong = Self(
    code: "field-too-long", problem: "a field is longer than 64 KiB, or the row longer than 1 MiB",
    remedy: "look for a table that was pasted into one cell at the source")
}
