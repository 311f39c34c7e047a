import Records

/// Counts what was found amiss in fields that stay empty or are kept, with the first places.
struct Warnings {
  private var counts: [Key: SourceFile.WarningCount] = [:]

  private struct Key: Hashable {
    let code: String
    let column: String
  }

  init() {}

  /// Warnings that were counted before.
  init(_ counted: [SourceFile.WarningCount]) {
    for warning in counted { counts[Key(code: warning.message.code, column: warning.column)] = warning }
  }

  mutating func add(_ message: Diagnostic.Message, column: String, line: Int) {
    counts[
      Key(code: message.code, column: column), default: .init(message: message, column: column, count: 0, lines: [])
    ]
    .add(line)
  }

  /// Adds what others counted of a column.
  mutating func take(_ message: Diagnostic.Message, column: String, from others: Warnings) {
    let key = Key(code: message.code, column: column)
    guard let found = others.counts[key] else { return }
    counts[key, default: .init(message: message, column: column, count: 0, lines: [])].add(found)
  }

  /// Whether something was found amiss in a column before.
  func has(_ message: Diagnostic.Message, column: String) -> Bool {
    counts[Key(code: message.code, column: column)] != nil
  }

  /// By code, then by column.
  var sorted: [SourceFile.WarningCount] {
    counts.values.sorted { ($0.message.code, $0.column) < ($1.message.code, $1.column) }
  }
}

extension SourceFile.WarningCount {
  fileprivate mutating func add(_ line: Int) {
    count += 1
    if lines.count < Self.placesKept { lines.append(line) }
  }

  fileprivate mutating func add(_ other: SourceFile.WarningCount) {
    count += other.count
    lines += other.lines.prefix(max(0, Self.placesKept - lines.count))
  }
}
