package import Records

/// A case's evidence for a terminal: the chain, the comparisons as a waterfall, what speaks for and against, what
/// would clear it, and where every row is to be found.
package struct CaseTrail: Sendable {
  let record: EvidenceRecord
  let language: Language

  /// - Parameters:
  ///   - record: The case.
  ///   - language: Of the headings; the phrases stay in the language in which the run wrote them. `nil` for that one.
  package init(_ record: EvidenceRecord, language: Language? = nil) {
    self.record = record
    self.language = language ?? Language(rawValue: record.case.language) ?? .indonesian
  }

  /// At most a hundred columns wide.
  package var text: String {
    var page = TerminalPage()
    addHeader(to: &page)
    addFindings(to: &page)
    addStrengths(to: &page)
    page.add(section: heading("Yang menjernihkan", "What would clear it"))
    page.add(record.wouldClear, after: "  ")
    page.add(section: heading("Langkah berikut", "Next step"))
    page.add(record.case.nextStep, after: "  ")
    addChain(to: &page)
    addDates(to: &page)
    for link in record.links { addComparisons(of: link, to: &page) }
    addSources(to: &page)
    addThresholds(to: &page)
    return page.text
  }

  /// A link's row of `person-links.csv` for a terminal, a column a line: all there is of a link that no case rests on.
  package static func text(ofLink cells: [EvidenceRecord.Field]) -> String {
    var page = TerminalPage()
    for cell in cells {
      let lead = cell.column + String(repeating: " ", count: max(0, 20 - cell.column.count))
      page.add(cell.value, after: "\(lead)  ")
    }
    return page.text
  }

  func heading(_ indonesian: String, _ english: String) -> String {
    language.of(Phrase(indonesian, english))
  }

  private func addHeader(to page: inout TerminalPage) {
    let header = record.case
    page.add(
      [
        header.id, "\(heading("peringkat", "rank")) \(header.rank)",
        "\(heading("tingkat", "level")) \(level(header.level))", "\(heading("per", "as of")) \(header.asOf)",
      ].joined(separator: ", "))
    page.add(
      heading(
        "Ini indikasi dari pencocokan data untuk diklarifikasi, bukan temuan audit dan bukan penilaian atas siapa pun.",
        "An indication from matched data, to be clarified; not an audit finding and no judgement on anyone."))
    page.add(line: "")
    if let official = header.official { page.add("\(official.name) (NIP \(official.nip)), \(official.unit)") }
    for vendor in [header.vendor, header.rival].compactMap({ $0 }) {
      page.add(vendor.name + (vendor.npwp.map { " (NPWP \($0))" } ?? ""))
    }
    page.add(line: "")
    page.add(header.sentence)
    page.add(
      "\(heading("Bahwa kedua catatan itu satu orang", "That both records are one person")): "
        + "\(heading("mutu", "grade")) \(header.grade), "
        + "\(heading("peluang", "probability")) \(NumberText.probability(header.probability))")
    if header.official != nil { addDeclarations(to: &page) }
    page.add(
      heading(
        "Angka yang disamarkan dan tampak sama belum tentu sama.",
        "Masked numbers that look alike need not be equal."))
  }

  /// Whether the official has reported, which an auditor asks first.
  private func addDeclarations(to page: inout TerminalPage) {
    var seen: Set<[String]> = []
    let steps = record.findings.flatMap(\.path).filter { $0.step == "declaration" && seen.insert($0.rows).inserted }
    guard !steps.isEmpty else {
      page.add(
        heading(
          "Pernyataan benturan kepentingan: tidak ditemukan dalam data yang diserahkan; mungkin ada di luar data ini.",
          "Conflict declaration: not found in the data supplied; one may exist elsewhere."))
      return
    }
    for step in steps {
      let day = step.knownOn.map { "\($0), " } ?? ""
      page.add(
        "\(heading("Pernyataan benturan kepentingan: ada", "Conflict declaration: on record")), \(day)\(step.text) "
          + "(\(step.rows.joined(separator: ", ")))")
    }
  }

  private func level(_ name: String) -> String { Level(name: name).map { language.of($0.phrase) } ?? name }

  private func addChain(to page: inout TerminalPage) {
    page.add(section: heading("Rantai (indikasi pertama)", "Chain (of the first indication)"))
    for step in record.path {
      let kind = PathStep.Kind(rawValue: step.step).map { language.of($0.phrase) } ?? step.step
      let share = step.sharePercent.map { " (\($0) %)" } ?? ""
      let known = step.knownOn.map { heading(", dilaporkan \($0)", ", reported on \($0)") } ?? ""
      page.add(cells: [(kind, 15), (period(step), 24)], then: step.text + share + known)
      page.add(step.rows.joined(separator: cellSeparator), after: "      ")
    }
  }

  /// `2019-01-15 .. 2024-06-30`, with a question mark for an end that nobody wrote down; nothing for what has no dates.
  private func period(_ step: EvidenceRecord.Step) -> String {
    let dated: Set<String> = ["holding", "posting", "role", "package"]
    guard dated.contains(step.step) else { return "" }
    return step.from == nil && step.to == nil
      ? heading("tanpa tanggal", "undated") : "\(step.from ?? "?") .. \(step.to ?? "?")"
  }

  private func addStrengths(to page: inout TerminalPage) {
    page.add(section: heading("Mengapa tingkat ini", "Why this level"))
    if let lead = record.findings.first {
      let outcome = BidOutcome(code: lead.outcome).map { language.of($0.phrase) } ?? lead.outcome
      let relation = Finding.Relation(rawValue: lead.nearness).map { language.of($0.phrase) } ?? lead.nearness
      let power = Finding.Power(rawValue: lead.power).map { language.of($0.phrase) } ?? lead.power
      page.add(
        "\(heading("menurut tabel", "by the table")): \(relation), \(power), \(outcome): \(level(lead.tableLevel))",
        after: "  ")
    }
    page.add(
      heading(
        "paling tinggi, menurut apa yang mendasarinya:", "at most, by what each element rests on:"), after: "  ")
    let strengths = record.strengths
    for (name, strength) in [
      (heading("orang yang sama", "same person"), strengths.samePerson),
      (heading("hubungan dinyatakan", "kin declared"), strengths.kinDeclared),
      (heading("menjabat saat itu", "held on the day"), strengths.heldOnTheDay),
      (heading("berwenang atas paket", "power over package"), strengths.hadPower),
    ] {
      page.add(cells: [(name, 20), (cap(strength.cap), 15)], then: strength.reason)
    }
    page.add(
      "\(heading("jadi", "so")): \(level(record.case.level)) "
        + heading("(tabel, dibatasi unsur yang terlemah)", "(the table's, capped by the weakest element)"), after: "  ")
  }

  /// A cap that lowers nothing says so, lest it be read as a level.
  private func cap(_ name: String) -> String {
    name == Level.critical.name ? heading("tidak membatasi", "no limit") : level(name)
  }

  private func addFindings(to page: inout TerminalPage) {
    page.add(section: heading("Indikasi per paket", "Indications by package"))
    for finding in record.findings {
      let package = finding.package.map { "\($0.code) \($0.name)" } ?? heading("tanpa paket", "no package")
      page.add("\(finding.rule) [\(level(finding.level))]: \(package)", after: "  - ", indent: 4)
      let standing = Period.Standing.allCases.first { $0.code == finding.time }
      let outcome = BidOutcome(code: finding.outcome).map { language.of($0.phrase) } ?? finding.outcome
      for (name, value) in [
        (heading("satuan kerja", "unit"), finding.package?.unit), (heading("peran", "role"), finding.role?.name),
        (heading("hasil penyedia", "vendor's outcome"), outcome), (heading("nilai (Rp)", "value (Rp)"), finding.value),
        (
          heading("saham/jabatan pada hari paket", "share/office on its days"),
          standing.map { language.of($0.phrase) } ?? finding.time
        ), (heading("ketentuan terkait", "provisions concerned"), finding.legalBasis),
      ] {
        if let value, !value.isEmpty { page.add("\(name): \(value)", after: "    ") }
      }
    }
  }

  /// The settings in force; the same for all of a case's indications.
  private func addThresholds(to page: inout TerminalPage) {
    guard let thresholds = record.findings.first?.thresholds, !thresholds.isEmpty else { return }
    page.add(section: heading("Ambang yang dipakai", "Thresholds in use"))
    for name in thresholds.keys.sorted() { page.add("\(name) = \(thresholds[name] ?? "")", after: "  ") }
  }

  private func addSources(to page: inout TerminalPage) {
    page.add(section: heading("Sumber", "Sources"))
    for source in record.sources {
      let line = "\(heading("baris", "line")) \(source.line)"
      let offset = source.byteOffset.map { ", \(heading("posisi", "byte")) \($0)" } ?? ""
      page.add(
        "\(source.file), SHA-256 \(source.sha256.prefix(12)), \(line)\(offset)", after: "  ", indent: 4)
      for field in source.columns {
        let repairs = (field.repairs ?? []).map(\.phrase).joined(separator: "; ")
        page.add(
          "\(field.column) = \(field.value)" + (repairs.isEmpty ? "" : " [\(repairs)]"), after: "      ", indent: 8)
      }
    }
  }
}
