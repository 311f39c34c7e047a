/// Which facts agree when two rows are judged to be one person.
package enum IdentityGrade: String, CaseIterable, Hashable, Comparable, Sendable {
  /// An identifier agrees and nothing speaks against.
  case a = "A"
  /// Name, full birth date and one more fact agree.
  case b = "B"
  /// Name and birth date agree.
  case c = "C"
  /// A rare name and one weaker fact agree.
  case d = "D"
  /// The name alone agrees; such a pair is never flagged.
  case e = "E"

  /// A is the best and sorts first.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One fact of two rows held against each other: its level, its weight, and the words for it.
package struct Comparison: Hashable, Sendable {
  package enum Subject: String, CaseIterable, Hashable, Sendable {
    case name
    case nationalID = "nik"
    case birthDate = "birth_date"
    case sex
    case birthPlace = "birth_place"
    case address
    case phone
    case occupation
    case alive
    case age
    /// Other rows of the same persons.
    case rows
    /// Rows of one person's number that state different values of a fact.
    case disputes
    /// Close kin who could be meant instead.
    case family
    /// Others on the government's side who could be the person as well.
    case rivals
  }

  package enum Verdict: String, Hashable, Sendable {
    case agrees, against
    /// Weighed, but nothing that speaks for or against.
    case neutral
    case notCompared = "not_compared"
  }

  package let subject: Subject
  /// The level's stable name, such as `equal` or `day_month_swapped`.
  package let level: String
  package let verdict: Verdict
  /// The base-2 logarithm of how much likelier this level is for one person than for two.
  package let bits: Double
  package let phrase: Phrase
  /// Both values as written; empty where a row has none.
  package let left: String
  package let right: String

  package init(
    subject: Subject, level: String, verdict: Verdict, bits: Double, phrase: Phrase, left: String, right: String
  ) {
    self.subject = subject
    self.level = level
    self.verdict = verdict
    self.bits = bits
    self.phrase = phrase
    self.left = left
    self.right = right
  }
}

/// The judgement that a row on the government's side and a vendor's row, or two vendors' rows, are one person.
package struct PersonLink: Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// A declared relative is the vendor's person.
    case relative = "keluarga"
    /// The official is.
    case official = "pejabat"
    /// Two bidders' people are one.
    case bidders = "penyedia"
  }

  package let kind: Kind
  /// The official, or the one who declared the relative; `nil` between two bidders.
  package let nip: CivilServantID?
  /// A row of `relatives` or of `officials`; between two bidders the first one's row of `vendor_people`.
  package let governmentRow: RowReference
  /// A row of `vendor_people`.
  package let vendorRow: RowReference
  package let comparisons: [Comparison]
  /// Bits before any fact was compared: from the sizes of the tables, in whole bits.
  package let priorBits: Double
  /// Probability that both rows are one person, from 0 to 1.
  package let probability: Double
  package let grade: IdentityGrade
  /// How many people of that name (and birth year, where known) the registries' population is expected to hold.
  package let expectedNamesakes: Double

  package init(
    kind: Kind, nip: CivilServantID?, governmentRow: RowReference, vendorRow: RowReference,
    comparisons: [Comparison], priorBits: Double, probability: Double, grade: IdentityGrade,
    expectedNamesakes: Double
  ) {
    self.kind = kind
    self.nip = nip
    self.governmentRow = governmentRow
    self.vendorRow = vendorRow
    self.comparisons = comparisons
    self.priorBits = priorBits
    self.probability = probability
    self.grade = grade
    self.expectedNamesakes = expectedNamesakes
  }

  package var totalBits: Double { comparisons.reduce(priorBits) { $0 + $1.bits } }
}
