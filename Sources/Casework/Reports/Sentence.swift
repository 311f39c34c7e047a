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
  var vendor: String
  var outcome: BidOutcome

  struct Package: Hashable, Sendable {
    let code: String
    let name: String
  }

  struct Relative: Hashable, Sendable {
    let name: String
    let kinship: Finding.Kinship
  }

  func text(in language: Language) -> String {
    let clauses = [identity(language), outcomeClause(language), language.of(.clarification)]
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
    let list = listed(kinship.listItems, language)
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
      return language.of(
        Phrase("\(role.name) pada \(package.indonesian)", "\(role.name) on \(package.english)"))
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
    if let share = holding.share {
      indonesian.append("dengan saham \(share) %")
      english.append("with a share of \(NumberText.percent(share))%")
    }
    indonesian.append("pada \(vendor)")
    english.append("at \(vendor)")
    if holding.depth > 1 {
      let companies = holding.depth - 1
      indonesian.append("melalui \(companies) badan usaha lain")
      english.append("through \(companies) other \(companies == 1 ? "company" : "companies")")
    }
    let since = PeriodText.clause(holding.period, in: language)
    return (language == .indonesian ? indonesian : english).joined(separator: " ") + " " + since
  }

  private func outcomeClause(_ language: Language) -> String? {
    guard package != nil else { return nil }
    return language.of(
      Phrase("penyedia itu \(outcome.clause.indonesian)", "that vendor \(outcome.clause.english)"))
  }

  private func listed(_ items: String, _ language: Language) -> String {
    guard !items.isEmpty else {
      return language.of(Phrase("di luar daftar UU 30/2014", "not in the list of UU 30/2014"))
    }
    let parts = items.split(separator: "|")
    return language.of(
      Phrase(
        "UU 30/2014 butir \(parts.joined(separator: " atau "))",
        "UU 30/2014 \(parts.count == 1 ? "item" : "items") \(parts.joined(separator: " or "))"))
  }
}

extension Phrase {
  static let clarification = Phrase("perlu klarifikasi", "needs clarification")
}
