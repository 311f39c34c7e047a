/// What an operator is told about one place of the input.
package struct Diagnostic: Hashable, Sendable {
  /// What is wrong, under which stable code, and what to do about it.
  package struct Message: Hashable, Sendable {
    package let code: String
    package let problem: String
    package let remedy: String

    package init(code: String, problem: String, remedy: String) {
      self.code = code
      self.problem = problem
      self.remedy = remedy
    }
  }

  package enum Severity: String, Hashable, Sendable {
    case warning
    case error
  }

  package let path: String
  package let line: Int?
  package let column: String?
  package let severity: Severity
  package let message: Message

  package init(path: String, line: Int?, column: String?, severity: Severity, message: Message) {
    self.path = path
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// Place, problem, code and remedy, as compilers print them; never the value itself.
  package var description: String {
    let place = [path, line.map(String.init), column].compactMap { $0 }.joined(separator: ":")
    return "\(place): \(severity.rawValue): \(message.problem) [\(message.code)]\n  remedy: \(message.remedy)"
  }
}

/// A row that was set aside, with its place, the reason, what to do, and its text as it stood.
package struct QuarantinedRow: Hashable, Sendable {
  package var location: SourceLocation
  package let message: Diagnostic.Message
  /// The row's raw text in UTF-8, at most 64 KiB of it.
  package let text: String

  package init(location: SourceLocation, message: Diagnostic.Message, text: String) {
    self.location = location
    self.message = message
    self.text = text
  }
}
