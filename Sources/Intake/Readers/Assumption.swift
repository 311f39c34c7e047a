/// One thing that was taken for granted of a file, and what showed it.
package struct Assumption: Sendable {
  /// Such as `encoding`.
  package let what: String
  package let value: String
  package let because: String
}

extension Assumption {
  /// What was found out from the values of columns, each column once, in the order of their names.
  static func all(in plans: [ReadingPlan]) -> [Assumption] {
    var found: [String: Assumption] = [:]
    for plan in plans {
      for (column, field) in plan.usedColumns {
        let name = plan.columnNames[column]
        if plan.findings.monthFirst.contains(field) {
          found["dates of \(name)"] = Assumption(
            what: "dates of \(name)", value: "month first", because: "some are days only so, and none only day first")
        }
        if let mark = plan.findings.decimalMarks[field], mark > 0 {
          found["amounts of \(name)"] = Assumption(
            what: "amounts of \(name)", value: mark == 0x2C ? "decimal comma" : "decimal point",
            because: "other amounts with a unit in words have it")
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension CSVDialect {
  /// What was assumed of the file, in the order in which it was found out.
  var assumptions: [Assumption] {
    [
      Assumption(what: "encoding", value: encoding.rawValue, because: basis.encoding.words),
      Assumption(what: "delimiter", value: delimiterName, because: basis.delimiter.words),
      Assumption(
        what: "cells", value: hasJSONCells ? "JSON literals" : "text, quoted where needed",
        because: hasJSONCells
          ? "every cell below the header is a JSON literal" : "some cell of the first rows is no JSON literal"),
      Assumption(what: "header", value: headerText, because: basis.header.words),
    ]
  }

  /// The line on which the header begins: that of the upper row, where there are two.
  var firstHeaderLine: Int { skipped.first { $0.kind == .headerGroup }?.line ?? headerLine }

  private var headerText: String {
    let lines = firstHeaderLine == headerLine ? "line \(headerLine)" : "lines \(firstHeaderLine) and \(headerLine)"
    let above = skipped.count { $0.kind == .aboveHeader }
    let numbers = skipped.first { $0.kind == .columnNumbers }
    return lines + (above > 0 ? ", \(above) lines above it passed over" : "")
      + (numbers.map { ", column numbers on line \($0.line) passed over" } ?? "")
  }
}

extension CSVDialect.Basis.Encoding {
  fileprivate var words: String {
    switch self {
    case .stated: "the configuration says so"
    case .byteOrderMark: "the file begins with its byte order mark"
    case .zeros: "nearly every second byte is zero"
    case .ascii: "the file's beginning is plain ASCII"
    case .sequences: "bytes above 127 form UTF-8 letters"
    case .strays: "bytes above 127 form no UTF-8 letters"
    }
  }
}

extension CSVDialect.Basis.Delimiter {
  fileprivate var words: String {
    switch self {
    case .stated: "the configuration says so"
    case .separatorLine: "the file's first line states it"
    case .known(let known, of: let all): "\(known) of \(all) header cells are known names with it"
    case .likeliest: "most rows have the first one's width with it"
    }
  }
}

extension CSVDialect.Basis.Header {
  fileprivate var words: String {
    switch self {
    case .stated: "the configuration says so"
    case .first: "it is the first line that holds something, and its columns make a dataset"
    case .found: "it is the first line whose columns make a dataset"
    case .unknown: "it is the first line that holds something; no line's columns make a dataset"
    }
  }
}
