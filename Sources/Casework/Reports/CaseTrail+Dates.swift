import Records

/// A bar for each dated step of the way, one above the other, so that the eye sees where they overlap.
extension CaseTrail {
  /// Columns of a bar.
  private static let width = 60

  func addDates(to page: inout TerminalPage) {
    let dated: Set<String> = ["holding", "posting", "role", "package"]
    let steps = record.path.filter { dated.contains($0.step) }
    let known = steps.flatMap { [$0.from, $0.to] }.compactMap { $0.flatMap(CalendarDate.init(iso:)) }
    guard let finding = record.findings.first, let first = known.min(), let last = known.max() else { return }
    let night = CalendarDate(iso: record.case.asOf) ?? last
    let axis = Axis(from: first, to: max(last, night), width: Self.width)
    page.add(section: heading("Tanggal", "Dates"))
    let (start, end) = (String(axis.from.year), String(axis.to.year))
    let gap = String(repeating: " ", count: max(1, Self.width - start.count - end.count))
    page.add(line: row("", start + gap + end))
    for step in steps {
      let kind = PathStep.Kind(rawValue: step.step).map { language.of($0.phrase) } ?? step.step
      page.add(line: row(kind, bar(of: step, finding, axis)))
    }
    let shared = axis.bar(finding.from, finding.to, mark: "*")
    page.add(
      line: row(
        heading("semua", "all at once"),
        finding.time == "berlaku" ? shared : heading("tidak dapat dipastikan", "not certain")))
    page.add(
      heading(
        "= berlaku, > tanpa tanggal selesai, ? tidak diketahui, # hari paket, ~ peran tanpa tanggal dianggap berlaku "
          + "pada paketnya, * semuanya berlaku",
        "= in force, > no end is known, ? unknown, # the package's days, ~ a role without dates counts as held on its "
          + "package, * all of them in force"), after: "  ")
  }

  private func bar(of step: EvidenceRecord.Step, _ finding: EvidenceRecord.Finding, _ axis: Axis) -> String {
    if step.step == "role", step.from == nil, step.to == nil {
      return axis.bar(finding.package?.from, finding.package?.to, mark: "~")
    }
    return axis.bar(step.from, step.to, mark: step.step == "package" ? "#" : "=")
  }

  private func row(_ name: String, _ bar: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 15 - name.count)) + bar
  }
}

/// Days laid out over a number of columns.
private struct Axis {
  let from: CalendarDate
  let to: CalendarDate
  let width: Int

  private func column(_ day: CalendarDate) -> Int {
    let span = max(1, to.ordinal - from.ordinal)
    return min(width - 1, max(0, (day.ordinal - from.ordinal) * (width - 1) / span))
  }

  /// A period between two ISO dates; an end that nobody wrote down is drawn as what it is.
  func bar(_ begin: String?, _ end: String?, mark: Character) -> String {
    let (first, last) = (begin.flatMap(CalendarDate.init(iso:)), end.flatMap(CalendarDate.init(iso:)))
    guard first != nil || last != nil else { return String(repeating: "?", count: width) }
    var cells = [Character](repeating: " ", count: width)
    let (left, right) = (first.map(column) ?? 0, last.map(column) ?? width - 1)
    for cell in left...max(left, right) { cells[cell] = first == nil ? "?" : mark }
    if first == nil { cells[right] = mark }
    if last == nil { cells[width - 1] = ">" }
    return String(cells)
  }
}
