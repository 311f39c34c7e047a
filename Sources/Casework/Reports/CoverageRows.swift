import Records

/// `coverage.csv`: for each rule how many packages got which of the three answers, and what was missing.
enum CoverageRows: ReportWriter {
  static let name = "coverage.csv"

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile {
    var table = context.table(.coverage)
    for rule in context.judgement.coverage.sorted(by: { $0.rule < $1.rule }) {
      let missing = rule.unchecked.map { "\(context.language.of($0.datum)) (\($0.count))" }
      table.add([
        rule.rule, String(rule.packages), String(rule.checked), String(rule.clear), String(rule.flagged),
        String(rule.couldNotBeChecked), missing.joined(separator: cellSeparator),
        String(context.judgement.uncomparedPairs),
      ])
    }
    return ReportFile(name: name, table)
  }
}

extension RuleCoverage {
  /// Packages that got an answer.
  var checked: Int { clear + flagged }

  var couldNotBeChecked: Int { unchecked.reduce(0) { $0 + $1.count } }
}
