package import Records

/// Where a list of decisions has its columns, whatever their order, case and blanks, and whatever stands beside them.
package struct DecisionColumns: Sendable {
  private let places: [DecisionColumn: Int]
  private let names: [String]

  /// - Parameters:
  ///   - header: The list's.
  ///   - path: The list's, for what is said of it.
  /// - Throws: ``Faults``, all of them.
  package init(of header: [String], in path: String) throws(Faults) {
    var places: [DecisionColumn: Int] = [:]
    var faults: [Diagnostic] = []
    let forms = header.map(Self.normalForm)
    for column in DecisionColumn.allCases {
      let known = [column.column.indonesian, column.column.english].map(Self.normalForm)
      let found = forms.indices.filter { known.contains(forms[$0]) }
      places[column] = found.first
      if found.count > 1 { faults.append(Self.fault(column, .twice(found.count), path)) }
      if found.isEmpty, column.isRequired {
        faults.append(Self.fault(column, .missing(nearest: Self.nearest(to: known, among: header)), path))
      }
    }
    guard faults.isEmpty else { throw Faults(diagnostics: faults) }
    (self.places, names) = (places, header)
  }

  /// Why a list cannot be taken in at all.
  package struct Faults: Error, Sendable {
    package let diagnostics: [Diagnostic]
  }

  /// A row's decision as written.
  ///
  /// - Parameters:
  ///   - fields: One for each column of the header.
  ///   - day: Reads the cell of a date.
  package func decision(in fields: [String], line: Int, day: (String) -> WrittenDay) -> WrittenDecision {
    let cell = { (column: DecisionColumn) in places[column].map { $0 < fields.count ? fields[$0] : "" } ?? "" }
    return WrittenDecision(
      line: line, caseID: cell(.caseID), verdict: cell(.verdict), reason: cell(.reason), note: cell(.note),
      by: cell(.by), on: day(cell(.on)))
  }

  /// A column's header as the list has it.
  func name(of column: DecisionColumn) -> String {
    places[column].map { names[$0] } ?? column.column.indonesian
  }

  private static func fault(_ column: DecisionColumn, _ message: Diagnostic.Message, _ path: String) -> Diagnostic {
    Diagnostic(path: path, line: nil, column: column.column.indonesian, severity: .error, message: message)
  }

  /// Small letters and digits of a header: blanks, `_` and an apostrophe before it say nothing.
  private static func normalForm(_ header: String) -> String {
    header.lowercased().filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
  }

  private static func nearest(to known: [String], among header: [String]) -> String? {
    let distances = header.flatMap { written in
      let form = Array(normalForm(written).utf8)
      return known.map { (written: written, distance: levenshtein(form, Array($0.utf8)), length: $0.utf8.count) }
    }
    return distances.filter { $0.distance <= $0.length / 3 }.min { $0.distance < $1.distance }?.written
  }
}

extension Diagnostic.Message {
  fileprivate static func missing(nearest: String?) -> Self {
    Self(
      code: "review-column-missing", problem: "the list has no such column",
      remedy: nearest.map { "did you mean the column \($0)? rename it" }
        ?? "keep the header of the list that benturan review export wrote")
  }

  fileprivate static func twice(_ count: Int) -> Self {
    Self(
      code: "review-column-twice", problem: "\(count) columns of the list have this name, not 1",
      remedy: "rename or remove all of them but one")
  }
}
