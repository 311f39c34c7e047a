/// Everything that one night's screening found, with what it could not check.
package struct Judgement: Sendable {
  /// At or above the review threshold, flagged or not, in a strict total order that no file name changes.
  package var links: [PersonLink] = []
  package var findings: [Finding] = []
  package var officials: [OfficialProfile] = []
  package var vendors: [VendorProfile] = []
  package var packages: [PackageProfile] = []
  package var coverage: [RuleCoverage] = []
  /// Packages that no rule flagged and some rule found clear, in an order that no file name changes.
  package var clear: [ClearPackage] = []
  /// Pairs of people that met only under keys too common to compare all their rows, at most.
  package var uncomparedPairs = 0
  /// How many times a vendor came so far in a package, by how far.
  package var participations: [BidOutcome: Int] = [:]
  /// Things a person should know about the data, such as relation terms that no table knows.
  package var remarks: [Remark] = []

  package init() {}

  /// How sure it is that a finding's people are one: grade, probability and expected namesakes. One company that is
  /// known by its number is sure.
  package func identity(of finding: Finding) -> (grade: IdentityGrade, probability: Double, namesakes: Double) {
    guard let link = finding.link.map({ links[$0] }) else { return (.a, 1, 0) }
    return (link.grade, link.probability, link.expectedNamesakes)
  }

  package struct Remark: Hashable, Sendable {
    package let code: String
    package let phrase: Phrase
    package let count: Int

    package init(code: String, phrase: Phrase, count: Int) {
      self.code = code
      self.phrase = phrase
      self.count = count
    }
  }
}

/// An official of a finding, from all rows with that NIP.
package struct OfficialProfile: Hashable, Sendable {
  package let nip: CivilServantID
  /// As written; empty where no staff registry has the NIP.
  package let name: String
  package let unit: String
  package let rows: [RowReference]

  package init(nip: CivilServantID, name: String, unit: String, rows: [RowReference]) {
    self.nip = nip
    self.name = name
    self.unit = unit
    self.rows = rows
  }
}

/// A vendor of a finding, from all rows that mention it.
package struct VendorProfile: Hashable, Sendable {
  /// The same on every night: `npwp:` and nine digits, else `kode:` and the code, else `nama:` and the folded name.
  package let key: String
  package let name: String
  package let taxID: TaxID?
  package let code: String
  package let rows: [RowReference]

  package init(key: String, name: String, taxID: TaxID?, code: String, rows: [RowReference]) {
    self.key = key
    self.name = name
    self.taxID = taxID
    self.code = code
    self.rows = rows
  }
}

/// A package of a finding.
package struct PackageProfile: Hashable, Sendable {
  package let code: String
  package let name: String
  package let unit: String
  /// From announcement to contract, or the budget year where no date is known.
  package let period: Period
  package let rows: [RowReference]

  package init(code: String, name: String, unit: String, period: Period, rows: [RowReference]) {
    self.code = code
    self.name = name
    self.unit = unit
    self.period = period
    self.rows = rows
  }
}

/// For one rule, how many packages got which of the three answers; they add up to the packages read.
package struct RuleCoverage: Hashable, Sendable {
  package let rule: String
  package let packages: Int
  package let clear: Int
  package let flagged: Int
  /// Packages that could not be checked, by the datum that was missing first, most frequent first.
  package let unchecked: [Missing]
  /// Whose families the rule could look at; `nil` for a rule that looks at none.
  package let families: Families?

  package init(
    rule: String, packages: Int, clear: Int, flagged: Int, unchecked: [Missing], families: Families? = nil
  ) {
    self.rule = rule
    self.packages = packages
    self.clear = clear
    self.flagged = flagged
    self.unchecked = unchecked
    self.families = families
  }

  /// Officials with power over a package, and of how many of them no relative was declared at all.
  package struct Families: Hashable, Sendable {
    /// Who decides on a package or has a hand in it, each counted once.
    package let officials: Int
    /// Those without any family row, by the buying unit, most of them first.
    package let without: [Unit]

    package init(officials: Int, without: [Unit]) {
      (self.officials, self.without) = (officials, without)
    }

    /// How many of one unit.
    package struct Unit: Hashable, Sendable {
      /// As written; empty where no package states it.
      package let name: String
      package let officials: Int

      package init(name: String, officials: Int) { (self.name, self.officials) = (name, officials) }
    }
  }

  package struct Missing: Hashable, Sendable {
    /// Stable code, such as `owners`.
    package let code: String
    package let datum: Phrase
    package let count: Int

    package init(code: String, datum: Phrase, count: Int) {
      self.code = code
      self.datum = datum
      self.count = count
    }
  }
}
