import Records

/// Words for what a pair of rows was weighed by: every comparison with its level, its bits and both values, facts that
/// could not be compared among them.
struct EvidenceList {
  private(set) var comparisons: [Comparison] = []
  private let registry: Registry
  private let people: People
  private let government: Int
  private let vendor: Int
  private let left: PersonFacts
  private let right: PersonFacts

  init(_ registry: Registry, _ people: People, _ government: Int, _ vendor: Int) {
    self.registry = registry
    self.people = people
    self.government = government
    self.vendor = vendor
    left = people.government.facts[government]
    right = people.vendors.facts[vendor]
  }

  private mutating func add(
    _ subject: Comparison.Subject, _ level: String, _ verdict: Comparison.Verdict, _ bits: Double, _ phrase: Phrase,
    _ left: String = "", _ right: String = ""
  ) {
    comparisons.append(
      Comparison(
        subject: subject, level: level, verdict: verdict, bits: bits, phrase: phrase, left: left, right: right))
  }

  mutating func addName(_ weight: PairComparer.Weight) {
    let name = weight.name
    let phrase: Phrase =
      switch name.level {
      case .equal: Phrase("nama sama", "the name is equal")
      case .reordered: Phrase("nama sama dengan urutan lain", "the name is equal in another order")
      case .variant: Phrase("nama sama dengan ejaan lain", "the name is equal in another spelling")
      case .initials: Phrase("nama sama dengan inisial", "the name is equal up to initials")
      case .missing:
        Phrase("nama sama, sebagian kata tidak ditulis", "the name is equal, some words are left out")
      case .partial: Phrase("sebagian kata nama berbeda", "some words of the name differ")
      case .differs: Phrase("nama berbeda", "the names differ")
      case .missingName: Phrase("nama tidak terbaca di salah satu sumber", "the name is unreadable in one source")
      }
    let steps = people.government.names.steps[government].union(people.vendors.names.steps[vendor])
    let done = FoldingSteps.all.filter { steps.contains($0.step) }.map(\.phrase)
    let cited =
      done.isEmpty
      ? phrase
      : Phrase(
        "\(phrase.indonesian) (\(done.map(\.indonesian).joined(separator: ", ")))",
        "\(phrase.english) (\(done.map(\.english).joined(separator: ", ")))")
    let verdict: Comparison.Verdict =
      name.level == .missingName ? .notCompared : name.agrees && name.level != .differs ? .agrees : .against
    add(
      .name, name.level.rawValue, verdict, weight.nameBits, cited,
      both(.name).0, both(.name).1)
  }

  private func both(_ which: Written) -> (String, String) {
    (text(people.governmentRow(government), which), text(RowReference(.vendorPeople, vendor), which))
  }

  /// Comparisons in a fixed order, each subject once, with what is missing on either side.
  mutating func addFacts(_ weight: PairComparer.Weight) {
    let levels = weight.levels
    for subject in [
      Comparison.Subject.nationalID, .birthDate, .sex, .birthPlace, .address, .phone, .occupation, .alive, .age,
    ] {
      if let found = levels.first(where: { $0.level.subject == subject }) {
        let (one, other) = values(subject, found.level)
        add(subject, found.level.name, found.level.verdict, found.bits, found.level.phrase, one, other)
      } else if let what = Self.missing(subject) {
        add(
          subject, "missing", .notCompared, 0,
          Phrase("\(what.indonesian) tidak ada di salah satu sumber", "\(what.english) is missing in one source"))
      }
    }
  }

  /// What lies beyond the two rows themselves: other rows of the same persons, close kin, and rivals.
  ///
  /// - Parameter sum: Prior and bits of the two rows.
  mutating func add(_ contest: Competition.Contest, beyond sum: Double) {
    if contest.bits - sum > 1e-9 {
      add(
        .rows, "other_rows", .agrees, contest.bits - sum,
        Phrase(
          "catatan lain tentang orang yang sama lebih cocok dan ikut dipakai",
          "another record of the same person fits better and was used"),
        citations(people.government, left, government) { people.governmentRow(Int($0)) },
        citations(people.vendors, right, vendor) { RowReference(.vendorPeople, Int($0)) })
    } else if left.marks.union(right.marks).contains(.pooled) {
      add(
        .rows, "pooled", .neutral, contest.bits - sum,
        Phrase(
          "sebagian data berasal dari catatan lain tentang orang yang sama",
          "some facts come from other records of the same person"),
        citations(people.government, left, government) { people.governmentRow(Int($0)) },
        citations(people.vendors, right, vendor) { RowReference(.vendorPeople, Int($0)) })
    }
    if contest.isKinLikely {
      add(
        .family, "close_kin_likely", .against, contest.kinPenalty,
        Phrase(
          "bisa jadi kerabat dekat (kembar, saudara, ayah atau anak senama)",
          "may be close kin (a twin, a sibling, a father or son of one name)"))
    } else {
      add(
        .family, "close_kin_unlikely", .neutral, contest.kinPenalty,
        Phrase(
          "dikurangi untuk kemungkinan kerabat dekat yang mirip (saudara, kembar, senama): kecil",
          "less the chance of a similar close relative (a sibling, a twin, a namesake): small"))
    }
    guard contest.rivals > 0 else {
      if contest.rivalPenalty < 0 {
        add(
          .rivals, "far_behind", .neutral, contest.rivalPenalty,
          Phrase("calon lain jauh di bawah", "others are far behind"))
      }
      return
    }
    add(
      .rivals, "other_candidates", .against, contest.rivalPenalty,
      Phrase(
        "ada calon lain yang sama atau hampir sama sesuai: \(contest.rivals)",
        "others agree as well or nearly: \(contest.rivals)"))
  }

