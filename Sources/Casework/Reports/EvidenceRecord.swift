/// One line of `evidence.jsonl`: everything that one case rests on, as outputs may show it.
///
/// The shape is ``EvidenceSchema``'s; a change here is one there.
package struct EvidenceRecord: Codable, Hashable, Sendable {
  package var `case`: Header
  package var links: [Link]
  /// The leading finding's way from the official to the package.
  package var path: [Step]
  /// The leading finding's.
  package var strengths: Strengths
  package var findings: [Finding]
  package var wouldClear: String
  package var sources: [Source]

  package struct Header: Codable, Hashable, Sendable {
    package var id: String
    package var status: String
    package var rank: Int
    package var level: String
    package var grade: String
    package var probability: Double
    /// The language of all phrases in the record: `id` or `en`.
    package var language: String
    package var asOf: String
    /// Absent where the case is about two bidders.
    package var official: Official?
    package var vendor: Vendor
    /// The other bidder, where the case is about two.
    package var rival: Vendor?
    package var sentence: String
    package var nextStep: String
    /// Why the case is not what it was the night before; absent where it is, and for new ones.
    package var changes: [String]?
    /// What auditors made of it, as far as that still holds.
    package var decision: Decision?
  }

  package struct Decision: Codable, Hashable, Sendable {
    package var verdict: String
    /// `terbuka`, `menunggu` or `ditutup`.
    package var state: String
    package var by: [String]
    package var on: String
  }

  package struct Official: Codable, Hashable, Sendable {
    package var nip: String
    package var name: String
    package var unit: String
  }

  package struct Vendor: Codable, Hashable, Sendable {
    package var name: String
    package var npwp: String?
    package var code: String
  }

  package struct Link: Codable, Hashable, Sendable {
    package var id: String
    package var kind: String
    package var government: Side
    package var vendor: Side
    package var comparisons: [Comparison]
    package var priorBits: Double
    package var totalBits: Double
    package var probability: Double
    package var grade: String
    package var expectedNamesakes: Double
    package var factsFor: [String]
    package var factsAgainst: [String]
    package var notCompared: [String]
  }

  /// One of a link's two rows.
  package struct Side: Codable, Hashable, Sendable {
    /// `path#line`.
    package var row: String
    package var dataset: String
    package var asWritten: [Field]
    package var asUnderstood: [String: String]
  }

  package struct Field: Codable, Hashable, Sendable {
    package var column: String
    package var value: String
    /// What was done to the value before it was used; absent where it was taken as it stands.
    package var repairs: [Repair]?
  }

  package struct Repair: Codable, Hashable, Sendable {
    package var code: String
    package var phrase: String
  }

  package struct Comparison: Codable, Hashable, Sendable {
    package var subject: String
    package var level: String
    package var verdict: String
    package var bits: Double
    package var phrase: String
    package var left: String
    package var right: String
  }

  package struct Step: Codable, Hashable, Sendable {
    package var step: String
    package var text: String
    /// ISO 8601; absent where nobody wrote it down.
    package var from: String?
    package var to: String?
    /// When the register learned of it.
    package var knownOn: String?
    package var sharePercent: String?
    package var rows: [String]
  }

  package struct Strengths: Codable, Hashable, Sendable {
    package var samePerson: Strength
    package var kinDeclared: Strength
    package var heldOnTheDay: Strength
    package var hadPower: Strength
    /// The lowest of the four caps.
    package var cap: String
  }

  package struct Strength: Codable, Hashable, Sendable {
    /// The fact's name in the table of strengths.
    package var fact: String
    package var cap: String
    package var reason: String
  }

  package struct Finding: Codable, Hashable, Sendable {
    package var rule: String
    package var ruleVersion: String?
    package var level: String
    /// What the table of levels gives before the weakest strength caps it.
    package var tableLevel: String
    package var legalBasis: String
    package var thresholds: [String: String]
    /// Absent where one company's number joins two bidders.
    package var link: String?
    /// How near the holder is to the official, and what the official may do: the names in the table of levels.
    package var nearness: String
    package var power: String
    package var package: Package?
    package var relation: Relation?
    package var role: Role?
    package var outcome: String
    package var holding: Holding
    package var time: String
    package var from: String?
    package var to: String?
    package var value: String?
    package var strengths: Strengths
    package var path: [Step]
    package var wouldClear: String
    package var nextStep: String
  }

  package struct Package: Codable, Hashable, Sendable {
    package var code: String
    package var name: String
    package var unit: String
    package var from: String?
    package var to: String?
  }

  package struct Relation: Codable, Hashable, Sendable {
    package var asWritten: String
    package var term: String
    package var listItems: String
    package var degree: Int?
    /// Such as `U-U-D`: up to a parent, down to a child, S to a spouse.
    package var path: String
    package var derivedThrough: String?
  }

  package struct Role: Codable, Hashable, Sendable {
    package var name: String
    package var isOnPackage: Bool
  }

  package struct Holding: Codable, Hashable, Sendable {
    package var role: String
    package var sharePercent: String?
    /// With shares that nobody knows at their greatest.
    package var greatestSharePercent: String?
    package var depth: Int
    package var from: String?
    package var to: String?
  }

  /// A row that the case rests on, with what leads back to it.
  package struct Source: Codable, Hashable, Sendable {
    package var row: String
    package var dataset: String
    package var file: String
    package var sha256: String
    package var line: Int
    /// Absent in XML, where the line leads to the record.
    package var byteOffset: Int?
    package var columns: [Field]
  }
}
