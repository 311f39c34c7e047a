package import Records

/// Takes in a list of decisions: all of it, or nothing and every reason why.
package struct DecisionReader: Sendable {
  private let path: String
  private let columns: DecisionColumns
  private let check: DecisionCheck

  /// - Parameters:
  ///   - path: The list's, for what is said of it.
  ///   - columns: Where the list has its columns.
  ///   - check: What decisions are held against.
  package init(_ path: String, _ columns: DecisionColumns, _ check: DecisionCheck) {
    (self.path, self.columns, self.check) = (path, columns, check)
  }

  /// What a list amounts to.
  package struct Reading: Sendable {
    /// What is to be recorded, in the list's order; empty where a row was refused.
    package fileprivate(set) var decisions: [Decision] = []
    /// How many rows state what is recorded already.
    package fileprivate(set) var recorded = 0
    /// How many rows have no verdict.
    package fileprivate(set) var passedOver = 0
    /// Every reason why the list was refused, in the list's order.
    package fileprivate(set) var refusals: [Diagnostic] = []
    package fileprivate(set) var warnings: [Diagnostic] = []
  }

  /// - Parameter broken: Rows that could not even be split into fields: each one's line and reason.
  package func read(
    _ rows: [WrittenDecision], broken: [(line: Int, message: Diagnostic.Message)] = []
  ) -> Reading {
    var reading = Reading()
    var new: [String: (line: Int?, decision: Decision)] = [:]
    // A second header among the rows of joined lists says nothing of any case.
    for row in broken where row.message.code != "repeated-header" {
      reading.refusals.append(
        Diagnostic(path: path, line: row.line, column: nil, severity: .error, message: row.message))
    }
    for row in rows {
      switch check.check(row) {
      case .passedOver(let remarks):
        reading.passedOver += 1
        reading.warnings += diagnostics(remarks, row, .warning)
      case .recorded(let remarks):
        reading.recorded += 1
        reading.warnings += diagnostics(remarks, row, .warning)
      case .refused(let remarks): reading.refusals += diagnostics(remarks, row, .error)
      case .new(let decision, let remarks):
        if let earlier = new[decision.caseID] {
          guard earlier.decision != decision else { continue }
          let remark = DecisionCheck.Remark(column: .verdict, message: .disagrees(with: earlier.line))
          reading.refusals += diagnostics([remark], row, .error)
          continue
        }
        new[decision.caseID] = (row.line, decision)
        reading.decisions.append(decision)
        reading.warnings += diagnostics(remarks, row, .warning)
      }
    }
    reading.refusals.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    if !reading.refusals.isEmpty { reading.decisions = [] }
    return reading
  }

  private func diagnostics(
    _ remarks: [DecisionCheck.Remark], _ row: WrittenDecision, _ severity: Diagnostic.Severity
  ) -> [Diagnostic] {
    remarks.map {
      Diagnostic(
        path: path, line: row.line, column: columns.name(of: $0.column), severity: severity, message: $0.message)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func disagrees(with line: Int?) -> Self {
    Self(
      code: "review-rows-disagree",
      problem: "the row decides a case otherwise than the row on line \(line.map(String.init) ?? "before")",
      remedy: "keep one row for each case; a second person's signature comes in a list of its own")
  }
}
