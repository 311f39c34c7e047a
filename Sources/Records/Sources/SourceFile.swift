/// One input file: its digest, how it was read, and counts that add up.
package struct SourceFile: Hashable, Sendable {
  /// The path below the input folder, with `/`.
  package let path: String
  package let byteCount: Int
  /// SHA-256 of the file's bytes, 64 hex digits, taken while it was read.
  package let digest: String
  /// How the file was understood, such as `csv ; utf-8-bom` or `xml`.
  package let form: String
  /// Datasets that rows of this file went to, in a fixed order.
  package let datasets: [Dataset]
  package let counts: Counts
  package let warnings: [WarningCount]
  /// Columns that no dataset of this file uses.
  package let unknownColumns: [String]
  /// Why the file could not be read, or not to its end; `nil` where it was read whole.
  package var fault: Diagnostic.Message?

  /// Whether some of the file's rows are known and others were lost to a fault.
  package var isPartlyRead: Bool { fault != nil && !datasets.isEmpty }

  package init(
    path: String, byteCount: Int, digest: String, form: String, datasets: [Dataset], counts: Counts,
    warnings: [WarningCount], unknownColumns: [String]
  ) {
    self.path = path
    self.byteCount = byteCount
    self.digest = digest
    self.form = form
    self.datasets = datasets
    self.counts = counts
    self.warnings = warnings
    self.unknownColumns = unknownColumns
  }

  /// Rows of one file: `read = accepted + quarantined` always.
  package struct Counts: Hashable, Sendable, BitwiseCopyable {
    package var read = 0
    package var accepted = 0
    package var quarantined = 0
    /// Lines that hold nothing, and rows whose every cell is empty; not among the rows read.
    package var blank = 0
    /// Lines that belong to the sheet and not to the table: titles above the header, the upper row of two that make
    /// the header, column numbers below it. They are not among the rows read.
    package var skipped = 0

    package init() {}
  }

  /// How often one thing was found amiss in one column, and where first.
  package struct WarningCount: Hashable, Sendable {
    package let message: Diagnostic.Message
    package let column: String
    package var count: Int
    /// The first lines with it, at most ``placesKept``.
    package var lines: [Int]

    package static let placesKept = 20

    package init(message: Diagnostic.Message, column: String, count: Int, lines: [Int]) {
      self.message = message
      self.column = column
      self.count = count
      self.lines = lines
    }
  }
}
