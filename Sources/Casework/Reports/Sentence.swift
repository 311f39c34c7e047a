import Records

/// The one sentence that tells a case to someone who knows nothing of the program.
///
/// It states what registers say and what is indicated, and ends with the request to clarify it.
struct Sentence: Sendable {
  /// As outputs may name the official; never empty.
  var official: String
  /// The role, or the posting that stands for one.
  var role: Finding.RoleOnPackage?
  /// The official's own unit; empty where it is unknown.
  var unit = ""
  var package: Package?
  /// The relative and what he or she is to the official; `nil` for the official in person.
  var relative: Relative?
  /// The name in the vendor's papers.
  var person: String
  var holding: Finding.Holding
  /// The companies between the person and the vendor, the person's own first; empty for a direct holding.
  var companies: [String] = []
  var vendor: String
  var outcome: BidOutcome
  /// What a reader must not overlook, such as that a register says the person died.
  var note: Phrase?

  struct Package: Hashable, Sendable {
    let code: String
    let name: String
  }

  struct Relative: Hashable, Sendable {
    let name: String
    let kinship: Finding.Kinship
    /// Whether the law's list that the run goes by does not name the relation.
    var isOutside = false
  }

  func text(in language: Language) -> String {
    let clauses = [identity(language), outcomeClause(language), note.map(language.of), language.of(.clarification)]
    return clauses.compactMap { $0 }.joined(separator: "; ") + "."
  }

  /// Who, in which role, related how, holds what.
  private func identity(_ language: Language) -> String {
    let subject = [official, standing(language)].compactMap { $0 }.joined(separator: ", ")
    let comma = subject == official ? "" : ","
    let recorded = recorded(language)
    guard let relative else {
      return language.of(
        Phrase(
          "\(subject)\(comma) diindikasikan orang yang sama dengan \(person), yang \(recorded)",
          "\(subject)\(comma) is indicated to be the same person as \(person), who \(recorded)"))
    }
    let kinship = relative.kinship
    if let through = kinship.derivedThrough {
      return language.of(
        Phrase(
          "\(subject)\(comma) menyatakan seorang \(through.indonesian) yang juga pegawai dan menyatakan \(relative.name) "
            + "sebagai \(kinship.term) (hubungan turunan); \(person), yang diindikasikan orang yang sama, \(recorded)",
          "\(subject)\(comma) declared a \(through.english) who serves as well and declared \(relative.name) as "
            + "\(kinship.english) (a derived relation); \(person), indicated to be the same person, \(recorded)"))
    }
    let list = listed(relative, language)
    return language.of(
      Phrase(
        "\(subject)\(comma) menyatakan \(relative.name) sebagai \(kinship.term) (\(list)); "
          + "\(person), yang diindikasikan orang yang sama, \(recorded)",
        "\(subject)\(comma) declared \(relative.name) as \(kinship.english) (\(list)); "
          + "\(person), indicated to be the same person, \(recorded)"))
  }

  /// The official's role, or unit, as an apposition.
  private func standing(_ language: Language) -> String? {
    let package = self.package.map { package in
      let name = package.name.isEmpty ? package.code : "\(package.name) (\(package.code))"
      return Phrase("paket \(name)", "package \(name)")
    }
    switch (role, package) {
    case (let role?, let package?) where role.isOnPackage:
      // A person is a member of a group.
      let isGroup = role.name.hasPrefix("Pokja") || role.name.hasPrefix("Tim ")
      let (anggota, member) = isGroup ? ("anggota ", "member of ") : ("", "")
      return language.of(
        Phrase(
          "\(anggota)\(role.name) pada \(package.indonesian)", "\(member)\(role.name) on \(package.english)"))
    case (let role?, let package?):
      return language.of(
        Phrase(
          "bertugas di \(role.name) tanpa peran pada \(package.indonesian)",
          "posted in \(role.name) without a role on \(package.english)"))
    case (nil, let package?):
      return language.of(
        Phrase(
          "tanpa peran yang diketahui pada \(package.indonesian)",
          "without a known role on \(package.english)"))
    case (let role, nil):
      let place = role?.name ?? unit
      return place.isEmpty ? nil : language.of(Phrase("bertugas di \(place)", "posted in \(place)"))
    }
  }

  /// What the vendor's papers say of the person.
  private func recorded(_ language: Language) -> String {
    var indonesian = ["tercatat"]
    var english = ["is recorded"]
    if !holding.role.isEmpty {
      indonesian.append("sebagai \(holding.role)")
      english.append("as \(holding.role)")
    }
    if companies.isEmpty, let share = holding.share {
      indonesian.append("dengan saham \(share) %")
      english.append("with a share of \(NumberText.percent(share))%")
    }
    let place = companies.first ?? vendor
    indonesian.append("pada \(place)")
    english.append("at \(place)")
    let since = PeriodText.clause(holding.period, in: language)
    return (language == .indonesian ? indonesian : english).joined(separator: " ") + " " + since
      + language.of(chain)
  }

  /// How the person's company comes to the vendor, and the part that it makes.
  private var chain: Phrase {
    guard !companies.isEmpty else { return Phrase("", "") }
    let others = companies.dropFirst().joined(separator: ", ")
    let through = others.isEmpty ? Phrase("", "") : Phrase(" melalui \(others)", " through \(others)")
    let share =
      holding.share.map {
        Phrase(", bagian tidak langsung \($0) %", ", an indirect share of \(NumberText.percent($0))%")
      } ?? Phrase("", "")
    return Phrase(
      ", yang memegang saham \(vendor)\(through.indonesian)\(share.indonesian)",
      ", which holds shares of \(vendor)\(through.english)\(share.english)")
  }

  private func outcomeClause(_ language: Language) -> String? {
    guard package != nil else { return nil }
    return language.of(
      Phrase("penyedia itu \(outcome.clause.indonesian)", "that vendor \(outcome.clause.english)"))
  }

  /// The law's item; of a law that counts degrees the degree.
  private func listed(_ relative: Relative, _ language: Language) -> String {
    let kinship = relative.kinship
    guard !relative.isOutside else {
      return language.of(Phrase("di luar daftar undang-undang", "not on the law's list"))
    }
    guard !kinship.listItems.isEmpty else {
      return kinship.degree.map { language.of(Phrase("derajat \($0)", "degree \($0)")) }
        ?? language.of(Phrase("menurut daftar yang dipakai", "by the list in use"))
    }
    let parts = kinship.listItems.split(separator: "|")
    return language.of(
      Phrase(
        "UU 30/2014 butir \(parts.joined(separator: " atau "))",
        "UU 30/2014 \(parts.count == 1 ? "item" : "items") \(parts.joined(separator: " or "))"))
  }
}

extension Phrase {
  static let clarification = Phrase("perlu klarifikasi", "needs clarification")
}