  /// What agrees and yet counts for half, since rows of one of the persons dispute it; with those rows.
  mutating func addDisputes(_ weight: PairComparer.Weight) {
    for (fact, bits) in weight.disputes {
      let ours = people.government.disputes[UInt32(government)]?.first { $0.fact == fact }
      let theirs = people.vendors.disputes[UInt32(vendor)]?.first { $0.fact == fact }
      guard let key = (ours ?? theirs)?.key.rawValue else { continue }
      add(
        .disputes, fact.name, .against, bits,
        Phrase(
          "baris dengan \(key) yang sama berbeda tentang \(fact.phrase.indonesian); kesamaannya dihitung separuh",
          "rows of one \(key) disagree about \(fact.phrase.english); its agreement counts for half"),
        citations(ours, people.governmentRow), citations(theirs) { RowReference(.vendorPeople, $0) })
    }
  }

  private func citations(_ dispute: Dispute?, _ reference: (Int) -> RowReference) -> String {
    [dispute?.one, dispute?.other].compactMap { $0 }
      .map { registry.citation(registry.location(of: reference(Int($0)))) }.joined(separator: " ")
  }

  private func citations(
    _ table: PersonTable, _ facts: PersonFacts, _ row: Int, _ reference: (UInt32) -> RowReference
  ) -> String {
    table.rows(of: table.persons[row]).filter { Int($0) != row }.map {
      registry.citation(registry.location(of: reference($0)))
    }.joined(separator: " ")
  }

  private enum Written {
    case name, birthPlace, address
  }

  /// A text of a person's row as written.
  private func text(_ row: RowReference, _ which: Written = .name) -> String {
    func pick(_ name: TextID, _ place: TextID, _ address: TextID, _ source: SourceLocation) -> String {
      let text =
        switch which {
        case .name: name
        case .birthPlace: place
        case .address: address
        }
      return registry.text(text, at: source)
    }
    switch row.dataset {
    case .relatives:
      let person = registry.relatives[row.index]
      return pick(person.name, person.birthPlace, person.address, person.source)
    case .officials:
      let person = registry.officials[row.index]
      return pick(person.name, person.birthPlace, person.address, person.source)
    default:
      let person = registry.vendorPeople[row.index]
      return pick(person.name, person.birthPlace, person.address, person.source)
    }
  }

  private static func missing(_ subject: Comparison.Subject) -> Phrase? {
    switch subject {
    case .nationalID: Phrase("NIK", "the NIK")
    case .birthDate: Phrase("tanggal lahir", "the birth date")
    case .sex: Phrase("jenis kelamin", "the sex")
    case .birthPlace: Phrase("tempat lahir", "the birth place")
    case .address: Phrase("alamat", "the address")
    case .phone: Phrase("nomor telepon", "the phone number")
    default: nil
    }
  }
}

// MARK: - Values as written

extension EvidenceList {
  private func values(_ subject: Comparison.Subject, _ level: FactLevel) -> (String, String) {
    switch subject {
    case .nationalID:
      (String(paddedDigits: left.nationalID, count: 16), String(paddedDigits: right.nationalID, count: 16))
    case .birthDate: (date(left, other: right, level), date(right, other: left, level))
    case .sex: (Self.sex(left.sex), Self.sex(right.sex))
    case .birthPlace: both(.birthPlace)
    case .address: both(.address)
    case .phone: (Self.phone(left, right), Self.phone(right, left))
    case .occupation: (occupation, "")
    case .age:
      (
        left.bestBirth != 0 ? "\(left.bestBirth >> 9)" : "\(left.earliestBirthYear)-\(left.latestBirthYear)",
        right.bestBirth != 0 ? "\(right.bestBirth >> 9)" : ""
      )
    default: ("", "")
    }
  }

  /// The date that was compared: the row's own, or the one that its NIK states where that is the equal one.
  private func date(_ facts: PersonFacts, other: PersonFacts, _ level: FactLevel) -> String {
    let isStated =
      level == .birthByNIK && facts.statedBirth != 0 && facts.bestBirth != other.bestBirth
      && [other.bestBirth, other.statedBirth].contains(facts.statedBirth)
    return CalendarDate(packed: isStated ? facts.statedBirth : facts.bestBirth)?.description ?? ""
  }

  private static func sex(_ sex: UInt8) -> String { sex == 1 ? "L" : "P" }

  private static func phone(_ facts: PersonFacts, _ other: PersonFacts) -> String {
    for phone in [facts.phone, facts.householdPhone]
    where phone != 0 && (phone == other.phone || phone == other.householdPhone) {
      return "0\(phone)"
    }
    return facts.phone == 0 ? "" : "0\(facts.phone)"
  }

  private var occupation: String {
    let row = people.governmentRow(government)
    guard row.dataset == .relatives else { return "" }
    return registry.text(registry.relatives[row.index].occupation, at: registry.relatives[row.index].source)
  }
}
