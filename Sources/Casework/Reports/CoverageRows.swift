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
        String(context.judgement.uncomparedPairs), rule.families.map { String($0.officials) } ?? "",
        rule.families.map { String($0.withoutFamily) } ?? "",
        rule.families.map { units($0.without, in: context) } ?? "",
      ])
    }
    return ReportFile(name: name, table)
  }

  /// Units and how many officials of each have no family row; the units with few of them as one sum.
  private static func units(_ without: [RuleCoverage.Families.Unit], in context: ReportContext) -> String {
    var parts = without.prefix(longest).map { unit in
      let name = context.masking.text(unit.name)
      return "\(name.isEmpty ? context.language.of(.unknownUnit) : name) (\(unit.officials))"
    }
    let rest = without.dropFirst(longest).reduce(0) { $0 + $1.officials }
    if rest > 0 { parts.append("\(context.language.of(.otherUnits)) (\(rest))") }
    return parts.joined(separator: cellSeparator)
  }

  /// A spreadsheet's cell holds 32,767 letters; so many names of units stay well below.
  private static let longest = 100
}

extension RuleCoverage.Families {
  /// Officials in power of whom no relative was declared.
  var withoutFamily: Int { without.reduce(0) { $0 + $1.officials } }
}

extension Phrase {
  fileprivate static let unknownUnit = Phrase("satuan kerja tidak diketahui", "unit not known")
  fileprivate static let otherUnits = Phrase("lainnya", "others")
}

extension RuleCoverage {
  /// Packages that got an answer.
  var checked: Int { clear + flagged }

  var couldNotBeChecked: Int { unchecked.reduce(0) { $0 + $1.count } }
}
