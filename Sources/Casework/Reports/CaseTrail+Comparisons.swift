import Records

/// A link's comparisons, from the prior to the total, then the three kinds of facts with the same room each.
extension CaseTrail {
  func addComparisons(of link: EvidenceRecord.Link, to page: inout TerminalPage) {
    page.add(section: "\(heading("Apakah orang yang sama", "Is it the same person"))? \(link.id)")
    page.add("\(link.government.row)  =  \(link.vendor.row)", after: "  ")
    page.add(
      line: "  " + String(repeating: " ", count: 30)
        + heading("    bobot   jumlah", "   weight      sum"))
    page.add(
      heading(
        "(bobot dalam bit: +1 berarti dua kali lebih mungkin satu orang, -1 setengahnya)",
        "(weights in bits: +1 means twice as likely to be one person, -1 half as likely)"), after: "  ")
    page.add(line: row(heading("titik awal: dua orang sembarang", "to begin: any two people"), link.priorBits))
    var sum = link.priorBits
    for comparison in link.comparisons {
      sum += comparison.bits
      let subject =
        Comparison.Subject(rawValue: comparison.subject).map { language.of($0.phrase) } ?? comparison.subject
      page.add(comparison.phrase, after: row(subject, comparison.bits, sum) + "  ")
      if !comparison.left.isEmpty || !comparison.right.isEmpty {
        page.add("\(quoted(comparison.left)) / \(quoted(comparison.right))", after: "      ")
      }
    }
    page.add(line: row(heading("jumlah", "total"), link.totalBits))
    page.add(
      "\(heading("peluang", "probability")) \(NumberText.probability(link.probability)), "
        + "\(heading("mutu", "grade")) \(link.grade), "
        + "\(heading("perkiraan orang senama", "people of that name to expect")) "
        + NumberText.expectation(link.expectedNamesakes), after: "  ")
    for (title, facts) in [
      (heading("Mendukung", "For"), link.factsFor), (heading("Menyangkal", "Against"), link.factsAgainst),
      (heading("Dikurangi, tanpa menurunkan mutu", "Less, without lowering the grade"), lesser(link)),
      (heading("Tidak dibandingkan", "Not compared"), link.notCompared),
    ] {
      page.add("\(title):", after: "  ")
      page.add(list: facts)
    }
  }

  /// Facts that took weight away and yet speak against nothing, such as another address.
  private func lesser(_ link: EvidenceRecord.Link) -> [String] {
    let phrases = link.comparisons.filter { $0.verdict == "neutral" && $0.bits < 0 }.map(\.phrase)
    return phrases.isEmpty ? [heading("tidak ada", "none")] : phrases
  }

  /// Name, bits, and the sum so far.
  private func row(_ name: String, _ bits: Double, _ sum: Double? = nil) -> String {
    func fitted(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    func right(_ text: String) -> String { String(repeating: " ", count: max(0, 9 - text.count)) + text }
    return "  \(fitted(name, 30))\(right(NumberText.bits(bits)))\(right(sum.map(NumberText.bits) ?? ""))"
  }

  private func quoted(_ value: String) -> String { value.isEmpty ? heading("(kosong)", "(empty)") : "\"\(value)\"" }
}
