import ArgumentParser
import Casework
import Intake
import Records
import Screening

/// The first step at which an official and a vendor stopped being a flag.
struct WhyNotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not", abstract: "Tells at which step an official and a vendor stopped being a flag.",
    discussion: "Example: benturan why-not --nip 198104122006042003 --vendor 03.412.778.7-922.000 --run results")

  @Option(help: "The official's NIP.") var nip: String
  @Option(help: "The vendor's tax number (NPWP) or its code.") var vendor: String
  @OptionGroup var published: PublishedOptions
  @OptionGroup var inputs: InputsOptions
  @Option(help: "Language: id or en.") var lang = Language.indonesian
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if official == nil { throw ValidationError("--nip takes the eighteen digits of a NIP") }
    if vendor.allSatisfy(\.isWhitespace) { throw ValidationError("--vendor takes an NPWP or a vendor's code") }
  }

  private var official: CivilServantID? { try? CivilServantID(parsing: nip.utf8Span.span) }

  func run() throws {
    guard let official else { return }
    let run = try published.open()
    let again = try inputs.again(run)
    let registry = again.reading.registry
    let trace = Screener(again.policy, threads: inputs.threads).trace(
      registry, nip: official, number: try? TaxID(parsing: vendor.utf8Span.span), code: vendor)
    let steps = trace.steps.map { step in
      Step(
        step: step.name, question: lang.of(step.question), passed: step.isPassed,
        found: step.found.map { MessageText.masked(lang.of($0)) },
        rows: citations(step.rows, registry))
    }
    if json { Terminal.printJSON(Report(flagged: trace.isFlagged, steps: steps)) } else { show(steps, trace) }
  }

  /// Each line of a file once, though it may feed several tables.
  private func citations(_ rows: [RowReference], _ registry: Registry) -> [String] {
    var seen: Set<String> = []
    return rows.map { MessageText.masked(registry.citation(registry.location(of: $0))) }
      .filter { seen.insert($0).inserted }
  }

  private struct Report: Encodable {
    let flagged: Bool
    let steps: [Step]
  }

  private struct Step: Encodable {
    let step: String
    let question: String
    let passed: Bool
    let found: [String]
    let rows: [String]
  }

  private func show(_ steps: [Step], _ trace: PairTrace) {
    var lines: [String] = []
    for (place, step) in steps.enumerated() {
      let answer = step.passed ? Phrase("ya", "yes") : Phrase("tidak", "no")
      lines.append("\(place + 1). \(step.question) \(lang.of(answer))")
      lines += step.found.map { "     \($0)" }
      if !step.rows.isEmpty { lines.append("     \(step.rows.joined(separator: " | "))") }
    }
    let last = steps.last?.question ?? ""
    let answer =
      trace.isFlagged
      ? Phrase("Pejabat dan penyedia ini ditandai.", "This official and this vendor are flagged.")
      : Phrase(
        "Pejabat dan penyedia ini tidak ditandai; berhenti pada langkah \(steps.count): \(last)\n"
          + "Itu bukan pernyataan bahwa tidak ada benturan: yang tidak dinyatakan atau tidak tercatat tidak dapat dicari.",
        "This official and this vendor are not flagged; they stopped at step \(steps.count): \(last)\n"
          + "That does not say that there is no conflict: what nobody declared or recorded cannot be looked for.")
    Terminal.print(([lang.of(answer), ""] + lines).joined(separator: "\n"))
  }
}
