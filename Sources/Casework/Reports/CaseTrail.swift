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
    addChain(to: &page)
    addDates(to: &page)
    for link in record.links { addComparisons(of: link, to: &page) }
    addStrengths(to: &page)
    addFindings(to: &page)
    page.add(section: heading("Yang menjernihkan", "What would clear it"))
    page.add(record.wouldClear, after: "  ")
    page.add(section: heading("Langkah berikut", "Next step"))
    page.add(record.case.nextStep, after: "  ")
    addSources(to: &page)
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
    let level = Level(name: header.level).map { language.of($0.phrase) } ?? header.level
    page.add(
      [
        header.id, "\(heading("peringkat", "rank")) \(header.rank)", "\(heading("tingkat", "level")) \(level)",
        "\(heading("mutu identitas", "identity grade")) \(header.grade)",
        "\(heading("peluang", "probability")) \(NumberText.probability(header.probability))",
        "\(heading("per", "as of")) \(header.asOf)",
      ].joined(separator: ", "))
    if let official = header.official { page.add("\(official.name) (NIP \(official.nip)), \(official.unit)") }
    for vendor in [header.vendor, header.rival].compactMap({ $0 }) {
      page.add(vendor.name + (vendor.npwp.map { " (NPWP \($0))" } ?? ""))
    }
    page.add(line: "")
    page.add(header.sentence)
  }

  private func addChain(to page: inout TerminalPage) {
    page.add(section: heading("Rantai", "Chain"))
    for step in record.path {
      let kind = PathStep.Kind(rawValue: step.step).map { language.of($0.phrase) } ?? step.step
      let share = step.sharePercent.map { " (\($0) %)" } ?? ""
      let known = step.knownOn.map { heading(", diketahui \($0)", ", known on \($0)") } ?? ""
      page.add(cells: [(kind, 15), (period(step.from, step.to), 24)], then: step.text + share + known)
      page.add(step.rows.joined(separator: cellSeparator), after: "      ")
    }
  }

  /// `2019-01-15 .. 2024-06-30`, with a question mark for an end that nobody wrote down.
  private func period(_ from: String?, _ to: String?) -> String {
    from == nil && to == nil ? heading("tanpa tanggal", "undated") : "\(from ?? "?") .. \(to ?? "?")"
  }

  private func addStrengths(to page: inout TerminalPage) {
    page.add(section: heading("Kekuatan tiap mata rantai", "How firmly each link stands"))
    let strengths = record.strengths
    for (name, strength) in [
      (heading("orang yang sama", "same person"), strengths.samePerson),
      (heading("hubungan dinyatakan", "kin declared"), strengths.kinDeclared),
      (heading("menjabat saat itu", "held on the day"), strengths.heldOnTheDay),
      (heading("berwenang atas paket", "power over package"), strengths.hadPower),
    ] {
      page.add(cells: [(name, 20), (cap(strength.cap), 8)], then: strength.reason)
    }
    page.add(
      heading("batas tingkat, dari yang terlemah: ", "level capped by the weakest: ") + cap(strengths.cap),
      after: "  ")
  }

  private func cap(_ name: String) -> String { Level(name: name).map { language.of($0.phrase) } ?? name }

  private func addFindings(to page: inout TerminalPage) {
    page.add(section: heading("Temuan", "Findings"))
    for finding in record.findings {
      let package = finding.package.map { "\($0.code) \($0.name)" } ?? heading("tanpa paket", "no package")
      page.add("\(finding.rule) [\(cap(finding.level))]: \(package)", after: "  - ")
      let standing = Period.Standing.allCases.first { $0.code == finding.time }
      page.add(
        "\(heading("waktu", "time")): \(standing.map { language.of($0.phrase) } ?? finding.time), "
          + period(finding.from, finding.to), after: "    ")
      page.add("\(heading("kriteria", "criteria")): \(finding.legalBasis)", after: "    ")
      for name in finding.thresholds.keys.sorted() {
        page.add("\(name) = \(finding.thresholds[name] ?? "")", after: "    ")
      }
    }
  }

  private func addSources(to page: inout TerminalPage) {
    page.add(section: heading("Sumber", "Sources"))
    for source in record.sources {
      let line = "\(heading("baris", "line")) \(source.line)"
      let offset = source.byteOffset.map { ", \(heading("bait", "byte")) \($0)" } ?? ""
      page.add(
        "\(source.file), SHA-256 \(source.sha256.prefix(12)), \(line)\(offset)", after: "  ", indent: 4)
      for field in source.columns { page.add("\(field.column) = \(field.value)", after: "      ", indent: 8) }
    }
  }
}
