import Records

/// What every report is made from: the night, what was chosen about it, and how people may be named.
struct ReportContext: Sendable {
  let night: Night
  let settings: CaseworkSettings
  let masking: Masking
  let people: People
  /// The links' ids, in the judgement's order.
  let linkIDs: [String]
  /// Clear packages to be checked again; none until they are drawn.
  var recheck = RecheckSample()

  init(night: Night, settings: CaseworkSettings, linkIDs: [String]) {
    self.night = night
    self.settings = settings
    self.linkIDs = linkIDs
    let mode = settings.unmaskReason.map { Masking.Mode.unmasked(reason: $0) } ?? .masked
    masking = Masking(
      mode, asOf: settings.asOf, businessIDs: Set(night.registry.vendors.compactMap { $0.businessID?.value }))
    people = People(registry: night.registry, links: night.judgement.links, masking: masking)
  }

  var registry: Registry { night.registry }
  var judgement: Judgement { night.judgement }
  var language: Language { settings.language }

  func table(_ columns: [Column]) -> CSVTable {
    CSVTable(columns, language: language, delimiter: settings.delimiter)
  }

  /// The packages' own texts, as outputs may show them.
  func package(of finding: Finding) -> PackageProfile? {
    finding.package.map { judgement.packages[$0] }.map { package in
      PackageProfile(
        code: masking.text(package.code), name: masking.text(package.name), unit: masking.text(package.unit),
        period: package.period, rows: package.rows)
    }
  }

  /// The relation's name in the reports' language; the official in person has one too, two bidders have none.
  func relation(_ finding: Finding) -> String {
    if finding.official == nil { return "" }
    guard let kinship = finding.kinship else {
      return language.of(Phrase("pejabat sendiri", "the official in person"))
    }
    return language.of(kinship.phrase)
  }

  /// The role on the package, or that there is none but a posting.
  func role(_ role: Finding.RoleOnPackage?) -> String {
    guard let role else { return "" }
    let name = masking.text(role.name)
    return role.isOnPackage
      ? name : language.of(Phrase("tanpa peran; bertugas di \(name)", "no role; posted in \(name)"))
  }

  /// The rows' places in the order given, each once.
  func citations(_ rows: [RowReference]) -> String {
    rows.map(people.citation).eachOnce.joined(separator: cellSeparator)
  }

  /// The facts of a link; for one company that its number joins, that number.
  func facts(_ link: PersonLink?, _ verdict: Comparison.Verdict) -> String {
    if let link { return link.comparisons.phrases(verdict, in: language).joined(separator: cellSeparator) }
    let number = Phrase("nomor badan usaha sama", "the company's number is equal")
    return language.of(verdict == .agrees ? number : Phrase("tidak ada", "none"))
  }

  /// The way from the official to the package, in words.
  func way(_ finding: Finding) -> String { steps(of: finding).map(\.text).joined(separator: " > ") }
}

extension Finding.Kinship {
  /// The canonical term; of two declarations both, from the relative on.
  var phrase: Phrase {
    guard let derivedThrough else { return Phrase(term, english) }
    return Phrase(
      "\(term) dari \(derivedThrough.indonesian) (turunan)", "\(derivedThrough.english)'s \(english) (derived)")
  }
}

/// A report that has been made, ready to be written.
struct ReportFile: Hashable, Sendable {
  let name: String
  /// Rows below a header, or lines.
  let rows: Int
  let bytes: [UInt8]

  init(name: String, rows: Int, bytes: [UInt8]) {
    self.name = name
    self.rows = rows
    self.bytes = bytes
  }

  init(name: String, _ table: CSVTable) { self.init(name: name, rows: table.rows, bytes: table.bytes) }
}
