package import Records

/// A file whose rows a night cannot do without, and that was not read to its end.
///
/// A part of a register looks like a whole one: cases of the rows that are missing would seem to be gone.
package struct IncompleteFile: Hashable, Sendable {
  /// The path below the input folder.
  package let path: String
  /// Which required datasets the file feeds, or would; empty where nothing tells what its unread part held.
  package let datasets: [Dataset]
  /// How many of its rows were read.
  package let rows: Int

  /// - Returns: `nil` where the file was read whole, or what is known of it is not required.
  init?(_ reading: FileReading) {
    guard let fault = reading.fault?.message else { return nil }
    var known = reading.datasets
    // An empty file has been read whole.
    if known.isEmpty, fault.code != "file-empty" { known = reading.statedDataset.map { [$0] } ?? [] }
    datasets = known.filter(Set(Dataset.requiredGroups.joined()).contains)
    let isKnown = !known.isEmpty && (reading.statedDataset != nil || !reading.form.mayHoldMore)
    guard !datasets.isEmpty || !isKnown && (fault.isLoss || reading.isWithheld) else { return nil }
    path = reading.path
    rows = reading.counts.read
  }

  /// What is to be said of the file, besides its fault.
  ///
  /// - Parameter severity: Whether the night fails because of it.
  package func diagnostic(_ severity: Diagnostic.Severity) -> Diagnostic {
    Diagnostic(path: path, line: nil, column: nil, severity: severity, message: .incomplete(self))
  }
}

extension FileForm {
  /// Whether what was read says nothing of the rest, as one sheet of a workbook says nothing of the next.
  fileprivate var mayHoldMore: Bool {
    if case .sheets(let form) = self { form.format == .xlsx } else { false }
  }
}

extension Diagnostic.Message {
  /// Whether a file lost something on its way here, so that nobody can say what else it held.
  fileprivate var isLoss: Bool {
    [
      "gzip-truncated", "gzip-damaged", "archive-broken", "xml-truncated", "json-truncated", "html-truncated",
      "file-zeros",
    ].contains(code)
  }

  fileprivate static func incomplete(_ file: IncompleteFile) -> Self {
    let names = file.datasets.map(\.rawValue).joined(separator: ", ")
    let what =
      file.datasets.isEmpty
      ? "nothing tells what its unread part held, and it may be needed"
      : "only \(file.rows) rows of \(names) were read before the file's fault"
    return Self(
      code: "file-incomplete", problem: "\(what); cases of the missing rows would seem to be gone",
      remedy: "fetch the file again, or take it out of the input; "
        + "to publish without its rows set incomplete_files = \"warn\" knowingly")
  }
}
