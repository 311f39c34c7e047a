import Records

/// What a case rests on, without anybody's data: which rows say what, as keyed digests cell by cell, and what the
/// rules made of them.
struct CaseFacts: Codable, Hashable, Sendable {
  /// Every row that the case cites, in an order that does not depend on files.
  let rows: [Row]
  let points: [Point]

  /// One cited row.
  struct Row: Codable, Hashable, Sendable {
    let dataset: String
    /// Whether it is one of the two rows of a link, on which the judgement of identity rests.
    let isIdentity: Bool
    /// The file's path, numbers of persons in it masked, which tells where to look and is no part of what the row says.
    let file: String
    let cells: [Cell]

    /// Twelve hex digits a cell: enough to tell a change, too few to find a value.
    struct Cell: Codable, Hashable, Sendable {
      let column: String
      let digest: String
    }

    /// What the row says, wherever it stands.
    fileprivate var content: [String] { [dataset, isIdentity ? "1" : "0"] + cells.flatMap { [$0.column, $0.digest] } }
  }

  /// One finding, as far as an auditor would take it for another one if it changed.
  struct Point: Codable, Hashable, Comparable, Sendable {
    let rule: String
    /// The package's code; empty where the rule looks at none.
    let package: String
    let level: String
    let grade: String
    let outcome: String
    let time: String

    fileprivate var content: [String] { [rule, package, level, grade, outcome, time] }

    static func < (left: Self, right: Self) -> Bool { left.content.lexicographicallyPrecedes(right.content) }
  }

  /// SHA-256 over all of it, files' paths apart.
  var digest: String { Self.digest(of: rows.map(\.content) + points.map(\.content)) }

  /// SHA-256 over the rows on which the judgement of identity rests.
  var identityDigest: String { Self.digest(of: rows.filter(\.isIdentity).map(\.content)) }

  private static func digest(of lists: [[String]]) -> String { Digest.hex(of: JSONText.bytes(of: lists)) }
}

extension CaseFacts {
  /// - Parameter key: Digests the cells, so that nobody without it can try values.
  init(of matter: Case, in night: Night, key: SiteKey) {
    let judgement = night.judgement
    let linked = Set(matter.links.flatMap { judgement.links[$0].bothRows })
    rows = matter.rows(in: judgement)
      .map { Row($0, isIdentity: linked.contains($0), in: night, key) }
      .sorted { ($0.content + [$0.file]).lexicographicallyPrecedes($1.content + [$1.file]) }
    points = matter.findings.map { finding in
      Point(
        rule: finding.rule, package: finding.package.map { MessageText.masked(judgement.packages[$0].code) } ?? "",
        level: finding.level.name, grade: judgement.identity(of: finding).grade.rawValue,
        outcome: finding.outcome.code, time: finding.standing.code)
    }.sorted()
  }
}

extension CaseFacts.Row {
  fileprivate init(_ row: RowReference, isIdentity: Bool, in night: Night, _ key: SiteKey) {
    let source = night.registry.source(night.registry.location(of: row))
    let cells: [Cell]
    if let excerpt = night.excerpts[row] {
      cells = excerpt.fields.map { Cell(column: $0.column, digest: Self.digest($0.value, key)) }
    } else {
      let content = night.registry.contentHash(of: row)
      cells = [Cell(column: "", digest: Self.digest("\(content.low) \(content.high)", key))]
    }
    self.init(
      dataset: row.dataset.rawValue, isIdentity: isIdentity, file: MessageText.masked(source.path), cells: cells)
  }

  private static func digest(_ value: String, _ key: SiteKey) -> String {
    String(Digest.hex(key.digest(of: ["sel", value])).prefix(12))
  }
}
