import Records

/// Rows and cases as the program understood them, as outputs may show them.
extension ReportContext {
  /// The facts of a person's row that the judgement could use, by name; what is unknown is absent.
  func understood(_ row: RowReference) -> [String: String] {
    var facts: [String: String?] = ["name": people.name(row), "key": people.key(row)]
    func text(_ id: TextID) -> String { people.text(id, of: row) }
    switch row.dataset {
    case .relatives:
      let relative = registry.relatives[row.index]
      facts["relation"] = text(relative.relation)
      facts["occupation"] = text(relative.occupation)
      facts["address"] = text(relative.address)
      facts["birth_place"] = text(relative.birthPlace)
      facts["birth_date"] = relative.birthDate?.description
      facts["nik"] = relative.nationalID.map(masking.nik)
      facts["sex"] = relative.sex?.code
      facts["phone"] = relative.phone.map(masking.phone)
      facts["alive"] = relative.isAlive.map { $0 ? "ya" : "tidak" }
      facts["declared_on"] = relative.declaredOn?.description
    case .officials:
      let official = registry.officials[row.index]
      facts["unit"] = text(official.unit)
      facts["position"] = text(official.position)
      facts["address"] = text(official.address)
      facts["birth_place"] = text(official.birthPlace)
      facts["birth_date"] = official.birthDate?.description
      facts["nip"] = masking.nip(official.nip)
      facts["nik"] = official.nationalID.map(masking.nik)
      facts["sex"] = official.sex?.code
      facts["phone"] = official.phone.map(masking.phone)
      facts["from"] = official.period.from?.description
      facts["to"] = official.period.to?.description
    case .vendorPeople:
      let person = registry.vendorPeople[row.index]
      facts["vendor"] = text(person.vendor.name)
      facts["vendor_npwp"] = person.vendor.taxID.map(masking.npwp)
      facts["vendor_code"] = text(person.vendor.code)
      facts["role"] = text(person.role)
      facts["address"] = text(person.address)
      facts["birth_place"] = text(person.birthPlace)
      facts["birth_date"] = person.birthDate?.description
      facts["nik"] = person.nationalID.map(masking.nik)
      facts["npwp"] = person.taxID.map(masking.npwp)
      facts["sex"] = person.sex?.code
      facts["phone"] = person.phone.map(masking.phone)
      facts["from"] = person.period.from?.description
      facts["to"] = person.period.to?.description
    case .postings, .vendors, .tenders, .bids, .roles, .units, .declarations: break
    }
    return facts.compactMapValues { $0 }.filter { !$0.value.isEmpty }
  }

  /// The case's sentence: the leading finding's.
  func sentence(of matter: Case) -> String {
    let finding = matter.lead
    let link = finding.link.map { judgement.links[$0] }
    let package = package(of: finding).map { Sentence.Package(code: $0.code, name: $0.name) }
    let vendor = masking.text(matter.vendor.name)
    let companies = companies(of: finding)
    guard let official = matter.official, let link else {
      let names = link.map { (people.name($0.governmentRow), people.name($0.vendorRow)) }
      let joint = companies.first ?? vendor
      return BidderSentence(
        names: names ?? (joint, joint), isCompany: link == nil,
        vendors: (vendor, masking.text(matter.rival?.name ?? "")), package: package, outcome: finding.outcome
      ).text(in: language)
    }
    let name = masking.text(official.name)
    let nip = masking.nip(official.nip)
    return Sentence(
      official: name.isEmpty
        ? language.of(Phrase("pejabat ber-NIP \(nip)", "the official with NIP \(nip)")) : name,
      role: finding.role.map { .init(name: masking.text($0.name), isOnPackage: $0.isOnPackage) },
      unit: masking.text(official.unit), package: package,
      relative: finding.kinship.map { kinship in
        Sentence.Relative(
          name: people.name(link.governmentRow).orSomeone(in: language), kinship: kinship,
          isOutside: finding.relation == .outside)
      },
      person: people.name(link.vendorRow).orSomeone(in: language),
      holding: Finding.Holding(
        role: masking.text(finding.holding.role), share: finding.holding.share, depth: finding.holding.depth,
        period: finding.holding.period),
      companies: companies, vendor: vendor, outcome: finding.outcome,
      note: finding.strengths.heldOnTheDay.fact == "deceased"
        ? Phrase(
          "dalam data keluarga orang itu tercatat sudah meninggal",
          "the family register records that person as deceased")
        : nil
    ).text(in: language)
  }

  /// The companies between the person and the vendor, or the one that joins two bidders: those that hold.
  private func companies(of finding: Finding) -> [String] {
    finding.path.filter { $0.kind == .holding }.compactMap { step in
      guard let row = step.rows.first, row.dataset == .vendorPeople, registry.vendorPeople[row.index].isCompany
      else { return nil }
      return people.name(row)
    }
  }
}

extension String {
  /// A name that a sentence can go on with.
  fileprivate func orSomeone(in language: Language) -> String {
    isEmpty ? language.of(Phrase("seseorang tanpa nama", "someone unnamed")) : self
  }
}

extension Sex {
  /// The letter of Indonesian registers.
  var code: String {
    switch self {
    case .male: "L"
    case .female: "P"
    }
  }
}
